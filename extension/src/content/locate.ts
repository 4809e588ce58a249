// From pieces of the analysis to ranges on the page, kept only where the words match.
// One range for each text node, so that nothing between the words is drawn over (a note's mark, a hidden label).
// Leaves out drawing (paint.ts) and where the text came from (blocks/).

import type { Piece } from "../analysis";
import * as dom from "../dom";
import type { ReadText, Run } from "./blocks/text";

/**
 * The ranges of some pieces in reading order, or null when any of their words is no longer where it was read:
 * a mark in the wrong place is worse than none. Offsets are UTF-16, ends exclusive.
 */
export function locate(blocks: readonly (ReadText | undefined)[], pieces: readonly Piece[]): Range[] | null {
  const ranges: Range[] = [];
  for (const { block, start, end } of pieces) {
    const read = blocks[block];
    if (!read || start < 0 || end > read.text.length || start >= end) return null;
    if (!locateIn(read, start, end, ranges)) return null;
  }
  return ranges.length > 0 ? ranges : null;
}

function locateIn({ text, runs }: ReadText, start: number, end: number, ranges: Range[]): boolean {
  let node: Text | null = null;
  let from = 0;
  let to = 0;
  const close = () => {
    if (node) ranges.push(rangeOf(node, from, to));
  };
  for (let i = firstRun(runs, start); i < runs.length; i++) {
    const run = runs[i] as Run;
    if (run.at >= end) break;
    const a = Math.max(start, run.at);
    const b = Math.min(end, run.at + run.length);
    const offset = run.from + (a - run.at);
    if (!dom.isConnected(run.node) || !sameWords(run.node, offset, text, a, b)) return false;
    if (run.node !== node) {
      close();
      node = run.node;
      from = offset;
    }
    to = offset + (b - a);
  }
  close();
  return node !== null;
}

/** Index of the run that holds an offset, or of the first one after it. */
function firstRun(runs: readonly Run[], offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = runs[middle] as Run;
    if (run.at + run.length <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Whether a node has, from `offset` on, the words of `text` from `a` to `b`; any white space is a space. Asks for the
 * part alone: `data` copies the whole, which is slow where one node holds a book.
 */
function sameWords(node: Text, offset: number, text: string, a: number, b: number): boolean {
  if (offset + (b - a) > node.length) return false;
  const there = node.substringData(offset, b - a);
  const here = text.slice(a, b);
  return there === here || there.replace(/\s/g, " ") === here;
}

function rangeOf(node: Text, from: number, to: number): Range {
  const range = dom.createRange(dom.documentOf(node));
  range.setStart(node, from);
  range.setEnd(node, to);
  return range;
}
