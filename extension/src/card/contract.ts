// What the conductor of the content script and the card say to each other.
// The conductor decides what is pointed at and when; the card decides how it looks and where it stands.
// Leaves out hit testing and delays (content/hover.ts) and every word and colour of the card.

import type { Analysis, Block, Piece } from "../analysis";
import type { Correction, InClear } from "../changes";
import type { Category } from "../settings";
import type { Tick } from "./strip";

/** What the card asks of the conductor. Indices point into the analysis last shown. */
export interface CardCallbacks {
  /** Scroll to that passage and flash it. */
  jump(attribution: number): void;
  /** Let only this actor's marks stand out; null brings the rest back. */
  only(actor: number | null): void;
  /** The reader says that it is not right: apply this at once and keep it. False when it could not be kept. */
  correct(correction: Correction, clear: InClear | null): Promise<boolean>;
  /** Takes a correction back. */
  undo(id: string): void;
  /** It closed; `byReader` (Esc, the close button): do not open it again until the pointer has left. */
  closed(byReader: boolean): void;
}

/** One resting place: the passages that lie under one point. */
export interface Passage {
  /** Indices into `analysis.attributions`, the outermost first; never empty. */
  attributions: readonly number[];
  /** The words pointed at. Its rectangles place the card; it may collapse when the page changes. */
  anchor: Range;
  analysis: Analysis;
  blocks: readonly Block[];
  /** The actor whose marks alone stand out just now. */
  onlyActor: number | null;
  /** The page shows only the beginning of the article: absence of a reply must not be shown. */
  paywalled: boolean;
  /** The reader's own, of which those that are on are told. */
  categories: readonly Category[];
  /** Corrections are kept here, so offer them; false in private windows. */
  correctable: boolean;
  /** With which the passages of corrections are hashed on this page. */
  salt: string;
  /** The words of the article that are selected just now; empty where none are. */
  selected(): readonly Piece[];
  /** Words that the reader asked about, of which another statement may be made; empty where the card came by itself. */
  missed: readonly Piece[];
  /** Opened from the keyboard: the card may take focus, and gives it back when it closes. */
  byKeyboard: boolean;
}

/** Selected words in which nothing was found. */
export type Missed = Pick<Passage, "analysis" | "blocks" | "salt" | "selected">;

/**
 * The card. Its one host element (closed shadow root, `popover=manual`) is made at the first `show`
 * and is the only node that we ever add to a page.
 */
export interface Card {
  /** Replaces what is shown; opens the card if it is closed. */
  show(passage: Passage): void;
  /**
   * A line in place of a passage, over some words: an answer that none of their passages gives. Where the words are
   * of an article that can be corrected, the reader may say that someone says them.
   */
  note(words: string, anchor: Range, missed: Missed | null): void;
  /** Spoken by screen readers, shown nowhere: for example "3 of 14, accusation, United States". */
  announce(words: string): void;
  /** The overview beside the page, drawn anew; null takes it away. */
  strip(ticks: readonly Tick[] | null): void;
  /** Closes it; does nothing when closed. */
  hide(): void;
  /** Whether it is open. */
  readonly open: boolean;
  /** Whether this event happened on the card, so that the pointer may rest there. */
  owns(event: Event): boolean;
  /** Takes the host out of the page and every listener with it. The card can be shown again. */
  remove(): void;
}

/** What `card/card.ts` exports as `createCard`. */
export type CreateCard = (callbacks: CardCallbacks) => Card;
