// The last few answers, by their text: what is asked again (a page reloaded or gone back to, marks switched on again,
// one story in two tabs) is answered without the engine. Lies in memory alone and is lost with the background.
// Leaves out the analysis itself (engine.ts).

import type { Analysis, Block } from "../analysis";

/** Answers kept; and the UTF-16 units of all their texts, about five of the longest articles. */
const MOST_ANSWERS = 20;
const MOST_UNITS = 1_000_000;

/** The same function, which does not do the same work twice. What it throws is not kept. */
export function remembering(analyse: (blocks: Block[]) => Analysis): (blocks: Block[]) => Analysis {
  /** The one last asked for is the last. */
  const answers = new Map<string, Analysis>();
  let units = 0;
  return (blocks) => {
    const key = JSON.stringify(blocks.map(({ role, text }) => [role, text]));
    const known = answers.get(key);
    const analysis = known ?? analyse(blocks);
    if (known) answers.delete(key);
    else units += key.length;
    answers.set(key, analysis);
    for (const oldest of answers.keys()) {
      if (answers.size <= MOST_ANSWERS && units <= MOST_UNITS) break;
      answers.delete(oldest);
      units -= oldest.length;
    }
    return analysis;
  };
}
