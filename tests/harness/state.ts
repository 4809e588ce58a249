// What the extension says of a page: its own PageState, over the same port that the panel opens.
// Leaves out the page's side; the marks as the page can see them are in marks.ts.

import { type OpenReply, PANEL_PORT, type PageState, type PageStatus } from "../../extension/src/protocol";
import type { Evaluating } from "./surface";

/** Statuses that are not on their way to another. */
const SETTLED: readonly PageStatus[] = [
  "off",
  "marked",
  "not_article",
  "not_english",
  "nothing_found",
  "failed",
];

/** The tab in front, once it is another than the one that asks. Asked from any page of the extension. */
export async function tabInFront(surface: Evaluating): Promise<number> {
  return surface.waitFor(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    // A browser says that a tab is in front a moment before it is.
    const own = await chrome.tabs.getCurrent();
    return tab?.id === own?.id ? null : (tab?.id ?? null);
  });
}

/**
 * Opens the panel's port to that tab from a page of the extension and returns the first settled
 * state; or the background's reason why there is none ("unreadable", "excluded").
 */
export async function settledState(surface: Evaluating, tab: number): Promise<PageState | OpenReply["type"]> {
  return surface.evaluate(
    async ({ tab, port, settled }) => {
      const reply = await chrome.runtime.sendMessage({ type: "open", tab });
      if (reply?.type !== "opened") return reply?.type ?? "unreadable";
      const opened = chrome.tabs.connect(tab, { name: port });
      return await new Promise<PageState>((resolve, reject) => {
        opened.onMessage.addListener((state: PageState) => {
          if (!settled.includes(state.status)) return;
          resolve(state);
          opened.disconnect();
        });
        opened.onDisconnect.addListener(() => reject(new Error("the page went away")));
      });
    },
    { tab, port: PANEL_PORT, settled: SETTLED },
  );
}
