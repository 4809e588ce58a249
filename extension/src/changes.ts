// What a reader can put right on a page, and how a passage is known again without keeping its words.
// Leaves out what a change does to an analysis (apply.ts), where it is kept (store.ts) and how it is asked for
// (card/correct.ts).

import type { Attribution, Block, Piece } from "./analysis";
import { isKind } from "./kinds";
import { either, type Is, isIndex, listOf, type Of, only, orNull, record, textOf } from "./schema";

/** Most changes of one correction, and UTF-16 units of a name, a title or the first words. */
const MOST_CHANGES = 50;
/** Blocks over which words may go. */
const MOST_SPOTS = 20;
const LONGEST = 300;

/** 16 hexadecimal digits. */
export const isKey: Is<string> = (value): value is string =>
  typeof value === "string" && /^[0-9a-f]{16}$/.test(value);
const isName = /* @__PURE__ */ textOf(LONGEST, 1);
const isNameOrNone = /* @__PURE__ */ orNull(isName);

/** Words of one block, found again by a salted hash of the block's text. UTF-16 units, end-exclusive. */
export interface Spot {
  block: string;
  start: number;
  end: number;
}
const hasPlaces = /* @__PURE__ */ record({ block: isKey, start: isIndex, end: isIndex });
const isSpot: Is<Spot> = (value): value is Spot => hasPlaces(value) && value.start < value.end;
const areSpots = /* @__PURE__ */ listOf(isSpot, 1, MOST_SPOTS);

/** One thing put right. `passage` finds the attribution again on a later visit: see `passageKey`. */
const isChange = /* @__PURE__ */ either(
  /* @__PURE__ */ record({ type: /* @__PURE__ */ only("kind"), passage: isKey, kind: isKind }),
  /** The speaker has this name, of an actor of the analysis or a new one; null: it is unclear who. */
  /* @__PURE__ */ record({ type: /* @__PURE__ */ only("speaker"), passage: isKey, actor: isNameOrNone }),
  /** It is aimed at the one of this name, or at nobody that is named. */
  /* @__PURE__ */ record({ type: /* @__PURE__ */ only("target"), passage: isKey, actor: isNameOrNone }),
  /** It answers that other passage, or none. */
  /* @__PURE__ */ record({
    type: /* @__PURE__ */ only("reply"),
    passage: isKey,
    to: /* @__PURE__ */ orNull(isKey),
  }),
  /** The words are these. */
  /* @__PURE__ */ record({ type: /* @__PURE__ */ only("words"), passage: isKey, words: areSpots }),
  /** Someone says these words, which were not found. */
  /* @__PURE__ */ record({
    type: /* @__PURE__ */ only("missed"),
    words: areSpots,
    kind: isKind,
    actor: isNameOrNone,
  }),
  /** Two names are one actor; the second gives its name up. */
  /* @__PURE__ */ record({ type: /* @__PURE__ */ only("same"), actor: isName, as: isName }),
  /** Nobody says anything here. */
  /* @__PURE__ */ record({ type: /* @__PURE__ */ only("not_a_statement"), passage: isKey }),
);
export type Change = Of<typeof isChange>;

/** What one press of Save changes. */
export const isCorrection = /* @__PURE__ */ record({
  /** Random, 16 hexadecimal digits: by it the correction can be undone. */
  id: isKey,
  changes: /* @__PURE__ */ listOf(isChange, 1, MOST_CHANGES),
});
export type Correction = Of<typeof isCorrection>;

/** What the reader lets us keep in clear beside a correction, to find it in the options. */
export const isInClear = /* @__PURE__ */ record({
  title: /* @__PURE__ */ textOf(LONGEST),
  /** The first words of the passage. */
  words: /* @__PURE__ */ textOf(LONGEST),
});
export type InClear = Of<typeof isInClear>;

/** A correction with its own number. */
export function correctionOf(changes: Change[]): Correction {
  // Not randomUUID: pages without https have none.
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return { id: Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(""), changes };
}

/**
 * A key of 16 hexadecimal digits for one attribution: a hash of its words with the page's salt, so that a
 * correction keeps no text of the page. Two attributions with the same words share it.
 */
export function passageKey(attribution: Attribution, blocks: readonly Block[], salt: string): string {
  const words = [attribution.source, attribution.cue, attribution.content]
    .map((pieces) => pieces.map((p) => blocks[p.block]?.text.slice(p.start, p.end) ?? "").join(" "))
    .join("\u0000");
  return hash(`${salt}\u0000${words}`);
}

/** Where these pieces are, without their words. */
export function spotsOf(pieces: readonly Piece[], blocks: readonly Block[], salt: string): Spot[] {
  return pieces.map(({ block, start, end }) => ({
    block: blockKey(blocks[block]?.text ?? "", salt),
    start,
    end,
  }));
}

/** The pieces of some spots in reading order; null where one of their blocks is no longer there as it was. */
export function piecesOf(spots: readonly Spot[], blocks: readonly Block[], salt: string): Piece[] | null {
  const pieces: Piece[] = [];
  for (const { block: key, start, end } of spots) {
    const block = blocks.findIndex(({ text }) => end <= text.length && blockKey(text, salt) === key);
    if (block < 0) return null;
    pieces.push({ block, start, end });
  }
  return pieces.sort((a, b) => a.block - b.block || a.start - b.start);
}

function blockKey(text: string, salt: string): string {
  return hash(`${salt}\u0001${text}`);
}

/** Two FNV-1a over UTF-16 code units: to tell passages of one page apart, not to hide them from who has the salt. */
function hash(text: string): string {
  return fnv(text, 0x811c9dc5) + fnv(text, 0x01000193);
}

function fnv(text: string, seed: number): string {
  let hash = seed;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}
