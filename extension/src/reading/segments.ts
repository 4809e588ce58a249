// Cuts a block's text where marks begin and end, so that each stretch can be one element.
// Leaves out the elements (copy.tsx).

import type { Analysis, Piece } from "../analysis";

export interface Segment {
  text: string;
  /** Attributions whose words these are, the outermost first; empty for unmarked text. */
  attributions: number[];
  /** Attributions whose words end here, or before the punctuation that this is; their labels follow. */
  ends: number[];
}

/** The block's text in stretches, in order; together they are the whole text. */
export function segmentsOf(analysis: Analysis, block: number, text: string): Segment[] {
  const pieces: { at: number; piece: Piece; last: boolean }[] = [];
  for (const [at, { content }] of analysis.attributions.entries()) {
    for (const piece of content) {
      if (piece.block === block) pieces.push({ at, piece, last: piece === content[content.length - 1] });
    }
  }
  const outermostFirst = pieces.sort(
    (a, b) => b.piece.end - b.piece.start - (a.piece.end - a.piece.start) || a.at - b.at,
  );
  // A label between words and their full stop would tear the sentence apart.
  const labelled = (end: number) => {
    const after = end + (/^[.,;:!?)\]”’"']*/.exec(text.slice(end))?.[0].length ?? 0);
    return pieces.some(({ piece }) => piece.start < after && end < piece.end) ? end : after;
  };
  const cuts = new Set([0, text.length]);
  for (const { piece } of pieces) cuts.add(piece.start).add(piece.end).add(labelled(piece.end));
  const points = [...cuts].filter((point) => point <= text.length).sort((a, b) => a - b);
  return points.slice(1).map((end, i) => {
    const start = points[i] as number;
    return {
      text: text.slice(start, end),
      attributions: outermostFirst
        .filter(({ piece }) => piece.start <= start && end <= piece.end)
        .map(({ at }) => at),
      ends: outermostFirst
        .filter(({ piece, last }) => last && labelled(piece.end) === end)
        .map(({ at }) => at)
        .reverse(),
    };
  });
}
