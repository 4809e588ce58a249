// Where marks are among each other and on the page: the next one from here, those of a selection, the article in
// view, the ticks of the overview. Leaves out scrolling and the card (the conductor).

import type { Analysis } from "../analysis";
import type { Tick } from "../card/strip";
import * as dom from "../dom";
import { groupOf } from "../kinds";
import { markColour } from "../look";
import type { Settings } from "../settings";
import type { Reading } from "./reading";
import type { Mark } from "./scene";

/**
 * The next mark that is drawn, after or before the one of index `from`, around the end; from -1 the first one below
 * the window's top, or the last one. -1 when none is drawn.
 */
export function stepFrom(marks: readonly Mark[], from: number, by: 1 | -1): number {
  let at = from;
  if (at < 0) at = by > 0 ? marks.findIndex(isBelowTop) - 1 : marks.length;
  for (let i = 0; i < marks.length; i++) {
    at = (at + by + marks.length) % marks.length;
    if (marks[at]?.drawn) return at;
  }
  return -1;
}

function isBelowTop({ ranges }: Mark): boolean {
  return (ranges[0]?.getBoundingClientRect().top ?? -1) >= 0;
}

/** The marks of one article that share words with a range, the outermost first. */
export function marksWithin(marks: readonly Mark[], range: Range): Mark[] {
  const found = marks.filter((mark) => mark.ranges.some((each) => touches(each, range)));
  return found.filter((mark) => mark.reading === found[0]?.reading).sort((a, b) => a.depth - b.depth);
}

function touches(a: Range, b: Range): boolean {
  if (dom.getRootNode(a.startContainer) !== dom.getRootNode(b.startContainer)) return false;
  return (
    a.compareBoundaryPoints(Range.END_TO_START, b) < 0 && a.compareBoundaryPoints(Range.START_TO_END, b) > 0
  );
}

/** Of several articles on a page, the one around the middle of the window. */
export function inView<T extends { root: Element }>(articles: readonly T[]): T | null {
  const middle = innerHeight / 2;
  let best: T | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const article of articles) {
    const { top, bottom } = dom.getBoundingClientRect(article.root);
    const distance = Math.max(top - middle, middle - bottom, 0);
    if (distance < least) [best, least] = [article, distance];
  }
  return best;
}

/** Where the drawn marks are in the page, from 0 to 1 of its height, for the overview beside it. */
export function ticks(
  marks: readonly Mark[],
  shown: (reading: Reading) => Analysis | null,
  colours: Settings["colours"],
): Tick[] {
  const height = dom.scrollHeight(dom.documentElement(document));
  return marks.flatMap(({ reading, attribution, ranges, drawn }): Tick[] => {
    const kind = shown(reading)?.attributions[attribution]?.kind;
    const box = ranges[0]?.getBoundingClientRect();
    if (!kind || !box || !drawn) return [];
    return [{ at: (box.top + scrollY) / height, colour: markColour(groupOf(kind), colours) }];
  });
}
