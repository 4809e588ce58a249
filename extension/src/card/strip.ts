// The overview: a thin strip at the window's edge with a tick for each mark, where it is in the page.
// For the eye only; the panel has the list. Off unless the reader wants it.

import * as dom from "../dom";
import { el } from "./el";

export interface Tick {
  /** 0 at the page's top to 1 at its end. */
  at: number;
  /** `#rrggbb`, of its group and of the reader's own categories beside each other. */
  colours: readonly string[];
}

export const STRIP_STYLE = `
.strip { position: fixed; inset-block: 2px; inset-inline-end: 0; inline-size: 8px; pointer-events: none; z-index: 2147483647; }
.strip > span { position: absolute; inset-inline: 0; block-size: 3px; margin-block-start: -1px; border-radius: 1px; box-shadow: 0 0 0 1px rgb(255 255 255 / .6); forced-color-adjust: none; }
.strip.dark > span { box-shadow: 0 0 0 1px rgb(0 0 0 / .6); }
@media print { .strip { display: none; } }
`;

/** Draws the ticks into `root` in place of those before, for a page of that ground; null takes the strip away. */
export function drawStrip(root: ShadowRoot, ticks: readonly Tick[] | null, ground: "light" | "dark"): void {
  const before = root.querySelector(".strip");
  if (before) dom.remove(before);
  if (!ticks) return;
  const document = dom.documentOf(root);
  const strip = el(document, "div", { class: `strip ${ground}`, "aria-hidden": "true" });
  for (const { at, colours } of ticks) {
    const tick = el(document, "span", {});
    tick.style.top = `${Math.min(Math.max(at, 0), 1) * 100}%`;
    const share = 100 / colours.length;
    const stops = colours.map((colour, i) => `${colour} ${i * share}% ${(i + 1) * share}%`);
    tick.style.background = `linear-gradient(90deg,${stops.join()})`;
    strip.append(tick);
  }
  root.append(strip);
}
