// The article of a page, block by block, as a reader reads it.

import { type Article, findArticles } from "../../extension/src/content/blocks/article";
import { walk } from "../../extension/src/content/blocks/walk";
import { readSignals } from "../../extension/src/content/gate/signals";
import { locate } from "../../extension/src/content/locate";
import { atOnce, type Steps } from "../../extension/src/content/pause";
import { assert, fixture, test } from "../harness/inpage";
import { expectedOf, openCase, READ } from "./page-cases";

const WORDS = "the harbour council of Tolvik said on Monday that it had seen oil on the water again.";

/** Every step from walk to articles, as the page is now. */
function* reading(doc: Document): Steps<Article[]> {
  const signals = yield* readSignals(doc);
  return yield* findArticles(yield* walk(doc.body), signals);
}

const articlesOf = (doc: Document) => atOnce(reading(doc));

/** The blocks of this markup as lines of role and text. */
async function check(html: string, expected: string[]): Promise<void> {
  const body = await fixture(html);
  const articles = atOnce(findArticles(atOnce(walk(body)), { title: "", description: "" }));
  const lines = articles[0]?.lines ?? [];
  assert.deepEqual(
    lines.map(({ role, text }) => `${role}: ${text}`),
    expected,
  );
}

for (const name of READ) {
  test(`the case ${name} is read as expected`, async () => {
    const doc = (await openCase(name)).contentDocument as Document;
    const articles = articlesOf(doc);
    const read = articles.flatMap(({ lines }) => lines.map(({ role, text }) => `${role}\t${text}`));
    assert.equal(read.join("\n"), await expectedOf(name));
  });
}

test("every run of the table leads back to the same words", async () => {
  for (const name of READ) {
    const doc = (await openCase(name)).contentDocument as Document;
    for (const { text, runs } of articlesOf(doc).flatMap(({ lines }) => lines)) {
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

test("wherever a page changes between two steps, no words are located that are not there", async () => {
  // Long enough for dozens of steps; the page moves, rewrites and takes away paragraphs at each of them in turn.
  const body = await fixture("<article></article>");
  const article = body.firstElementChild as Element;
  const ever = new Set<string>();
  let turn = 0;
  const paragraph = (n: number) => {
    const made = document.createElement("p");
    made.textContent = `In entry ${n} ${WORDS}`;
    ever.add(made.textContent);
    return made;
  };
  article.append(...Array.from({ length: 300 }, (_, n) => paragraph(n)));
  const steps = reading(document);
  let step = steps.next();
  for (; !step.done; step = steps.next()) {
    turn++;
    const [first, second] = [turn % 300, (turn * 7) % 300].map((n) => article.children[n] as Element);
    if (turn % 3 === 0) first?.replaceWith(paragraph(1000 + turn));
    else if (turn % 3 === 1) (second?.firstChild as Text).data = paragraph(2000 + turn).textContent ?? "";
    else article.append(first as Element);
  }
  assert.isAbove(turn, 20);
  const [read] = step.value;
  assert.isAbove(read?.lines.length ?? 0, 200);
  let located = 0;
  for (const [block, { text }] of (read?.lines ?? []).entries()) {
    assert.isTrue(ever.has(text), text);
    const ranges = locate(read?.lines ?? [], [{ block, start: 0, end: text.length }]);
    if (!ranges) continue;
    located++;
    assert.equal(ranges.map(String).join(""), text);
    for (const range of ranges) assert.isTrue(range.startContainer.isConnected);
  }
  assert.isAbove(located, 100);
});

test("a page that appends a second article has two", async () => {
  const view = await openCase("infinite-scroll");
  const doc = view.contentDocument as Document;
  assert.lengthOf(articlesOf(doc), 1);
  view.contentWindow?.dispatchEvent(new Event("more"));
  const articles = articlesOf(doc);
  assert.deepEqual(
    articles.map(({ lines }) => lines[0]?.text),
    ["Tolvik accuses a shipping line", "Mussel farmers ask for help"],
  );
});

test("no more of an article is read than the engine takes", async () => {
  const doc = (await openCase("one-paragraph")).contentDocument as Document;
  const [article] = articlesOf(doc);
  assert.isTrue(article?.cut);
  const length = article?.lines.reduce((sum, { text }) => sum + text.length, 0) ?? 0;
  assert.isAtMost(length, 200_100);
  assert.isAbove(length, 199_000);
});
