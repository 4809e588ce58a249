import type { Analysis, Role } from "./analysis.js";

export type * from "./analysis.js";

/** One block of an article; `role` is "body" when left out. */
export interface BlockInput {
  text: string;
  role?: Role;
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
}

/** Starts the engine, once. Rejects when its bytes cannot be read or the platform has no WebAssembly SIMD. */
export function load(): Promise<Engine>;
