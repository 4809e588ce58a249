// How long the panel takes to open over a marked page: from the beginning of its document to the frame
// that shows the speakers. The page's analysis is there already, as it is for a reader. Leaves out the
// browser's own time for a window, which is not ours.

import type { Reader } from "../harness/reader";

/** Milliseconds of each of `times` openings, after one that is not counted. */
export async function openings({ inside }: Reader, tab: number, times: number): Promise<number[]> {
  const all: number[] = [];
  for (let i = 0; i <= times; i++) {
    const one = await inside.evaluate(opened, tab);
    if (i > 0) all.push(one);
  }
  return all;
}

/** Runs in a page of the extension, which may look into its other pages. */
async function opened(tab: number): Promise<number> {
  const path = `panel.html?tab=${tab}`;
  const made = await chrome.tabs.create({ url: path, active: true });
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
  await new Promise<void>((resolve) => {
    const look = () => {
      if (!shown.document.querySelector("[data-actor]")) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(look);
    observer.observe(shown.document, { childList: true, subtree: true });
    look();
  });
  const time = await new Promise<number>((resolve) => {
    // The frame after the one that was asked for has been drawn.
    shown.requestAnimationFrame(() => shown.requestAnimationFrame(() => resolve(shown.performance.now())));
  });
  if (made.id !== undefined) await chrome.tabs.remove(made.id);
  return time;
}
