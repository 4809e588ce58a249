// The fields of the correction form: a list, and a name out of a list or another. Leaves out what they are for.

import { t } from "../words";
import { el } from "./el";

/** Stands for another name than those listed; no name has a line break. */
const OTHER = "\n";
/** UTF-16 units of a name that a reader types. */
const LONGEST = 200;

/** A labelled list with one entry chosen. */
export function selectField(
  document: Document,
  label: string,
  name: string,
  options: readonly (readonly [value: string, text: string])[],
  chosen: string,
) {
  const field = el(
    document,
    "select",
    { name },
    ...options.map(([value, text]) => el(document, "option", { value, selected: value === chosen }, text)),
  );
  return { field, row: el(document, "label", {}, label, field) };
}

/** A list of names, nobody among them, with room for one that is not in it. `value` is null for nobody. */
export function nameField(
  document: Document,
  label: string,
  name: string,
  people: readonly string[],
  chosen: string | null,
  nobody: string,
) {
  const options: [string, string][] = [
    ["", nobody],
    ...people.map((each): [string, string] => [each, each]),
    [OTHER, t("correctOther")],
  ];
  const list = selectField(document, label, name, options, chosen ?? "");
  const typed = el(document, "input", { type: "text", name: `${name}-other`, maxlength: String(LONGEST) });
  const other = el(document, "label", { hidden: true }, t("correctOtherName"), typed);
  list.field.addEventListener("change", () => {
    other.hidden = list.field.value !== OTHER;
    if (!other.hidden) typed.focus({ preventScroll: true });
  });
  return {
    row: el(document, "div", {}, list.row, other),
    value(): string | null {
      const own = list.field.value === OTHER ? typed.value.trim().replace(/\s+/g, " ") : list.field.value;
      return own === "" ? null : own;
    },
  };
}
