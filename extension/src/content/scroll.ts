// Scrolling to a mark, and back to where the page was. Leaves out which mark, and when (gestures.ts).

import * as dom from "../dom";
import type { Mark } from "./scene";

/**
 * Scrolls a mark to the middle. `at once` where something is to stand beside it: words on their way through the
 * window have no place; else as the reader's system and the page like it.
 */
export function scrollTo({ ranges }: Mark, how: "at once" | "as liked"): void {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const behavior = how === "at once" ? "instant" : calm ? "auto" : "smooth";
  const node = ranges[0]?.startContainer;
  const element = node && dom.parentElement(node);
  if (element) dom.scrollIntoView(element, { block: "center", inline: "nearest", behavior });
}

/** Remembers where the page stands around a mark; what comes back brings it there again. */
export function rememberPlace({ ranges }: Mark): () => void {
  const places: { of: Element; top: number; left: number }[] = [];
  const node = ranges[0]?.startContainer;
  const root = dom.scrollingElement(document);
  for (let of = node && dom.parentElement(node); of; of = dom.parentElement(of)) {
    const [top, left] = [dom.scrollTop(of), dom.scrollLeft(of)];
    const scrolls = top !== 0 || left !== 0 || dom.scrollHeight(of) > dom.clientHeight(of);
    if (of === root || scrolls) places.push({ of, top, left });
  }
  return () => {
    for (const { of, top, left } of places) dom.scrollTo(of, { top, left, behavior: "instant" });
  };
}

/** Whether any of its words is in the window. */
export function isInWindow({ ranges }: Mark): boolean {
  return ranges.some((range) => {
    const { top, bottom, left, right, height } = range.getBoundingClientRect();
    return height > 0 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
  });
}
