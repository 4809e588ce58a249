// The map as SVG. Arrows carry the colour and the line of their group; thickness is the count.

import type { Group } from "../../analysis";
import { LINES, MARK_COLOURS } from "../../look";
import { number, t } from "../../words";
import { type Path, pathOf, round } from "./arrows";
import type { ActorGraph, MapArrow, MapNode, Relation } from "./graph";

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
          path={pathOf(arrow, arrows, node)}
          faint={chosen !== null && chosen !== i}
          press={() => choose(i)}
        />
      ))}
      {nodes.map((n) => (
        <g key={n.actor} transform={`translate(${round(n.x)} ${round(n.y)})`}>
          <circle r={n.radius} fill="var(--ground, #fff)" stroke="currentColor" stroke-width="1.5" />
          {n.statements > 0 ? (
            <text text-anchor="middle" dy="4" font-size="12">
              {number(n.statements)}
            </text>
          ) : null}
          {n.lines.map((line, i) => (
            <text
              key={line}
              // A name goes its own way, whichever way the interface goes.
              unicode-bidi="plaintext"
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
