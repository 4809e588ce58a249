// The article of a page, block by block, as a reader reads it.

import { findArticles } from "../../extension/src/content/blocks/article";
import { walk, walkNow } from "../../extension/src/content/blocks/walk";
import { readSignals } from "../../extension/src/content/gate/signals";
import { assert, fixture, test } from "../harness/inpage";
import { expectedOf, openCase, READ } from "./page-cases";

const WORDS = "the harbour council of Tolvik said on Monday that it had seen oil on the water again.";

/** The blocks of this markup as lines of role and text. */
async function check(html: string, expected: string[]): Promise<void> {
  const body = await fixture(html);
  const lines = findArticles(walkNow(body).top, { title: "", description: "" })[0]?.lines ?? [];
  assert.deepEqual(
    lines.map(({ role, text }) => `${role}: ${text}`),
    expected,
  );
}

for (const name of READ) {
  test(`the case ${name} is read as expected`, async () => {
    const doc = (await openCase(name)).contentDocument as Document;
    const articles = findArticles(walkNow(doc.body).top, readSignals(doc));
    const read = articles.flatMap(({ lines }) => lines.map(({ role, text }) => `${role}\t${text}`));
    assert.equal(read.join("\n"), await expectedOf(name));
  });
}

test("every run of the table leads back to the same words", async () => {
  for (const name of READ) {
    const doc = (await openCase(name)).contentDocument as Document;
    for (const { text, runs } of findArticles(walkNow(doc.body).top, readSignals(doc)).flatMap(
      ({ lines }) => lines,
    )) {
      let end = 0;
      for (const { at, node, from, length } of runs) {
        assert.isAtLeast(at, end, "runs overlap");
        assert.equal(node.data.slice(from, from + length).replace(/\s/g, " "), text.slice(at, at + length));
        end = at + length;
      }
      assert.isAtMost(end, text.length);
    }
  }
});

test("a page without prose has no article", () => check("<p>Sign in</p><a href='#'>Home</a>", []));

test("a link in a sentence is part of it, a paragraph of links is none", () =>
  check(
    `<p>On Monday <a href="#">${WORDS}</a> Nobody answered, and nobody asked a second time.</p><p><a href="#">More</a> <a href="#">News</a></p><p>Later ${WORDS}</p>`,
    [`body: On Monday ${WORDS} Nobody answered, and nobody asked a second time.`, `body: Later ${WORDS}`],
  ));

test("what stands under a junk name is kept when it is most of the page", () =>
  check(`<div class="sidebar"><p>First ${WORDS}</p><p>Then ${WORDS}</p></div>`, [
    `body: First ${WORDS}`,
    `body: Then ${WORDS}`,
  ]));

test("hidden text is not read, by whatever means it is hidden", () =>
  check(
    `<p>First ${WORDS}</p><p hidden>Second ${WORDS}</p><p style="visibility:hidden">Third ${WORDS}</p><details><summary>More</summary><p>Fourth ${WORDS}</p></details><p>Last ${WORDS} <span style="display:none">Not this.</span></p>`,
    [`body: First ${WORDS}`, `body: Last ${WORDS}`],
  ));

test("a walk in slices gives the same tree as one without", async () => {
  const body = await fixture(`<article>${`<p>One ${WORDS}</p>`.repeat(3000)}</article>`);
  const steps = walk(body);
  let slices = 1;
  let step = steps.next();
  while (!step.done) {
    slices++;
    step = steps.next();
  }
  assert.isAbove(slices, 1);
  assert.equal(step.value.top.good, walkNow(body).top.good);
});

test("a page that appends a second article has two", async () => {
  const view = await openCase("infinite-scroll");
  const doc = view.contentDocument as Document;
  assert.lengthOf(findArticles(walkNow(doc.body).top, readSignals(doc)), 1);
  view.contentWindow?.dispatchEvent(new Event("more"));
  const articles = findArticles(walkNow(doc.body).top, readSignals(doc));
  assert.deepEqual(
    articles.map(({ lines }) => lines[0]?.text),
    ["Tolvik accuses a shipping line", "Mussel farmers ask for help"],
  );
});

test("no more of an article is read than the engine takes", async () => {
  const doc = (await openCase("one-paragraph")).contentDocument as Document;
  const [article] = findArticles(walkNow(doc.body).top, readSignals(doc));
  assert.isTrue(article?.cut);
  const length = article?.lines.reduce((sum, { text }) => sum + text.length, 0) ?? 0;
  assert.isAtMost(length, 200_100);
  assert.isAbove(length, 199_000);
});
