// How much of a page is looked at between two pauses, whatever the page: that is what keeps the longest task short.
// Counted, not timed: what is asked of the DOM, the characters that it gives, and the searches that go through all
// of it. Leaves out how long a task takes, which `cargo xtask pages`, `bench` and `soak` measure.

import type { Analysis } from "../../extension/src/analysis";
import { judge } from "../../extension/src/content/gate/judge";
import type { Steps, Work } from "../../extension/src/content/pause";
import { update } from "../../extension/src/content/reading";
import { scan } from "../../extension/src/content/scan";
import { createScene } from "../../extension/src/content/scene";
import { createWatcher } from "../../extension/src/content/watch";
import { DEFAULTS } from "../../extension/src/settings";
import { attribution } from "../harness/attribution";
import { assert, fixture, frame, test, until } from "../harness/inpage";
import { ACCUSED, DENIED, SAID } from "./fake-world";

/** What was asked of the page. */
interface Asked {
  /** Properties read and methods called. */
  touches: number;
  /** UTF-16 units of text given. */
  units: number;
  /** Searches through the whole document. */
  searches: number;
}

/** The most of each between two pauses: a few milliseconds' worth on a slow machine. */
const MOST: Asked = { touches: 8_000, units: 250_000, searches: 3 };
/** Records of a flood, delivered in one go. */
const FLOOD = 100_000;

let asked: Asked = { touches: 0, units: 0, searches: 0 };

/** Counts what is asked of the DOM until the work is done. */
async function counted<T>(work: () => Promise<T>): Promise<T> {
  const undo: (() => void)[] = [];
  const wrap = (owner: object, names: string[], after: (given: unknown) => void) => {
    for (const name of names) {
      const own = Object.getOwnPropertyDescriptor(owner, name);
      if (!own) throw new Error(`no ${name} to count`);
      const given = own.get ?? (own.value as (...given: unknown[]) => unknown);
      const counting = function (this: unknown, ...args: unknown[]) {
        const value = Reflect.apply(given, this, args);
        asked.touches++;
        after(value);
        return value;
      };
      Object.defineProperty(owner, name, own.get ? { ...own, get: counting } : { ...own, value: counting });
      undo.push(() => Object.defineProperty(owner, name, own));
    }
  };
  const plain = () => {};
  const text = (given: unknown) => {
    asked.units += typeof given === "string" ? given.length : 0;
  };
  const search = () => {
    asked.searches++;
  };
  const searching = ["querySelector", "querySelectorAll", "getElementsByTagName", "getElementsByClassName"];
  wrap(Node.prototype, ["firstChild", "nextSibling", "parentElement", "isConnected", "getRootNode"], plain);
  wrap(Node.prototype, ["contains"], plain);
  wrap(Node.prototype, ["textContent"], text);
  wrap(CharacterData.prototype, ["length"], plain);
  wrap(CharacterData.prototype, ["data", "substringData"], text);
  wrap(Element.prototype, ["tagName", "id", "className", "hasAttribute", "hasAttributes", "closest"], plain);
  wrap(Element.prototype, ["checkVisibility", "shadowRoot"], plain);
  wrap(Element.prototype, ["getAttribute"], text);
  wrap(Element.prototype, searching, plain);
  wrap(Document.prototype, searching, search);
  wrap(TreeWalker.prototype, ["nextNode"], plain);
  wrap(Range.prototype, ["setStart", "setEnd"], plain);
  try {
    return await work();
  } finally {
    for (const each of undo) each();
  }
}

/** Takes every step by itself and keeps the most that was asked in one. */
function bySteps(): { work: Work; most: Asked; take<T>(steps: Steps<T>): T } {
  const most: Asked = { touches: 0, units: 0, searches: 0 };
  const measured = <T>(piece: () => T): T => {
    asked = { touches: 0, units: 0, searches: 0 };
    const value = piece();
    for (const each of ["touches", "units", "searches"] as const)
      most[each] = Math.max(most[each], asked[each]);
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
  return counted(async () => {
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
  });
}

const P = (words: string) => `<p>${words}</p>`;
const STORY = `<h1>Tolvik accuses a line</h1>${[ACCUSED, DENIED, SAID, SAID, DENIED, SAID].map(P).join("")}`;

/** Pages that are far too much of one thing; each has an article to mark. */
const PAGES: [what: string, html: () => string][] = [
  [
    "a million elements beside the article",
    () => `<article>${STORY}</article>${"<i hidden></i>".repeat(1_000_000)}`,
  ],
  ["a hundred thousand boxes", () => `<article>${STORY}</article>${"<div><b>x</b></div>".repeat(100_000)}`],
  ["ten thousand paragraphs", () => `<article>${STORY}${P(SAID).repeat(10_000)}</article>`],
  [
    "a paragraph of a hundred thousand elements",
    () => `<article>${STORY}<p>${"<b>said</b> ".repeat(100_000)}</p></article>`,
  ],
  ["one node of ten megabytes", () => `<article>${STORY}<p>${`${SAID} `.repeat(80_000)}</p></article>`],
  ["ten thousand boxes in each other", () => `<article>${STORY}</article>${"<div>".repeat(10_000)}x`],
  [
    "fifty thousand links",
    () => `<article>${STORY}</article><ul>${"<li><a href=#>Read this as well</a></li>".repeat(50_000)}</ul>`,
  ],
  [
    "a table of fifty thousand cells",
    () => `<article>${STORY}<table><tr>${"<td>12.5</td>".repeat(50_000)}</tr></table></article>`,
  ],
];

/** A page that says what it is, and one of which the gate has to find out. */
const HEADS = ["<meta property='og:type' content='article'>", ""];

for (const [what, html] of PAGES) {
  test(`between two pauses little is asked of a page with ${what}`, async () => {
    for (const head of HEADS) {
      document.head.innerHTML = `<title>Tolvik accuses a line</title>${head}`;
      await fixture(html());
      const { most, marks } = await read();
      assert.isAtLeast(marks, 6, "it is read");
      for (const each of ["touches", "units", "searches"] as const)
        assert.isAtMost(most[each], MOST[each], `${each} in one step of ${JSON.stringify(most)}`);
    }
  });
}

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
  asked = { touches: 0, units: 0, searches: 0 };
  await counted(async () => {
    // Beside the article, so that each change has to be looked at to know that it does not matter.
    for (let i = 0; i < FLOOD; i++) root.append(document.createElement("i"));
    await frame();
    await until(() => looks > 0);
  });
  assert.isAtMost(asked.touches, MOST.touches);
  assert.equal(looks, 1);
  watcher.stop();
});
