// Kinds and groups: which kind belongs to which toggle, in the order in which they are shown.
// Colours and words live in the style sheets and in _locales.

import type { Group, Kind } from "./analysis";

export const GROUPS: readonly Group[] = ["accusations", "denials", "demands", "views", "statements"];

const GROUP_OF: Record<Kind, Group> = {
  accusation: "accusations",
  denial: "denials",
  demand: "demands",
  warning: "demands",
  promise: "demands",
  criticism: "views",
  praise: "views",
  opinion: "views",
  question: "views",
  statement: "statements",
  admission: "statements",
  no_comment: "statements",
};

/** Whether a value names a kind; `__proto__` and its like do not. */
export function isKind(value: unknown): value is Kind {
  return typeof value === "string" && Object.hasOwn(GROUP_OF, value);
}

export function groupOf(kind: Kind): Group {
  return GROUP_OF[kind];
}
