// The guard around the engine, the same in the background, the demo's worker and the npm package.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { guard } from "../../npm/guard";

describe("the guard around the engine", () => {
  it("starts it once, and anew where that failed", async () => {
    let starts = 0;
    const { load } = guard({
      start: async () => {
        if (++starts === 1) throw new TypeError("no bytes");
        return "engine";
      },
      calls: {},
      reset: () => assert.fail("nothing broke"),
    });
    await assert.rejects(load(), /no bytes/);
    assert.deepEqual(await Promise.all([load(), load()]), ["engine", "engine"]);
    assert.equal(starts, 2);
  });

  it("puts it aside after a trap, and not after its own refusals", () => {
    let resets = 0;
    const { double, fail } = guard({
      start: async () => null,
      calls: {
        double: (of: number) => 2 * of,
        fail(error: Error) {
          throw error;
        },
      },
      reset: () => {
        resets++;
      },
    });
    assert.equal(double(7), 14);
    assert.throws(() => fail(new Error("analyze wants an array")), /wants an array/);
    assert.equal(resets, 0);
    assert.throws(() => fail(new WebAssembly.RuntimeError("unreachable")), /unreachable/);
    assert.throws(() => fail(new RangeError("stack")), /stack/);
    assert.equal(resets, 2);
  });
});
