// What a reader looks for, in parts of a bounded time: which, and what is said where time ran out.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Analysis, Block, CategorySpec } from "../../extension/src/analysis";
import { categorized, found } from "../../extension/src/background/sought";
import { attribution } from "../harness/attribution";

const BLOCKS: Block[] = [{ role: "body", text: "a".repeat(60_000) }];
const spec = (looks_for: string): CategorySpec => ({
  looks_for,
  pattern: true,
  place: "said",
  accents: false,
});

/** Twelve statements of 5,000 letters each. */
const analysis: Analysis = {
  attributions: Array.from({ length: 12 }, (_, i) =>
    attribution({ content: [{ block: 0, start: i * 5000, end: (i + 1) * 5000 }] }),
  ),
  actors: [],
  truncated: false,
  declined: null,
};

function toEnd<T>(steps: Generator<undefined, T>): { value: T; pauses: number } {
  for (let pauses = 0; ; pauses++) {
    const step = steps.next();
    if (step.done) return { value: step.value, pauses };
  }
}

/** An engine in which every statement fits, on a clock that goes on by `slow` for each of category "slow". */
function watched(slow: number) {
  let now = 0;
  const parts: [string, number][] = [];
  const ask = (_: Block[], { attributions }: Analysis, [category]: CategorySpec[]) => {
    parts.push([category?.looks_for ?? "", attributions.length]);
    now += category?.looks_for === "slow" ? slow * attributions.length : 0.1;
    return attributions.map(() => [0]);
  };
  return { ask, clock: () => now, parts };
}

describe("what fits categories", () => {
  it("is found in two parts where it is quick, and each category keeps its place", () => {
    const { ask, clock, parts } = watched(0);
    const categories = [spec("one"), spec("two")];
    const { value } = toEnd(categorized({ blocks: BLOCKS, analysis, categories }, ask, clock));
    assert.deepEqual(value, { fits: analysis.attributions.map(() => [0, 1]), partly: [] });
    assert.deepEqual(parts, [
      ["one", 2],
      ["one", 10],
      ["two", 2],
      ["two", 10],
    ]);
  });

  it("is told as far as time allows, in parts between which others have their turn", () => {
    const { ask, clock, parts } = watched(300);
    const categories = [spec("quick"), spec("slow"), spec("late")];
    const { value, pauses } = toEnd(categorized({ blocks: BLOCKS, analysis, categories }, ask, clock));
    assert.deepEqual(value.partly, [1, 2]);
    const slow = parts.filter(([name]) => name === "slow");
    assert.ok(slow.length > 1 && slow.every(([, count]) => count <= 2), JSON.stringify(slow));
    assert.ok(!parts.some(([name]) => name === "late"));
    assert.ok(pauses >= slow.length);
    // What was looked at is told; what was not is left out.
    assert.deepEqual(value.fits[0], [0, 1]);
    assert.deepEqual(value.fits[11], [0]);
  });
});

describe("where a pattern is found", () => {
  it("is told of each text, as far as time allows", () => {
    let now = 0;
    const texts = Array.from({ length: 40 }, () => "b".repeat(9000));
    const ask = (some: readonly string[]) => {
      now += 600;
      return some.map((): [number, number][] => [[0, 1]]);
    };
    const { value } = toEnd(found(texts, ask, () => now));
    assert.equal(value.partly, true);
    assert.equal(value.spans.length, 40);
    assert.deepEqual(value.spans[0], [[0, 1]]);
    assert.deepEqual(value.spans[39], []);
    assert.deepEqual(toEnd(found([], ask, () => now)).value, { spans: [], partly: false });
  });
});
