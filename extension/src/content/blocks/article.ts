// Which lines of a page are the article, and what each of them is.
// First the box that holds the body, by where the prose is; then, inside it, away with what is not article.
// Leaves out the walk (walk.ts), the tables of names (names.ts) and of phrases (phrases.ts), and whether to mark
// at all (the gate).

import type { Role } from "../../analysis";
import { Says } from "./names";
import { endsAsSentence, endsInPictureCredit, headsAside, isAside } from "./phrases";
import { type ReadText, readText } from "./text";
import { type Box, isBox, type Line, prose } from "./walk";

export interface ArticleLine extends ReadText {
  readonly line: Line;
  role: Role;
}

export interface Article {
  /** The smallest box that holds most of the body. */
  readonly root: Box;
  /** In reading order. */
  readonly lines: ArticleLine[];
}

/** What the page says of itself; helps to tell the headline and the stand-first. Empty where it says nothing. */
export interface Named {
  title: string;
  description: string;
}

/** A junk name is not believed of a box that holds more than this share of the page's prose. */
const TOO_MUCH = 0.4;
const TOO_MUCH_IF_SURE = 0.75;
/** A child that holds this share of its parent's prose stands for it. */
const MOST = 0.75;

/** A box with this much prose in paragraphs of its own is not left for one of the boxes in it. */
const OWN = 400;
/** Captions, stand-firsts and pull quotes have fewer characters than this. */
const SMALL = 700;

const HEADING = /^H[1-6]$/;
const ITEM = new Set(["LI", "DD", "DT"]);
/** Elements that are text themselves: a name says less about them than about a container. */
const TEXT = /^(?:P|H[1-6]|BLOCKQUOTE|LI|PRE)$/;

export function findArticle(top: Box, named: Named): Article {
  const worth = new Map<Box, number>();
  weigh(top, top.good, worth);
  const root = descend(top, worth);
  const lines: ArticleLine[] = [];
  collect(root, { worth, named, lines, role: null, aside: false });
  promoteCaptions(lines);
  settleHead(lines, named);
  dropRepeats(lines);
  while (lines.at(-1)?.role === "heading") lines.pop();
  return { root, lines: [...findHead(top, root, lines, named), ...lines] };
}

function says(box: Box, bit: number): boolean {
  return (box.says & bit) !== 0;
}

/** Prose of every box without its junk; 0 for junk. */
function weigh(box: Box, all: number, worth: Map<Box, number>): number {
  let sum = 0;
  for (const part of box.parts) sum += isBox(part) ? weigh(part, all, worth) : prose(part);
  if (isJunk(box, all) || (box.good < all * TOO_MUCH_IF_SURE && isFeed(box))) sum = 0;
  worth.set(box, sum);
  return sum;
}

function isJunk(box: Box, all: number): boolean {
  if (box.good > all * TOO_MUCH_IF_SURE) return false;
  if (box.tag === "NAV" || box.tag === "FOOTER" || says(box, Says.surelyJunk)) return true;
  if (says(box, Says.gallery) && box.plain <= all * TOO_MUCH) return true;
  if (box.good > all * TOO_MUCH) return false;
  if (says(box, Says.caption) || says(box, Says.live)) return false;
  if (box.tag === "FORM" || box.tag === "DETAILS") return true;
  return says(box, Says.junk) && !(TEXT.test(box.tag) && box.length > 160);
}

/** A list of other articles: many alike, each with blocks of its own that begin with a whole line of link. */
function isFeed(box: Box): boolean {
  if (box.parts.length < 4) return false;
  let alike = 0;
  for (const part of box.parts) {
    if (!isBox(part)) return false;
    if (!part.parts.some(isBox)) continue;
    const first = firstLine(part);
    if (first && first.linked >= first.length * 0.9) alike++;
  }
  return alike >= 4 && alike >= box.parts.length * 0.7;
}

function firstLine(box: Box): Line | null {
  for (const part of box.parts) {
    const line = isBox(part) ? firstLine(part) : part;
    if (line) return line;
  }
  return null;
}

function descend(top: Box, worth: Map<Box, number>): Box {
  let root = top;
  for (;;) {
    const here = worth.get(root) ?? 0;
    let next: Box | null = null;
    for (const part of root.parts) {
      if (isBox(part) && here > 0 && (worth.get(part) ?? 0) >= here * MOST) next = part;
    }
    if (!next || TEXT.test(next.tag) || ownProse(root) > OWN) return withKin(root, worth);
    root = next;
  }
}

/** Prose that stands in a box's own paragraphs, not in boxes inside it. */
function ownProse(box: Box): number {
  let sum = 0;
  for (const part of box.parts) {
    if (!isBox(part)) sum += box.parent ? prose(part) : 0;
    else if (part.tag === "P" && !says(part, Says.junk)) sum += part.plain;
  }
  return sum;
}

/** Bodies are sometimes cut in pieces that stand in boxes of one kind: then their common parent is the root. */
function withKin(root: Box, worth: Map<Box, number>): Box {
  let best = root;
  let box = root;
  for (let level = 0; level < 3 && box.parent; level++) {
    const parent: Box = box.parent;
    for (const part of parent.parts) {
      if (isBox(part) && part !== box && areKin(part, box) && Math.min(worth.get(part) ?? 0, part.plain) > 300) best = parent;
    }
    box = parent;
  }
  return best;
}

function areKin(a: Box, b: Box): boolean {
  if (a.tag !== b.tag || a.linked > a.length * 0.3) return false;
  const words = new Set(b.names.trim().split(" "));
  const own = a.names.trim().split(" ");
  const shared = own.filter((word) => words.has(word)).length;
  return a.names !== "" && shared >= Math.max(own.length, words.size) * 0.6;
}

interface Collecting {
  readonly worth: Map<Box, number>;
  readonly named: Named;
  readonly lines: ArticleLine[];
  /** The role that an ancestor gives, if any. */
  role: Role | null;
  /** Right after a line that heads a list of other articles. */
  aside: boolean;
}

function collect(box: Box, into: Collecting): void {
  if (!box.element.checkVisibility({ visibilityProperty: true })) return;
  const before = into.role;
  into.role = (before === "caption" || before === "quote" ? null : roleOf(box)) ?? before;
  for (const part of box.parts) {
    if (isBox(part)) {
      if (!isLeftOut(part, into)) collect(part, into);
    } else addLine(part, into);
  }
  into.role = before;
}

/** What the element is by its tag or a name; names of small things are not believed of large ones. */
function roleOf(box: Box): Role | null {
  const small = box.length < SMALL;
  if (box.tag === "FIGCAPTION" || box.tag === "CAPTION" || (small && says(box, Says.caption))) return "caption";
  if (small && box.tag !== "BLOCKQUOTE" && says(box, Says.standfirst)) return "standfirst";
  if (HEADING.test(box.tag)) return "heading";
  if (box.tag === "BLOCKQUOTE" || (small && says(box, Says.pull))) return "quote";
  if (says(box, Says.live)) return "live";
  if (box.length < 2 * SMALL && says(box, Says.summary)) return "summary";
  if (ITEM.has(box.tag)) return "item";
  return null;
}

function isLeftOut(box: Box, into: Collecting): boolean {
  const worth = into.worth.get(box) ?? 0;
  if (box.tag === "NAV" || box.tag === "FOOTER") return worth === 0;
  if (box.tag === "ASIDE" && !says(box, Says.pull)) return true;
  if (worth === 0 && (isJunk(box, Number.POSITIVE_INFINITY) || isFeed(box))) {
    keepQuotes(box, into);
    return true;
  }
  const aside = into.aside;
  if (aside && !ITEM.has(box.tag) && box.tag !== "UL" && box.tag !== "OL") into.aside = false;
  else if (aside) return true;
  // Mostly links: other articles, tags, tables of contents. A paragraph that is one link may still be prose.
  if (box.linked > box.length * 0.5 && box.good < 200) return box.tag !== "P" && !HEADING.test(box.tag) && box.tag !== "BLOCKQUOTE";
  return false;
}

/** Embedded posts stand in boxes called "social" and the like, but they are quotations. */
function keepQuotes(box: Box, into: Collecting): void {
  if (says(box, Says.surelyJunk)) return;
  for (const part of box.parts) {
    if (!isBox(part)) continue;
    if (part.tag === "BLOCKQUOTE") collect(part, into);
    else keepQuotes(part, into);
  }
}

function addLine(line: Line, into: Collecting): void {
  if (line.linked >= line.length * 0.8 && line.box.tag !== "BLOCKQUOTE" && line.length < 80) {
    if (into.role !== "heading" && into.role !== "quote") return;
  }
  const read = readText(line.nodes);
  if (!read.text) return;
  if (line.linked >= line.length * 0.8 && into.role !== "heading" && into.role !== "quote" && line.length < 120 && !endsAsSentence(read.text)) return;
  if (isAside(read.text)) {
    into.aside = headsAside(read.text);
    return;
  }
  into.lines.push({ ...read, line, role: lineRole(read.text, line, into.role) });
}

function lineRole(text: string, line: Line, inherited: Role | null): Role {
  if (inherited === "quote" || inherited === "caption") return inherited;
  if (endsInPictureCredit(text)) return "caption";
  if (line.box.pictured && text.length < 160 && !inherited && line.box.parts.length < 3 && line.box.tag !== "P") return "caption";
  return inherited ?? "body";
}

/** On a gallery the words under the pictures are the article. */
function promoteCaptions(lines: ArticleLine[]): void {
  let captions = 0;
  let rest = 0;
  for (const { role, text } of lines) {
    if (role === "caption") captions += text.length;
    else if (role !== "heading") rest += text.length;
  }
  if (captions < rest * 2) return;
  for (const line of lines) if (line.role === "caption" && line.text.length > 60) line.role = "body";
}

/** Headline, stand-first and summary stand before the body; the same names inside it mean nothing. */
function settleHead(lines: ArticleLine[], named: Named): void {
  let body = false;
  let standfirst = 0;
  for (const { role, text } of lines) if (role === "standfirst") standfirst += text.length;
  for (const line of lines) {
    if (line.role === "standfirst" && standfirst > SMALL) line.role = "body";
    if (line.role === "heading" && !body && sameWords(line.text, named.title)) line.role = "headline";
    else if (!body && line.role === "body" && named.description && line.text.length < 300 && line.text === named.description) line.role = "standfirst";
    if (line.role === "standfirst" && line.line.box.tag === "H1") line.role = "headline";
    if (line.role === "body" || line.role === "live") body ||= line.text.length > 80;
    else if (body && (line.role === "standfirst" || line.role === "summary")) line.role = "body";
  }
}

/** A passage that is repeated, as pull quotes are, is read where it stands first in the running text. */
function dropRepeats(lines: ArticleLine[]): void {
  const running = lines.filter((line) => line.role === "body" || line.role === "item" || line.role === "live").map((line) => line.text);
  const whole = running.join("\n");
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i] as ArticleLine;
    if (line.role !== "quote" || line.text.length < 20) continue;
    const words = line.text.replace(/^["“”'‘’\s]+|["“”'‘’\s]+$/g, "");
    if (whole.includes(words)) lines.splice(i, 1);
  }
}

/** The headline and stand-first that stand before the root, outside it. */
function findHead(top: Box, root: Box, lines: readonly ArticleLine[], named: Named): ArticleLine[] {
  const head: ArticleLine[] = [];
  if (lines.some((line) => line.role === "headline")) return head;
  const visit = (box: Box): boolean => {
    if (box === root) return true;
    for (const part of box.parts) {
      if (!isBox(part)) continue;
      if (part.tag === "H1" || (HEADING.test(part.tag) && says(part, Says.standfirst))) {
        const role = part.tag === "H1" ? "headline" : "standfirst";
        if (role === "headline") head.length = 0;
        for (const line of linesOf(part)) {
          const read = readText(line.nodes);
          if (read.text && part.element.checkVisibility({ visibilityProperty: true })) head.push({ ...read, line, role });
        }
      } else if (head.length > 0 && says(part, Says.standfirst) && part.length < 600 && part.linked * 2 < part.length) {
        for (const line of linesOf(part)) {
          const read = readText(line.nodes);
          if (read.text && part.element.checkVisibility({ visibilityProperty: true })) head.push({ ...read, line, role: "standfirst" });
        }
      } else if (visit(part)) return true;
    }
    return false;
  };
  visit(top);
  void named;
  return head;
}

function linesOf(box: Box): Line[] {
  return box.parts.flatMap((part) => (isBox(part) ? linesOf(part) : [part]));
}

/** Whether two titles share most of their words: the document's title often adds the site's name. */
function sameWords(a: string, b: string): boolean {
  const set = new Set(b.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const own = a.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return own.length > 2 && own.filter((word) => set.has(word)).length >= own.length * 0.8;
}
