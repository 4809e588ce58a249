// Ranges on the right words, or none; highlights drawn, kept, refilled and taken away.

import { findArticles } from "../../extension/src/content/blocks/article";
import { readText } from "../../extension/src/content/blocks/text";
import { walk } from "../../extension/src/content/blocks/walk";
import { locate } from "../../extension/src/content/locate";
import { MARK_NAMES, marksCss, PREFIX } from "../../extension/src/content/marks";
import { createPainter } from "../../extension/src/content/paint";
import { atOnce } from "../../extension/src/content/pause";
import { type Category, DEFAULTS } from "../../extension/src/settings";
import { assert, fixture, test } from "../harness/inpage";
import { OWN } from "../surfaces/own";

const isOwn = (name: string) => name.startsWith("own-");

function textNodes(root: Node): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}

/** Locates these words of a paragraph and gives what each range holds. */
async function check(html: string, words: string, expected: string[] | null): Promise<void> {
  const read = readText(textNodes(await fixture(html)));
  const start = read.text.indexOf(words);
  assert.isAtLeast(start, 0, read.text);
  const ranges = locate([read], [{ block: 0, start, end: start + words.length }]);
  assert.deepEqual(ranges?.map(String) ?? null, expected);
}

test("a passage in one node is one range", () => check("<p>She said so.</p>", "said", ["said"]));
test("a passage over inline elements has a range for each text node", () =>
  check("<p>She <em>said</em> so.</p>", "She said so.", ["She ", "said", " so."]));
test("collapsed white space and soft hyphens are inside the range", () =>
  check("<p>She    har­bours\n no doubt.</p>", "harbours no", ["har­bours\n no"]));
test("astral characters count as two units", () => check("<p>A 𠮷 said so.</p>", "said", ["said"]));

test("words that are no longer there are not located", async () => {
  const body = await fixture("<p>She said so.</p>");
  const nodes = textNodes(body);
  const read = readText(nodes);
  (nodes[0] as Text).data = "He denied it.";
  assert.isNull(locate([read], [{ block: 0, start: 0, end: 8 }]));
});

test("a node that left the page is not located", async () => {
  const body = await fixture("<p>She said so.</p>");
  const read = readText(textNodes(body));
  body.replaceChildren();
  assert.isNull(locate([read], [{ block: 0, start: 0, end: 8 }]));
});

test("pieces outside the text are not located", async () => {
  const read = readText(textNodes(await fixture("<p>She said so.</p>")));
  for (const piece of [
    { block: 1, start: 0, end: 1 },
    { block: 0, start: 3, end: 99 },
    { block: 0, start: 4, end: 4 },
  ]) {
    assert.isNull(locate([read], [piece]));
  }
});

function rangeOf(node: Node, start: number, end: number): Range {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range;
}

function ours(): string[] {
  return [...CSS.highlights.keys()].filter((name) => name.startsWith(PREFIX));
}

test("marks are highlights, and the page's markup stays as it was", async () => {
  const body = await fixture("<p>She said so.</p>");
  const before = document.documentElement.outerHTML;
  const painter = createPainter();
  const [node] = textNodes(body) as [Text];
  assert.equal(atOnce(painter.draw(new Map([["denials", [rangeOf(node, 0, 3)]]]))), 1);
  assert.deepEqual([...(CSS.highlights.get(`${PREFIX}denials`) ?? [])].map(String), ["She"]);
  assert.equal(document.documentElement.outerHTML, before);
  painter.clear();
  assert.deepEqual(ours(), []);
});

test("a range that is already there is kept, so that it does not flicker", async () => {
  const [node] = textNodes(await fixture("<p>She said so.</p>")) as [Text];
  const painter = createPainter();
  const first = rangeOf(node, 0, 3);
  atOnce(painter.draw(new Map([["views", [first]]])));
  assert.equal(atOnce(painter.draw(new Map([["views", [rangeOf(node, 0, 3), rangeOf(node, 4, 8)]]]))), 1);
  assert.isTrue(CSS.highlights.get(`${PREFIX}views`)?.has(first));
  assert.equal(atOnce(painter.draw(new Map([["views", [rangeOf(node, 4, 8)]]]))), 1);
  assert.isFalse(CSS.highlights.get(`${PREFIX}views`)?.has(first));
  painter.clear();
});

test("a drawing that is cleared half way leaves nothing, in shadow roots neither", async () => {
  const body = await fixture("<div></div>");
  const shadow = (body.firstElementChild as Element).attachShadow({ mode: "open" });
  shadow.innerHTML = "<p>so</p>".repeat(200);
  const painter = createPainter();
  const ranges = textNodes(shadow).map((node) => rangeOf(node, 0, 2));
  const steps = painter.draw(
    new Map([
      ["denials", ranges],
      ["views", ranges],
    ]),
  );
  steps.next();
  assert.deepEqual(ours(), [`${PREFIX}views`]);
  painter.clear();
  atOnce(steps);
  assert.deepEqual(ours(), []);
  assert.lengthOf([...shadow.adoptedStyleSheets], 0);
});

test("a registry that the page cleared is filled again, and its own highlights are left alone", async () => {
  const [node] = textNodes(await fixture("<p>She said so.</p>")) as [Text];
  const painter = createPainter();
  atOnce(painter.draw(new Map([["views", [rangeOf(node, 0, 3)]]])));
  CSS.highlights.clear();
  CSS.highlights.set("theirs", new Highlight());
  painter.refill();
  assert.equal(CSS.highlights.get(`${PREFIX}views`)?.size, 1);
  painter.clear();
  assert.deepEqual([...CSS.highlights.keys()], ["theirs"]);
  CSS.highlights.clear();
});

test("marks that lie over each other are drawn by priority", async () => {
  const [node] = textNodes(await fixture("<p>She said so.</p>")) as [Text];
  const painter = createPainter();
  atOnce(
    painter.draw(
      new Map([
        ["statements", [rangeOf(node, 0, 12)]],
        ["accusations", [rangeOf(node, 4, 8)]],
      ]),
    ),
  );
  const of = (name: string) => CSS.highlights.get(PREFIX + name)?.priority ?? 0;
  assert.isAbove(of("accusations"), of("statements"));
  painter.clear();
});

test("text in a shadow root gets the sheet there, and loses it again", async () => {
  const body = await fixture("<div></div>");
  const shadow = (body.firstElementChild as Element).attachShadow({ mode: "open" });
  shadow.innerHTML = "<p>She said so.</p>";
  const [node] = textNodes(shadow) as [Text];
  const painter = createPainter();
  painter.style(marksCss(DEFAULTS));
  atOnce(painter.draw(new Map([["views", [rangeOf(node, 0, 3)]]])));
  assert.lengthOf([...shadow.adoptedStyleSheets], 1);
  const style = getComputedStyle(node.parentElement as Element, `::highlight(${PREFIX}views)`);
  assert.equal(style.textDecorationStyle, "dotted");
  painter.clear();
  assert.lengthOf([...shadow.adoptedStyleSheets], 0);
});

test("each group has its own line, and none touches the text's colour", async () => {
  const body = await fixture("<p>She said so.</p>");
  const sheet = document.createElement("style");
  sheet.textContent = marksCss(DEFAULTS);
  document.head.append(sheet);
  const styles = ["accusations", "denials", "demands", "views", "statements"].map((name) => {
    const { textDecorationStyle, textDecorationThickness, color } = getComputedStyle(
      body.firstElementChild as Element,
      `::highlight(${PREFIX}${name})`,
    );
    assert.equal(color, getComputedStyle(body).color, name);
    return `${textDecorationStyle} ${textDecorationThickness}`;
  });
  assert.equal(new Set(styles).size, 5);
  sheet.remove();
});

test("a tint is drawn only where the reader asks for it", () => {
  // A line may be mixed as well, where it is quiet.
  assert.notInclude(marksCss(DEFAULTS), "background-color:color-mix");
  assert.include(marksCss({ ...DEFAULTS, look: "tint" }), "background-color:color-mix");
  const category = { ...OWN[0], line: "tint" } as Category;
  const css = marksCss({ ...DEFAULTS, categories: MARK_NAMES.filter(isOwn).map(() => category) });
  for (const name of MARK_NAMES) assert.include(css, `::highlight(${PREFIX}${name})`);
  // No rule for those that the reader has not made.
  assert.notInclude(marksCss(DEFAULTS), "own-");
  assert.include(
    css,
    "@media print,(forced-colors:active){::highlight(ascribe-own-0){text-decoration:overline",
  );
});

test("blocks of a whole article are located word by word", async () => {
  const words =
    "The harbour council said on Monday that it had seen <b>oil</b> on the water, for the second time.";
  const body = await fixture(`<article><p>${words}</p><p>${words}</p></article>`);
  const [article] = atOnce(findArticles(atOnce(walk(body)), { title: "", description: "" }));
  const lines = article?.lines ?? [];
  for (const [block, { text }] of lines.entries()) {
    for (const { index, 0: word } of text.matchAll(/\S+/g)) {
      assert.deepEqual(locate(lines, [{ block, start: index, end: index + word.length }])?.join(""), word);
    }
  }
});
