// Whether the page is light or dark where the card and the overview stand, measured from the page: the reader's system
// may prefer another than the page has. Leaves out what follows from it (style.ts).

import * as dom from "../dom";

/** Relative brightness, 0 to 1, from which a colour counts as light. */
const LIGHT = 0.5;
/** How far from that the brightness of letters has to be to say what they stand on. */
const GREY = 0.15;

/** The ground under an element; where no ground can be told, that on which its letters can be read, or those around. */
export function groundOf(element: Element): "light" | "dark" {
  for (let at: Element | null = element; at; at = dom.parentElement(at) ?? hostOf(at)) {
    const colour = colourOf(getComputedStyle(at).backgroundColor);
    // What shines through says little; a picture none at all.
    if (colour && colour.alpha > 0.5) return colour.light >= LIGHT ? "light" : "dark";
  }
  for (let at: Element | null = element; at; at = dom.parentElement(at) ?? hostOf(at)) {
    const ink = colourOf(getComputedStyle(at).color);
    // Grey letters stand on either ground: those around them say on which.
    if (ink && Math.abs(ink.light - LIGHT) > GREY) return ink.light > LIGHT ? "dark" : "light";
  }
  return "light";
}

function hostOf(element: Element): Element | null {
  const root = dom.getRootNode(element);
  return dom.nodeType(root) === 11 ? (root as ShadowRoot).host : null;
}

/** What one is in each notation of computed colours; of `lab` and its like the first number alone, half of it mid-grey. */
const SCALES: Record<string, number> = {
  rgb: 255,
  rgba: 255,
  srgb: 1,
  "display-p3": 1,
  "a98-rgb": 1,
  rec2020: 1,
  lab: 107,
  lch: 107,
  oklab: 1.2,
  oklch: 1.2,
};

/** Of a computed colour; null for a notation that is not read. */
function colourOf(text: string): { light: number; alpha: number } | null {
  const [, name = "", values = ""] = /^(?:color\()?([\w-]+)[( ](.*)\)$/.exec(text) ?? [];
  const scale = SCALES[name];
  const numbers = (values.match(/-?[\d.]+(?:e-?\d+)?|none/g) ?? []).map((each) => Number(each) || 0);
  const [r, g, b, alpha = 1] = numbers;
  if (!scale || r === undefined || g === undefined || b === undefined) return null;
  const light = /^(ok)?l/.test(name) ? r : 0.299 * r + 0.587 * g + 0.114 * b;
  return { light: light / scale, alpha };
}
