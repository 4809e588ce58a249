// A reader who lets Ascribe mark this computer's pages by itself: the browser, a tab, and a page of
// the extension to look from. Used by tests and commands that need marks without a press of the button.

import { rename } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { DEFAULTS, type Settings } from "../../extension/src/settings";
import { type Kind, type Options, type Running, start } from "./browsers";
import { withHosts } from "./packages";
import { PATIENCE } from "./patience";
import { openSurface, type Surface } from "./surface";

export interface Reader {
  running: Running;
  page: Page;
  /** The options page, in a tab behind. */
  inside: Surface;
  /** The package's folder. */
  extension: string;
}

async function tab({ browser }: Running): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.bringToFront();
  return page;
}

/**
 * Starts the reader's browser again: with the profile in `options` and the package that it had, which is
 * the same extension to a browser only at the same place.
 */
export async function startAgain(kind: Kind, extension: string, options: Options): Promise<Reader> {
  const running = await start(kind, { ...options, extension, again: true });
  const inside = await openSurface(running, "options.html");
  const page = await tab(running);
  return { running, page, inside, extension };
}

/**
 * Starts a browser with the permission already given and the site listed, as after a reader's
 * "always". `prepare` may change the package's folder before the browser has it.
 */
export async function startReader(
  kind: Kind,
  options: Options = {},
  prepare?: (folder: string) => Promise<void>,
): Promise<Reader> {
  const extension = await withHosts(kind);
  await prepare?.(extension);
  const running = await start(kind, { ...options, extension });
  const inside = await openSurface(running, "options.html");
  await change(inside, { when: "sites", sites: ["127.0.0.1"] });
  await inside.waitFor(async () => (await chrome.scripting.getRegisteredContentScripts()).length > 0);
  const page = await tab(running);
  return { running, page, inside, extension };
}

/** A reader whose package lacks the engine, and the way to give it back. */
export async function startWithoutEngine(
  kind: Kind,
  options: Options = {},
): Promise<{ reader: Reader; restore(): Promise<void> }> {
  let engine = "";
  const reader = await startReader(kind, options, async (folder) => {
    engine = join(folder, "ascribe_bg.wasm");
    await rename(engine, `${engine}.away`);
  });
  return { reader, restore: () => rename(`${engine}.away`, engine) };
}

/** Changes settings as the options page stores them; what is not named is as at first. */
export async function change(inside: Surface, settings: Partial<Settings>): Promise<void> {
  await inside.evaluate((settings) => chrome.storage.local.set({ settings }), { ...DEFAULTS, ...settings });
}
