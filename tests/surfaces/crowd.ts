// An analysis in which as many as are wanted accuse, deny, demand and criticise, for the map. Leaves
// out what the other views need; fixture.ts has a whole article.

import type { Actor, Analysis, Attribution, Kind } from "../../extension/src/analysis";
import { actor, says } from "./fixture";

const NAMES = [
  "Tolvik Harbour Board",
  "Norrlast Shipping",
  "Mayor Ingrid Falk",
  "Mussel Growers’ Association",
  "Coastal Police",
  "Dockworkers’ Union",
  "Per Aune",
  "Harbour Party",
  "Marine Institute of Sund",
  "Havtrygd",
  "Runa Lund",
  "Jonas Reit",
  "Foreign, Commonwealth and Development Office",
  "Overseas-und-Übersee-Rückversicherungsgesellschaft",
  "EU",
  "Unified Combined Fishermen of the Outer Northern Islands",
  "Sund Rowing Club",
  "Old Quay Residents",
  "Tide Table Office",
  "Kelp Cooperative",
  "Sigurd Moe",
  "Breakwater Trust",
  "Eelgrass Watch",
  "Northern Light Company",
];

/** Who does what to whom, by place in NAMES; a denial answers the accusation before it. */
const LINKS: readonly [number, Kind, number][] = [
  [0, "accusation", 1],
  [1, "denial", 0],
  [2, "accusation", 0],
  [0, "denial", 2],
  [3, "demand", 1],
  [3, "accusation", 2],
  [2, "denial", 3],
  [4, "accusation", 1],
  [5, "criticism", 0],
  [5, "demand", 1],
  [6, "demand", 0],
  [7, "accusation", 6],
  [6, "denial", 7],
  [8, "criticism", 4],
  [9, "accusation", 3],
  [3, "denial", 9],
  [10, "demand", 2],
  [11, "accusation", 4],
  [4, "denial", 11],
  [12, "criticism", 1],
  [13, "accusation", 9],
  [14, "demand", 12],
  [15, "accusation", 14],
  [14, "denial", 15],
  // One who speaks much and has an arrow only to one who hardly does.
  [16, "accusation", 17],
  [16, "statement", 16],
  [16, "statement", 16],
  [16, "statement", 16],
  [16, "statement", 16],
  [18, "criticism", 19],
  [20, "demand", 21],
  [22, "criticism", 23],
];

/** The first `count` of them, at most 24. */
export function crowd(count: number): Analysis {
  const actors: Actor[] = NAMES.slice(0, count).map((name) => actor(name, "organization"));
  const attributions: Attribution[] = [];
  let accusation = 0;
  for (const [from, kind, to] of LINKS.filter(([from, , to]) => from < count && to < count)) {
    if (kind === "accusation") accusation = attributions.length;
    const words = { content: [{ block: 0, start: 0, end: 7 }], source_kind: "organization" as const };
    attributions.push(
      kind === "denial"
        ? says(from, { ...words, kind, replies_to: accusation })
        : says(from, { ...words, kind, target: { actor: to, span: [] } }),
    );
  }
  return { attributions, actors, truncated: false, declined: null };
}
