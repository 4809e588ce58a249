// Cuts a block's text where marks begin and end, so that each stretch can be one element. Each mark is looked at a
// bounded number of times, however many there are. Leaves out the elements (copy.tsx).

import type { Analysis, Piece } from "../analysis";

export interface Segment {
  text: string;
  /**
   * Attributions whose words these are, the outermost first, at most `DEEPEST` of the innermost; empty for
   * unmarked text.
   */
  attributions: number[];
  /** Attributions whose words end here, or before the punctuation that this is; their labels follow. */
  ends: number[];
}

/** One stretch of words of an attribution; its label follows the last. */
export interface Stretch {
  at: number;
  piece: Piece;
  last: boolean;
}

/** Marks around the same words of which a stretch is told; people nest two or three. */
const DEEPEST = 16;

/** The stretches of every block, by its index; blocks without any are absent. */
export function stretchesOf(analysis: Analysis): Map<number, Stretch[]> {
  const found = new Map<number, Stretch[]>();
  for (const [at, { content }] of analysis.attributions.entries()) {
    for (const [i, piece] of content.entries()) {
      const stretch = { at, piece, last: i === content.length - 1 };
      const list = found.get(piece.block);
      if (list) list.push(stretch);
      else found.set(piece.block, [stretch]);
    }
  }
  return found;
}

/** A block's text in segments, in order; together they are the whole text. */
export function segmentsOf(stretches: readonly Stretch[], text: string): Segment[] {
  // What begins later lies further in; of two that begin together the longer lies outside.
  const begins = [...stretches].sort(
    (a, b) => a.piece.start - b.piece.start || b.piece.end - a.piece.end || a.at - b.at,
  );
  const closes = [...stretches].sort(
    (a, b) => a.piece.end - b.piece.end || b.piece.start - a.piece.start || b.at - a.at,
  );
  const labels = new Map<number, number[]>();
  const cuts = new Set([0, text.length]);
  let open = 0;
  let furthest = 0;
  for (const { piece } of begins) cuts.add(piece.start).add(piece.end);
  for (const stretch of closes) {
    const { end } = stretch.piece;
    if (!stretch.last) continue;
    const after = end + (/^[.,;:!?)\]”’"']{0,8}/.exec(text.slice(end, end + 8))?.[0].length ?? 0);
    // The furthest end of what begins before `after`: whether another mark goes on there.
    while (open < begins.length && (begins[open] as Stretch).piece.start < after)
      furthest = Math.max(furthest, (begins[open++] as Stretch).piece.end);
    // A label between words and their full stop would tear the sentence apart.
    const place = furthest > end ? end : after;
    cuts.add(place);
    const list = labels.get(place);
    if (list) list.push(stretch.at);
    else labels.set(place, [stretch.at]);
  }
  const points = [...cuts].filter((point) => point <= text.length).sort((a, b) => a - b);
  const within = new Nest();
  let begun = 0;
  let closed = 0;
  return points.slice(1).map((end, i) => {
    const start = points[i] as number;
    while (closed < closes.length && (closes[closed] as Stretch).piece.end <= start)
      within.leave(closes[closed++] as Stretch);
    for (; begun < begins.length && (begins[begun] as Stretch).piece.start <= start; begun++) {
      const stretch = begins[begun] as Stretch;
      if (stretch.piece.end > start) within.enter(stretch);
    }
    return {
      text: text.slice(start, end),
      attributions: within.innermost(DEEPEST),
      ends: labels.get(end) ?? [],
    };
  });
}

/** The marks around a place, in the order in which they began: entered, left and read without a look at all. */
class Nest {
  private readonly places = new Map<Stretch, Place>();
  private top: Place | null = null;

  enter(stretch: Stretch): void {
    const place: Place = { at: stretch.at, outer: this.top, inner: null };
    if (this.top) this.top.inner = place;
    this.top = place;
    this.places.set(stretch, place);
  }

  leave(stretch: Stretch): void {
    const place = this.places.get(stretch);
    if (!place) return;
    this.places.delete(stretch);
    if (place.outer) place.outer.inner = place.inner;
    if (place.inner) place.inner.outer = place.outer;
    else this.top = place.outer;
  }

  /** The outermost first. */
  innermost(most: number): number[] {
    const found: number[] = [];
    for (let place = this.top; place && found.length < most; place = place.outer) found.push(place.at);
    return found.reverse();
  }
}

interface Place {
  at: number;
  outer: Place | null;
  inner: Place | null;
}
