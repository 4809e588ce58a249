// One walk over a page: its elements folded into a tree of boxes and lines of text, in reading order.
// Reads the DOM once and in slices; everything after it works on the tree. Leaves out every judgement of
// what is article and what is not (article.ts), and the text itself (text.ts).

import * as dom from "../../dom";
import { beginningOf } from "../beginning";
import type { Steps } from "../pause";
import { namesOf, Says } from "./names";

/** A run of text that no block boundary, and no `<br><br>`, breaks. */
export interface Line {
  readonly box: Box;
  /** The text nodes with something to read, in reading order; null where a `<br>` ends a line of them. */
  readonly nodes: (Text | null)[];
  /** Characters, white space at the ends of nodes left out; an estimate until the text is built. */
  length: number;
  /** How many of them are in links, or in bold. */
  linked: number;
  bold: number;
  /** Whether a `<br>` stands right before it. */
  readonly afterBreak: boolean;
  /** The part of its one node that it is, end-exclusive; null where its nodes are read whole. */
  readonly within: { from: number; to: number } | null;
}

/** A block-level element, or the part of the tree that one stands for. */
export interface Box {
  readonly element: Element;
  readonly parent: Box | null;
  readonly tag: string;
  /** What its author calls it, see names.ts. */
  readonly names: readonly string[];
  /** The bits of `Says` that the names have. */
  readonly says: number;
  /** Stands in a list's item, a caption or the like, where prose counts for less. */
  readonly lesser: boolean;
  /** Holds a picture, a film or a player directly. */
  pictured: boolean;
  readonly parts: (Box | Line)[];
  /** Sums over the whole subtree, in characters: all, in links, reading like prose, and prose outside lists. */
  length: number;
  linked: number;
  good: number;
  plain: number;
}

export interface Walked {
  /** The box of the element that was walked. */
  readonly top: Box;
  /** All boxes, each after those inside it. */
  readonly boxes: readonly Box[];
  /** What stands, by its name, between a reader and the rest of the article. */
  readonly barriers: readonly Element[];
}

export function isBox(part: Box | Line): part is Box {
  return "element" in part;
}

const SKIPPED = new Set(
  (
    "SCRIPT STYLE NOSCRIPT TEMPLATE SVG MATH OBJECT EMBED VIDEO AUDIO CANVAS SELECT TEXTAREA INPUT BUTTON DATALIST " +
    "PROGRESS METER LINK META HEAD TITLE RT RP MAP AREA PICTURE IMG HR FRAMESET DIALOG METER OPTION APPLET"
  ).split(" "),
);
const INLINE = new Set(
  (
    "A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q RUBY RB S SAMP SLOT SMALL " +
    "SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR NOBR"
  ).split(" "),
);
/** Lists of other articles, galleries and footnotes are made of these; bodies rarely. */
const LESSER = new Set(["LI", "FIGCAPTION", "DD", "DETAILS"]);
const PICTURES = new Set(["IMG", "PICTURE", "VIDEO", "AUDIO", "IFRAME", "OBJECT", "EMBED", "CANVAS"]);
const BOLD = new Set(["B", "STRONG"]);

/** Prose is at least this long and at most half links. */
const PROSE = 45;
/** What a character of prose in a list's item or a caption is worth beside one in a paragraph. */
const LESSER_WORTH = 0.4;
/** Nodes looked at in one step. */
const STEP = 100;
/** Nodes of one line: with more, what follows is another. No paragraph of an article has so many. */
const LONGEST = 1000;
/** A node with more than this is not looked into for its white space. */
const LARGE = 10_000;

/** What links say to screen readers beside their words. */
const FURNITURE =
  /^\s*[,([]?\s*(?:this )?(?:(?:link )?opens (?:in )?(?:a )?new (?:tab|window)|(?:link is )?external(?: link| site)?|click here)\s*[)\]]?\s*$/i;
/** The same where it may be all that a link says, and a word of its sentence: "To apply, click here." */
const OWN_WORDS = /\bclick here\b|^\s*external/i;
const FURNITURE_LONGEST = 40;

const BLANK_LINE = /\n[ \t\r]*\n/;
const BLANK_LINES = /\n[ \t\r]*\n\s*/g;

/** Deeper trees than this are not read further: no article is. */
const DEEPEST = 400;

interface Frame {
  next: Node | null;
  /** The nodes that fill a slot, where they are not siblings, and the place of `next` among them. */
  readonly filling: readonly Node[] | null;
  at: number;
  /** What to do when the frame is done. */
  leave: "box" | "inline" | "link" | "bold";
}

/** Walks `root`. A page that changes between two steps is read half old, half new. */
export function* walk(root: Element): Steps<Walked> {
  const top = newBox(root, null);
  const boxes: Box[] = [];
  const barriers: Element[] = [];
  let box = top;
  let line: Line | null = null;
  let links = 0;
  /** Whether the link that is being read has said anything yet. */
  let said = false;
  let bolds = 0;
  let breaks = 0;
  let seen = 0;
  const frames: Frame[] = [enter(root, top.tag, "box")];

  const endLine = () => {
    if (line) finish(line);
    line = null;
  };

  while (frames.length > 0) {
    const frame = frames[frames.length - 1] as Frame;
    const node = frame.next;
    if (!node) {
      frames.pop();
      if (frame.leave === "link") links--;
      else if (frame.leave === "bold") bolds--;
      else if (frame.leave === "box") {
        endLine();
        breaks = 0;
        const done = box;
        boxes.push(done);
        if (done.parent) {
          done.parent.length += done.length;
          done.parent.linked += done.linked;
          done.parent.good += done.good;
          done.parent.plain += done.plain;
          box = done.parent;
        }
      }
      continue;
    }
    frame.next = frame.filling ? (frame.filling[++frame.at] ?? null) : dom.nextSibling(node);
    if (++seen % STEP === 0) yield;

    const type = dom.nodeType(node);
    if (type === 3) {
      const size = inkLength(node as Text);
      if (size > 0 && links > 0 && size < FURNITURE_LONGEST && isFurniture(node as Text, said)) continue;
      if (line && (line as Line).nodes.length >= LONGEST) endLine();
      if (box.tag === "PRE" && size > 0 && BLANK_LINE.test((node as Text).data)) {
        endLine();
        yield* paragraphsOf(node as Text, box);
        continue;
      }
      if (size === 0) {
        // White space between two words is text of the line; kept only where a line is open.
        if (line && (node as Text).length > 0) (line as Line).nodes.push(node as Text);
        continue;
      }
      if (!line) {
        line = { box, nodes: [], length: 0, linked: 0, bold: 0, afterBreak: breaks > 0, within: null };
        box.parts.push(line);
      }
      const open: Line = line;
      open.nodes.push(node as Text);
      open.length += size;
      if (links > 0) {
        open.linked += size;
        said = true;
      }
      if (bolds > 0) open.bold += size;
      breaks = 0;
      continue;
    }
    if (type !== 1) continue;

    const element = node as Element;
    const tag = dom.tagName(element).toUpperCase();
    if (tag === "BR") {
      // One break inside a sentence is a line end; after a full stop, or twice, it ends the paragraph.
      breaks++;
      const last: Line | null = line;
      if (breaks > 1 || (last && endsSentence(last))) endLine();
      else if (last) (last as Line).nodes.push(null);
      continue;
    }
    if (PICTURES.has(tag)) box.pictured = true;
    if (SKIPPED.has(tag) || frames.length > DEEPEST || isUnread(element)) continue;
    const inline = INLINE.has(tag) || (tag.includes("-") && line !== null);
    if (inline) {
      if ((namesOf(element).says & Says.hidden) !== 0) continue;
      if (tag === "SUP" && isNoteMark(element)) continue;
      const leave = tag === "A" ? "link" : BOLD.has(tag) ? "bold" : "inline";
      if (leave === "link") {
        links++;
        said = false;
      } else if (leave === "bold") bolds++;
      frames.push(enter(element, tag, leave));
      continue;
    }
    endLine();
    breaks = 0;
    const child = newBox(element, box);
    if ((child.says & Says.barrier) !== 0) barriers.push(element);
    box.parts.push(child);
    box = child;
    frames.push(enter(element, tag, "box"));
  }
  return { top, boxes, barriers };
}

/** Text that a page sets as it was written: its paragraphs are apart by blank lines. */
function* paragraphsOf(node: Text, box: Box): Steps<void> {
  const { data } = node;
  let from = 0;
  let seen = 0;
  while (from < data.length) {
    BLANK_LINES.lastIndex = from;
    const gap = BLANK_LINES.exec(data);
    const to = gap ? gap.index : data.length;
    const length = data.slice(from, to).trim().length;
    if (length > 0) {
      const line = {
        box,
        nodes: [node],
        length,
        linked: 0,
        bold: 0,
        afterBreak: false,
        within: { from, to },
      };
      box.parts.push(line);
      finish(line);
    }
    from = gap ? BLANK_LINES.lastIndex : data.length;
    if (++seen % STEP === 0) yield;
  }
}

function newBox(element: Element, parent: Box | null): Box {
  const { words, says } = namesOf(element);
  const tag = dom.tagName(element).toUpperCase();
  return {
    element,
    parent,
    tag,
    names: words,
    says,
    lesser: parent !== null && (parent.lesser || LESSER.has(tag)),
    pictured: false,
    parts: [],
    length: 0,
    linked: 0,
    good: 0,
    plain: 0,
  };
}

function finish(line: Line): void {
  while (line.nodes.length > 0) {
    const last = line.nodes[line.nodes.length - 1];
    if (last && inkLength(last) > 0) break;
    line.nodes.pop();
  }
  const { box } = line;
  box.length += line.length;
  box.linked += line.linked;
  const good = prose(line);
  box.good += good;
  if (!box.lesser) box.plain += good;
}

/** How many characters of a line read like prose. */
export function prose(line: Line): number {
  if (line.length < PROSE || line.linked * 2 >= line.length) return 0;
  const own = line.length - line.linked;
  return line.box.lesser ? own * LESSER_WORTH : own;
}

/** Begins an element: its children, or the open shadow root's, the frame's of the same origin, the slot's. */
function enter(element: Element, tag: string, leave: Frame["leave"]): Frame {
  const filling = tag === "SLOT" ? dom.slotted(element) : [];
  if (filling.length > 0) return { next: filling[0] ?? null, filling, at: 0, leave };
  const framed = tag === "IFRAME" ? dom.frameDocument(element) : null;
  const inside = framed ? dom.body(framed) : (dom.shadowRoot(element) ?? element);
  return { next: inside && dom.firstChild(inside), filling: null, at: 0, leave };
}

function isUnread(element: Element): boolean {
  if (!dom.hasAttributes(element)) return false;
  if (dom.hasAttribute(element, "hidden")) return true;
  const editable = dom.getAttribute(element, "contenteditable");
  return editable !== null && editable !== "false";
}

/** Whether a link says this to screen readers alone; `said` is whether it has said anything before. */
function isFurniture({ data }: Text, said: boolean): boolean {
  return FURNITURE.test(data) && (said || !OWN_WORDS.test(data));
}

/** A footnote's mark: a link of a few digits or a dagger. */
function isNoteMark(element: Element): boolean {
  const text = beginningOf(element, 8);
  return (
    text.length < 8 &&
    /^\s*[[(]?\s*(\d{1,3}|[a-z]|[*†‡§])\s*[\])]?\s*$/i.test(text) &&
    !!dom.querySelector(element, "a")
  );
}

function endsSentence(line: Line): boolean {
  const last = line.nodes[line.nodes.length - 1];
  return !!last && /[.!?:…]["'”’)\]]*\s*$/.test(last.substringData(Math.max(0, last.length - 40), 40));
}

function inkLength(node: Text): number {
  return node.length > LARGE ? node.length : node.data.trim().length;
}
