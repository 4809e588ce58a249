// What arrives over a message or a port is checked here before anyone believes its type: another version of us may
// be at the other end, and a browser's messages are any JSON. Leaves out what the messages are (protocol.ts).

import type { Block } from "./analysis";
import { isAnalysis, isComparison } from "./analysis-checks";
import type { Account, Comparison } from "./comparison";
import {
  type AnalyzeReply,
  type CategorizeReply,
  type CheckReply,
  type CorrectionsReply,
  type FindReply,
  isAnalyzeReply,
  isCategorizeReply,
  isCheckReply,
  isCompareReply,
  isCorrectionsReply,
  isFindReply,
  isKeepReply,
  isOpenReply,
  isPageCommand,
  isPageState,
  isPanelCommand,
  isPointed,
  isRequest,
  isShare,
  type KeepReply,
  type OpenReply,
  type PageCommand,
  type PageState,
  type PanelCommand,
  type Pointed,
  type Request,
  type Share,
} from "./protocol";
import type { Is } from "./schema";

const read = <T>(is: Is<T>, value: unknown): T | null => (is(value) ? value : null);

/** A request to the background; null when it is none of ours. */
export const readRequest = (value: unknown): Request | null => read(isRequest, value);

/** A command of the panel; null when it is none. */
export const readPanelCommand = (value: unknown): PanelCommand | null => read(isPanelCommand, value);

/** A command of the keyboard or a menu; null when it is none. */
export const readPageCommand = (value: unknown): PageCommand | null => read(isPageCommand, value);

/** What the background says of a tab that is to be opened; null when it is none of its answers. */
export const readOpenReply = (value: unknown): OpenReply | null => read(isOpenReply, value);

/** What became of keeping an article; null when it is no such answer. */
export const readKeepReply = (value: unknown): KeepReply | null => read(isKeepReply, value);

/** The corrections kept for a page; null when it is no such answer. */
export const readCorrectionsReply = (value: unknown): CorrectionsReply | null =>
  read(isCorrectionsReply, value);

/** What the reader points at on the page; null when it is no such message. */
export const readPointed = (value: unknown): Pointed | null => read(isPointed, value);

/** How much of a tab's article is read; null when it is no such message. */
export const readShare = (value: unknown): Share | null => read(isShare, value);

/** What a page says of itself; null where it is no state, or one whose pieces do not lie in its blocks. */
export function readPageState(value: unknown): PageState | null {
  if (!isPageState(value)) return null;
  const { analysis, blocks, located, onlyActor } = value;
  if (analysis !== null && !isAnalysis(analysis, blocks)) return null;
  const { attributions, actors } = analysis ?? { attributions: [], actors: [] };
  const leads =
    located.every((index) => index < attributions.length) &&
    (onlyActor === null || onlyActor < actors.length);
  return leads ? value : null;
}

/** An answer about these blocks. One whose pieces do not lie in them, or whose indices lead nowhere, is a failure. */
export function readAnalyzeReply(value: unknown, generation: number, blocks: readonly Block[]): AnalyzeReply {
  if (!isAnalyzeReply(value)) return { type: "failed", generation, error: "the answer is none" };
  if (value.type === "analysis" && !isAnalysis(value.analysis, blocks))
    return { type: "failed", generation, error: "the answer does not fit the question" };
  return value;
}

/** The comparison of these accounts; null for a failure, and for an answer whose indices lead nowhere. */
export function readCompareReply(value: unknown, accounts: readonly Account[]): Comparison | null {
  if (!isCompareReply(value) || value.type !== "comparison") return null;
  return isComparison(value.comparison, accounts) ? value.comparison : null;
}

/**
 * Which of so many categories fit each of so many statements; null for a failure, and for an answer about others.
 */
export function readCategorizeReply(
  value: unknown,
  attributions: number,
  categories: number,
): (CategorizeReply & { type: "categorized" }) | null {
  if (!isCategorizeReply(value) || value.type !== "categorized" || value.fits.length !== attributions)
    return null;
  return [...value.fits, value.partly].every((fits) => fits.every((index) => index < categories))
    ? value
    : null;
}

/** Where a pattern is found in these texts; null when it is no such answer. */
export function readFindReply(value: unknown, texts: readonly string[]): FindReply | null {
  if (!isFindReply(value) || value.type !== "found") return read(isFindReply, value);
  const { spans } = value;
  const lie = texts.every((text, i) => spans[i]?.every(([, end]) => end <= text.length));
  return lie && spans.length === texts.length ? value : null;
}

/** What is wrong with a category, if anything; null when it is no such answer. */
export const readCheckReply = (value: unknown): CheckReply | null => read(isCheckReply, value);
