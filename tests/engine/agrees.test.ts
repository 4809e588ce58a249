// The engine in WebAssembly says what it says natively, on ordinary and on nasty texts alike.
// Leaves out whether that is right: the tests of the engine say so.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import type { Analysis } from "../../extension/src/analysis";
import type { BlockInput, Engine } from "../../npm/index";
import { fromRoot } from "../harness/paths";
import { labelledTexts, nastyTexts, natively, single } from "./native";

const { load } = await import(pathToFileURL(fromRoot("dist/npm/node.js")).href);
const { analyze } = (await load()) as Engine;

function check(blocks: BlockInput[]): Analysis {
  const said = natively(blocks);
  assert.deepEqual(single(analyze(blocks)), said);
  return said;
}

describe("the engine in WebAssembly agrees with the native one", () => {
  for (const { name, blocks } of nastyTexts()) it(`on ${name}`, () => void check(blocks));
  for (const { name, blocks } of labelledTexts()) {
    it(`on the words of ${name}`, () => {
      assert.ok(check(blocks).attributions.length > 0, "something is found");
    });
  }
});

describe("the engine in WebAssembly", () => {
  it("reads a lone surrogate as the replacement character, offsets unmoved", () => {
    const text = (odd: string) => `The ${odd}mayor said the ${odd}bridge was safe${odd}.`;
    const replaced = analyze([{ text: text("\ufffd") }]);
    for (const odd of ["\ud83d", "\udc00"]) assert.deepEqual(analyze([{ text: text(odd) }]), replaced);
  });

  it("throws on what are no blocks, names the case, and works on", () => {
    for (const nothing of [
      null,
      undefined,
      7,
      "text",
      {},
      [7],
      [{}],
      [{ text: 7 }],
      [{ text: "a", role: "b" }],
    ]) {
      assert.throws(() => analyze(nothing as never), /array of blocks/);
    }
    assert.equal(analyze([{ text: "The mayor said the bridge was safe." }]).attributions.length, 1);
  });

  it("is fresh again after it ran out of memory", async () => {
    const blocks = [{ text: "The mayor said the bridge was safe. ".repeat(5_000) }];
    const before = analyze(blocks);
    const { default: init } = await import(pathToFileURL(fromRoot("dist/npm/ascribe.js")).href);
    const { memory } = (await init()) as { memory: WebAssembly.Memory };
    // All that an engine can ever have, so that its next wish is refused. It is never touched.
    memory.grow(65_536 - memory.buffer.byteLength / 65_536);
    assert.throws(() => {
      for (let i = 0; i < 1_000; i++) analyze(blocks.map(({ text }) => ({ text: text.repeat(100) })));
    }, WebAssembly.RuntimeError);
    assert.deepEqual(analyze(blocks), before);
  });

  it("tells how far it is, gives the same, and minds nothing that whom it tells throws", () => {
    const blocks = [{ text: "The mayor said the bridge was safe. ".repeat(500) }];
    const alone = analyze(blocks);
    const shares: number[] = [];
    assert.deepEqual(
      analyze(blocks, undefined, (share) => shares.push(share)),
      alone,
    );
    assert.ok(shares.length >= 15 && shares.length <= 21, `${shares}`);
    assert.ok(
      shares.every((share, i) => share > (shares[i - 1] ?? 0)),
      `${shares}`,
    );
    assert.equal(shares.at(-1), 1);
    let told = 0;
    const thrower = () => {
      told++;
      throw new Error("not now");
    };
    assert.deepEqual(analyze(blocks, undefined, thrower), alone);
    assert.equal(told, shares.length);
    // Also of what is not read on: another language.
    const declined: number[] = [];
    analyze(
      [{ text: "Es ist nicht wahr, sagte der Bürgermeister, und nannte die Brücke sicher." }],
      {},
      (share) => declined.push(share),
    );
    assert.equal(declined.at(-1), 1);
  });

  it("gives plain data: no map, no big number, nothing undefined", () => {
    const analysis = analyze([{ text: "Norway accused Iceland of lying. Iceland denied it." }]);
    assert.deepEqual(JSON.parse(JSON.stringify(analysis)), analysis);
  });
});
