// An analysis as flat rows of words: what Markdown, CSV and the annotations are written from.
// Leaves out every format.

import type { Analysis, Attribution, Block, Piece } from "../analysis";
import { certainty, kindInWords, type Reading, sayingOf, targetName, wordsOf } from "../describe";
import { ownNames } from "../own";
import type { Category } from "../settings";

/** Everything that an export is made from. */
export interface ExportInput {
  url: string;
  title: string;
  time: Date;
  /** Version of the extension. */
  version: string;
  blocks: readonly Block[];
  analysis: Analysis;
  /** Indices of the attributions wanted, in reading order. */
  chosen: readonly number[];
  /** The reader's own, of which those that are on are told. */
  categories: readonly Category[];
}

export interface Row {
  /** 1-based, as in the article: the n-th attribution found, whatever was chosen. */
  number: number;
  /** 1-based number of the paragraph (headline and captions count) with its first words. */
  paragraph: number;
  attribution: Attribution;
  /** What is done and at whom, as every surface says it: "Denial (probably)". */
  heading: string;
  /** How likely the kind is, from 0 to 1, with two digits. */
  sure: string;
  speaker: string;
  /** Empty when the sentence itself says who. */
  certainty: string;
  through: string;
  target: string;
  /** The exact words: source, cue, content. Empty where there are none. */
  source: string;
  cue: string;
  content: string;
  /** The cue stands before the one who says it: "according to". */
  cueFirst: boolean;
  /** Numbers of the rows that this one answers or is answered by. */
  repliesTo: number | null;
  /** Names of the reader's own categories that it fits; empty for none. */
  own: string;
  replies: number[];
}

/** The machine-made note and the last line are part of every format; see words "machineMade". */
export function rowsOf(input: ExportInput): Row[] {
  const reading: Reading = input;
  return input.chosen.flatMap((i) => {
    const a = input.analysis.attributions[i];
    if (!a) return [];
    const first = firstPiece(a);
    const { who, cue, words, cueFirst } = sayingOf(reading, a);
    return [
      {
        number: i + 1,
        paragraph: (first?.block ?? 0) + 1,
        attribution: a,
        heading: kindInWords(reading, a),
        sure: a.kind_confidence.toFixed(2),
        speaker: who,
        certainty: certainty(reading, a) ?? "",
        through: a.through === null ? "" : (input.analysis.actors[a.through]?.name ?? ""),
        target: targetName(reading, a) ?? "",
        source: wordsOf(a.source, input.blocks),
        cue,
        content: words,
        cueFirst,
        own: ownNames(a, input.categories),
        repliesTo: a.replies_to === null ? null : a.replies_to + 1,
        replies: a.replies.map((r) => r + 1),
      },
    ];
  });
}

function firstPiece(a: Attribution): Piece | undefined {
  return [...a.content, ...a.cue, ...a.source].sort((x, y) => x.block - y.block || x.start - y.start)[0];
}
