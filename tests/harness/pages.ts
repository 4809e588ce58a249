// `cargo xtask pages`: opens every page of a folder of saved ones with the built extension and
// writes what became of it, one JSON object a line.
//
// Each page is loaded at least five times: twice without the extension for its own errors, once without
// it and without scripts for its DOM, and both ways with it. An error or a difference that then seems to
// be ours is looked for in more runs without us: many pages race with themselves.

import { open } from "node:fs/promises";
import type { Page } from "puppeteer-core";
import { groupOf } from "../../extension/src/kinds";
import type { PageState } from "../../extension/src/protocol";
import { type Kind, type Running, start } from "./browsers";
import { type Faults, listen } from "./faults";
import { marksOf } from "./marks";
import { options } from "./options";
import { startReader } from "./reader";
import { listPages, type SavedPage, savedPages } from "./saved";
import { serve } from "./server";
import { settledState, tabInFront } from "./state";
import type { Surface } from "./surface";

const { get } = options(["root", "out", "browser", "csp", "only"]);
const root = get("root") ?? "";
const kind = (get("browser") ?? "chromium") as Kind;
const only = get("only");
const pages = (await listPages(root)).filter(({ id }) => !only || only.split(",").includes(id));
const server = await serve([savedPages(root, pages)]);

/** One browser with one tab that shows page after page. */
interface Reader {
  page: Page;
  faults: Faults;
  /** Any page of the extension; null in the browser without it. */
  inside: Surface | null;
  running: Running;
}

async function plainReader(): Promise<Reader> {
  const running = await start(kind);
  const page = await running.browser.newPage();
  return { page, faults: await listen(running, page), inside: null, running };
}

async function markedReader(): Promise<Reader> {
  const reader = await startReader(kind);
  return { ...reader, faults: await listen(reader.running, reader.page) };
}

function address(page: SavedPage, stripped: boolean): string {
  const url = new URL(`/p/${encodeURIComponent(page.id)}`, server.origin);
  const csp = get("csp");
  if (csp) url.searchParams.set("csp", csp);
  if (stripped || page.needs_noscript) url.searchParams.set("noscript", "1");
  return url.href;
}

/** Loads it and returns the errors that the page itself had. A load that never ends counts as loaded. */
async function load({ page, faults }: Reader, url: string): Promise<string[]> {
  faults.page();
  await page.bringToFront();
  await page.goto(url, { waitUntil: "load", timeout: 20_000 }).catch(() => undefined);
  return faults.page();
}

/** What the extension says of the page in view; an error becomes its text. */
async function ask({ inside }: Reader): Promise<PageState | string> {
  if (!inside) return "no extension";
  const tab = await tabInFront(inside);
  return settledState(inside, tab).catch((error) => `no state: ${error}`);
}

/** Runs without us in which an error that seems to be ours may turn up as the page's own. */
const CONTROLS = 12;
/** Milliseconds in which the page without us may come to the DOM that it has with us. */
const PATIENCE = 5_000;

/** Errors with the extension that none of the runs without it has. */
async function addedErrors(record: SavedPage, plain: Reader, marked: readonly string[]): Promise<string[]> {
  const url = address(record, false);
  const own = new Set([...(await load(plain, url)), ...(await load(plain, url))]);
  for (let run = 2; run < CONTROLS && marked.some((error) => !own.has(error)); run++) {
    for (const error of await load(plain, url)) own.add(error);
    // As long as the page stood open with us.
    await new Promise((resolve) => setTimeout(resolve, 500));
    for (const error of plain.faults.page()) own.add(error);
  }
  return marked.filter((error) => !own.has(error));
}

/** Whether the page without us and without scripts comes to this serialisation. */
async function comesTo(serialised: string, { page }: Reader): Promise<boolean> {
  for (const end = Date.now() + PATIENCE; ; ) {
    if ((await page.content()) === serialised) return true;
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function report(record: SavedPage, plain: Reader, marked: Reader): Promise<object> {
  await marked.faults.ours();
  const errors = await load(marked, address(record, false));
  const state = await ask(marked);
  errors.push(...marked.faults.page());
  const added = await addedErrors(record, plain, errors);

  await load(marked, address(record, true));
  const stripped = await ask(marked);
  const after = await marked.page.content();
  await load(plain, address(record, true));
  const same = await comesTo(after, plain);
  const highlights = await marksOf(marked.page).catch(() => ({}));
  const exceptions = await marked.faults.ours();
  if (typeof state === "string") exceptions.push(`state: ${state}`);
  if (typeof stripped === "string") exceptions.push(`state without scripts: ${stripped}`);
  return {
    id: record.id,
    ...described(typeof state === "string" ? null : state),
    dom_changed: !same,
    highlights: Object.fromEntries(Object.entries(highlights).map(([name, words]) => [name, words.length])),
    page_errors_added: added,
    exceptions,
  };
}

/** What the summary is made of. */
interface Line {
  id: string;
  dom_changed: boolean;
  page_errors_added: string[];
  exceptions: string[];
  is_article: boolean;
  marks: Record<string, number>;
  ms:
    | (Record<"blocks" | "locate" | "paint" | "longest_task", number> & { first_marks: number | null })
    | null;
}

/** Milliseconds from which a task makes a page feel stuck. */
const LONG = 50;

/** The state as the figures want it: body text apart from headline, stand-first and captions. */
function described(state: PageState | null): object {
  if (!state) {
    return { is_article: false, reason: "", language: null, text: "", extra: [], marks: {}, ms: null };
  }
  const aside = new Set(["headline", "standfirst", "summary", "caption"]);
  const marks: Record<string, number> = {};
  for (const at of state.located) {
    const attribution = state.analysis?.attributions[at];
    if (!attribution) continue;
    const group = groupOf(attribution.kind);
    marks[group] = (marks[group] ?? 0) + 1;
  }
  return {
    is_article: state.status !== "not_article" && state.status !== "not_english",
    status: state.status,
    reason: state.reason,
    language: state.language ?? null,
    text: state.blocks
      .filter(({ role }) => !aside.has(role))
      .map(({ text }) => text)
      .join("\n"),
    extra: state.blocks.filter(({ role }) => aside.has(role)),
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

const plain = await plainReader();
const marked = await markedReader();
const out = await open(get("out") ?? "", "w");
let troubled = 0;
const lines: Line[] = [];
for (const record of pages) {
  const line = (await report(record, plain, marked)) as Line;
  await out.write(`${JSON.stringify(line)}\n`);
  lines.push(line);
  const trouble = [
    line.dom_changed && "DOM changed",
    line.page_errors_added.length > 0 && `${line.page_errors_added.length} page errors added`,
    ...line.exceptions,
  ].filter(Boolean);
  if (trouble.length > 0) troubled += 1;
  const marks = Object.values(line.marks).reduce((sum, count) => sum + count, 0);
  console.log(
    `${lines.length}/${pages.length} ${record.id}: ${line.is_article ? `${marks} marks` : "not marked"}${trouble.length > 0 ? `; ${trouble.join("; ")}` : ""}`,
  );
}
await out.close();
await plain.running.browser.close();
await marked.running.browser.close();
await server.close();
console.log(
  `${lines.length} pages in ${kind}, ${troubled} with a DOM difference, an added error or an exception of ours`,
);
times(lines);

/** What a page took, of those that were marked, and each that held its page's thread too long. */
function times(lines: readonly Line[]): void {
  const read = lines.flatMap(({ ms }) => (ms && ms.first_marks !== null ? [ms] : []));
  const median = (values: number[]) => (values.sort((a, b) => a - b)[values.length >> 1] ?? 0).toFixed(1);
  console.log(
    `medians of ${read.length} marked: ${median(read.map(({ blocks, locate, paint }) => blocks + locate + paint))} ms ` +
      `for blocks, locate and paint, ${median(read.map(({ longest_task }) => longest_task))} ms in the longest task, ` +
      `${median(read.map(({ first_marks }) => first_marks ?? 0))} ms from the gate to the first marks`,
  );
  const long = lines.filter(({ ms }) => (ms?.longest_task ?? 0) > LONG);
  const named = long.map(({ id, ms }) => `${id} ${ms?.longest_task.toFixed(0)}`).join(", ");
  console.log(`${long.length} with a task of ours over ${LONG} ms${named && `: ${named}`}`);
}
