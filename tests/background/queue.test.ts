// Whose question is answered when, and how much of a long article: no tab waits for another's longer than the budget.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Analysis } from "../../extension/src/analysis";
import { BUDGET, within } from "../../extension/src/background/budget";
import { atOnce, createQueue } from "../../extension/src/background/queue";
import { afterAWhile } from "../../extension/src/progress";

/** Steps that note each of their turns. */
function* turns<T>(log: string[], name: string, many: number, answer: T): Generator<undefined, T> {
  for (let turn = 1; turn < many; turn++) {
    log.push(name);
    yield;
  }
  log.push(name);
  return answer;
}

const hear = () => new Promise((resolve) => setTimeout(resolve));

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
    const queue = createQueue(hear);
    const long = queue.add(asked(log, "long", 100, 4));
    const short = queue.add(asked(log, "short", 1, 2));
    assert.deepEqual(await Promise.all([long, short]), ["long answered", "short answered"]);
    assert.deepEqual(log, ["long", "short", "short", "long", "long", "long"]);
  });

  it("drops what a tab no longer waits for, and nothing of another tab or of our own pages", async () => {
    const log: string[] = [];
    const queue = createQueue(hear);
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

  it("lets a long question come to its end behind short ones without end", async () => {
    const log: string[] = [];
    const queue = createQueue(hear);
    let answered = false;
    const long = queue.add(asked(log, "long", 100, 4)).then(() => {
      answered = true;
    });
    // Each of them is followed by the next before it is answered: there is always a shorter one.
    let short = 0;
    const more = async (): Promise<void> => {
      while (!answered && short < 1_000) await queue.add(asked(log, `short ${short++}`, 1));
    };
    await Promise.all([more(), more(), long]);
    const own = log.flatMap((name, at) => (name === "long" ? [at] : []));
    assert.equal(own.length, 4);
    for (const [i, at] of own.entries()) assert.ok(i === 0 || at - (own[i - 1] ?? 0) <= 9, String(own));
  });

  it("has a comparison wait for a shorter article, and for none of the same page once it asks anew", async () => {
    const log: string[] = [];
    const queue = createQueue(hear);
    const comparison = (name: string, tab: number) =>
      queue.add({
        tab,
        generation: 0,
        awaited: [0],
        size: 50,
        steps: atOnce(() => {
          log.push(name);
          return `${name} answered`;
        }),
      });
    const long = queue.add(asked(log, "long", 100, 3));
    const first = comparison("first", 5);
    const other = comparison("other", 6);
    const short = queue.add(asked(log, "short", 1));
    const second = comparison("second", 5);
    await assert.rejects(first, /superseded/);
    assert.deepEqual(await Promise.all([short, other, second, long]), [
      "short answered",
      "other answered",
      "second answered",
      "long answered",
    ]);
    assert.deepEqual(log, ["long", "short", "other", "second", "long", "long"]);
  });

  it("goes on after a question that fails", async () => {
    const queue = createQueue(hear);
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
  const shares: number[] = [];
  let longest = 0;
  const ask = (most: number, told: (share: number) => void) => {
    for (const share of [0.1, 0.5, 1]) told(share);
    const read = Math.min(most, bytes);
    calls.push(read);
    longest = Math.max(longest, msOf(read));
    const analysis: Analysis = { attributions: [], actors: [], truncated: read < bytes, declined: null };
    return { analysis, ms: msOf(read) };
  };
  const run = () => {
    const steps = within(bytes, ask, (share) => shares.push(share));
    let step = steps.next();
    while (!step.done) step = steps.next();
    return { truncated: step.value.truncated, calls, shares, longest, read: calls.at(-1) ?? 0 };
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

  it("tells a share that grows over all parts, and is whole where all is read", () => {
    const { shares, calls } = engine(150_000, (bytes) => bytes / 100);
    assert.ok(calls.length > 1);
    assert.ok(
      shares.every((share, i) => share > (shares[i - 1] ?? 0)),
      String(shares),
    );
    assert.equal(shares.at(-1), 1);
    // What is read first is little of all.
    assert.ok((shares[2] ?? 1) < 0.2, String(shares));
    assert.deepEqual(engine(30_000, (bytes) => bytes / 100).shares, [0.1, 0.5, 1]);
  });

  it("bears a clock that did not move", () => {
    assert.equal(engine(200_000, () => 0).truncated, false);
  });
});

describe("the share that is told", () => {
  it("is told from when the reader has waited, and never less than before", () => {
    let now = 1000;
    const told: number[] = [];
    const tell = afterAWhile(
      (share) => told.push(share),
      () => now,
    );
    tell(0.1);
    now += 149;
    tell(0.3);
    assert.deepEqual(told, []);
    now += 1;
    for (const share of [0.35, 0.35, 0.2, 0.6, 1]) tell(share);
    assert.deepEqual(told, [0.35, 0.6, 1]);
  });
});
