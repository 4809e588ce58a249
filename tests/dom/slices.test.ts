// How much of a page is looked at between two pauses, whatever the page: that is what keeps the longest task short.
// Counted, not timed: what is asked of the DOM, the characters that it gives, and the searches that go through all
// of it. Leaves out how long a task takes, which `cargo xtask pages`, `bench` and `soak` measure.

import "./counting";

import type { Analysis } from "../../extension/src/analysis";
import { walk } from "../../extension/src/content/blocks/walk";
import { judge } from "../../extension/src/content/gate/judge";
import { createWork, newClock, type Steps, type Work } from "../../extension/src/content/pause";
import { update } from "../../extension/src/content/reading";
import { scan } from "../../extension/src/content/scan";
import { createScene } from "../../extension/src/content/scene";
import { createWatcher } from "../../extension/src/content/watch";
import { DEFAULTS } from "../../extension/src/settings";
import { attribution } from "../harness/attribution";
import { assert, fixture, frame, test, until } from "../harness/inpage";
import { type Asked, count, nothing } from "./counting";
import { ACCUSED, DENIED, SAID } from "./fake-world";

/** The most of each between two pauses: a few milliseconds' worth on a slow machine. */
const MOST: Asked = { touches: 8_000, units: 250_000, searches: 3, moved: 1_000 };
const COUNTED = Object.keys(MOST) as (keyof Asked)[];
/** Of what a page is full: three times what may be touched, so that work which goes over all of it is seen. */
const FULL = 3 * MOST.touches;
/** Records of a flood, delivered in one go. */
const FLOOD = 100_000;

/** Takes every step by itself and keeps the most that was asked in one. */
function bySteps(): { work: Work; most: Asked; take<T>(steps: Steps<T>): T } {
  const most = nothing();
  const measured = <T>(piece: () => T): T => {
    count.asked = nothing();
    const value = piece();
    for (const each of COUNTED) most[each] = Math.max(most[each], count.asked[each]);
    return value;
  };
  const take = <T>(steps: Steps<T>): T => {
    for (;;) {
      const step = measured(() => steps.next());
      if (step.done) return step.value;
    }
  };
  return {
    most,
    take,
    work: { steps: async (steps) => take(steps), piece: (_clock, piece) => measured(piece), resumed() {} },
  };
}

/** Every line as one attribution, so that there is as much to draw as can be. */
function everything(lines: readonly { text: string }[]): Analysis {
  const attributions = lines.map(({ text }, block) =>
    attribution({ content: [{ block, start: 0, end: text.length }] }),
  );
  return { attributions, actors: [], truncated: false, declined: null };
}

/** Judges, reads and draws the page by steps; gives the most that was asked in one, and how many marks there are. */
async function read(): Promise<{ most: Asked; marks: number }> {
  const { work, most, take } = bySteps();
  const scene = createScene();
  const clock = { ms: 0 };
  const { signals } = take(judge(document));
  const { articles } = await scan(document.body, signals, work, clock);
  const { readings } = work.piece(clock, () => update([], articles));
  const analyses = new Map(readings.map((reading) => [reading, everything(reading.lines)]));
  for (const reading of readings) {
    reading.analysed = reading.blocks;
    reading.places = reading.blocks.map((_, index) => index);
  }
  const shown = (reading: (typeof readings)[number]) => analyses.get(reading) ?? null;
  await scene.draw({ readings, shown, settings: DEFAULTS, only: null }, work, clock, clock);
  const marks = scene.marks.length;
  scene.clear();
  return { most, marks };
}

const P = (words: string) => `<p>${words}</p>`;
const STORY = `<h1>Tolvik accuses a line</h1>${[ACCUSED, DENIED, SAID, SAID, DENIED, SAID].map(P).join("")}`;

/** Pages that are far too much of one thing; each has an article to mark. */
const PAGES: [what: string, html: () => string][] = [
  [
    "far too many elements beside the article",
    () => `<article>${STORY}</article>${"<i hidden></i>".repeat(FULL)}`,
  ],
  ["far too many boxes", () => `<article>${STORY}</article>${"<div><b>x</b></div>".repeat(FULL)}`],
  ["ten thousand paragraphs", () => `<article>${STORY}${P(SAID).repeat(10_000)}</article>`],
  [
    "a paragraph of far too many elements",
    () => `<article>${STORY}<p>${"<b>said</b> ".repeat(FULL)}</p></article>`,
  ],
  [
    "one node of text without end",
    () => `<article>${STORY}<p>${`${SAID} `.repeat((5 * MOST.units) / SAID.length)}</p></article>`,
  ],
  ["ten thousand boxes in each other", () => `<article>${STORY}</article>${"<div>".repeat(10_000)}x`],
  [
    "far too many links",
    () => `<article>${STORY}</article><ul>${"<li><a href=#>Read this as well</a></li>".repeat(FULL)}</ul>`,
  ],
  [
    "a table of far too many cells",
    () => `<article>${STORY}<table><tr>${"<td>12.5</td>".repeat(FULL)}</tr></table></article>`,
  ],
];

/** A component of the page's own that shows what it is given, through a slot. */
customElements.define(
  "x-shown",
  class extends HTMLElement {
    connectedCallback(): void {
      this.attachShadow({ mode: "open" }).innerHTML = "<slot></slot>";
    }
  },
);
PAGES.push([
  "a slot of twenty thousand nodes",
  () => `<x-shown><article>${STORY}</article>${"<i hidden></i>".repeat(20_000)}</x-shown>`,
]);

/** A page that says what it is, and one of which the gate has to find out. */
const HEADS = ["<meta property='og:type' content='article'>", ""];

for (const [what, html] of PAGES) {
  test(`between two pauses little is asked of a page with ${what}`, async () => {
    await fixture(html());
    for (const head of HEADS) {
      document.head.innerHTML = `<title>Tolvik accuses a line</title>${head}`;
      const { most, marks } = await read();
      assert.isAtLeast(marks, 6, "it is read");
      for (const each of COUNTED)
        assert.isAtMost(most[each], MOST[each], `${each} in one step of ${JSON.stringify(most)}`);
    }
  });
}

test("a page's timers run while it is read", async () => {
  // Four hundred thousand nodes: a browser lets a timer that sets itself run every four milliseconds, and a fast machine
  // reads a hundred thousand in some twenty.
  await fixture(`<article>${STORY}</article>${"<div><b>x</b></div>".repeat(133_333)}`);
  let turns = 0;
  /** Pauses in which the page's timer ran. */
  let given = 0;
  let reading = true;
  const turn = () => {
    turns++;
    if (reading) setTimeout(turn);
  };
  setTimeout(turn);
  const steps = (function* () {
    let before = turns;
    const walking = walk(document.body);
    for (let step = walking.next(); !step.done; step = walking.next()) {
      yield;
      if (turns > before) given++;
      before = turns;
    }
  })();
  await createWork({ longest: 0 }).steps(steps, newClock());
  reading = false;
  assert.isAtLeast(given, 5);
});

test("what the page has to do waits for no more than a slice", async () => {
  await fixture(`<article>${STORY}</article>${"<div><b>x</b></div>".repeat(33_333)}`);
  const { scheduler } = globalThis as unknown as { scheduler: { postTask(task: () => void): Promise<void> } };
  const { postTask } = scheduler;
  let pauses = 0;
  /** Pauses since the page had its turn; and the most of them. */
  let waited = 0;
  let most = 0;
  scheduler.postTask = (task) => {
    pauses++;
    most = Math.max(most, ++waited);
    return postTask.call(scheduler, task);
  };
  // A message to itself, always under way: it needs no clock to be due.
  const turn = ({ data }: MessageEvent) => {
    if (data !== "turn") return;
    waited = 0;
    postMessage("turn");
  };
  addEventListener("message", turn);
  postMessage("turn");
  await createWork({ longest: 0 }).steps(walk(document.body), newClock());
  removeEventListener("message", turn);
  scheduler.postTask = postTask;
  // How many there are is the machine's; that there are several is what is measured on.
  assert.isAtLeast(pauses, 2);
  // The first pause may be behind what was there before the message.
  assert.isAtMost(most, 2);
});

test("a flood of changes is not looked at one by one, and is followed by one look at the page", async () => {
  const root = await fixture(`<article>${STORY}</article>`);
  const article = root.querySelector("article") as Element;
  let looks = 0;
  const watcher = createWatcher({
    roots: () => [article],
    changed: async () => {
      looks++;
      return { worth: true, ms: 0 };
    },
    refill() {},
    orphaned() {},
    alive: () => true,
    record: { longest: 0 },
  });
  count.asked = nothing();
  // Beside the article, so that each change has to be looked at to know that it does not matter.
  for (let i = 0; i < FLOOD; i++) root.append(document.createElement("i"));
  await frame();
  await until(() => looks > 0);
  assert.isAtMost(count.asked.touches, MOST.touches);
  assert.equal(looks, 1);
  watcher.stop();
});
