// Categories of the reader's own, on a statement: which of those that are on it fits, and how they look. Leaves out
// what they look for, which the engine is asked, and the settings that keep them.

import type { Attribution } from "./analysis";
import type { Category } from "./settings";

/** Places in the list of the categories that are on and that the statement fits. */
export function ownOf({ categories }: Attribution, all: readonly Category[]): number[] {
  return categories.filter((index) => all[index]?.on);
}

/** Their names, for a line: "Housing, Acme". */
export function ownNames(a: Attribution, all: readonly Category[]): string {
  return ownOf(a, all)
    .map((index) => all[index]?.name)
    .join(", ");
}

/** Declarations of CSS for words of a category, which leave their group's line as it is; `look` draws a tint as a line. */
export function ownLook({ colour, line }: Category, look: "own" | "line" = "own"): string {
  if (line === "tint" && look === "own")
    return `background-color:color-mix(in srgb,${colour} 28%,transparent)`;
  const style = line === "tint" ? "solid" : line;
  return `text-decoration:overline ${style} ${colour} ${style === "double" ? 3 : 2}px`;
}
