import type { Analysis, CategorySpec, Role, WrongPattern } from "./analysis.js";
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

/** What may be asked for. */
export interface Options {
  /** Bytes of text after which the rest is left unread; 200,000 when left out. */
  mostBytes?: number;
  /**
   * What to look for, at most twelve; each attribution's `categories` has the indices of those that it
   * fits. One that `whyNoCategory` has something to say about fits nothing.
   */
  categories?: readonly Partial<CategorySpec>[];
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
   * `progress` is told the share of the work that is done, some twenty times at most and each time more than
   * before, lastly 1; what it throws is ignored.
   *
   * Throws an Error when `blocks` is not an array of blocks, and a RuntimeError where memory ends; the
   * next call then has a fresh engine.
   */
  analyze(blocks: readonly BlockInput[], options?: Options, progress?: (share: number) => void): Analysis;

  /**
   * Compares articles on one event, each with its blocks and what `analyze` gave of them: who speaks in
   * which, which statements seem to be the same and how their quotations differ, which accusation is
   * answered where. Indices count the articles as given, their actors and their attributions.
   *
   * `choices` are corrections to who is whom. Throws as `analyze` does.
   */
  compare(accounts: readonly AccountInput[], choices?: Partial<Choices>): Comparison;

  /**
   * Which categories fit each attribution of an analysis that there is already, corrected or not, by their
   * indices: what `analyze` gives with them, without reading the text anew. At most twelve are looked for.
   */
  categorize(
    blocks: readonly BlockInput[],
    analysis: Analysis,
    categories: readonly Partial<CategorySpec>[],
  ): number[][];

  /** Where a category is found in each of these texts: start and end in UTF-16 code units, end-exclusive. */
  find(texts: readonly string[], category: Partial<CategorySpec>): [number, number][][];

  /** Why there is no such category, where, and in words; nothing where there is one. */
  whyNoCategory(category: Partial<CategorySpec>): WrongPattern | undefined;
}

/**
 * Starts the engine, once. Rejects when its bytes cannot be read or the platform has no WebAssembly SIMD;
 * the next call then tries again.
 */
export function load(): Promise<Engine>;
