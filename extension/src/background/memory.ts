// The last few answers, by their text: what is asked again (a page reloaded or gone back to, marks switched on again,
// one story in two tabs) is answered without the engine. Lies in memory alone and is lost with the background.
// Leaves out the analysis itself (engine.ts).

import type { Analysis, Block } from "../analysis";

/** Answers kept; and the UTF-16 units of all their texts, about five of the longest articles. */
const MOST_ANSWERS = 20;
const MOST_UNITS = 1_000_000;

export interface Memory {
  /** The answer about this very text, if it is among the last. */
  find(blocks: readonly Block[]): Analysis | null;
  keep(blocks: readonly Block[], analysis: Analysis): void;
}

export function createMemory(): Memory {
  /** The one last asked for is the last. */
  const answers = new Map<string, Analysis>();
  let units = 0;
  const keyOf = (blocks: readonly Block[]) => JSON.stringify(blocks.map(({ role, text }) => [role, text]));
  const forget = (key: string) => {
    if (answers.delete(key)) units -= key.length;
  };
  const put = (key: string, analysis: Analysis) => {
    forget(key);
    answers.set(key, analysis);
    units += key.length;
  };
  return {
    find(blocks) {
      const key = keyOf(blocks);
      const known = answers.get(key);
      if (known) put(key, known);
      return known ?? null;
    },
    keep(blocks, analysis) {
      put(keyOf(blocks), analysis);
      for (const oldest of answers.keys()) {
        if (answers.size <= MOST_ANSWERS && units <= MOST_UNITS) break;
        forget(oldest);
      }
    },
  };
}
