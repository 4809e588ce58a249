// Categories of the reader's own on a page: drawn beside their groups, asked about again only where something is new.

import { ownLook } from "../../extension/src/own";
import type { Category } from "../../extension/src/settings";
import { assert, test, until } from "../harness/inpage";
import { marks, STORY, staged } from "./fake-world";

/** One that the engine of these tests finds in the statements of that kind. */
const one = (kind: string, more: Partial<Category> = {}): Category => ({
  name: kind,
  looksFor: kind,
  pattern: false,
  place: "anywhere",
  accents: false,
  colour: "#7a5cd6",
  line: "tint",
  on: true,
  ...more,
});

const GROUPS = ["accusations", "denials", "statements"];

test("a category is drawn beside the group, which keeps its line", async () => {
  const { conductor, styled, when } = await staged(STORY, {
    categories: [one("statement"), one("denial", { line: "dotted", colour: "#b8622b" })],
  });
  const state = await when(
    ({ analysis }) => analysis?.attributions.some((a) => a.categories.length > 0) ?? false,
  );
  assert.deepEqual(
    state.analysis?.attributions.map(({ categories }) => categories),
    [[], [1], [0]],
  );
  assert.sameMembers(Object.keys(marks()), [...GROUPS, "own-0", "own-1"]);
  const drawn = marks();
  assert.deepEqual(drawn["own-0"], drawn.statements);
  assert.deepEqual(drawn["own-1"], drawn.denials);
  assert.include(
    styled.at(-1) ?? "",
    "::highlight(ascribe-own-1){text-decoration:overline dotted #b8622b 2px}",
  );
  conductor.stop();
  assert.deepEqual([...CSS.highlights.keys()], []);
});

test("switched off it goes without a question, and without its group its statements are still there", async () => {
  const categories = [one("denial")];
  const { asked, categorized, conductor, set } = await staged(STORY, { categories });
  await until(() => "own-0" in marks());
  const groups = { accusations: true, denials: false, demands: true, views: true, statements: true };
  set({ categories, groups });
  await until(() => !("denials" in marks()));
  assert.sameMembers(Object.keys(marks()), ["accusations", "statements", "own-0"]);
  set({ categories: [one("denial", { on: false })], groups });
  await until(() => !("own-0" in marks()));
  assert.lengthOf(asked, 1);
  assert.lengthOf(categorized, 1);
  conductor.stop();
});

test("another category, and a correction, are asked about, and the text is not", async () => {
  const { asked, categorized, conductor, set, when } = await staged(STORY, { categories: [one("denial")] });
  await until(() => "own-0" in marks());
  set({ categories: [one("accusation")] });
  await until(() => String(marks()["own-0"]).includes("the shipping line"));
  set({ categories: [one("accusation"), one("statement")] });
  await until(() => "own-1" in marks());
  assert.deepEqual(categorized, [["denial"], ["accusation"], ["accusation", "statement"]]);
  set({ categories: [] });
  await when(({ analysis }) => analysis?.attributions.every((a) => a.categories.length === 0) ?? false);
  await until(() => !("own-0" in marks()));
  assert.lengthOf(asked, 1);
  conductor.stop();
});

test("a tint is a line where there is no ground, and a double line is wide enough to be two", () => {
  assert.equal(ownLook(one("a")), "background-color:color-mix(in srgb,#7a5cd6 28%,transparent)");
  assert.equal(ownLook(one("a"), "line"), "text-decoration:overline solid #7a5cd6 2px");
  assert.equal(ownLook(one("a", { line: "double" })), "text-decoration:overline double #7a5cd6 3px");
});
