// Where the card stands: below or above the words, inside the viewport, and over the words only in a window so low
// that neither side has room. The card lies in the browser's top layer, so nothing of the page moves or clips it, and
// nothing of the page is asked.

/** Widest card, its least distance from the window's edge, and from the words, in CSS pixels. */
const WIDEST = 376;
const EDGE = 8;
const APART = 8;
/** CSS pixels that head, foot and a few lines between them need. */
const LEAST = 230;

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
export function place(card: HTMLDivElement, anchor: Anchor): boolean {
  const box = anchor.getBoundingClientRect();
  // What can be seen of the page, without its scrollbars.
  const { width = innerWidth, height = innerHeight } = visualViewport ?? {};
  const gone = box.width === 0 && box.height === 0;
  if (gone || box.bottom < 0 || box.top > height) return false;
  const narrow = width <= NARROW;
  card.classList.toggle("sheet", narrow);
  if (narrow) asSheet(card, box, height);
  else beside(card, anchor, box, { width, height });
  return true;
}

function beside(
  card: HTMLDivElement,
  anchor: Anchor,
  box: DOMRect,
  view: { width: number; height: number },
): void {
  // Not in the style sheet: 100vw would count the scrollbar in.
  card.style.maxInlineSize = `${Math.min(WIDEST, view.width - 2 * EDGE)}px`;
  card.style.maxBlockSize = "none";
  // A page that zooms itself zooms us with it.
  const scale = card.getBoundingClientRect().width / card.offsetWidth || 1;
  const own = { width: card.offsetWidth * scale, height: card.offsetHeight * scale };
  const lines = Array.from(anchor.getClientRects()).filter((line) => line.width > 0);
  const [first, last] = [lines[0] ?? box, lines[lines.length - 1] ?? box];
  const below = view.height - EDGE - (box.bottom + APART);
  const above = box.top - APART - EDGE;
  const under = own.height <= below || below >= above;
  const most = Math.floor(under ? below : above);
  // Where neither side has room for head and foot, the whole window is there for them.
  const free = own.height > most && most < LEAST;
  const room = free ? view.height - 2 * EDGE : most;
  const tall = Math.min(own.height, room);
  const wanted = under ? box.bottom + APART : box.top - APART - tall;
  const top = free ? Math.max(EDGE, Math.min(wanted, view.height - EDGE - tall)) : wanted;
  const left = Math.max(EDGE, Math.min((under ? last : first).left, view.width - EDGE - own.width));
  card.style.maxBlockSize = `${Math.floor(room / scale)}px`;
  card.style.left = `${Math.round(left / scale)}px`;
  card.style.top = `${Math.round(top / scale)}px`;
}

/** Across the window, where the words are not; over them in one too low for both. */
function asSheet(card: HTMLDivElement, words: DOMRect, height: number): void {
  for (const side of ["left", "top"]) card.style.removeProperty(side);
  card.style.maxInlineSize = "none";
  const most = Math.min(height, Math.max(height * SHEET, LEAST));
  card.style.maxBlockSize = `${Math.floor(most)}px`;
  const [above, below] = [words.top - APART, height - words.bottom - APART];
  const over = card.offsetHeight > below && above > below;
  const room = over ? above : below;
  if (room >= LEAST) card.style.maxBlockSize = `${Math.floor(Math.min(most, room))}px`;
  card.classList.toggle("above", over);
}
