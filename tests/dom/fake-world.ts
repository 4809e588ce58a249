// A world for the conductor without an extension around it: settings in memory, and an engine that finds every
// sentence with "accused", "denied" or "said" in it. Tests see what was asked and said.

import type { Analysis, Attribution, Block, Kind } from "../../extension/src/analysis";
import type { Correction } from "../../extension/src/changes";
import { conduct } from "../../extension/src/content/conductor";
import { judge } from "../../extension/src/content/gate/judge";
import type { Conductor, World } from "../../extension/src/content/world";
import * as dom from "../../extension/src/dom";
import type { AnalyzeReply, AnalyzeRequest, PageState, PageStatus } from "../../extension/src/protocol";
import { DEFAULTS, type Settings } from "../../extension/src/settings";
import { attribution } from "../harness/attribution";
import { fixture, until } from "../harness/inpage";

export const ACCUSED =
  "The harbour council of Tolvik on Monday accused the shipping line Norrlast of dumping ballast water inside the breakwater.";
export const DENIED =
  "The shipping line Norrlast denied the charge, and it handed over the log of the ship on Monday evening in the office.";
export const SAID =
  "The harbour master of Tolvik said that divers had found a film of oil on the sea bed, close to the mussel farms.";
export const STORY = `<article><h1>Tolvik accuses a line</h1><p>${ACCUSED}</p><p>${DENIED}</p><p>${SAID}</p></article>`;

const CUES: [RegExp, Kind][] = [
  [/\baccused\b/, "accusation"],
  [/\bdenied\b/, "denial"],
  [/\bsaid\b/, "statement"],
];

export interface Faked {
  conductor: Conductor;
  asked: AnalyzeRequest[];
  styled: (string | null)[];
  reported: PageStatus[];
  corrections: Correction[];
  /** What each question about categories looked for. */
  categorized: string[][];
  set(settings: Partial<Settings>): void;
  /** Questions that wait until they are let go, by calling; null answers each at once. */
  held: (() => void)[] | null;
  /** What the next answers are; null gives real ones. */
  fail: string | null;
  alive: boolean;
  /** Where the article is looked for, in place of the whole body. */
  root: (() => Element) | null;
  /** Settles with the next state for which this holds; at once when it holds already. */
  when(condition: (state: PageState) => boolean): Promise<PageState>;
}

/** Puts an article page there and conducts it. */
export async function staged(
  html: string,
  settings: Partial<Settings> = {},
  head = '<meta property="og:type" content="article">',
  found: (blocks: readonly Block[]) => Analysis = analyse,
): Promise<Faked> {
  document.head.innerHTML = `<title>Tolvik accuses a line</title><link rel="canonical" href="/2031/05/tolvik-accuses-a-line">${head}`;
  await fixture(html);
  let current: Settings = { ...DEFAULTS, cardDelay: 0, ...settings };
  let watching: ((settings: Settings) => void) | null = null;
  const faked = {
    asked: [],
    styled: [],
    reported: [],
    corrections: [],
    categorized: [],
    held: null,
    fail: null,
    alive: true,
    root: null,
  } as unknown as Faked;
  const world: World = {
    async analyze(request): Promise<AnalyzeReply> {
      faked.asked.push(request);
      const { held } = faked;
      if (held) await new Promise<void>((letGo) => held.push(letGo));
      if (faked.fail !== null) return { type: "failed", generation: request.generation, error: faked.fail };
      return { type: "analysis", generation: request.generation, analysis: found(request.blocks), ms: 1 };
    },
    async categorize({ analysis, categories }) {
      faked.categorized.push(categories.map(({ looks_for }) => looks_for));
      const fits = analysis.attributions.map(({ kind }) =>
        categories.flatMap(({ looks_for }, index) => (looks_for === kind ? [index] : [])),
      );
      return { type: "categorized", fits, partly: [] };
    },
    settings: {
      load: async () => ({ settings: current, problem: null }),
      save: async () => {},
      watch(changed) {
        watching = changed;
        return () => {
          watching = null;
        };
      },
    },
    root: () => faked.root?.() ?? (dom.body(document) as Element),
    style: async (css) => void faked.styled.push(css),
    corrections: async () => ({ corrections: [], salt: "", kept: true }),
    async correct(correction) {
      faked.corrections.push(correction);
      return true;
    },
    async uncorrect(id) {
      faked.corrections = faked.corrections.filter((each) => each.id !== id);
    },
    excluded: ({ excluded }) => excluded.includes("this.example"),
    report: (status) => void faked.reported.push(status),
    judge,
    begun: null,
    alive: () => faked.alive,
  };
  faked.set = (change) => {
    current = { ...current, ...change };
    watching?.(current);
  };
  faked.when = async (condition) => {
    await until(() => condition(faked.conductor.state()));
    return faked.conductor.state();
  };
  faked.conductor = conduct(world);
  return faked;
}

function analyse(blocks: readonly Block[]): Analysis {
  const attributions = blocks.flatMap(({ text }, block): Attribution[] => {
    const found = CUES.find(([cue]) => cue.test(text));
    if (!found) return [];
    const start = text.search(found[0]);
    const cue = { block, start, end: start + found[1].length };
    return [
      attribution({
        kind: found[1],
        cue: [{ ...cue, end: start + 4 }],
        content: [{ block, start: start + 5, end: text.length }],
      }),
    ];
  });
  return { attributions, actors: [], truncated: false, declined: null };
}

/** The words of our highlights, by name without the prefix; only those that hold something. */
export function marks(): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const [name, highlight] of CSS.highlights) {
    if (name.startsWith("ascribe-") && highlight.size > 0) found[name.slice(8)] = [...highlight].map(String);
  }
  return found;
}
