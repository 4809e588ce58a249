// The map as SVG. Arrows carry the colour and the line of their group; thickness is the count.

import type { Group } from "../analysis";
import { LINES, MARK_COLOURS } from "../look";
import { number, t } from "../words";
import { type ActorGraph, extent, type MapArrow, type MapNode, type Relation } from "./layout";

const GROUP_OF: Record<Relation, Group> = {
  accuses: "accusations",
  denies: "denials",
  demands: "demands",
  criticises: "views",
};

interface Props {
  graph: ActorGraph;
  chosen: number | null;
  choose(arrow: number): void;
}

export function Drawing({ graph, chosen, choose }: Props) {
  const { nodes, arrows, width, height } = graph;
  const node = (actor: number) => nodes.find((n) => n.actor === actor) as MapNode;
  const relations = [...new Set(arrows.map((a) => a.relation))];
  const legend = Math.ceil(relations.length / 2) * 20;
  return (
    <svg
      role="img"
      aria-label={t("mapLabel", number(nodes.length), number(arrows.length))}
      width={width}
      height={height + legend}
      viewBox={`0 0 ${width} ${height + legend}`}
      font-family="system-ui, sans-serif"
      font-size="12"
      fill="currentColor"
    >
      <title>{t("mapLabel", number(nodes.length), number(arrows.length))}</title>
      {arrows.map((arrow, i) => (
        <Arrow
          key={`${arrow.from}-${arrow.relation}-${arrow.to}`}
          arrow={arrow}
          path={curve(node(arrow.from), node(arrow.to), lane(arrows, arrow))}
          faint={chosen !== null && chosen !== i}
          press={() => choose(i)}
        />
      ))}
      {nodes.map((n) => (
        <g key={n.actor} transform={`translate(${round(n.x)} ${round(n.y)})`}>
          <circle r={n.radius} fill="var(--ground, #fff)" stroke="currentColor" stroke-width="1.5" />
          {n.statements > 0 ? (
            <text text-anchor="middle" dy="4" font-size="11">
              {number(n.statements)}
            </text>
          ) : null}
          {n.lines.map((line, i) => (
            <text
              key={line}
              text-anchor="middle"
              y={n.radius + 14 + i * 14}
              paint-order="stroke"
              stroke="var(--ground, #fff)"
              stroke-width="4"
              stroke-linejoin="round"
            >
              {line}
            </text>
          ))}
        </g>
      ))}
      {relations.map((relation, i) => (
        <g
          key={relation}
          transform={`translate(${(i % 2) * (width / 2) + 8} ${height + 12 + Math.floor(i / 2) * 20})`}
        >
          <Stroke relation={relation} path="M0 0H28" count={1} />
          <text x="36" dy="4">
            {t(`relation_${relation}`)}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** Arrows between the same two actors run beside each other: 0, 1, 2… */
function lane(arrows: readonly MapArrow[], arrow: MapArrow): number {
  return arrows.filter((a) => a.from === arrow.from && a.to === arrow.to).indexOf(arrow);
}

interface Path {
  d: string;
  head: string;
}

/** A curve from border to border, bent to its left so that there and back do not cover each other. */
function curve(from: MapNode, to: MapNode, lane: number): Path {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const bend = 14 + lane * 16;
  const mid = {
    x: (from.x + to.x) / 2 + (dy / length) * bend,
    y: (from.y + to.y) / 2 - (dx / length) * bend,
  };
  const start = toward(from, mid, from.radius + 2);
  const tip = toward(to, mid, reach(to, mid) + 3);
  const back = Math.atan2(mid.y - tip.y, mid.x - tip.x);
  const end = { x: tip.x + Math.cos(back) * 8, y: tip.y + Math.sin(back) * 8 };
  const wing = (side: number) =>
    `${round(tip.x + Math.cos(back + side) * 10)} ${round(tip.y + Math.sin(back + side) * 10)}`;
  return {
    d: `M${round(start.x)} ${round(start.y)}Q${round(mid.x)} ${round(mid.y)} ${round(end.x)} ${round(end.y)}`,
    head: `M${round(tip.x)} ${round(tip.y)}L${wing(0.45)}L${wing(-0.45)}Z`,
  };
}

/** How far the node with its label reaches towards a point, so that arrows stop short of the words. */
function reach(node: MapNode, point: { x: number; y: number }): number {
  const { side, down } = extent(node);
  const [dx, dy] = [Math.abs(point.x - node.x), point.y - node.y];
  const length = Math.hypot(dx, dy) || 1;
  if (dy <= 0) return node.radius;
  // Where the ray leaves the label's box, by its lower edge or its side.
  const out = Math.min(down / dy, dx === 0 ? Number.POSITIVE_INFINITY : side / dx);
  return dy * out > node.radius ? length * out : node.radius;
}

function toward(from: { x: number; y: number }, to: { x: number; y: number }, by: number) {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: from.x + ((to.x - from.x) / length) * by, y: from.y + ((to.y - from.y) / length) * by };
}

function Arrow(props: { arrow: MapArrow; path: Path; faint: boolean; press: () => void }) {
  const { arrow, path, faint, press } = props;
  const colour = MARK_COLOURS[GROUP_OF[arrow.relation]];
  // The wide unseen line makes a thin arrow easy to press; the list below is there for keys.
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: inside role="img"; the list under it has the buttons.
    <g class="arrow" opacity={faint ? 0.25 : 1} onClick={press}>
      <path d={path.d} fill="none" stroke="transparent" stroke-width="24" />
      <Stroke relation={arrow.relation} path={path.d} count={arrow.attributions.length} />
      <path d={path.head} fill={colour} />
    </g>
  );
}

function Stroke({ relation, path, count }: { relation: Relation; path: string; count: number }) {
  const group = GROUP_OF[relation];
  const colour = MARK_COLOURS[group];
  const width = Math.min(2 + count, 6);
  const { style } = LINES[group];
  const dash = {
    dashed: `${width * 2.5} ${width * 1.5}`,
    dotted: `0.1 ${width * 2}`,
    solid: undefined,
    double: undefined,
  }[style];
  return (
    <>
      <path
        d={path}
        fill="none"
        stroke={colour}
        stroke-width={style === "double" ? width + 2 : width}
        stroke-dasharray={dash}
        stroke-linecap={style === "dotted" ? "round" : "butt"}
      />
      {style === "double" ? (
        <path d={path} fill="none" stroke="var(--ground, #fff)" stroke-width={Math.max(1.5, width - 1.5)} />
      ) : null}
    </>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
