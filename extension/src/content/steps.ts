// Where marks are among each other and on the page: the next one from here, those of a selection, the article in
// view, the ticks of the overview. Leaves out scrolling and the card (the conductor).

import type { Analysis } from "../analysis";
import type { Tick } from "../card/strip";
import * as dom from "../dom";
import { groupOf } from "../kinds";
import { markColour } from "../look";
import { ownOf } from "../own";
import type { Settings } from "../settings";
import type { Reading } from "./reading";
import type { Mark } from "./scene";
import { isInWindow } from "./scroll";

/** The drawn marks in the order of the text; an outer one, which says whose words the inner are, before those in it. */
export function stepOrder(marks: readonly Mark[]): Mark[] {
  const places = new Map(marks.map((mark) => [keyOf(mark.reading, mark.attribution), mark]));
  const order = new Set<Mark>();
  for (const mark of marks) {
    for (const each of chainOf(mark, places)) order.add(each);
  }
  return [...order];
}

/** The drawn marks around this one, the outermost first, and itself: what its card shows. */
export function withAround(mark: Mark, marks: readonly Mark[]): Mark[] {
  const own = marks.filter(({ reading }) => reading === mark.reading);
  return chainOf(mark, new Map(own.map((each) => [keyOf(each.reading, each.attribution), each])));
}

function chainOf(mark: Mark, places: ReadonlyMap<string, Mark>): Mark[] {
  const chain: Mark[] = [];
  for (let at: Mark | undefined = mark; at && chain.length < DEEPEST; ) {
    if (at.drawn) chain.unshift(at);
    at = at.parent === null ? undefined : places.get(keyOf(at.reading, at.parent));
  }
  return chain;
}

/** Marks around each other that are followed. */
const DEEPEST = 8;

/** Readings by number, so that a mark is found by reading and attribution. */
const numbers = new WeakMap<Reading, number>();
let readings = 0;

function keyOf(reading: Reading, attribution: number): string {
  const known = numbers.get(reading) ?? readings++;
  numbers.set(reading, known);
  return `${known}:${attribution}`;
}

/**
 * The next mark after or before `from`, around the end. Where that one is not in the window, or there was none, the
 * reader has scrolled: then the first one below the window's top, or the last one above its foot. Null for no marks.
 */
export function stepFrom(order: readonly Mark[], from: Mark | null, by: 1 | -1): Mark | null {
  const at = from && isInWindow(from) ? order.indexOf(from) : -1;
  if (at >= 0) return order[(at + by + order.length) % order.length] ?? null;
  const top = (mark: Mark) => mark.ranges[0]?.getBoundingClientRect().top ?? Number.NaN;
  if (by > 0) return order.find((mark) => top(mark) >= 0) ?? order[0] ?? null;
  return order.findLast((mark) => top(mark) < innerHeight) ?? order.at(-1) ?? null;
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
  { groups, colours, categories }: Settings,
): Tick[] {
  const height = dom.scrollHeight(dom.documentElement(document));
  return marks.flatMap(({ reading, attribution, ranges, drawn }): Tick[] => {
    const a = shown(reading)?.attributions[attribution];
    const box = ranges[0]?.getBoundingClientRect();
    if (!a || !box || !drawn) return [];
    const group = groupOf(a.kind);
    const own = ownOf(a, categories).map((index) => categories[index]?.colour ?? "");
    return [
      {
        at: (box.top + scrollY) / height,
        colours: groups[group] ? [markColour(group, colours), ...own] : own,
      },
    ];
  });
}
