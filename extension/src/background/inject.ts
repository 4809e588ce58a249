// Puts our script and style sheet into pages, when the reader asks for it or the gate does.
// Leaves out which sites are marked by themselves (sites.ts).

import { api } from "../api";
import type { OpenReply, StyleRequest } from "../protocol";
import { extensionStore } from "../settings";

/** As `xtask build` names them. */
export const JUDGE = "content-judge.js";
export const GATE = "content.js";
const MAIN = "content-main.js";

/** The panel opened over this tab, or a command was given in it. */
export async function open(tab: number): Promise<OpenReply> {
  const { url } = await api.tabs.get(tab);
  // The browser shows the address only of pages that we may read. Chromium would not refuse the others
  // but keep the script until the reader lets us in, and no answer would come.
  if (url === undefined) return { type: "unreadable" };
  const { settings } = await extensionStore.load();
  const host = URL.parse(url)?.hostname;
  if (host && settings.excluded.includes(host)) return { type: "excluded" };
  try {
    await load(tab);
    return { type: (await canSpeak(tab)) ? "opened" : "unreadable" };
  } catch {
    // The browser's own pages, its add-on store, other extensions, PDF viewers, or no permission.
    return { type: "unreadable" };
  }
}

/** Loads the content script; a page that has it already is left as it is. */
export async function load(tab: number): Promise<void> {
  await api.scripting.executeScript({ target: { tabId: tab }, files: [JUDGE, MAIN] });
}

/**
 * Whether our script there has the browser's interface. Chromium gives it to no extension where a frame is called
 * "chrome" or "browser".
 */
async function canSpeak(tab: number): Promise<boolean> {
  const func = () => {
    const { browser, chrome: other } = globalThis as { browser?: typeof chrome; chrome?: typeof chrome };
    try {
      // As api.ts knows it; a function that is sent closes over nothing.
      return [browser, other].some((each) => typeof each?.runtime?.getURL === "function");
    } catch {
      return false;
    }
  };
  const [answer] = await api.scripting.executeScript({ target: { tabId: tab }, func });
  return answer?.result === true;
}

/** Puts a sheet on a tab's page, frames of the same origin too, in place of the one before. */
export async function style(tab: number, { css, before }: StyleRequest): Promise<void> {
  const target = { tabId: tab, allFrames: true };
  if (css !== null) await api.scripting.insertCSS({ target, css });
  if (before !== null && before !== css) await api.scripting.removeCSS({ target, css: before });
}
