// The marks of all articles as they lie on the page: located, drawn, found again under the pointer, stepped through.
// Leaves out reading, asking and the card (the conductor).

import type { Analysis, Attribution } from "../analysis";
import { groupOf } from "../kinds";
import { ownOf } from "../own";
import type { Settings } from "../settings";
import { locate } from "./locate";
import type { MarkName } from "./marks";
import { createPainter } from "./paint";
import type { Clock, Steps, Work } from "./pause";
import { type ByPlace, byPlace, instead, left, release } from "./ranges";
import { markedPieces, moved, type Reading } from "./reading";

export interface Mark {
  reading: Reading;
  attribution: number;
  ranges: readonly Range[];
  /** How deep it is nested in others' content. */
  depth: number;
  /** The attribution in whose content it stands. */
  parent: number | null;
  /** Whether its group is switched on, or a category of the reader's own that it fits. */
  drawn: boolean;
}

/** What to draw: the analyses as corrected, by reading. */
export interface Script {
  readings: readonly Reading[];
  shown(reading: Reading): Analysis | null;
  settings: Settings;
  /** The reading and actor whose marks alone stand out. */
  only: { reading: Reading; actor: number } | null;
}

export interface Scene {
  /** Locates and draws; returns how much changed on the page. */
  draw(script: Script, work: Work, locating: Clock, painting: Clock): Promise<number>;
  style(css: string): void;
  /** The marks that could be located, in reading order. */
  readonly marks: readonly Mark[];
  under(node: Text, offset: number): { attribution: number; range: Range; mark: Mark }[] | null;
  /** Shows a mark brightly for a moment. */
  flash(mark: Mark): void;
  refill(): void;
  clear(): void;
}

/** Attributions of one step; one over many nodes counts for more. */
const STEP = 10;
const RANGES = 20;

export function createScene(): Scene {
  const painter = createPainter();
  let marks: Mark[] = [];
  let index: Index = new Map();
  /** Grows with every clearing: a drawing that was under way then is not finished. */
  let clearings = 0;

  return {
    get marks() {
      return marks;
    },
    style: painter.style,
    refill: painter.refill,
    async draw(script, work, locating, painting) {
      const before = clearings;
      const old = byPlace(marks.flatMap(({ ranges }) => ranges));
      const located = await work.steps(locateAll(script, old), locating);
      if (before !== clearings) {
        releaseAll(located);
        return 0;
      }
      const laid = await work.steps(layOut(located, script), painting);
      if (before !== clearings) {
        releaseAll(located);
        return 0;
      }
      marks = located;
      index = laid.index;
      const changes = await work.steps(painter.draw(laid.drawing), painting);
      await work.steps(releasing(old), painting);
      return changes;
    },
    under(node, offset) {
      const here = index
        .get(node)
        ?.filter(({ range }) => range.startOffset <= offset && offset <= range.endOffset);
      if (!here || here.length === 0) return null;
      here.sort((a, b) => a.mark.depth - b.mark.depth);
      return here.map(({ mark, range }) => ({ mark, range, attribution: mark.attribution }));
    },
    flash(mark) {
      painter.flash(mark.ranges);
    },
    clear() {
      clearings++;
      painter.clear();
      releaseAll(marks);
      marks = [];
      index = new Map();
    },
  };
}

/** The drawn marks by the text node that they stand in. */
type Index = Map<Node, { mark: Mark; range: Range }[]>;

function* layOut(
  marks: readonly Mark[],
  script: Script,
): Steps<{ index: Index; drawing: Map<MarkName, Range[]> }> {
  const index: Index = new Map();
  const drawing = new Map<MarkName, Range[]>();
  let done = 0;
  for (const mark of marks) {
    if (++done % STEP === 0) yield;
    for (const name of namesOf(mark, script)) {
      const list = drawing.get(name);
      if (list) list.push(...mark.ranges);
      else drawing.set(name, [...mark.ranges]);
    }
    if (!mark.drawn) continue;
    for (const range of mark.ranges) {
      const list = index.get(range.startContainer);
      if (list) list.push({ mark, range });
      else index.set(range.startContainer, [{ mark, range }]);
    }
  }
  return { index, drawing };
}

/** Locates every mark; where it lies on the words of an old range it takes that one. */
function* locateAll({ readings, shown, settings }: Script, old: ByPlace): Steps<Mark[]> {
  const marks: Mark[] = [];
  let done = 0;
  for (const reading of readings) {
    const analysis = shown(reading);
    if (!analysis) continue;
    for (const [attribution, each] of analysis.attributions.entries()) {
      done += 1 + (marks.at(-1)?.ranges.length ?? 0) / RANGES;
      if (done >= STEP) {
        done = 0;
        yield;
      }
      const pieces = moved(reading, markedPieces(each));
      const ranges = pieces && locate(reading.lines, pieces)?.map((range) => instead(old, range));
      if (!ranges) continue;
      const drawn = settings.groups[groupOf(each.kind)] || ownOf(each, settings.categories).length > 0;
      const { parent } = each;
      marks.push({ reading, attribution, ranges, depth: depthOf(analysis, each), parent, drawn });
    }
  }
  return marks;
}

function releaseAll(marks: readonly Mark[]): void {
  for (const { ranges } of marks) for (const range of ranges) release(range);
}

/** Lets go of what no mark has taken. */
function* releasing(old: ByPlace): Steps<void> {
  let done = 0;
  for (const range of left(old)) {
    if (++done % RANGES === 0) yield;
    release(range);
  }
}

function depthOf(analysis: Analysis, attribution: Attribution): number {
  let depth = 0;
  for (let up = attribution.parent; up !== null && depth < 20; up = analysis.attributions[up]?.parent ?? null)
    depth++;
  return depth;
}

function namesOf(mark: Mark, { shown, settings, only }: Script): MarkName[] {
  const attribution = shown(mark.reading)?.attributions[mark.attribution];
  if (!attribution) return [];
  const names: MarkName[] = [];
  const aside =
    only !== null &&
    (only.reading !== mark.reading ||
      (attribution.actor !== only.actor && attribution.through !== only.actor));
  const group = groupOf(attribution.kind);
  if (mark.drawn && aside) names.push("dimmed");
  else {
    if (settings.groups[group]) names.push(group);
    for (const index of ownOf(attribution, settings.categories)) names.push(`own-${index}`);
  }
  const unclear =
    attribution.source_kind === "unnamed" ||
    attribution.source_kind === "unresolved" ||
    attribution.resolution === "unclear";
  if (settings.unnamed && unclear && !aside) names.push("unnamed");
  return names;
}
