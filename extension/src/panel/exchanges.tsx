// Accusations and what answers them in this text. "No reply found" is said only where the engine
// looked and the whole text was there.

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
        {accusations.map((i) => (
          <li key={i}>
            <PassageRow model={model} index={i} />
            <ul class="list replies">
              {(all[i]?.replies ?? []).map((reply) => (
                <li key={reply}>
                  <PassageRow model={model} index={reply} lead={t("replyBy")} />
                </li>
              ))}
            </ul>
            {all[i]?.reply_state === "none_found" && whole ? (
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
