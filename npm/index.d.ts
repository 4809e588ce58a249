import type { Analysis, Role } from "./analysis.js";
import type { Choices, Comparison } from "./comparison.js";

export type * from "./analysis.js";
export type * from "./comparison.js";

/** One block of an article; `role` is "body" when left out. */
export interface BlockInput {
  text: string;
  role?: Role;
}

/** One article to compare. */
export interface AccountInput {
  blocks: readonly BlockInput[];
  analysis: Analysis;
}

export interface Engine {
  /**
   * Finds who says what in the blocks of one article.
   *
   * Offsets are UTF-16 code units within each block's `text`, end-exclusive, so that
   * `blocks[piece.block].text.slice(piece.start, piece.end)` gives the words. Any text gives an
   * analysis, with empty lists where nothing is found; text beyond 200,000 bytes is left unread and
   * `truncated` set; text that is not English is not analysed and `declined` set.
   *
   * Throws an Error when `blocks` is not an array of blocks, and a RuntimeError where memory ends; the
   * next call then has a fresh engine.
   */
  analyze(blocks: readonly BlockInput[]): Analysis;

  /**
   * Compares articles on one event, each with its blocks and what `analyze` gave of them: who speaks in
   * which, which statements seem to be the same and how their quotations differ, which accusation is
   * answered where. Indices count the articles as given, their actors and their attributions.
   *
   * `choices` are corrections to who is whom. Throws as `analyze` does.
   */
  compare(accounts: readonly AccountInput[], choices?: Partial<Choices>): Comparison;
}

/** Starts the engine, once. Rejects when its bytes cannot be read or the platform has no WebAssembly SIMD. */
export function load(): Promise<Engine>;
