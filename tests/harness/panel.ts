// The panel in a tab of its own, where drivers can use it: opened behind the page that it is about, which is the tab
// in view as it is under a popup. Leaves out the real popup (toolbar.ts) and what is done in the panel.

import type { Page } from "puppeteer-core";
import type { Running } from "./browsers";
import { openSurface, type Surface } from "./surface";

/** Opens the panel over that page, as a popup or as it stands at the side, and brings it to the front. */
export async function openPanel(
  running: Running,
  over: Page,
  as: "popup" | "side" = "popup",
): Promise<Surface> {
  await over.bringToFront();
  const panel = await openSurface(running, as === "side" ? "panel.html?side" : "panel.html", "behind");
  await panel.waitFor(
    () =>
      document.querySelector("#panel > *") !== null &&
      document.querySelector("[data-state=connecting]") === null,
  );
  // At the side it asks again whenever another tab comes in view; beside a page that would not be its own.
  if (as === "side") await panel.evaluate(keepInView);
  await panel.bringToFront();
  return panel;
}

/** The tab that is in view now stays so, for the panel's page. */
async function keepInView(): Promise<void> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const { browser, chrome: other } = globalThis as { browser?: typeof chrome; chrome?: typeof chrome };
  for (const api of [browser, other]) if (api) Object.assign(api.tabs, { query: async () => [tab] });
}
