// What the background remembers of its answers.

import type { Analysis, Block } from "../../extension/src/analysis";
import { remembering } from "../../extension/src/background/memory";
import { assert, test } from "../harness/inpage";

const story = (...texts: string[]): Block[] => texts.map((text) => ({ role: "body", text }));

/** A memory, and the first words of what was really analysed. */
function watched(): { ask(blocks: Block[]): Analysis; analysed: string[] } {
  const analysed: string[] = [];
  const ask = remembering((blocks) => {
    const first = blocks[0]?.text ?? "";
    if (first === "trap") throw new Error("trap");
    analysed.push(first);
    return { attributions: [], actors: [], truncated: false, declined: null };
  });
  return { ask, analysed };
}

test("the same text is analysed once, another role or border is another text", () => {
  const { ask, analysed } = watched();
  const first = ask(story("one", "two"));
  assert.strictEqual(ask(story("one", "two")), first);
  assert.notStrictEqual(ask(story("one two")), first);
  assert.notStrictEqual(ask([{ role: "headline", text: "one" }, ...story("two")]), first);
  assert.deepEqual(analysed, ["one", "one two", "one"]);
});

test("what was asked for longest ago is forgotten first, and long texts sooner", () => {
  const { ask, analysed } = watched();
  for (let n = 0; n < 20; n++) ask(story(String(n)));
  ask(story("0"));
  ask(story("20"));
  ask(story("0"));
  ask(story("1"));
  assert.deepEqual(analysed.slice(20), ["20", "1"]);
  const long = "x".repeat(600_000);
  for (const text of ["long", "0", "longer", "0", "long"]) ask(story(text, text === "0" ? "" : long));
  assert.deepEqual(analysed.slice(22), ["long", "0", "longer", "long"]);
});

test("a failure is not remembered", () => {
  const { ask } = watched();
  assert.throws(() => ask(story("trap")), "trap");
  assert.throws(() => ask(story("trap")), "trap");
});
