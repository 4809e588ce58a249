// "Not right?": the little form by which a reader corrects one attribution. Says what changed;
// leaves out keeping and applying it.

import type { Kind } from "../analysis";
import { type Change, passageKey } from "../corrections";
import { kindName, type Reading } from "../describe";
import { t } from "../words";
import { el } from "./el";

/** In the order in which a reader meets them; every kind once. */
export const KINDS: readonly Kind[] = [
  "statement",
  "accusation",
  "denial",
  "admission",
  "no_comment",
  "demand",
  "warning",
  "promise",
  "criticism",
  "praise",
  "opinion",
  "question",
];

/** The form for one attribution. `done` gets the changes; none when the reader gave up. */
export function correctionForm(
  document: Document,
  reading: Reading,
  index: number,
  done: (changes: Change[]) => void,
): HTMLFormElement {
  const { analysis, blocks } = reading;
  const a = analysis.attributions[index];
  if (!a) throw new RangeError(`no attribution ${index}`);
  const passage = passageKey(a, blocks);
  const named = analysis.actors.flatMap((actor, i) =>
    actor.names.length > 0 ? [{ i, name: actor.name }] : [],
  );

  const select = (label: string, name: string, options: [string, string][], chosen: string) => {
    const field = el(
      document,
      "select",
      { name },
      ...options.map(([value, text]) => el(document, "option", { value, selected: value === chosen }, text)),
    );
    return { field, row: el(document, "label", {}, label, field) };
  };
  const kind = select(
    t("correctKind"),
    "kind",
    KINDS.map((k) => [k, kindName(k)]),
    a.kind,
  );
  const own = a.actor === null ? "" : String(a.actor);
  const people = named.map(({ i, name }): [string, string] => [String(i), name]);
  const speaker = select(t("correctSpeaker"), "speaker", [["", t("unclearWho")], ...people], own);
  const others = people.filter(([i]) => i !== own);
  const same = select(t("correctSame"), "same", [["", t("correctNobody")], ...others], "");

  const form = el(
    document,
    "form",
    {
      "aria-label": t("notRight"),
      onsubmit: (event) => {
        event.preventDefault();
        const changes: Change[] = [];
        const nameOf = (i: string) => (i === "" ? null : (analysis.actors[Number(i)]?.name ?? null));
        if (kind.field.value !== a.kind)
          changes.push({ type: "kind", passage, kind: kind.field.value as Kind });
        if (speaker.field.value !== own) {
          changes.push({ type: "speaker", passage, actor: nameOf(speaker.field.value) });
        }
        const [from, to] = [nameOf(own), nameOf(same.field.value)];
        if (from !== null && to !== null) changes.push({ type: "same", actor: from, as: to });
        done(changes);
      },
    },
    kind.row,
    speaker.row,
    a.actor !== null && others.length > 0 && same.row,
    el(
      document,
      "div",
      { class: "actions" },
      el(document, "button", { type: "submit", "data-do": "save" }, t("save")),
      el(
        document,
        "button",
        { type: "button", "data-do": "remove", onclick: () => done([{ type: "not_a_statement", passage }]) },
        t("correctNotStatement"),
      ),
      el(document, "button", { type: "button", onclick: () => done([]) }, t("cancel")),
    ),
    el(document, "p", { class: "foot" }, t("correctFoot")),
  );
  return form;
}
