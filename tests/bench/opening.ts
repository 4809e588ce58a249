// How long the panel takes to open over a marked page: from the beginning of its document until the speakers stand in
// it, laid out. The page's analysis is there already, as it is for a reader, and the page stays the tab in view, as it
// does under a popup. Leaves out the browser's own time for a window and for drawing, which is not ours.

import type { Reader } from "../harness/reader";
import { tabInFront } from "../harness/state";

/** Milliseconds of each of `times` openings, after one that is not counted. */
export async function openings({ page, inside }: Reader, times: number): Promise<number[]> {
  await page.bringToFront();
  await tabInFront(inside);
  const all: number[] = [];
  for (let i = 0; i <= times; i++) {
    const one = await inside.evaluate(opened);
    if (i > 0) all.push(one);
  }
  return all;
}

/** Runs in a page of the extension, which may look into its other pages. */
async function opened(): Promise<number> {
  const path = "panel.html";
  const view = () =>
    chrome.extension.getViews({ type: "tab" }).find(({ location }) => location.href.endsWith(path));
  // Told by the browser: to ask over and over would take the panel its thread.
  const shown = new Promise<Window>((resolve) => {
    chrome.tabs.onUpdated.addListener(function look() {
      const found = view();
      if (!found) return;
      chrome.tabs.onUpdated.removeListener(look);
      resolve(found);
    });
  });
  const made = await chrome.tabs.create({ url: path, active: false });
  const panel = await shown;
  // From here on the panel, which shares our thread, has it to itself.
  const time = await new Promise<number>((resolve) => {
    const look = () => {
      const row = panel.document.querySelector("[data-actor]");
      if (!row) return;
      observer.disconnect();
      row.getBoundingClientRect();
      resolve(panel.performance.now());
    };
    const observer = new MutationObserver(look);
    observer.observe(panel.document, { childList: true, subtree: true });
    look();
  });
  if (made.id !== undefined) await chrome.tabs.remove(made.id);
  return time;
}
