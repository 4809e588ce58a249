// A finger that taps. Leaves out all other gestures.

import type { Page } from "puppeteer-core";
import { bidi } from "./bidi";
import type { Running } from "./browsers";

/** Taps there, in CSS pixels of the viewport. */
export async function tap({ kind, browser }: Running, page: Page, x: number, y: number): Promise<void> {
  if (kind === "chromium") return page.touchscreen.tap(x, y);
  // In one go: two commands on a busy machine are a long press, which is another gesture.
  const context = (page.mainFrame() as unknown as { _id: string })._id;
  const pointerType = "touch";
  const actions = [
    { type: "pointerMove", x: Math.round(x), y: Math.round(y) },
    { type: "pointerDown", button: 0 },
    { type: "pointerUp", button: 0 },
  ];
  const finger = { type: "pointer", id: "finger", parameters: { pointerType }, actions };
  await bidi(browser).send("input.performActions", { context, actions: [finger] });
}
