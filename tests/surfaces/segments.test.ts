// Where a block's text is cut for the reading copy, and that it costs no more than there is to cut.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Piece } from "../../extension/src/analysis";
import { type Segment, type Stretch, segmentsOf } from "../../extension/src/reading/segments";

const TEXT = "He said that she said that it was so, and left.";

function stretch(at: number, words: string, text = TEXT): Stretch {
  const start = text.indexOf(words);
  assert.ok(start >= 0, words);
  return { at, piece: { block: 0, start, end: start + words.length }, last: true };
}

const lines = (segments: Segment[]) =>
  segments.map(({ text, attributions, ends }) => `${text}|${attributions.join()}|${ends.join()}`);

describe("segments of a block", () => {
  it("without marks are the block", () => assert.deepEqual(lines(segmentsOf([], TEXT)), [`${TEXT}||`]));

  it("a label follows the punctuation, unless the words of another go on there", () => {
    assert.deepEqual(lines(segmentsOf([stretch(0, "it was so")], TEXT)), [
      "He said that she said that ||",
      "it was so|0|",
      ",||0",
      " and left.||",
    ]);
    const outer = stretch(1, "she said that it was so, and left");
    assert.deepEqual(lines(segmentsOf([stretch(0, "it was so"), outer], TEXT)), [
      "He said that ||",
      "she said that |1|",
      "it was so|1,0|0",
      ", and left|1|",
      ".||1",
    ]);
  });

  it("marks that cross and marks on the same words are all told", () => {
    const crossing = [stretch(0, "she said that it"), stretch(1, "it was so")];
    assert.deepEqual(lines(segmentsOf(crossing, TEXT)), [
      "He said that ||",
      "she said that |0|",
      "it|0,1|0",
      " was so|1|",
      ",||1",
      " and left.||",
    ]);
    const same = [stretch(0, "it was so"), stretch(1, "it was so")];
    assert.deepEqual(lines(segmentsOf(same, TEXT))[1], "it was so|0,1|");
    assert.deepEqual(lines(segmentsOf(same, TEXT))[2], ",||1,0");
  });

  for (const [what, piece] of [
    ["one after another", (i: number) => [i * 10, i * 10 + 7]],
    ["one in another", (i: number, of: number) => [i, of * 10 - i]],
    ["each crossing the next", (i: number, of: number) => [i * 5, i * 5 + of * 4]],
  ] as const) {
    it(`twice as many marks, ${what}, are twice the work`, () => {
      const work = (of: number) => {
        let looks = 0;
        const counted = (start: number, end: number): Piece =>
          new Proxy(
            { block: 0, start, end },
            {
              get(target, name) {
                looks += 1;
                return Reflect.get(target, name);
              },
            },
          );
        const stretches = Array.from({ length: of }, (_, at): Stretch => {
          const [start = 0, end = 0] = piece(at, of);
          return { at, piece: counted(start, end), last: true };
        });
        const segments = segmentsOf(stretches, "words and. ".repeat(of));
        return looks + segments.reduce((sum, each) => sum + each.attributions.length + each.ends.length, 0);
      };
      const [once, twice] = [work(1000), work(2000)];
      // Sorting is a little more than linear.
      assert.ok(twice <= once * 2.4, `${once}, then ${twice}`);
    });
  }
});
