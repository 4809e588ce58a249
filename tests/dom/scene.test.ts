// Marks drawn and drawn again: ranges that lie on the same words are found without going through all others, and what
// was located for a drawing that no longer counts is let go. Leaves out the drawing itself (marks.test.ts).

import type { Analysis } from "../../extension/src/analysis";
import { judge } from "../../extension/src/content/gate/judge";
import { atOnce, type Work } from "../../extension/src/content/pause";
import { type Reading, update } from "../../extension/src/content/reading";
import { scan } from "../../extension/src/content/scan";
import { createScene, type Mark, type Scene, type Script } from "../../extension/src/content/scene";
import { DEFAULTS } from "../../extension/src/settings";
import { attribution } from "../harness/attribution";
import { assert, fixture, test } from "../harness/inpage";
import { SAID } from "./fake-world";

const CLOCK = { ms: 0 };
/** Hands what each run of steps came to to `ended` before it goes on. */
const working = (ended: (value: unknown) => void = () => {}): Work => ({
  async steps(steps) {
    const value = atOnce(steps);
    ended(value);
    return value;
  },
  piece: (_clock, piece) => piece(),
  resumed() {},
});

/** What `words` finds in the text of the page, each a mark. */
function marked(readings: readonly Reading[], words: RegExp): Script {
  const analyses = new Map(
    readings.map((reading): [Reading, Analysis] => {
      const attributions = reading.lines.flatMap(({ text }, block) =>
        [...text.matchAll(words)].map(({ 0: found, index }) =>
          attribution({ content: [{ block, start: index, end: index + found.length }] }),
        ),
      );
      return [reading, { attributions, actors: [], truncated: false, declined: null }];
    }),
  );
  return { readings, shown: (reading) => analyses.get(reading) ?? null, settings: DEFAULTS, only: null };
}

/** A page that is one long text node of so many sentences. */
async function page(sentences: number): Promise<Reading[]> {
  await fixture(`<article><h1>Tolvik accuses a line</h1><p>${`${SAID} `.repeat(sentences)}</p></article>`);
  const { signals } = atOnce(judge(document));
  const { articles } = await scan(document.body, signals, working(), CLOCK);
  const { readings } = update([], articles);
  for (const reading of readings) {
    reading.analysed = reading.blocks;
    reading.places = reading.blocks.map((_, index) => index);
  }
  return readings;
}

const SENTENCES = /[^.]+\./g;
const WITHOUT_STOP = /[^.]+/g;

/** How often offsets of ranges are asked for while `work` runs. */
async function asked(work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const own = ["startOffset", "endOffset"].map((name) => {
    const found = Object.getOwnPropertyDescriptor(AbstractRange.prototype, name) as PropertyDescriptor;
    Object.defineProperty(AbstractRange.prototype, name, {
      ...found,
      get() {
        count++;
        return found.get?.call(this);
      },
    });
    return [name, found] as const;
  });
  try {
    await work();
  } finally {
    for (const [name, found] of own) Object.defineProperty(AbstractRange.prototype, name, found);
  }
  return count;
}

test("the same words keep their ranges", async () => {
  const scene = createScene();
  const drawn = marked(await page(3), SENTENCES);
  await scene.draw(drawn, working(), CLOCK, CLOCK);
  const before = scene.marks.map(({ ranges }) => ranges[0]);
  await scene.draw(drawn, working(), CLOCK, CLOCK);
  assert.isAtLeast(before.length, 3);
  assert.isTrue(scene.marks.every(({ ranges }, i) => ranges[0] === before[i]));
  scene.clear();
});

test("twice the marks in one text node are twice the work to draw on other words, not four times", async () => {
  const counts: number[] = [];
  for (const sentences of [600, 1_200]) {
    const readings = await page(sentences);
    const scene = createScene();
    await scene.draw(marked(readings, SENTENCES), working(), CLOCK, CLOCK);
    const next = marked(readings, WITHOUT_STOP);
    counts.push(await asked(() => scene.draw(next, working(), CLOCK, CLOCK)));
    assert.isAtLeast(scene.marks.length, sentences);
    scene.clear();
  }
  const [once = 0, twice = 0] = counts;
  assert.isAtLeast(once, 600, "what is counted is what is asked");
  assert.isAtMost(twice, 2.1 * once);
});

for (const [after, of] of [
  [1, "was located"],
  [2, "was laid out"],
] as const) {
  test(`marks that go off once the page ${of} leave no range in it`, async () => {
    const drawn = marked(await page(3), SENTENCES);
    const scene: Scene = createScene();
    let runs = 0;
    let located: readonly Mark[] = [];
    const work = working((value) => {
      if (++runs === 1) located = value as Mark[];
      if (runs === after) scene.clear();
    });
    assert.equal(await scene.draw(drawn, work, CLOCK, CLOCK), 0);
    assert.isAtLeast(located.length, 3);
    for (const { ranges } of located)
      for (const range of ranges) assert.isFalse(document.contains(range.startContainer));
    assert.lengthOf(scene.marks, 0);
  });
}
