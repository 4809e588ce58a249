// Categories of a reader's own, for the surfaces that show them.

import type { Category } from "../../extension/src/settings";

const plain = { pattern: false, place: "anywhere", accents: false, on: true } as const;

export const OWN: Category[] = [
  { ...plain, name: "Fish", looksFor: "mackerel, catches", colour: "#7a5cd6", line: "tint" },
  { ...plain, name: "ים & Co.", looksFor: "sea|(", pattern: true, colour: "#b8622b", line: "dashed" },
  { ...plain, name: "Off", looksFor: "", colour: "#1b8484", line: "double", on: false },
];
