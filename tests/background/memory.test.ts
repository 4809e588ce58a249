// What the background remembers of its answers.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Analysis, Block } from "../../extension/src/analysis";
import { createMemory } from "../../extension/src/background/memory";

const story = (...texts: string[]): Block[] => texts.map((text) => ({ role: "body", text }));
const answer = (): Analysis => ({ attributions: [], actors: [], truncated: false, declined: null });

/** A memory that is asked as the background asks it, and the first words of what it did not know. */
function watched(): { ask(blocks: Block[]): Analysis; asked: string[] } {
  const asked: string[] = [];
  const memory = createMemory();
  const ask = (blocks: Block[]) => {
    const known = memory.find(blocks);
    if (known) return known;
    asked.push(blocks[0]?.text ?? "");
    const analysis = answer();
    memory.keep(blocks, analysis);
    return analysis;
  };
  return { ask, asked };
}

describe("the background's memory", () => {
  it("knows the same text; another role or border is another text", () => {
    const { ask, asked } = watched();
    const first = ask(story("one", "two"));
    assert.equal(ask(story("one", "two")), first);
    assert.notEqual(ask(story("one two")), first);
    assert.notEqual(ask([{ role: "headline", text: "one" }, ...story("two")]), first);
    assert.deepEqual(asked, ["one", "one two", "one"]);
  });

  it("forgets first what was asked for longest ago, and long texts sooner", () => {
    const { ask, asked } = watched();
    for (let n = 0; n < 20; n++) ask(story(String(n)));
    ask(story("0"));
    ask(story("20"));
    ask(story("0"));
    ask(story("1"));
    assert.deepEqual(asked.slice(20), ["20", "1"]);
    const long = "x".repeat(600_000);
    for (const text of ["long", "0", "longer", "0", "long"]) ask(story(text, text === "0" ? "" : long));
    assert.deepEqual(asked.slice(22), ["long", "0", "longer", "long"]);
  });

  it("keeps one answer of a text, however often it is kept", () => {
    const memory = createMemory();
    const blocks = story("x".repeat(400_000));
    for (let n = 0; n < 5; n++) memory.keep(blocks, answer());
    memory.keep(story("y".repeat(400_000)), answer());
    assert.notEqual(memory.find(blocks), null);
  });
});
