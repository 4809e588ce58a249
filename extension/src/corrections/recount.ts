// What follows for the actors from attributions that were corrected: counts and edges anew. Leaves out the
// corrections (apply.ts).

import type { Actor, Attribution, Counts, Edge } from "../analysis";
import { groupOf } from "../kinds";
import { membersOf } from "../members";

/** The actor into which one was merged; itself where it was not. */
export function follow(merged: Map<number, number>, actor: number): number {
  let at = actor;
  for (let next = merged.get(at); next !== undefined; next = merged.get(at)) at = next;
  return at;
}

/** Counts and edges anew from the attributions; merged actors keep their place, emptied. */
export function recount(
  actors: readonly Actor[],
  attributions: readonly Attribution[],
  merged: Map<number, number>,
): Actor[] {
  const next: Actor[] = actors.map((actor) => ({
    ...actor,
    counts: noCounts(),
    names: [...actor.names],
    speaks_for: actor.speaks_for === null ? null : follow(merged, actor.speaks_for),
    through: [...new Set(actor.through.map((i) => follow(merged, i)))],
    members: [...new Set(actor.members.map((i) => follow(merged, i)))],
    accuses: [],
    accused_by: [],
    demands_of: [],
    criticises: [],
    denies: [],
  }));
  for (const [from] of merged) {
    const [gone, kept] = [next[from], next[follow(merged, from)]];
    if (!gone || !kept) continue;
    kept.names.push(...gone.names.map((name) => ({ ...name, how: "equated" as const })));
    gone.names = [];
    gone.no_own_words = false;
  }
  for (const [i, a] of attributions.entries()) {
    const actor = a.actor === null ? undefined : next[a.actor];
    if (!actor || a.actor === null) continue;
    actor.counts[groupOf(a.kind)] += 1;
    actor.no_own_words = false;
    if (a.kind === "denial") actor.denies.push(i);
    const target = a.target?.actor ?? null;
    if (target === null) continue;
    const apart = membersOf(next, a.actor);
    for (const by of new Set([a.actor, ...apart])) {
      for (const of of membersOf(next, target).filter((one) => one !== by)) {
        if (a.kind === "accusation") {
          addEdge(next[by]?.accuses, of, i);
          if (apart.includes(by)) addEdge(next[of]?.accused_by, by, i);
        } else if (a.kind === "demand") addEdge(next[by]?.demands_of, of, i);
        else if (a.kind === "criticism") addEdge(next[by]?.criticises, of, i);
      }
    }
  }
  return next;
}

function noCounts(): Counts {
  return { accusations: 0, denials: 0, demands: 0, views: 0, statements: 0 };
}

function addEdge(edges: Edge[] | undefined, actor: number, attribution: number): void {
  const edge = edges?.find((e) => e.actor === actor);
  if (edge) edge.attributions.push(attribution);
  else edges?.push({ actor, attributions: [attribution] });
}
