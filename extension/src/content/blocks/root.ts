// Which box of a page holds the article: where the prose is, once junk is taken away; several on an endless page.
// Leaves out which lines of it are read and as what (article.ts).

import * as dom from "../../dom";
import { isConsent } from "../consent";
import type { Steps } from "../pause";
import { Says } from "./names";
import { readText } from "./text";
import { type Box, isBox, type Line, prose, type Walked } from "./walk";

/** A junk name is not believed of a box that holds more than this share of the page's prose. */
const TOO_MUCH = 0.4;
const TOO_MUCH_IF_SURE = 0.75;
/** A child that holds this share of its parent's prose stands for it. */
const MOST = 0.75;

/** A box with this much prose in paragraphs of its own is not left for one of the boxes in it. */
const OWN = 400;
const HEADING = /^H[1-6]$/;
/** Elements that are text themselves: a name says less about them than about a container. */
const TEXT = /^(?:P|H[1-6]|BLOCKQUOTE|LI|PRE)$/;
/** Boxes weighed in one step. */
const STEP = 500;
/** An article after the first, on a page that appends them, has at least this much prose and a headline. */
const WHOLE = 400;

/** Notices that may stand before the article, and UTF-16 units of one that are looked at. */
const NOTICES = 3;
const NOTICE = 3000;
/** With more boxes that are named as the body the name says nothing. */
const BODIES = 20;
/** Boxes with less prose than this, and than this share of the page's, are not asked whether they can be seen. */
const LEAST = 150;
const SHARE = 0.05;

/** Prose of every box without its junk; junk has none. */
export type Worth = ReadonlyMap<Box, number>;

export interface Roots {
  worth: Worth;
  /** In reading order; one on most pages, none where there is no prose. */
  roots: Box[];
}

export function* findRoots({ top, boxes }: Walked): Steps<Roots> {
  const worth = yield* weigh(boxes, top.good);
  yield* forgetHidden(top, worth);
  let root = descend(top, worth);
  for (let look = 0; look < NOTICES && isNotice(root); look++) {
    forget(root, worth);
    root = descend(top, worth);
  }
  root = named(boxes, root, worth) ?? root;
  return { worth, roots: (worth.get(root) ?? 0) > 0 ? apart(top, root, worth) : [] };
}

/** Whether a box is a notice about cookies, by the beginning of its text. */
function isNotice(box: Box): boolean {
  let text = "";
  const visit = (from: Box) => {
    for (const part of from.parts) {
      if (text.length >= NOTICE) return;
      if (isBox(part)) visit(part);
      else text += `${readText(part.nodes, NOTICE, part.within).text}\n`;
    }
  };
  visit(box);
  return isConsent(text);
}

/** Takes a box's prose out of every box around it. */
function forget(box: Box, worth: Map<Box, number>): void {
  const lost = worth.get(box) ?? 0;
  for (let each: Box | null = box; each; each = each.parent) worth.set(each, (worth.get(each) ?? 0) - lost);
}

/** What styles hide is no article, nor is a notice, however long they are. Looks at boxes with a share of the prose. */
function* forgetHidden(top: Box, worth: Map<Box, number>): Steps<void> {
  const least = Math.max(LEAST, (worth.get(top) ?? 0) * SHARE);
  const left = [top];
  for (let box = left.pop(); box; box = left.pop()) {
    for (const part of box.parts) {
      if (!isBox(part) || (worth.get(part) ?? 0) < least) continue;
      const seen = dom.checkVisibility(part.element, { visibilityProperty: true });
      if (seen && !(says(part, Says.junk) && isNotice(part))) left.push(part);
      else forget(part, worth);
    }
    yield;
  }
}

/**
 * The one box that is named as the body, where the most prose is elsewhere: a short article beside long notices, terms
 * or lists of others. None where the prose is in it, where more prose around it has no heading of its own, or where
 * several are named so.
 */
function named(boxes: readonly Box[], root: Box, worth: Worth): Box | null {
  const bodies = boxes.filter((box) => says(box, Says.body) && (worth.get(box) ?? 0) >= LEAST);
  if (bodies.length > BODIES) return null;
  const outer = bodies.filter((box) => !bodies.some((other) => other !== box && isWithin(box, other)));
  const [body] = outer;
  if (!body || outer.length > 1 || isWithin(root, body)) return null;
  if (isWithin(body, root)) return standsAlone(body, root, worth) ? body : null;
  for (let each: Box | null = root; each; each = each.parent) if (each.tag === "ARTICLE") return null;
  return body;
}

/** Whether all prose of `root` outside `body` stands after it, in boxes with a heading of their own. */
function standsAlone(body: Box, root: Box, worth: Worth): boolean {
  let outside = 0;
  for (let box = body; box !== root && box.parent; box = box.parent) {
    let after = false;
    for (const part of box.parent.parts) {
      if (part === box) after = true;
      else {
        const prosy = isBox(part) ? (worth.get(part) ?? 0) : prose(part);
        if (prosy > 0 && !(after && isBox(part) && HEADING.test(firstLine(part)?.box.tag ?? "")))
          return false;
        outside += prosy;
      }
    }
  }
  return outside > 0;
}

/**
 * Endless pages append whole articles: each that has a headline of its own is read apart. `root` is where most of
 * the prose is: around them all, or in the longest.
 */
function apart(top: Box, root: Box, worth: Worth): Box[] {
  const whole: Box[] = [];
  const visit = (box: Box) => {
    for (const part of box.parts) {
      if (!isBox(part) || (worth.get(part) ?? 0) < WHOLE) continue;
      if (part.tag === "ARTICLE" && holds(part, "H1")) whole.push(part);
      else visit(part);
    }
  };
  visit(top);
  if (whole.length < 2) return [root];
  if (whole.some((article) => isWithin(root, article))) return whole;
  const held = whole.reduce((sum, box) => sum + (isWithin(box, root) ? (worth.get(box) ?? 0) : 0), 0);
  return held >= (worth.get(root) ?? 0) * MOST ? whole : [root];
}

function isWithin(box: Box, outer: Box): boolean {
  for (let each: Box | null = box; each; each = each.parent) if (each === outer) return true;
  return false;
}

function holds(box: Box, tag: string): boolean {
  return box.parts.some((part) => isBox(part) && (part.tag === tag || holds(part, tag)));
}

export function says(box: Box, bit: number): boolean {
  return (box.says & bit) !== 0;
}

/** Prose of every box without its junk; 0 for junk. `boxes` come after those inside them. */
function* weigh(boxes: readonly Box[], all: number): Steps<Map<Box, number>> {
  const worth = new Map<Box, number>();
  for (const box of boxes) {
    if (worth.size % STEP === 0) yield;
    let sum = 0;
    for (const part of box.parts) sum += isBox(part) ? (worth.get(part) ?? 0) : prose(part);
    if (isJunk(box, all) || (box.good < all * TOO_MUCH_IF_SURE && isFeed(box))) sum = 0;
    worth.set(box, sum);
  }
  return worth;
}

export function isJunk(box: Box, all: number): boolean {
  if (box.good > all * TOO_MUCH_IF_SURE) return false;
  if (box.tag === "NAV" || box.tag === "FOOTER" || says(box, Says.surelyJunk)) return true;
  if (says(box, Says.gallery) && box.plain <= all * TOO_MUCH) return true;
  if (box.good > all * TOO_MUCH) return false;
  if (says(box, Says.caption) || says(box, Says.live)) return false;
  if (box.tag === "FORM" || box.tag === "DETAILS") return true;
  return says(box, Says.junk) && !(TEXT.test(box.tag) && box.length > 160);
}

/** A list of other articles: many alike, each with blocks of its own that begin with a whole line of link. */
export function isFeed(box: Box): boolean {
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

export function firstLine(box: Box): Line | null {
  for (const part of box.parts) {
    const line = isBox(part) ? firstLine(part) : part;
    if (line) return line;
  }
  return null;
}

function descend(top: Box, worth: Worth): Box {
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
function withKin(root: Box, worth: Worth): Box {
  let best = root;
  let box = root;
  for (let level = 0; level < 3 && box.parent; level++) {
    const parent: Box = box.parent;
    for (const part of parent.parts) {
      if (
        isBox(part) &&
        part !== box &&
        Math.min(worth.get(part) ?? 0, part.plain) > 300 &&
        areKin(part, box)
      )
        best = parent;
    }
    box = parent;
  }
  return best;
}

function areKin(a: Box, b: Box): boolean {
  if (a.tag !== b.tag || a.linked > a.length * 0.3) return false;
  const words = new Set(b.names);
  const shared = a.names.filter((word) => words.has(word)).length;
  return a.names.length > 0 && shared >= Math.max(a.names.length, words.size) * 0.6;
}
