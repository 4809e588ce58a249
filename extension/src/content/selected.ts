// From words that the reader selected to pieces of the text as it was analysed. The way back of locate.ts; leaves out
// what is done with them.

import type { Piece } from "../analysis";
import type { Reading } from "./reading";

/** One piece a block, without white space at its ends; empty where no word of the article is selected. */
export function piecesIn(reading: Reading, range: Range): Piece[] {
  const pieces: Piece[] = [];
  for (const [block, place] of reading.places.entries()) {
    const line = reading.lines[place];
    if (!line) continue;
    let start = Number.POSITIVE_INFINITY;
    let end = -1;
    for (const { node, at, from, length } of line.runs) {
      if (!range.intersectsNode(node)) continue;
      const first = node === range.startContainer ? Math.max(from, range.startOffset) : from;
      const last = node === range.endContainer ? Math.min(from + length, range.endOffset) : from + length;
      if (first >= last) continue;
      start = Math.min(start, at + first - from);
      end = Math.max(end, at + last - from);
    }
    while (start < end && line.text[start] === " ") start++;
    while (start < end && line.text[end - 1] === " ") end--;
    if (start < end) pieces.push({ block, start, end });
  }
  return pieces;
}
