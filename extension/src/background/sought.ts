// What a reader looks for, in statements and in texts, in parts that each take no longer than a bounded time: the engine
// cannot be stopped half way, and a pattern may be made to be slow. A first part says what to expect; where all of it
// takes longer than the budget, what was not looked at is said.
// Leaves out whose turn it is between two parts (queue.ts).

import type { Analysis, Block, CategorySpec } from "../analysis";

/** Milliseconds of one question about categories or texts. */
const BUDGET = 2000;
/** UTF-16 units of the first part; and of any part, so many times those that took this long. */
const FIRST = 10_000;
const SOON = 50;

/** Goes through as much of `sizes` as the budget allows; `look` takes the first and one past the last of a part. */
function* inParts(
  sizes: readonly number[],
  budget: { ms: number },
  look: (from: number, to: number) => number,
): Generator<undefined, boolean> {
  let most = FIRST;
  for (let from = 0; from < sizes.length; ) {
    if (budget.ms <= 0) return false;
    let to = from;
    let units = 0;
    while (to < sizes.length && (to === from || units + (sizes[to] as number) <= most))
      units += sizes[to++] as number;
    const ms = look(from, to);
    budget.ms -= ms;
    most = Math.max(FIRST, Math.floor((units * SOON) / Math.max(ms, 0.5)));
    from = to;
    if (from < sizes.length) yield;
  }
  return true;
}

export interface Categorized {
  /** Of each attribution the indices of the categories that it fits. */
  fits: number[][];
  /** Categories that not every statement was looked through for. */
  partly: number[];
}

/** Which categories fit; `ask` gives it of an analysis and one of them, and `clock` the time. */
export function* categorized(
  { blocks, analysis, categories }: { blocks: Block[]; analysis: Analysis; categories: CategorySpec[] },
  ask: (blocks: Block[], analysis: Analysis, categories: CategorySpec[]) => number[][],
  clock: () => number,
): Generator<undefined, Categorized> {
  const { attributions } = analysis;
  const fits: number[][] = attributions.map(() => []);
  const partly: number[] = [];
  const budget = { ms: BUDGET };
  const sizes = attributions.map(({ content }) =>
    content.reduce((sum, { start, end }) => sum + end - start, 0),
  );
  for (const [index, category] of categories.entries()) {
    const whole = yield* inParts(sizes, budget, (from, to) => {
      const began = clock();
      const part = ask(blocks, { ...analysis, attributions: attributions.slice(from, to) }, [category]);
      for (const [i, fit] of part.entries()) if (fit.length > 0) fits[from + i]?.push(index);
      return clock() - began;
    });
    if (!whole) partly.push(index);
    yield;
  }
  return { fits, partly };
}

/** Where a category is found in each text, and whether not all were looked through. */
export function* found(
  texts: readonly string[],
  ask: (texts: readonly string[]) => [number, number][][],
  clock: () => number,
): Generator<undefined, { spans: [number, number][][]; partly: boolean }> {
  const spans: [number, number][][] = [];
  const sizes = texts.map((text) => text.length);
  const whole = yield* inParts(sizes, { ms: BUDGET }, (from, to) => {
    const began = clock();
    // What stands beyond is looked for by nobody.
    spans.push(...ask(texts.slice(from, to).map((text) => text.slice(0, FIRST))));
    return clock() - began;
  });
  while (spans.length < texts.length) spans.push([]);
  return { spans, partly: !whole };
}
