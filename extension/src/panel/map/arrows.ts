// The way of an arrow: from the border of one actor with its name to the border of another, bent so
// that there and back do not cover each other. Leaves out strokes and colours (drawing.tsx).

import { extent, type MapArrow, type MapNode, type Point } from "./graph";

export interface Path {
  /** SVG path data of the line. */
  d: string;
  /** And of the head. */
  head: string;
}

/** The arrow's way among the others between the same two. */
export function pathOf(
  arrow: MapArrow,
  arrows: readonly MapArrow[],
  nodeOf: (actor: number) => MapNode,
): Path {
  const [from, to] = [nodeOf(arrow.from), nodeOf(arrow.to)];
  const { start, mid, end } = bend(from, to, lane(arrow, arrows));
  const back = Math.atan2(mid.y - end.y, mid.x - end.x);
  const neck = { x: end.x + Math.cos(back) * 8, y: end.y + Math.sin(back) * 8 };
  const wing = (side: number) =>
    `${round(end.x + Math.cos(back + side) * 10)} ${round(end.y + Math.sin(back + side) * 10)}`;
  return {
    d: `M${round(start.x)} ${round(start.y)}Q${round(mid.x)} ${round(mid.y)} ${round(neck.x)} ${round(neck.y)}`,
    head: `M${round(end.x)} ${round(end.y)}L${wing(0.45)}L${wing(-0.45)}Z`,
  };
}

/** Arrows between the same two actors run beside each other: 0, 1, 2… */
export function lane(arrow: MapArrow, arrows: readonly MapArrow[]): number {
  return arrows.filter((a) => a.from === arrow.from && a.to === arrow.to).indexOf(arrow);
}

/** A curve from border to border by way of `mid`, bent to its left, the more the higher its lane. */
export function bend(from: MapNode, to: MapNode, lane: number): { start: Point; mid: Point; end: Point } {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  // Half way between the borders: half way between the middles may lie under a label.
  const [first, last] = [toward(from, to, reach(from, to)), toward(to, from, reach(to, from))];
  // Between neighbours there is room for a flat bend only; a wide one would begin beside the label.
  const free = length - reach(from, to) - reach(to, from);
  const out = Math.min(14, Math.max(3, free / 3)) + lane * 16;
  const mid = {
    x: (first.x + last.x) / 2 + (dy / length) * out,
    y: (first.y + last.y) / 2 - (dx / length) * out,
  };
  return {
    start: toward(from, mid, reach(from, mid) + 2),
    mid,
    end: toward(to, mid, reach(to, mid) + 3),
  };
}

/** `steps` points along that curve, from its first to its last. */
export function along({ start, mid, end }: { start: Point; mid: Point; end: Point }, steps: number): Point[] {
  return Array.from({ length: steps }, (_, i) => {
    const t = i / (steps - 1);
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
    return { x: a * start.x + b * mid.x + c * end.x, y: a * start.y + b * mid.y + c * end.y };
  });
}

/** How far the node with its label reaches towards a point, so that arrows stop short of the words. */
function reach(node: MapNode, point: Point): number {
  const { side, down } = extent(node);
  const [dx, dy] = [Math.abs(point.x - node.x), point.y - node.y];
  const length = Math.hypot(dx, dy) || 1;
  if (dy <= 0) return node.radius;
  // Where the ray leaves the label's box, by its lower edge or its side.
  const out = Math.min(down / dy, dx === 0 ? Number.POSITIVE_INFINITY : side / dx);
  return dy * out > node.radius ? length * out : node.radius;
}

function toward(from: Point, to: Point, by: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: from.x + ((to.x - from.x) / length) * by, y: from.y + ((to.y - from.y) / length) * by };
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
