// Firefox's own window, from which everything of the browser can be asked. Leaves out what is asked there.

import type { Browser } from "puppeteer-core";
import { bidi } from "./bidi";
import { FirefoxSurface } from "./surface";

export async function ownWindow(browser: Browser): Promise<FirefoxSurface> {
  const tree = await bidi(browser).send("browsingContext.getTree", { "moz:scope": "chrome" });
  const windows = (tree.result as { contexts: { context: string; url: string }[] }).contexts;
  const window = windows.find(({ url }) => url.endsWith("browser.xhtml"));
  if (!window) throw new Error("no window of Firefox was found");
  return new FirefoxSurface(bidi(browser), window.context);
}
