// What becomes of one saved page, with the extension and without it: text, marks, times, and whether page or DOM were
// harmed. Leaves out the run over many pages (visits.ts) and the browsers themselves (visitor.ts).
//
// A page is loaded at least five times: twice without the extension for its own errors, once without it and without
// scripts for its DOM, and both ways with it. An error or a difference that then seems to be ours is looked for in
// more runs without us: many pages race with themselves.

import { groupOf } from "../../extension/src/kinds";
import type { PageState } from "../../extension/src/protocol";
import { NOWHERE } from "./faults";
import { marksOf } from "./marks";
import type { SavedPage } from "./saved";
import { ask, load, type Visitor } from "./visitor";

/** What is written of a page. */
export interface Line {
  id: string;
  /** Why the page could not be looked at; its other fields then say nothing, or what it is without its scripts. */
  error?: string;
  /** "off" and why, where the page was served without its scripts. */
  scripts?: string;
  is_article: boolean;
  /** As the panel has it; absent where it has nothing. */
  status?: string;
  reason: string;
  language: string | null;
  /** Every block of running text, with line ends between. */
  text: string;
  /** The other blocks. */
  extra: PageState["blocks"];
  /** Located attributions by group. */
  marks: Record<string, number>;
  /** Ranges by highlight; absent where nobody looked. */
  highlights?: Record<string, number>;
  dom_changed: boolean;
  page_errors_added: string[];
  exceptions: string[];
  /** Milliseconds by step; null where there is no state. */
  ms: Record<string, number | null> | null;
}

export interface Visit {
  record: SavedPage;
  plain: Visitor;
  marked: Visitor;
  /** The address of the page, with its scripts or without. */
  address(record: SavedPage, stripped: boolean): string;
  /** Milliseconds after which a load counts as done. */
  patience: number;
  /** Told before each step, so that whoever waits in vain knows for what. */
  doing(step: string): void;
}

/** Runs without us in which an error that seems to be ours may turn up as the page's own. */
const CONTROLS = 12;
/** Milliseconds in which the page without us may come to the DOM that it has with us. */
const SETTLING = 5_000;

/** The page left for another address, or loads itself anew, as some do whose scripts miss their own. */
export class Left extends Error {}

/** Looks at the page in every way. Throws `Left` where its scripts lead elsewhere. */
export async function visit(given: Visit): Promise<Line> {
  const { record, marked, address, patience, doing } = given;
  doing("with us");
  await marked.faults.ours();
  const url = address(record, false);
  const errors = await load(marked, url, patience);
  const state = await ask(marked);
  stays(marked, url);
  errors.push(...marked.faults.page());
  const added = await addedErrors(given, url, errors);
  await lives(marked);
  stays(marked, url);
  const stripped = await without(given);
  const exceptions = [...stripped.exceptions];
  if (typeof state === "string") exceptions.unshift(`state: ${state}`);
  return { ...stripped, ...described(state), page_errors_added: added, exceptions };
}

/** The same of the page without its scripts alone. */
export async function without({ record, plain, marked, address, patience, doing }: Visit): Promise<Line> {
  doing("with us, without scripts");
  const url = address(record, true);
  await load(marked, url, patience);
  const state = await ask(marked);
  const after = await marked.page.content();
  doing("without us and without scripts");
  await load(plain, url, patience);
  const same = await comesTo(after, plain);
  const highlights = await marksOf(marked.page).catch(() => ({}));
  const exceptions = await marked.faults.ours();
  if (typeof state === "string") exceptions.push(`state without scripts: ${state}`);
  return {
    id: record.id,
    ...described(state),
    dom_changed: !same,
    highlights: Object.fromEntries(Object.entries(highlights).map(([name, words]) => [name, words.length])),
    page_errors_added: [],
    exceptions,
  };
}

/** One load without scripts and only with us: what is read, and nothing about harm. */
export async function glance({ record, marked, address, patience, doing }: Visit): Promise<Line> {
  doing("with us, without scripts");
  await load(marked, address(record, true), patience);
  const state = await ask(marked);
  const exceptions = await marked.faults.ours();
  if (typeof state === "string") exceptions.push(`state without scripts: ${state}`);
  return { id: record.id, ...described(state), dom_changed: false, page_errors_added: [], exceptions };
}

function stays({ page, counter }: Visitor, url: string): void {
  const now = page.url();
  if (!now.startsWith(`${new URL(url).origin}/`)) throw new Left(`it left for ${now}`);
  if (counter.loads > 1) throw new Left("it loads itself anew");
}

/** A page that asks before it goes stands still until it is answered: it has half a second of its own time to go. */
async function lives({ page }: Visitor): Promise<void> {
  await page
    .evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)))
    .catch(() => {
      throw new Left("it loads itself anew");
    });
}

/** Errors with the extension that none of the runs without it has. */
async function addedErrors(given: Visit, url: string, marked: readonly string[]): Promise<string[]> {
  const { plain, patience, doing } = given;
  const own = new Set<string>();
  const add = (errors: readonly string[]) => {
    for (const error of errors) own.add(nameless(error));
  };
  const isAdded = (error: string) => !own.has(nameless(error));
  for (let run = 0; run < CONTROLS && (run < 2 || marked.some(isAdded)); run++) {
    doing("without us");
    add(await load(plain, url, patience));
    if (run < 2) continue;
    // As long as the page stood open with us.
    await new Promise((resolve) => setTimeout(resolve, 500));
    add(plain.faults.page());
  }
  return marked.filter(isAdded);
}

/**
 * An error without what differs from run to run: addresses, numbers, times, random names. One that names no script is
 * left as it is: it may be ours.
 */
export function nameless(error: string): string {
  if (error.endsWith(NOWHERE)) return error;
  return error
    .replace(/\b[\w-]+:\/\/[^\s"')]+/g, "…")
    .replace(/\b(?=\w*\d)\w{6,}\b/g, "…")
    .replace(/\d+/g, "0");
}

/** Whether the page without us and without scripts comes to this serialisation. */
async function comesTo(serialised: string, { page }: Visitor): Promise<boolean> {
  for (const end = Date.now() + SETTLING; ; ) {
    if ((await page.content()) === serialised) return true;
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Roles that are not running text. */
const ASIDE = new Set<string>(["headline", "standfirst", "summary", "caption"]);

type Described = Omit<Line, "id" | "dom_changed" | "page_errors_added" | "exceptions">;

/** The state as the figures want it: body text apart from headline, stand-first and what stands between. */
export function described(state: PageState | string | null): Described {
  if (state === null || typeof state === "string")
    return { is_article: false, reason: "", language: null, text: "", extra: [], marks: {}, ms: null };
  const marks: Record<string, number> = {};
  for (const at of state.located) {
    const attribution = state.analysis?.attributions[at];
    if (!attribution) continue;
    const group = groupOf(attribution.kind);
    marks[group] = (marks[group] ?? 0) + 1;
  }
  const running = state.blocks.filter(({ role }) => !ASIDE.has(role));
  return {
    is_article: state.status !== "not_article" && state.status !== "not_english",
    status: state.status,
    reason: state.reason,
    language: state.language ?? null,
    text: running.map(({ text }) => text).join("\n"),
    extra: state.blocks.filter(({ role }) => ASIDE.has(role)),
    marks,
    ms: {
      gate: state.ms.gate,
      blocks: state.ms.blocks,
      round_trip: state.ms.roundTrip,
      locate: state.ms.locate,
      paint: state.ms.paint,
      longest_task: state.ms.longest,
      first_marks: state.ms.first ?? null,
    },
  };
}
