// One line of an article with what it is, and what the page says of the whole.
// Leaves out which lines an article has (article.ts) and which of them head it (head.ts).

import type { Role } from "../../analysis";
import * as dom from "../../dom";
import type { ReadText } from "./text";
import type { Line } from "./walk";

export interface ArticleLine extends ReadText {
  readonly line: Line;
  role: Role;
}

/** What the page says of itself; helps to tell the headline and the stand-first. Empty where it says nothing. */
export interface Named {
  title: string;
  description: string;
}

/** Whether a reader can see it, as far as styles tell. Fading in (opacity) counts as seen. */
export function isSeen(element: Element): boolean {
  return dom.checkVisibility(element, { visibilityProperty: true });
}
