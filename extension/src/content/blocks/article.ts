// Which lines of the article's box are read, and what each of them is: away with calls, credits, other articles
// and what cannot be seen. Leaves out the walk (walk.ts), the box itself (root.ts), what stands before the body
// (head.ts), and whether to mark at all (the gate).

import type { Role } from "../../analysis";
import * as dom from "../../dom";
import { isConsent } from "../consent";
import type { Steps } from "../pause";
import { findHead, settleHead } from "./head";
import { type ArticleLine, isSeen, type Named } from "./lines";
import { Says } from "./names";
import {
  asksReaders,
  beforeFirstSentence,
  endsAsSentence,
  endsInPictureCredit,
  headsAside,
  isAside,
  isCall,
  isPictureCredit,
} from "./phrases";
import { findRoots, firstLine, isFeed, isJunk, says, type Worth } from "./root";
import { readText, withoutStart } from "./text";
import { type Box, isBox, type Line, type Walked } from "./walk";

export interface Article {
  /** The smallest box that holds most of the body. */
  readonly root: Box;
  /** In reading order. */
  readonly lines: ArticleLine[];
  /** The text was longer than we read. */
  readonly cut: boolean;
}

/** UTF-16 units of one article that are read: the engine reads no more than 200 KB either. */
export const LONGEST = 200_000;
/** Captions, stand-firsts and pull quotes have fewer characters than this. */
const SMALL = 700;
/** A line that is this much link is a link. */
const LINK = 0.8;
/** Quotations looked at for repeats. */
const REPEATS = 200;
/** Boxes and lines read in one step; a line of many nodes counts for more than one. */
const STEP = 10;
const NODES = 20;

const HEADING = /^H[1-6]$/;
/** What stands in these is of them, whatever it is called. */
const STICKY = new Set<Role>(["caption", "quote", "pull_quote", "embed"]);
const ITEM = new Set(["LI", "DD", "DT"]);

/** The articles of a page in reading order: one on most, none where there is nothing to read. */
export function* findArticles(walked: Walked, named: Named): Steps<Article[]> {
  const { worth, roots } = yield* findRoots(walked);
  const articles: Article[] = [];
  for (const [index, root] of roots.entries()) {
    const lines: ArticleLine[] = [];
    const into: Collecting = {
      worth,
      lines,
      left: LONGEST,
      role: null,
      aside: false,
      seen: new Map(),
      steps: 0,
    };
    yield;
    yield* collect(root, into);
    promoteCaptions(lines);
    settleHead(lines, named);
    openBody(lines);
    yield;
    dropRepeats(lines);
    while (lines.at(-1)?.role === "heading") lines.pop();
    yield;
    const head = index === 0 ? findHead(walked.top, root, lines) : [];
    const [first] = lines;
    // Where there is no headline by its tag, it is the heading over everything.
    if (head.length === 0 && first?.role === "heading" && !lines.some(({ role }) => role === "headline"))
      first.role = "headline";
    if (head.length + lines.length > 0)
      articles.push({ root, lines: [...head, ...lines], cut: into.left <= 0 });
  }
  return articles;
}

interface Collecting {
  readonly worth: Worth;
  readonly lines: ArticleLine[];
  /** UTF-16 units that may still be read. */
  left: number;
  /** The role that an ancestor gives, if any. */
  role: Role | null;
  /** Right after a line that heads a list of other articles. */
  aside: boolean;
  /** Whether inline elements can be seen, asked once each. */
  readonly seen: Map<Element, boolean>;
  /** Boxes and lines since the last pause. */
  steps: number;
}

function* collect(box: Box, into: Collecting): Steps<void> {
  if (into.left <= 0 || !isSeen(box.element)) return;
  const before = into.role;
  into.role = before !== null && STICKY.has(before) ? before : (roleOf(box, before) ?? before);
  for (const part of box.parts) {
    into.steps += isBox(part) ? 1 : 1 + part.nodes.length / NODES;
    if (into.steps >= STEP) {
      into.steps = 0;
      yield;
    }
    if (!isBox(part)) addLine(part, into);
    else if (isJunkHere(part, into)) yield* keepQuotes(part, into);
    else if (!isLeftOut(part, into)) yield* collect(part, into);
  }
  into.role = before;
}

/** What the element is by its tag or a name; names of small things are not believed of large ones. */
function roleOf(box: Box, inherited: Role | null): Role | null {
  const small = box.length < SMALL;
  if (box.tag === "FIGCAPTION" || box.tag === "CAPTION" || (small && says(box, Says.caption)))
    return "caption";
  if (small && box.tag !== "BLOCKQUOTE" && says(box, Says.standfirst)) return "standfirst";
  if (HEADING.test(box.tag)) return "heading";
  if (small && says(box, Says.pull)) return "pull_quote";
  if (says(box, Says.embed) && box.length < 2 * SMALL) return "embed";
  if (box.tag === "BLOCKQUOTE") return "quote";
  if (says(box, Says.live)) return "live";
  if (box.length < 2 * SMALL && says(box, Says.summary)) return "summary";
  return ITEM.has(box.tag) && inherited === null ? "item" : null;
}

/** Junk as far as its name goes; NAV, FOOTER and ASIDE are left out whole. */
function isJunkHere(box: Box, { worth }: Collecting): boolean {
  if (box.tag === "NAV" || box.tag === "FOOTER" || isLeftAside(box) || (worth.get(box) ?? 0) > 0)
    return false;
  return isJunk(box, Number.POSITIVE_INFINITY) || isFeed(box);
}

function isLeftAside(box: Box): boolean {
  return box.tag === "ASIDE" && !says(box, Says.pull);
}

function isLeftOut(box: Box, into: Collecting): boolean {
  if (box.tag === "NAV" || box.tag === "FOOTER") return (into.worth.get(box) ?? 0) === 0;
  if (isLeftAside(box)) return true;
  if (isPromotion(box)) return true;
  const aside = into.aside;
  if (aside && !ITEM.has(box.tag) && box.tag !== "UL" && box.tag !== "OL") into.aside = false;
  else if (aside) return true;
  // Mostly links: other articles, tags, tables of contents. A paragraph that is one link may still be prose.
  if (box.linked > box.length * 0.5 && box.good < 200)
    return box.tag !== "P" && !HEADING.test(box.tag) && box.tag !== "BLOCKQUOTE";
  return false;
}

/** A small box that begins by asking something of readers. */
function isPromotion(box: Box): boolean {
  if (box.length >= SMALL || box.parts.length < 2) return false;
  const first = firstLine(box);
  return first !== null && first.length < 60 && asksReaders(readText(first.nodes, 80, first.within).text);
}

/** Embedded posts stand in boxes called "social" and the like, and so do quotations that are shared. */
function* keepQuotes(box: Box, into: Collecting): Steps<void> {
  if (says(box, Says.surelyJunk)) return;
  const before = into.role;
  if (before === null && says(box, Says.embed)) into.role = "embed";
  for (const part of box.parts) {
    if (!isBox(part)) continue;
    if (++into.steps >= STEP) {
      into.steps = 0;
      yield;
    }
    if (part.tag === "BLOCKQUOTE") yield* collect(part, into);
    else yield* keepQuotes(part, into);
  }
  into.role = before;
}

function addLine(line: Line, into: Collecting): void {
  const free =
    into.role === "heading" || (into.role !== null && into.role !== "caption" && STICKY.has(into.role));
  const link = line.linked >= line.length * LINK && !free;
  if ((link && line.length < 80) || into.left <= 0) return;
  const read = readText(seenNodes(line, into.seen), into.left, line.within);
  if (!read.text) return;
  // A paragraph that is one long link is prose where it ends as a sentence does.
  if (link && line.length < 120 && !endsAsSentence(read.text)) return;
  // "Don't miss" and three titles in one paragraph.
  if (line.linked * 2 > line.length && !free && isCall(read.text)) return;
  if (isConsent(read.text) || (into.role !== "heading" && isPictureCredit(read.text))) return;
  if (isAside(read.text)) {
    into.aside = headsAside(read.text);
    return;
  }
  into.left -= read.text.length;
  into.lines.push({ ...read, line, role: lineRole(read.text, line, into.role) });
}

function seenNodes(line: Line, seen: Map<Element, boolean>): (Text | null)[] {
  return line.nodes.filter((node) => {
    const parent = node && dom.parentElement(node);
    if (!parent || parent === line.box.element) return true;
    let is = seen.get(parent);
    if (is === undefined) {
      is = isSeen(parent);
      seen.set(parent, is);
    }
    return is;
  });
}

function lineRole(text: string, line: Line, inherited: Role | null): Role {
  if (inherited !== null && STICKY.has(inherited)) return inherited;
  if (endsInPictureCredit(text)) return "caption";
  if (
    line.box.pictured &&
    text.length < 160 &&
    !inherited &&
    line.box.parts.length < 3 &&
    line.box.tag !== "P"
  )
    return "caption";
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

/** Takes the place, the date and the label before the first sentence away: they are no words of it. */
function openBody(lines: ArticleLine[]): void {
  const at = lines.findIndex(({ role }) => role === "body");
  const line = lines[at];
  const units = line ? beforeFirstSentence(line.text) : 0;
  if (line && units > 0) lines[at] = { ...line, ...withoutStart(line, units) };
}

/** A passage that is repeated, as pull quotes are, is read where it stands first in the running text. */
function dropRepeats(lines: ArticleLine[]): void {
  const running = lines
    .filter((line) => line.role === "body" || line.role === "item" || line.role === "live")
    .map((line) => plain(line.text));
  const whole = running.join("\n");
  let looked = 0;
  for (let i = lines.length - 1; i >= 0 && looked < REPEATS; i--) {
    const { role, text } = lines[i] as ArticleLine;
    if ((role !== "quote" && role !== "pull_quote") || text.length < 20) continue;
    looked++;
    const words = plain(text.replace(SIGNED, ""));
    if (words.length < 15 || !whole.includes(words)) continue;
    // The name under it goes with it.
    const under = lines[i + 1];
    const name = under?.role === role && under.text.length < 80 && !endsAsSentence(under.text);
    lines.splice(i, name ? 2 : 1);
  }
}

/** "— Advocate Ann Other" at the end of a quotation. */
const SIGNED = /\s*(?:[—–]|--)\s*\p{Lu}[^.!?“”"]{2,80}$/u;

/** Words without marks of quotation and the stop at their end, with plain apostrophes. */
function plain(text: string): string {
  return text
    .replace(/[“”"]/g, "")
    .replace(/[‘’]/g, "'")
    .replace(/^[\s'…]+|[\s'.,…]+$/g, "");
}
