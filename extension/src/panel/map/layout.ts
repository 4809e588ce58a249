// Where the actors of the map stand: a force layout run to rest before anything is drawn, so that
// nothing moves. The same article always gives the same map. Leaves out drawing.

import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";
import type { Analysis } from "../../analysis";
import { membersOf } from "../../members";
import { along, bend, lane } from "./arrows";
import { type ActorGraph, extent, type MapArrow, type MapNode, type Relation } from "./graph";

/** Most nodes drawn; a reader cannot follow more. The rest is in the text beside it. */
const MOST = 16;
/** CSS pixels between two nodes with their labels: few should stay in one view, and among many more arrows meet. */
const gap = (nodes: readonly MapNode[]) => 8 + nodes.length;

/** The map of what is shown; `chosen` limits it to these attributions. Empty lists for none. */
export function layOut(analysis: Analysis, chosen: ReadonlySet<number>, width: number): ActorGraph {
  const arrows = arrowsOf(analysis, chosen);
  const spoken = analysis.actors.map(
    (_, i) => analysis.attributions.filter((a, at) => a.actor === i && chosen.has(at)).length,
  );
  const weight = (i: number) =>
    (spoken[i] ?? 0) + 2 * arrows.filter((arrow) => arrow.from === i || arrow.to === i).length;
  const heaviest = ends(arrows)
    .sort((a, b) => weight(b) - weight(a) || a - b)
    .slice(0, MOST);
  const [kept, undrawn] = [arrows.filter(within), arrows.filter((arrow) => !within(arrow))];
  // Whose only arrows went with those for whom there is no room would stand alone.
  const joined = heaviest.filter((actor) => ends(kept).includes(actor));
  const nodes = joined.map((actor, place): MapNode => {
    const name = analysis.actors[actor]?.name ?? "";
    const statements = spoken[actor] ?? 0;
    const angle = (place / joined.length) * 2 * Math.PI;
    return {
      actor,
      name,
      lines: twoLines(name),
      statements,
      radius: 7 + 3.5 * Math.sqrt(statements),
      x: Math.cos(angle) * width * 0.3,
      y: Math.sin(angle) * width * 0.3,
    };
  });
  const rest = analysis.actors.flatMap((_, i) => {
    const drawn = membersOf(analysis.actors, i).every((one) => joined.includes(one));
    return (spoken[i] ?? 0) > 0 && !drawn ? [i] : [];
  });
  const graph = { arrows: kept, undrawn, apart: rest };
  if (nodes.length === 0) return { ...graph, nodes, width, height: 0 };
  return { ...graph, ...settle(nodes, kept, width) };

  function within({ from, to }: MapArrow): boolean {
    return heaviest.includes(from) && heaviest.includes(to);
  }
}

/** Everybody at either end of an arrow, each once. */
function ends(arrows: readonly MapArrow[]): number[] {
  return [...new Set(arrows.flatMap((arrow) => [arrow.from, arrow.to]))];
}

function arrowsOf(analysis: Analysis, chosen: ReadonlySet<number>): MapArrow[] {
  const arrows: MapArrow[] = [];
  const add = (from: number | null, to: number | null | undefined, relation: Relation, at: number) => {
    if (from === null || to === null || to === undefined || from === to || !chosen.has(at)) return;
    const known = arrows.find((a) => a.from === from && a.to === to && a.relation === relation);
    if (known) known.attributions.push(at);
    else arrows.push({ from, to, relation, attributions: [at] });
  };
  const addEach = (from: number | null, to: number | null | undefined, relation: Relation, at: number) => {
    for (const one of membersOf(analysis.actors, from))
      for (const other of membersOf(analysis.actors, to)) add(one, other, relation, at);
  };
  for (const [at, a] of analysis.attributions.entries()) {
    const target = a.target?.actor;
    if (a.kind === "accusation") addEach(a.actor, target, "accuses", at);
    else if (a.kind === "demand") addEach(a.actor, target, "demands", at);
    else if (a.kind === "criticism") addEach(a.actor, target, "criticises", at);
    else if (a.kind === "denial" && a.replies_to !== null) {
      addEach(a.actor, analysis.attributions[a.replies_to]?.actor, "denies", at);
    }
  }
  return arrows;
}

function settle(nodes: MapNode[], arrows: MapArrow[], width: number) {
  const place = new Map(nodes.map((node, i) => [node.actor, i]));
  const links = arrows.map((arrow) => ({
    source: place.get(arrow.from) as number,
    target: place.get(arrow.to) as number,
  }));
  const reach = (node: MapNode) => Math.max(extent(node).side, extent(node).down) * 0.85;
  // Many need room, and in a narrow panel there is room only downwards; few should stay in one view.
  const many = nodes.length;
  forceSimulation(nodes)
    .force("charge", forceManyBody().strength(-100 - 26 * many))
    .force("link", forceLink(links).distance(100).strength(0.35))
    .force("x", forceX(0).strength(0.07))
    .force("y", forceY(0).strength(width < 560 ? Math.max(0.05, 0.18 - 0.011 * many) : 0.09))
    .force("collide", forceCollide<MapNode>(reach).strength(1).iterations(3))
    .stop()
    .tick(300);
  fitWidth(nodes, width);
  for (let round = 0; round < 120; round++) {
    const moved = stepAside(nodes, arrows);
    if (!pushApart(nodes, width) && !moved) break;
  }
  for (let round = 0; round < 80 && pushApart(nodes, width); round++);
  const top = Math.min(...nodes.map((n) => n.y - extent(n).up)) - 8;
  for (const node of nodes) node.y -= top;
  const height = Math.ceil(Math.max(...nodes.map((n) => n.y + extent(n).down)) + 8);
  return { nodes, width, height };
}

/** One round of moving third actors out from under arrows, a little each; false when none lies there. */
function stepAside(nodes: MapNode[], arrows: MapArrow[]): boolean {
  const of = new Map(nodes.map((node) => [node.actor, node]));
  let moved = false;
  for (const arrow of arrows) {
    const [from, to] = [of.get(arrow.from) as MapNode, of.get(arrow.to) as MapNode];
    const points = along(bend(from, to, lane(arrow, arrows)), 12);
    for (const node of nodes) {
      if (node === from || node === to) continue;
      const { side, up, down } = extent(node);
      const over = points.find(
        (p) => Math.abs(p.x - node.x) < side && p.y > node.y - up && p.y < node.y + down,
      );
      if (!over) continue;
      // Square to the arrow, to the side on which the middle of the box lies already.
      const [dx, dy] = [to.x - from.x, to.y - from.y];
      const length = Math.hypot(dx, dy) || 1;
      const middle = node.y + (down - up) / 2;
      const sign = (node.x - over.x) * dy - (middle - over.y) * dx >= 0 ? 1 : -1;
      node.x += (sign * dy * 4) / length;
      node.y -= (sign * dx * 4) / length;
      moved = true;
    }
  }
  return moved;
}

/** Moves, and squeezes or widens sideways, until the labels fill the width and none leaves it. */
function fitWidth(nodes: MapNode[], width: number): void {
  const left = Math.min(...nodes.map((n) => n.x - extent(n).side));
  const right = Math.max(...nodes.map((n) => n.x + extent(n).side));
  const squeeze = Math.min(1.6, width / (right - left));
  for (const node of nodes) node.x = width / 2 + (node.x - (left + right) / 2) * squeeze;
  hold(nodes, width);
}

function hold(nodes: MapNode[], width: number): void {
  for (const node of nodes) {
    const { side } = extent(node);
    node.x = Math.min(Math.max(node.x, Math.min(side, width / 2)), Math.max(width - side, width / 2));
  }
}

/** One round of parting boxes (node with label) that come too near, downwards; false when none do. */
function pushApart(nodes: MapNode[], width: number): boolean {
  let moved = false;
  for (const [i, a] of nodes.entries()) {
    for (const b of nodes.slice(i + 1)) {
      const [ea, eb] = [extent(a), extent(b)];
      const acrossX = ea.side + eb.side + gap(nodes) - Math.abs(a.x - b.x);
      const [high, low] = a.y <= b.y ? [a, b] : [b, a];
      const acrossY = extent(high).down + extent(low).up + gap(nodes) - (low.y - high.y);
      if (acrossX <= 0 || acrossY <= 0) continue;
      high.y -= acrossY / 2 + 1;
      low.y += acrossY / 2 + 1;
      moved = true;
    }
  }
  hold(nodes, width);
  return moved;
}

function twoLines(name: string): string[] {
  const lines = [""];
  for (const word of name.split(" ")) {
    const last = lines[lines.length - 1] as string;
    if (last === "" || `${last} ${word}`.length <= 18) lines[lines.length - 1] = `${last} ${word}`.trim();
    else if (lines.length === 1) lines.push(word);
    else {
      lines[1] = `${last}…`;
      break;
    }
  }
  return lines.map((line) => (line.length > 20 ? `${line.slice(0, 19)}…` : line));
}
