// Whose question is answered when, and how much of a long article: no tab waits for another's longer than the budget.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Analysis } from "../../extension/src/analysis";
import { BUDGET, within } from "../../extension/src/background/budget";
import { createQueue } from "../../extension/src/background/queue";

/** Steps that note each of their turns. */
function* turns<T>(log: string[], name: string, many: number, answer: T): Generator<undefined, T> {
  for (let turn = 1; turn < many; turn++) {
    log.push(name);
    yield;
  }
  log.push(name);
  return answer;
}

const asked = (log: string[], name: string, size: number, many = 1, more = {}) => ({
  tab: undefined,
  generation: 1,
  awaited: [1],
  size,
  steps: turns(log, name, many, `${name} answered`),
  ...more,
});

describe("the background's queue", () => {
  it("answers a short question between two parts of a long one", async () => {
    const log: string[] = [];
    const queue = createQueue();
    const long = queue.add(asked(log, "long", 100, 4));
    const short = queue.add(asked(log, "short", 1, 2));
    assert.deepEqual(await Promise.all([long, short]), ["long answered", "short answered"]);
    assert.deepEqual(log, ["long", "short", "short", "long", "long", "long"]);
  });

  it("drops what a tab no longer waits for, and nothing of another tab or of our own pages", async () => {
    const log: string[] = [];
    const queue = createQueue();
    const first = queue.add(asked(log, "first", 9, 3, { tab: 5 }));
    const kept = queue.add(asked(log, "kept", 8, 1, { tab: 5, generation: 2, awaited: [1, 2] }));
    const other = queue.add(asked(log, "other", 7, 1, { tab: 6 }));
    const ours = queue.add(asked(log, "ours", 6, 1));
    const next = queue.add(asked(log, "next", 5, 1, { tab: 5, generation: 3, awaited: [2, 3] }));
    await assert.rejects(first, /superseded/);
    assert.deepEqual(await Promise.all([kept, other, ours, next]), [
      "kept answered",
      "other answered",
      "ours answered",
      "next answered",
    ]);
    assert.deepEqual(log, ["first", "next", "ours", "other", "kept"]);
  });

  it("goes on after a question that fails", async () => {
    const queue = createQueue();
    const broken = {
      ...asked([], "broken", 1),
      // biome-ignore lint/correctness/useYield: it fails before it comes to one.
      steps: (function* (): Generator<undefined, string> {
        throw new RangeError("trap");
      })(),
    };
    await assert.rejects(queue.add(broken), /trap/);
    assert.equal(await queue.add(asked([], "next", 1)), "next answered");
  });
});

/** An engine on which so many bytes take so many milliseconds; and every call it had. */
function engine(bytes: number, msOf: (bytes: number) => number) {
  const calls: number[] = [];
  let longest = 0;
  const ask = (most: number) => {
    const read = Math.min(most, bytes);
    calls.push(read);
    longest = Math.max(longest, msOf(read));
    const analysis: Analysis = { attributions: [], actors: [], truncated: read < bytes, declined: null };
    return { analysis, ms: msOf(read) };
  };
  const run = () => {
    const steps = within(bytes, ask);
    let step = steps.next();
    while (!step.done) step = steps.next();
    return { truncated: step.value.truncated, calls, longest, read: calls.at(-1) ?? 0 };
  };
  return run();
}

describe("the budget of an article", () => {
  it("lets an ordinary one be read whole in one call", () => {
    const { calls, truncated } = engine(30_000, (bytes) => bytes / 100);
    assert.deepEqual(calls, [30_000]);
    assert.equal(truncated, false);
  });

  it("lets a long one of ordinary text be read whole", () => {
    const { calls, truncated } = engine(200_000, (bytes) => bytes / 100);
    assert.equal(truncated, false);
    assert.ok(calls.length <= 4, String(calls));
  });

  it("is kept by text whose price grows by the square, and what is unread is said", () => {
    for (const whole of [8_000, 16_000, 64_000]) {
      const { longest, truncated, read } = engine(200_000, (bytes) => whole * (bytes / 200_000) ** 2);
      assert.ok(longest <= BUDGET * 1.01, `${longest} ms`);
      assert.equal(truncated, true);
      assert.ok(read >= 20_000);
    }
  });

  it("is kept on a machine that is ten times slower", () => {
    const { longest, truncated } = engine(200_000, (bytes) => bytes / 10);
    assert.ok(longest <= BUDGET * 1.01, `${longest} ms`);
    assert.equal(truncated, true);
  });

  it("bears a clock that did not move", () => {
    assert.equal(engine(200_000, () => 0).truncated, false);
  });
});
