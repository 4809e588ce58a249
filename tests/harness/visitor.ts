// A browser with one tab that shows page after page, and what is done when a page takes it down: everything asked of it
// is bounded, and a browser that does not answer is ended and begun anew. Leaves out what is looked at (visit.ts).

import type { Page } from "puppeteer-core";
import type { PageState } from "../../extension/src/protocol";
import { type Kind, type Running, start } from "./browsers";
import { type Faults, listen } from "./faults";
import { startReader } from "./reader";
import { settledState, tabInFront } from "./state";
import type { Surface } from "./surface";

export interface Visitor {
  page: Page;
  faults: Faults;
  /** Any page of the extension; null in the browser without it. */
  inside: Surface | null;
  running: Running;
  /** How often a document came up in the tab since the last call of `load`. */
  counter: { loads: number };
}

/** A promise that did not settle in its time. */
export class Late extends Error {}

/** What the promise gives, or `Late` after so many milliseconds; it may settle later, unheard. */
export async function within<T>(ms: number, what: string, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  promise.catch(() => undefined);
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Late(`no answer in ${Math.round(ms / 1000)} s: ${what}`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/**
 * What the work gives, or `Late`, naming the step, once one of the steps that it tells takes longer than so many
 * milliseconds: a slow machine has its time for each, and a page that never answers ends at the first.
 */
export async function stepwise<T>(
  ms: number,
  work: (doing: (step: string) => void) => Promise<T>,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  let tooLate: (error: Late) => void;
  const late = new Promise<never>((_, reject) => {
    tooLate = reject;
  });
  const working = work((step) => {
    clearTimeout(timer);
    // Work that was given up may still tell a step.
    if (over) return;
    timer = setTimeout(() => tooLate(new Late(`no answer in ${Math.round(ms / 1000)} s: ${step}`)), ms);
  });
  working.catch(() => undefined);
  return Promise.race([working, late]).finally(() => {
    over = true;
    clearTimeout(timer);
  });
}

/** Milliseconds for a browser to end by itself. */
const FAREWELL = 5_000;

/** A browser without the extension, or with it and the permission already given. */
export async function visitor(kind: Kind, withUs: boolean): Promise<Visitor> {
  if (withUs) {
    const reader = await startReader(kind);
    return { ...reader, ...(await heard(reader.running, reader.page)) };
  }
  const running = await start(kind);
  const page = await running.browser.newPage();
  return { page, ...(await heard(running, page)), inside: null, running };
}

async function heard(running: Running, page: Page): Promise<Pick<Visitor, "faults" | "counter">> {
  // A dialog would hold the page for good, and a window that it opens would stand before it.
  page.on("dialog", (dialog) => void dialog.dismiss().catch(() => undefined));
  page.on("popup", (opened) => void opened?.close().catch(() => undefined));
  const counter = { loads: 0 };
  page.on("domcontentloaded", () => counter.loads++);
  return { faults: await listen(running, page), counter };
}

/** Ends the browser, also one that no longer answers. */
export async function leave({ running: { browser } }: Visitor): Promise<void> {
  await within(FAREWELL, "closing the browser", browser.close()).catch(() => undefined);
  const program = browser.process();
  if (program && program.exitCode === null && program.signalCode === null) program.kill("SIGKILL");
}

/** Loads it and returns the errors that the page itself had. A load that never ends counts as loaded. */
export async function load(
  { page, faults, counter }: Visitor,
  url: string,
  patience: number,
): Promise<string[]> {
  faults.page();
  await page.bringToFront();
  counter.loads = 0;
  await page.goto(url, { waitUntil: "load", timeout: patience }).catch(() => undefined);
  return faults.page();
}

/** What the extension says of the page in view; an error becomes its text. */
export async function ask({ inside }: Visitor): Promise<PageState | string> {
  if (!inside) return "no extension";
  const tab = await tabInFront(inside);
  return settledState(inside, tab).catch((error) => `no state: ${error}`);
}
