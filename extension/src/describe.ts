// One attribution in words: who, what kind, which words, how it was worked out. Shared by card,
// panel, announcements and exports, so that all say the same. Leaves out every layout.

import type { Actor, Analysis, Attribution, Block, Kind, Piece, SourceKind } from "./analysis";
import { groupOf } from "./kinds";
import { t } from "./words";

/** UTF-16 units of one attribution that are spoken at a step. */
const SPOKEN = 200;

/** An analysis with the text that its pieces point into. */
export interface Reading {
  analysis: Analysis;
  blocks: readonly Block[];
}

/** The words of some pieces; a gap between them is shown as an ellipsis. Empty for none. */
export function wordsOf(pieces: readonly Piece[], blocks: readonly Block[]): string {
  let text = "";
  let last: Piece | undefined;
  for (const piece of pieces) {
    const words = blocks[piece.block]?.text.slice(piece.start, piece.end).trim() ?? "";
    if (words === "") continue;
    if (last) text += isGap(last, piece, blocks) ? " … " : " ";
    text += words;
    last = piece;
  }
  return text;
}

/** The reporter's words; empty where there are none, or only the colon of a headline ("Mayor: bridge to close"). */
export function cueOf(a: Attribution, blocks: readonly Block[]): string {
  const words = wordsOf(a.cue, blocks);
  return /[\p{L}\p{N}]/u.test(words) ? words : "";
}

function isGap(a: Piece, b: Piece, blocks: readonly Block[]): boolean {
  if (a.block !== b.block) return b.block !== a.block + 1;
  return (blocks[a.block]?.text.slice(a.end, b.start).trim() ?? "") !== "";
}

/** `text` within `limit` characters, cut at a word. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), limit * 0.6)).trimEnd()}…`;
}

/** The name of a kind, as it is shown: "Plan or promise" for a promise. */
export function kindName(kind: Kind): string {
  return t(`kind_${kind}`);
}

/**
 * Who says it: the actor's name, else the words that stand for the source, else that none do. Where those words say
 * that nobody does ("Neither Berg nor Falk"), they stand: a name alone would have someone say it.
 */
export function speakerName({ analysis, blocks }: Reading, a: Attribution): string {
  const nobody = nobodyIn(a.source, blocks);
  if (nobody) return nobody;
  const actor = a.actor === null ? undefined : analysis.actors[a.actor];
  if (actor) return actor.name;
  const source = wordsOf(a.source, blocks);
  if (source !== "") return source;
  return a.kind === "accusation" ? t("accuserNotNamed") : t("unclearWho");
}

/** The engine's own words for it (`kinds/unmade.rs`), and "not everyone". "No 10" and "No Tolls Now" are somebody. */
const NOBODY = /^(?:neither|nor|none|nobody|no-one|nothing|few|hardly|not)\b/i;
const NO = /^no[\s‑-]/i;
/** The same in front of a source that was found without it: "neither Berg nor", "nor did". */
const BEFORE =
  /\b(neither\s[^.;:!?]{1,80}\snor|neither|nor|hardly)(?:\s(?:did|do|does|has|have|had|is|are|was|were|will|would|could))?\s$/i;

/** The words of a source that say that nobody, or hardly anyone, says it; "" where they say who does. */
function nobodyIn(source: readonly Piece[], blocks: readonly Block[]): string {
  const words = wordsOf(source, blocks);
  const first = source[0];
  if (!first) return "";
  if (NOBODY.test(words) || (NO.test(words) && /^\p{Ll}/u.test(words.slice(3)))) return words;
  const before = BEFORE.exec(blocks[first.block]?.text.slice(0, first.start) ?? "");
  return before ? `${before[1]} ${words}` : "";
}

/** Below this the reader is told in words that the kind is only likely. */
const SURE = 0.6;

/** What is done, and at whom: "Accusation → Norway", "Denial (probably)". A statement claims nothing more. */
export function kindInWords(reading: Reading, a: Attribution): string {
  const target = targetName(reading, a);
  const name = kindName(a.kind);
  const kind = a.kind !== "statement" && a.kind_confidence < SURE ? t("kindProbably", name) : name;
  return target ? t("cardHeadingTarget", kind, target) : kind;
}

/** One attribution as it is said: who, the reporter's words as written, and what. */
export interface Saying {
  who: string;
  /** Empty where there is none. */
  cue: string;
  /** Empty where the cue says it all. */
  words: string;
  /** "according to" and "was accused by" stand before the one who says it, "said" after. */
  cueFirst: boolean;
}

/** Without the cue a denial could be read as its opposite: every surface shows all three. */
export function sayingOf(reading: Reading, a: Attribution): Saying {
  const own = cueOf(a, reading.blocks);
  const by = wordBetween(a.cue[a.cue.length - 1], a.source[0], reading.blocks);
  const cue = by ? `${own} ${by}` : own;
  const cueFirst = by !== null && PREPOSITION.test(cue);
  return {
    who: speakerName(reading, a),
    cue: cueFirst ? cue : own,
    words: wordsOf(a.content, reading.blocks),
    cueFirst,
  };
}

/** What makes of the cue a phrase that stands before who says it: "according to", "was accused by". */
const PREPOSITION = /(^|\s)(to|of|by|from|per|for|with)$/i;

/** The one short word between a cue and the source after it, or none (""); null where they do not stand like that. */
function wordBetween(
  cue: Piece | undefined,
  source: Piece | undefined,
  blocks: readonly Block[],
): string | null {
  if (!cue || !source || cue.block !== source.block || cue.end > source.start) return null;
  const between = blocks[cue.block]?.text.slice(cue.end, source.start).trim() ?? "";
  return /^\p{L}{0,5}$/u.test(between) ? between : null;
}

/** The same as one line of plain words; the words of the article in quotation marks of the language. */
export function sayingInWords(reading: Reading, a: Attribution): string {
  const { who, cue, words, cueFirst } = sayingOf(reading, a);
  return [...(cueFirst ? [cue, who] : [who, cue]), words && t("quoted", words)].filter(Boolean).join(" ");
}

/** The target’s name or words; null when nobody is meant who can be told. */
export function targetName({ analysis, blocks }: Reading, a: Attribution): string | null {
  if (!a.target) return null;
  const actor = a.target.actor === null ? undefined : analysis.actors[a.target.actor];
  return actor?.name ?? (wordsOf(a.target.span, blocks) || null);
}

/** Words in the quotation marks of the language, those within them single, as they are printed. */
export function quoted(words: string): string {
  return t(
    "quoted",
    words.replace(/[“”]/g, (mark) => (mark === "“" ? "‘" : "’")),
  );
}

/** True when the reader should know that the source has no name or could not be worked out. */
export function isUnnamed(a: Attribution): boolean {
  return a.source_kind === "unnamed" || a.source_kind === "unresolved" || a.resolution === "unclear";
}

/** The note beside a speaker's name; null when the sentence itself says it. */
export function certainty({ analysis, blocks }: Reading, a: Attribution): string | null {
  if (a.source_kind === "unnamed") return t("notNamed");
  if (a.resolution === "unclear" || a.actor === null) return a.source.length > 0 ? t("unclearWho") : null;
  const actor = analysis.actors[a.actor];
  if (a.resolution === "inferred") {
    const source = wordsOf(a.source, blocks);
    return source && source !== actor?.name ? t("workedOutFrom", source) : t("workedOut");
  }
  return actor && isNameless(actor) ? t("notNamed") : null;
}

/** Someone who could have a name and is given none. A study or a crowd is not expected to have one. */
export function isNameless(actor: Actor): boolean {
  return !actor.named && !["document", "group", "organization", "media"].includes(actor.kind);
}

/** The other names that an actor goes by, as words: `also: Moscow (worked out)`. Empty for none. */
export function otherNames(actor: Actor): string[] {
  const told = new Set([actor.name]);
  return actor.names
    .filter((name) => {
      // "he" within a sentence and "He" at its beginning are one.
      const shown = name.how === "pronoun" ? name.text.toLowerCase() : name.text;
      return name.how !== "same" && !told.has(shown) && told.add(shown);
    })
    .map((name) => {
      const sure = name.how === "part_of_name" || name.how === "acronym" || name.how === "state_name";
      const shown = name.how === "pronoun" ? t("quoted", name.text) : name.text;
      return sure ? shown : t("nameWorkedOut", shown);
    });
}

/** What kind of source it is, in words. */
export function sourceKindName(kind: SourceKind): string {
  return t(`source_${kind}`);
}

/** "3 of 14, Denial, Norway has denied “hiding any catches”": spoken when the keyboard moves along the marks. */
export function positionWords(reading: Reading, attribution: number, order: readonly number[]): string {
  const a = reading.analysis.attributions[attribution];
  if (!a) return "";
  const place = order.indexOf(attribution) + 1;
  const words = shorten(sayingInWords(reading, a), SPOKEN);
  return t("position", place, order.length, kindInWords(reading, a), words);
}

/** How many attributions each group has, and how many have no named or clear source. */
export function countGroups(analysis: Analysis) {
  const counts = { accusations: 0, denials: 0, demands: 0, views: 0, statements: 0, unnamed: 0 };
  for (const a of analysis.attributions) {
    counts[groupOf(a.kind)] += 1;
    if (isUnnamed(a)) counts.unnamed += 1;
  }
  return counts;
}
