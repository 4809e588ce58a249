// Where the card stands: below or above the words, inside the viewport, never over the words.
// Floating UI does the geometry; this says what we want of it.

import { computePosition, flip, inline, offset, shift, size } from "@floating-ui/dom";

/** Widest card, and its least distance from the window's edge, in CSS pixels. */
const WIDEST = 376;
const EDGE = 8;

/** Anything that can say where it is now, in CSS pixels of the viewport. */
export interface Anchor {
  getBoundingClientRect(): DOMRect;
  getClientRects(): DOMRectList | DOMRect[];
}

/** Moves the card to its anchor. False when the words are gone or out of sight. */
export async function place(card: HTMLElement, anchor: Anchor): Promise<boolean> {
  const box = anchor.getBoundingClientRect();
  const view = card.ownerDocument.documentElement;
  const gone = box.width === 0 && box.height === 0;
  if (gone || box.bottom < 0 || box.top > view.clientHeight) return false;
  // Not in the style sheet: 100vw would count the scrollbar in.
  card.style.maxInlineSize = `${Math.min(WIDEST, view.clientWidth - 2 * EDGE)}px`;
  const rects = Array.from(anchor.getClientRects());
  const { x, y } = await computePosition(
    { getBoundingClientRect: () => box, getClientRects: () => rects },
    card,
    {
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
    },
  );
  card.style.left = `${Math.round(x)}px`;
  card.style.top = `${Math.round(y)}px`;
  return true;
}
