// What a reader can put right on a page, and how a passage is known again without keeping its words.
// Leaves out what a change does to an analysis (apply.ts), where it is kept (store.ts) and how it is asked for
// (card/correct.ts).

import type { Attribution, Block, Kind, Piece } from "../analysis";
import { isKind } from "../kinds";

/** Words of one block, found again by a salted hash of the block's text. UTF-16 units, end-exclusive. */
export interface Spot {
  block: string;
  start: number;
  end: number;
}

/** One thing put right. `passage` finds the attribution again on a later visit: see `passageKey`. */
export type Change =
  | { type: "kind"; passage: string; kind: Kind }
  /** The speaker has this name, of an actor of the analysis or a new one; null: it is unclear who. */
  | { type: "speaker"; passage: string; actor: string | null }
  /** It is aimed at the one of this name, or at nobody that is named. */
  | { type: "target"; passage: string; actor: string | null }
  /** It answers that other passage, or none. */
  | { type: "reply"; passage: string; to: string | null }
  /** The words are these. */
  | { type: "words"; passage: string; words: Spot[] }
  /** Someone says these words, which were not found. */
  | { type: "missed"; words: Spot[]; kind: Kind; actor: string | null }
  /** Two names are one actor; the second gives its name up. */
  | { type: "same"; actor: string; as: string }
  /** Nobody says anything here. */
  | { type: "not_a_statement"; passage: string };

/** What one press of Save changes. */
export interface Correction {
  /** Random, 16 hexadecimal digits: by it the correction can be undone. */
  id: string;
  changes: Change[];
}

/** What the reader lets us keep in clear beside a correction, to find it in the options. */
export interface InClear {
  title: string;
  /** The first words of the passage. */
  words: string;
}

/** Most changes of one correction, and UTF-16 units of a name, a title or the first words. */
const MOST_CHANGES = 50;
/** Blocks over which words may go. */
const MOST_SPOTS = 20;
const LONGEST = 300;

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

// ---- what arrives or was stored, looked at -----------------------------------------------------

export function isCorrection(value: unknown): value is Correction {
  if (!isRecord(value)) return false;
  const { id, changes } = value;
  return (
    isKey(id) &&
    Array.isArray(changes) &&
    changes.length > 0 &&
    changes.length <= MOST_CHANGES &&
    changes.every(isChange)
  );
}

export function isInClear(value: unknown): value is InClear {
  return isRecord(value) && isWords(value["title"]) && isWords(value["words"]);
}

export function isKey(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{16}$/.test(value);
}

function isChange(value: unknown): value is Change {
  if (!isRecord(value)) return false;
  const { type, passage, kind, actor, as, to, words } = value;
  const isName = (name: unknown) => isWords(name) && name !== "";
  const isNameOrNone = (name: unknown) => name === null || isName(name);
  if (type === "same") return isName(actor) && isName(as);
  if (type === "missed") return areSpots(words) && isKind(kind) && isNameOrNone(actor);
  if (!isKey(passage)) return false;
  switch (type) {
    case "kind":
      return isKind(kind);
    case "speaker":
    case "target":
      return isNameOrNone(actor);
    case "reply":
      return to === null || isKey(to);
    case "words":
      return areSpots(words);
    default:
      return type === "not_a_statement";
  }
}

function areSpots(value: unknown): value is Spot[] {
  const isSpot = (spot: unknown) => {
    if (!isRecord(spot)) return false;
    const { block, start, end } = spot as { block: unknown; start: number; end: number };
    return isKey(block) && Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end;
  };
  return Array.isArray(value) && value.length > 0 && value.length <= MOST_SPOTS && value.every(isSpot);
}

function isWords(value: unknown): value is string {
  return typeof value === "string" && value.length <= LONGEST;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
