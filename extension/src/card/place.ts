// Where the card stands: below or above the words, inside the viewport, never over the words.
// Floating UI does the geometry; this says what we want of it, and what there is to measure: the card lies in the
// browser's top layer, so nothing of the page moves or clips it, and nothing of the page is asked.

import { computePosition, flip, inline, offset, type Platform, shift, size } from "@floating-ui/core";

/** Widest card, and its least distance from the window's edge, in CSS pixels. */
const WIDEST = 376;
const EDGE = 8;

/** In a narrower window the card is a sheet at its lower edge, or at the upper where the words are low. */
const NARROW = 480;
/** The share of the window's height that a sheet may take. */
const SHEET = 0.5;

/** Anything that can say where it is now, in CSS pixels of the viewport. */
export interface Anchor {
  getBoundingClientRect(): DOMRect;
  getClientRects(): DOMRectList | DOMRect[];
}

/** Moves the card to its anchor. False when the words are gone or out of sight. */
export async function place(card: HTMLDivElement, anchor: Anchor): Promise<boolean> {
  const box = anchor.getBoundingClientRect();
  const view = viewport();
  const gone = box.width === 0 && box.height === 0;
  if (gone || box.bottom < 0 || box.top > view.height) return false;
  const narrow = view.width <= NARROW;
  card.classList.toggle("sheet", narrow);
  if (narrow) {
    asSheet(card, box, view.height);
    return true;
  }
  // Not in the style sheet: 100vw would count the scrollbar in.
  card.style.maxInlineSize = `${Math.min(WIDEST, view.width - 2 * EDGE)}px`;
  const rects = Array.from(anchor.getClientRects());
  const measured = () => ({ width: card.offsetWidth, height: card.offsetHeight });
  const platform: Platform = {
    getElementRects: ({ reference }: { reference: Anchor }) => {
      const { x, y, width, height } = reference.getBoundingClientRect();
      return { reference: { x, y, width, height }, floating: { x: 0, y: 0, ...measured() } };
    },
    getDimensions: measured,
    getClippingRect: () => view,
    getClientRects: () => rects,
  };
  const { x, y } = await computePosition({ getBoundingClientRect: () => box }, card, {
    platform,
    strategy: "fixed",
    placement: "bottom-start",
    middleware: [
      inline(),
      offset(8),
      flip({ padding: EDGE }),
      shift({ padding: EDGE }),
      size({
        padding: EDGE,
        apply({ availableHeight }) {
          card.style.maxBlockSize = `${Math.max(120, Math.floor(availableHeight))}px`;
        },
      }),
    ],
  });
  card.style.left = `${Math.round(x)}px`;
  card.style.top = `${Math.round(y)}px`;
  return true;
}

/** What can be seen of the page, without its scrollbars. */
function viewport(): { x: number; y: number; width: number; height: number } {
  const {
    offsetLeft: x = 0,
    offsetTop: y = 0,
    width = innerWidth,
    height = innerHeight,
  } = visualViewport ?? {};
  return { x, y, width, height };
}

/** Across the window, where the words are not. */
function asSheet(card: HTMLDivElement, words: DOMRect, height: number): void {
  for (const side of ["left", "top"]) card.style.removeProperty(side);
  card.style.maxInlineSize = "none";
  card.style.maxBlockSize = `${Math.floor(height * SHEET)}px`;
  const free = height - card.offsetHeight;
  card.classList.toggle("above", words.bottom > free && words.top > height - free);
}
