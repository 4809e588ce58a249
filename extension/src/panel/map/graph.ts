// What the map is made of: actors with their places, arrows between them, and the room a label takes.
// Leaves out where they come to stand (layout.ts) and how they are drawn.

import type { SimulationNodeDatum } from "d3-force";

export type Relation = "accuses" | "denies" | "demands" | "criticises";

export interface MapNode extends SimulationNodeDatum {
  /** Index into `analysis.actors`. */
  actor: number;
  name: string;
  /** The name in at most two lines of at most 18 characters. */
  lines: string[];
  statements: number;
  radius: number;
  x: number;
  y: number;
}

export interface Point {
  x: number;
  y: number;
}

export interface MapArrow {
  from: number;
  to: number;
  relation: Relation;
  attributions: number[];
}

export interface ActorGraph {
  nodes: MapNode[];
  arrows: MapArrow[];
  /** Arrows from or to actors for whom there is no room: told in words only. */
  undrawn: MapArrow[];
  /** Actors with words of their own but not in the drawing, named beside it. */
  apart: number[];
  width: number;
  height: number;
}

/** Room for a node with its label below, in CSS pixels from its middle. */
export function extent(node: MapNode): { side: number; up: number; down: number } {
  const longest = Math.max(...node.lines.map((line) => line.length));
  return {
    side: Math.max(node.radius, longest * 3.4) + 4,
    up: node.radius + 4,
    down: node.radius + 6 + node.lines.length * 14,
  };
}
