// How marks and our own surfaces look: the five colours of the marks, their lines, and the
// colours of words and chips. Leaves out where they are drawn (content/paint, the style sheets).

import type { Group } from "./analysis";

/** The line drawn under a mark; the second signal beside colour, so it never changes with it. */
export interface Line {
  style: "double" | "dashed" | "solid" | "dotted";
  /** CSS pixels at the weight "normal". */
  width: number;
}

export const LINES: Record<Group, Line> = {
  accusations: { style: "double", width: 3 },
  denials: { style: "dashed", width: 3 },
  demands: { style: "solid", width: 4 },
  views: { style: "dotted", width: 4 },
  statements: { style: "solid", width: 1 },
};

/** At least 3:1 on white, near-black and salmon paper; apart under protan, deutan, tritan sight. */
export const MARK_COLOURS: Record<Group, string> = {
  accusations: "#AA7818",
  denials: "#235CF3",
  demands: "#AA3F81",
  views: "#0794B5",
  statements: "#8A8A8B",
};

/** Words and chips on our own surfaces: at least 4.5:1 on the light and the dark ground. */
export const WORD_COLOURS: Record<"light" | "dark", Record<Group, string>> = {
  light: {
    accusations: "#9C4305",
    denials: "#0562FD",
    demands: "#6E2283",
    views: "#26797E",
    statements: "#454646",
  },
  dark: {
    accusations: "#FA923E",
    denials: "#5C8DFD",
    demands: "#FE17AE",
    views: "#03D5F6",
    statements: "#C5C5C5",
  },
};

/** Line widths in CSS pixels for the reader's chosen weight; never under 1. */
export function lineWidth(group: Group, weight: "thin" | "normal" | "strong"): number {
  const by = { thin: -1, normal: 0, strong: 1 }[weight];
  const least = group === "accusations" ? 3 : 1; // a double line under 3px looks single
  return Math.max(least, LINES[group].width + by);
}

/** The colour of a group's marks: the reader's own, else ours. */
export function markColour(group: Group, own: Record<Group, string | null>): string {
  return own[group] ?? MARK_COLOURS[group];
}

/** The same colour, fainter for plain statements where the reader wants a quiet page: what matters is seen first. */
export function quiet(group: Group, colour: string, density: "quiet" | "full"): string {
  return group === "statements" && density === "quiet"
    ? `color-mix(in srgb,${colour} 45%,transparent)`
    : colour;
}

/** WCAG contrast ratio (1 to 21) of two `#rrggbb` colours. NaN when either is not one. */
export function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Relative luminance as WCAG 2 defines it. */
function luminance(colour: string): number {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (!hex) return Number.NaN;
  const [r, g, b] = hex.slice(1).map((pair) => {
    const c = Number.parseInt(pair, 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
