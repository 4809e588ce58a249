// The articles of a page as they were last read and analysed: what is new, what moved, what is still the same.
// Text that did not change is not analysed again; while a changed text waits for its answer, the marks of its other
// blocks stay. Leaves out drawing and asking (the conductor).

import type { Analysis, Attribution, Block, Piece } from "../analysis";
import * as dom from "../dom";
import type { Article } from "./blocks/article";
import type { ArticleLine } from "./blocks/lines";

export interface Reading {
  /** The element that holds the body. */
  root: Element;
  /** As read just now. */
  lines: readonly ArticleLine[];
  blocks: readonly Block[];
  cut: boolean;
  /** The last answer, and the blocks that it is about. */
  analysis: Analysis | null;
  analysed: readonly Block[];
  /** For each block analysed, its place among the blocks read just now; -1 when it is gone. */
  places: readonly number[];
  /** A question is on its way. */
  asking: boolean;
  /** Why the last question has no answer, and the blocks that it was about. */
  error: string | null;
  failed: readonly Block[] | null;
}

/** Brings the readings up to what was read just now; those that are still there stay the same objects. */
export function update(
  before: readonly Reading[],
  articles: readonly Article[],
): { readings: Reading[]; changed: boolean } {
  const free = [...before];
  let changed = before.length !== articles.length;
  const readings = articles.map((article, index): Reading => {
    const blocks = article.lines.map(({ text, role }) => ({ text, role }));
    const root = article.root.element;
    const at = match(free, root, blocks, index);
    const old = at >= 0 ? (free.splice(at, 1)[0] as Reading) : null;
    if (!old) {
      changed = true;
      return {
        root,
        lines: article.lines,
        blocks,
        cut: article.cut,
        analysis: null,
        analysed: [],
        places: [],
        asking: false,
        error: null,
        failed: null,
      };
    }
    const same = sameBlocks(old.blocks, blocks);
    if (!same || !sameNodes(old.lines, article.lines)) changed = true;
    old.root = root;
    old.lines = article.lines;
    old.cut = article.cut;
    if (!same) {
      old.blocks = blocks;
      old.places = placesOf(old.analysed, blocks);
    }
    return old;
  });
  return { readings, changed };
}

/** Whether its text must be asked about: neither answered nor failed as it is now, and no question under way. */
export function isOpen({ asking, analysis, analysed, blocks, failed }: Reading): boolean {
  if (asking || blocks.length === 0) return false;
  if (failed && sameBlocks(failed, blocks)) return false;
  return analysis === null || !sameBlocks(analysed, blocks);
}

/** Takes an answer about `about`, which may have changed since. */
export function answer(reading: Reading, about: readonly Block[], analysis: Analysis): void {
  reading.analysis = analysis;
  reading.analysed = about;
  reading.places = placesOf(about, reading.blocks);
  reading.error = null;
  reading.failed = null;
}

/** The pieces in terms of the blocks read just now; null when one of their blocks is gone. */
export function moved(reading: Reading, pieces: readonly Piece[]): Piece[] | null {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const block = reading.places[piece.block] ?? -1;
    if (block < 0) return null;
    out.push({ ...piece, block });
  }
  return out;
}

/** What is marked of an attribution: its content. */
export function markedPieces(attribution: Attribution): readonly Piece[] {
  return attribution.content.length > 0 ? attribution.content : attribution.cue;
}

/** The same element, else the same text, else the same place. */
function match(free: readonly Reading[], root: Element, blocks: readonly Block[], index: number): number {
  // Another text in the same element is another article: nothing of what was known is about it.
  const byRoot = free.findIndex((reading) => reading.root === root && shareText(reading.blocks, blocks));
  if (byRoot >= 0) return byRoot;
  const byText = free.findIndex((reading) =>
    reading.blocks.some((block, i) => block.text.length > 60 && blocks[i]?.text === block.text),
  );
  const onlyOne = free.length === 1 && index === 0 && shareText(free[0]?.blocks ?? [], blocks);
  return byText < 0 && onlyOne ? 0 : byText;
}

/** Whether any words stand in both, or one has none. */
function shareText(a: readonly Block[], b: readonly Block[]): boolean {
  const words = new Set(a.map(({ text }) => text));
  return a.length === 0 || b.length === 0 || b.some(({ text }) => words.has(text));
}

function sameBlocks(a: readonly Block[], b: readonly Block[]): boolean {
  return (
    a === b ||
    (a.length === b.length && a.every((block, i) => block.text === b[i]?.text && block.role === b[i]?.role))
  );
}

function sameNodes(a: readonly ArticleLine[], b: readonly ArticleLine[]): boolean {
  return a.every((line, i) => {
    const other = b[i];
    return (
      other !== undefined &&
      line.runs.length === other.runs.length &&
      line.runs.every((run, j) => run.node === other.runs[j]?.node && run.from === other.runs[j]?.from)
    );
  });
}

/** Where each old block stands now, by its text; repeated texts are taken in order. */
function placesOf(old: readonly Block[], now: readonly Block[]): number[] {
  const at = new Map<string, number[]>();
  now.forEach(({ text }, index) => {
    const list = at.get(text);
    if (list) list.push(index);
    else at.set(text, [index]);
  });
  for (const list of at.values()) list.reverse();
  return old.map(({ text }) => at.get(text)?.pop() ?? -1);
}

/** Shadow roots and documents of frames in which text was read. */
export function rootsOf(readings: readonly Reading[]): Node[] {
  const roots = new Set<Node>();
  for (const { lines } of readings)
    for (const { runs } of lines) if (runs[0]) roots.add(dom.getRootNode(runs[0].node));
  roots.delete(document);
  return [...roots];
}
