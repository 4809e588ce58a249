// How much of a page reads like prose, and what of it tells an article: people are quoted, a date opens it.
// Leaves out which text the article is (blocks/).

import * as dom from "../../dom";
import { beginningOf } from "../beginning";
import { isConsent } from "../consent";
import type { Steps } from "../pause";

export interface Prose {
  /** Characters in paragraphs that are prose. */
  length: number;
  /** The same with short paragraphs: what a page that calls itself an article needs. */
  all: number;
  /** Text to tell the language from. */
  sample: string;
  /** What stands before the first paragraph, and its beginning. */
  opening: string;
  /** Quotations and words of saying. */
  speech: number;
  /** There are no paragraphs: the text stands in boxes, broken by `<br>`. */
  bare: boolean;
}

/** Paragraphs of at least this many characters, at most half of them links, count as prose; shorter ones as text. */
const PARAGRAPH = 80;
const SHORT = 30;
const LINKED = 0.5;
/** Paragraphs looked at, UTF-16 units and links of each, and paragraphs of one step. */
const MOST = 400;
const LONG = 10_000;
const LINKS = 200;
const STEP = 20;
/** Less prose in paragraphs than this, and text elsewhere is looked for. */
const LITTLE = 400;
/** Text nodes looked at there, of one step, and UTF-16 units that are enough. */
const NODES = 4000;
const AT_ONCE = 500;
const ENOUGH = 4000;
/** UTF-16 units of the sample, and of what stands around the first paragraph. */
const SAMPLE = 6000;
const BEFORE = 400;

const SPEECH =
  /(?:^|[\s(])["“]\p{L}|\b(?:said|says|told|added|adding|asked|announced|announces|according to|commented|insist(?:s|ed)|stated|warned|denied)\b/gu;
const UNREAD = /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|A|OPTION|TEXTAREA|BUTTON)$/i;

export function* readProse(doc: Document): Steps<Prose> {
  const prose: Prose = { length: 0, all: 0, sample: "", opening: "", speech: 0, bare: false };
  let seen = 0;
  for (const paragraph of paragraphs(doc)) {
    if (++seen > MOST) break;
    if (seen % STEP === 0) yield;
    const text = beginningOf(paragraph, LONG).trim();
    if (text.length < SHORT) continue;
    if (text.length > LONG / 10) yield;
    let linked = 0;
    let links = 0;
    for (const link of dom.getElementsByTagName(paragraph, "a")) {
      if (++links > LINKS) break;
      linked += beginningOf(link, LONG).length;
    }
    if (linked > text.length * LINKED || isConsent(text)) continue;
    prose.all += text.length;
    if (text.length < PARAGRAPH) continue;
    if (prose.length === 0) prose.opening = before(paragraph, text);
    prose.length += text.length;
    if (prose.sample.length < SAMPLE) prose.sample += `${text.slice(0, 1500)}\n`;
  }
  if (prose.length < LITTLE) yield* readBare(doc, prose);
  yield;
  prose.speech = prose.sample.match(SPEECH)?.length ?? 0;
  return prose;
}

/** The page's paragraphs, and those of its frames of the same origin. */
function* paragraphs(doc: Document): Generator<Element> {
  yield* dom.getElementsByTagName(doc, "p");
  for (const frame of dom.getElementsByTagName(doc, "iframe")) {
    const inside = dom.frameDocument(frame);
    if (inside) yield* dom.getElementsByTagName(inside, "p");
  }
}

/** Text of articles that use no `<p>`: in `<div>`s, broken by `<br>` or by nothing but boxes. */
function* readBare(doc: Document, prose: Prose): Steps<void> {
  const body = dom.body(doc);
  const named = dom.querySelector(doc, "[itemprop=articleBody], article, main, [role=main], pre");
  let found = named ? yield* bareText(doc, named) : [];
  if (named !== body && sum(found) < LITTLE && body) found = yield* bareText(doc, body);
  const [first] = found;
  if (!first || sum(found) <= prose.all) return;
  const box = dom.parentElement(first);
  if (prose.length === 0 && box) prose.opening = before(box, first.data.trim());
  const text = found.map((node) => node.substringData(0, ENOUGH).trim());
  prose.length = prose.all = sum(found);
  prose.bare = true;
  prose.sample += text.join("\n").slice(0, SAMPLE);
}

function* bareText(doc: Document, root: Element): Steps<Text[]> {
  yield;
  const found: Text[] = [];
  const walker = dom.createTreeWalker(doc, root, NodeFilter.SHOW_TEXT);
  let length = 0;
  for (let seen = 1; seen < NODES && length < ENOUGH; seen++) {
    const node = walker.nextNode() as Text | null;
    if (!node) break;
    if (seen % AT_ONCE === 0) yield;
    const parent = dom.parentNode(node);
    if (node.length <= 60 || !parent || UNREAD.test(dom.nodeName(parent))) continue;
    const text = node.substringData(0, ENOUGH).trim();
    if (text.length <= 60 || isConsent(text)) continue;
    found.push(node);
    length += text.length;
  }
  return found;
}

function sum(nodes: readonly Text[]): number {
  return nodes.reduce((length, node) => length + Math.min(node.length, ENOUGH), 0);
}

/** What stands before a paragraph within the elements around it, and its beginning. */
function before(paragraph: Element, text: string): string {
  let element: Element | null = paragraph;
  for (let up = 0; element && up < 4; element = dom.parentElement(element), up++) {
    const around = beginningOf(element, LONG);
    const at = around.indexOf(text.slice(0, 40));
    if (at > BEFORE / 2 || (up === 3 && at >= 0)) return around.slice(Math.max(0, at - BEFORE), at + 120);
  }
  return text.slice(0, 120);
}
