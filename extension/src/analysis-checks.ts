// Whether a value is what the engine gives, whose types are made from Rust: its pieces lie in their blocks, its indices
// lead somewhere. Leaves out the messages that carry it (protocol.ts).

import type { Analysis, Attribution, Block, CategorySpec, Piece, Role, WrongPattern } from "./analysis";
import type { Account, At, Choices, Comparison } from "./comparison";
import { isKind } from "./kinds";
import { type Is, isFlag, isIndex, isRecord, isText, listOf, only, orNull, record, textOf } from "./schema";

const isRole: Is<Role> = /* @__PURE__ */ only(
  "headline",
  "standfirst",
  "summary",
  "body",
  "heading",
  "quote",
  "item",
  "caption",
  "live",
  "pull_quote",
  "teaser",
  "promotion",
  "embed",
);

export const isBlock: Is<Block> = /* @__PURE__ */ record({ text: isText, role: isRole });
const areBlocks: Is<Block[]> = /* @__PURE__ */ listOf(isBlock);

/** What a reader looks for, no longer than the engine takes. */
export const isSpec: Is<CategorySpec> = /* @__PURE__ */ record({
  looks_for: /* @__PURE__ */ textOf(130_000),
  pattern: isFlag,
  place: /* @__PURE__ */ only("said", "speaker", "target", "anywhere"),
  accents: isFlag,
});

/** What is wrong with it. A case that a later engine knows is taken for text. */
export const isWrong: Is<WrongPattern> = /* @__PURE__ */ record({
  why: isText as Is<WrongPattern["why"]>,
  at: /* @__PURE__ */ orNull(isIndex),
  message: isText,
});

/** Lists of places in a list, one for each attribution. */
export const areFits: Is<number[][]> = /* @__PURE__ */ listOf(/* @__PURE__ */ listOf(isIndex));

const isPair = /* @__PURE__ */ listOf(isIndex, 2, 2) as Is<[number, number]>;
const isSpan: Is<[number, number]> = (value): value is [number, number] =>
  isPair(value) && value[0] <= value[1];

/** Starts and ends, lists of them for each text. */
export const areSpans: Is<[number, number][][]> = /* @__PURE__ */ listOf(/* @__PURE__ */ listOf(isSpan));

/** Categories of a reader. */
const MOST_CATEGORIES = 12;

/** Has the lists of one; whether it is one is told with the blocks that it is about (`isAnalysis`). */
export const hasLists: Is<Analysis> = (value): value is Analysis =>
  isRecord(value) && Array.isArray(value["attributions"]) && Array.isArray(value["actors"]);

/** Is an object; whether it is a comparison is told with the articles that it is about (`isComparison`). */
export const isObject: Is<Comparison> = (value): value is Comparison => isRecord(value);

/** Whether it is a comparison of these accounts. */
export function isComparison(value: unknown, accounts: readonly Account[]): value is Comparison {
  if (!isRecord(value)) return false;
  const { voices, perhaps, same, charges } = value;
  const isVoice = (index: unknown) =>
    index === null || (isIndex(index) && index < (Array.isArray(voices) ? voices.length : 0));
  const isOf = (list: "actors" | "attributions") => (at: unknown) => {
    if (!isAt(at)) return false;
    return at.index < (accounts[at.account]?.analysis[list].length ?? 0);
  };
  const isSide = (side: unknown) =>
    isRecord(side) &&
    [side["accusations"], side["replies"], side["denials"]].every((list) =>
      areAll(list, (index) => isOf("attributions")({ account: side["account"], index })),
    );
  return (
    areAll(
      voices,
      (v) => isRecord(v) && typeof v["name"] === "string" && areAll(v["actors"], isOf("actors")),
    ) &&
    areAll(perhaps, (p) => isRecord(p) && areAll(p["voices"], isVoice)) &&
    areAll(
      same,
      (s) => isRecord(s) && isVoice(s["voice"]) && areAll(s["statements"], isOf("attributions")),
    ) &&
    areAll(
      charges,
      (c) => isRecord(c) && [c["accuser"], c["accused"]].every(isVoice) && areAll(c["sides"], isSide),
    )
  );
}

/** An article as it is compared: its analysis, and the blocks that its pieces lie in. */
export function isAccount(value: unknown): value is Account {
  return isRecord(value) && areBlocks(value["blocks"]) && isAnalysis(value["analysis"], value["blocks"]);
}

export function isChoices(value: unknown): value is Choices {
  const isPair = (pair: unknown): pair is [At, At] =>
    Array.isArray(pair) && pair.length === 2 && pair.every(isAt);
  return isRecord(value) && listOf(isPair)(value["joined"]) && listOf(isPair)(value["parted"]);
}

export function isAt(value: unknown): value is At {
  return isRecord(value) && isIndex(value["account"]) && isIndex(value["index"]);
}

export function isAnalysis(value: unknown, blocks: readonly Block[]): value is Analysis {
  if (!hasLists(value)) return false;
  const { attributions, actors } = value as { attributions: unknown[]; actors: unknown[] };
  const isActor = (index: unknown) => index === null || (isIndex(index) && index < actors.length);
  const isAttribution = (index: unknown) => index === null || (isIndex(index) && index < attributions.length);
  const isPiece = (piece: unknown) => {
    if (!isRecord(piece)) return false;
    const { block, start, end } = piece as unknown as Piece;
    const text = isIndex(block) ? blocks[block]?.text : undefined;
    return text !== undefined && isIndex(start) && isIndex(end) && start <= end && end <= text.length;
  };
  return (
    attributions.every((each) => {
      if (!isRecord(each)) return false;
      const {
        kind,
        source,
        cue,
        content,
        because,
        actor,
        through,
        parent,
        replies_to,
        replies,
        target,
        categories,
      } = each as unknown as Attribution;
      return (
        isKind(kind) &&
        [source, cue, content, because].every((pieces) => areAll(pieces, isPiece)) &&
        [actor, through].every(isActor) &&
        [parent, replies_to].every(isAttribution) &&
        areAll(replies, isAttribution) &&
        areAll(categories, (index) => isIndex(index) && index < MOST_CATEGORIES) &&
        (target === null || (isRecord(target) && isActor(target.actor) && areAll(target.span, isPiece)))
      );
    }) &&
    actors.every(
      (actor) => isRecord(actor) && typeof actor["name"] === "string" && areAll(actor["members"], isActor),
    )
  );
}

function areAll(value: unknown, is: (each: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(is);
}
