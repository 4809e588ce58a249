// Accusations and what answers them in this text. What one says against another again and again, with the
// same replies, stands together and has them once. "No reply found" is said only where the engine looked and
// the whole text was there.

import type { Attribution } from "../analysis";
import { t } from "../words";
import type { Model } from "./model";
import { PassageRow } from "./passage";

export function Exchanges({ model }: { model: Model }) {
  const reading = model.reading.value;
  if (!reading) return null;
  const all = reading.analysis.attributions;
  const shown = new Set(model.shown.value);
  const accusations = all.flatMap((a, i) =>
    a.kind === "accusation" && (shown.has(i) || a.replies.some((r) => shown.has(r))) ? [i] : [],
  );
  const answered = new Set(accusations.flatMap((i) => all[i]?.replies ?? []));
  const otherDenials = all.flatMap((a, i) =>
    a.kind === "denial" && shown.has(i) && !answered.has(i) ? [i] : [],
  );
  if (accusations.length + otherDenials.length === 0) {
    return <p class="empty">{t(model.query.value ? "nothingShown" : "noAccusations")}</p>;
  }
  const whole = !model.page.value?.paywalled && !reading.analysis.truncated;
  return (
    <>
      <ul class="list exchanges">
        {together(all, accusations).map(([first, ...again]) => (
          <li key={first}>
            <PassageRow model={model} index={first} />
            {again.map((i) => (
              <PassageRow key={i} model={model} index={i} />
            ))}
            <ul class="list replies">
              {(all[first]?.replies ?? []).map((reply) => (
                <li key={reply}>
                  <PassageRow model={model} index={reply} lead={t("replyBy")} />
                </li>
              ))}
            </ul>
            {all[first]?.reply_state === "none_found" && whole ? (
              <p class="soft none">{t("noReplyFound")}</p>
            ) : null}
          </li>
        ))}
      </ul>
      {otherDenials.length > 0 ? (
        <section>
          <h2>{t("otherDenials")}</h2>
          <ul class="list">
            {otherDenials.map((i) => (
              <li key={i}>
                <PassageRow model={model} index={i} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

/** Each accusation with its later tellings: by the same, against the same, with the same replies. */
function together(all: readonly Attribution[], accusations: readonly number[]): [number, ...number[]][] {
  const groups: [number, ...number[]][] = [];
  const known = new Map<string, [number, ...number[]]>();
  for (const i of accusations) {
    const a = all[i];
    const key = JSON.stringify([a?.actor, a?.target?.actor, a?.replies, a?.reply_state]);
    const group = known.get(key);
    // Whom no sentence names may be another each time.
    const sure = a !== undefined && a.actor !== null && typeof a.target?.actor === "number";
    if (group && sure) group.push(i);
    else {
      const one: [number] = [i];
      groups.push(one);
      if (sure) known.set(key, one);
    }
  }
  return groups;
}
