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
  const made = await chrome.tabs.create({ url: path, active: false });
  const view = () =>
    chrome.extension.getViews({ type: "tab" }).find(({ location }) => location.href.endsWith(path));
  const { port1, port2 } = new MessageChannel();
  // Messages go round at once even in a tab behind, where a timer would be held back.
  const shown = await new Promise<Window>((resolve) => {
    port1.onmessage = () => {
      const found = view();
      if (found) resolve(found);
      else port2.postMessage(null);
    };
    port2.postMessage(null);
  });
  // From here on the panel, which shares our thread, has it to itself.
  const time = await new Promise<number>((resolve) => {
    const look = () => {
      const row = shown.document.querySelector("[data-actor]");
      if (!row) return;
      observer.disconnect();
      row.getBoundingClientRect();
      resolve(shown.performance.now());
    };
    const observer = new MutationObserver(look);
    observer.observe(shown.document, { childList: true, subtree: true });
    look();
  });
  if (made.id !== undefined) await chrome.tabs.remove(made.id);
  return time;
}
