// What the reader put right on a page: the changes, and an analysis with them applied.
// Leaves out where they are kept (corrections-store.ts) and how they are asked for (card/correct.ts).

import type { Actor, Analysis, Attribution, Block, Counts, Edge, Kind } from "./analysis";
import { groupOf } from "./kinds";
import { membersOf } from "./members";

/** One correction. `passage` finds the attribution again on a later visit: see `passageKey`. */
export type Change =
  | { type: "kind"; passage: string; kind: Kind }
  /** The speaker is this actor, by its name in the analysis; null: it is unclear who. */
  | { type: "speaker"; passage: string; actor: string | null }
  /** Two names are one actor; the second gives its name up. */
  | { type: "same"; actor: string; as: string }
  /** Nobody says anything here. */
  | { type: "not_a_statement"; passage: string };

/**
 * A key of 16 hexadecimal digits for one attribution: a hash of its words, so that a correction
 * keeps no text of the page. Two attributions with the same words in one block share it.
 */
export function passageKey(attribution: Attribution, blocks: readonly Block[]): string {
  const words = [attribution.source, attribution.cue, attribution.content]
    .map((pieces) => pieces.map((p) => blocks[p.block]?.text.slice(p.start, p.end) ?? "").join(" "))
    .join("\u0000");
  return fnv(words, 0x811c9dc5) + fnv(words, 0x01000193);
}

/** FNV-1a over UTF-16 code units; not for secrets, only to tell passages of one page apart. */
function fnv(text: string, seed: number): string {
  let hash = seed;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/**
 * The analysis as the reader corrected it. Changes whose passage or actor is no longer there are
 * passed over; the analysis given is not touched. Without changes it comes back as it is.
 */
export function applyChanges(
  analysis: Analysis,
  blocks: readonly Block[],
  changes: readonly Change[],
): Analysis {
  if (changes.length === 0) return analysis;
  const keys = analysis.attributions.map((a) => passageKey(a, blocks));
  let attributions: Attribution[] = analysis.attributions.map((a) => ({ ...a }));
  const merged = new Map<number, number>();
  const removed = new Set<number>();
  const find = (name: string) => analysis.actors.findIndex((actor) => actor.name === name);

  for (const change of changes) {
    if (change.type === "same") {
      const [from, to] = [find(change.actor), find(change.as)];
      if (from >= 0 && to >= 0 && from !== to && follow(merged, to) !== from) merged.set(from, to);
      continue;
    }
    for (const [i, attribution] of attributions.entries()) {
      if (keys[i] !== change.passage) continue;
      if (change.type === "not_a_statement") removed.add(i);
      else if (change.type === "kind") setKind(attributions, i, change.kind);
      else setSpeaker(attribution, change.actor === null ? null : find(change.actor));
    }
  }

  if (merged.size > 0) for (const a of attributions) mergeActors(a, merged);
  if (removed.size > 0) attributions = without(attributions, removed);
  return { ...analysis, attributions, actors: recount(analysis.actors, attributions, merged) };
}

function setKind(attributions: Attribution[], index: number, kind: Kind): void {
  const attribution = attributions[index];
  if (!attribution || attribution.kind === kind) return;
  attribution.kind = kind;
  // What was tied to it as accusation or as reply no longer follows.
  attribution.reply_state = null; // never say "no reply" about what we did not look for
  attribution.replies = [];
  attribution.replies_to = null;
  for (const other of attributions) {
    if (other.replies_to === index) other.replies_to = null;
    if (other.replies.includes(index)) untie(other, index);
  }
}

function untie(accusation: Attribution, reply: number): void {
  accusation.replies = accusation.replies.filter((r) => r !== reply);
  if (accusation.replies.length === 0) accusation.reply_state = null;
}

function setSpeaker(attribution: Attribution, actor: number | null): void {
  if (actor !== null && actor < 0) return;
  attribution.actor = actor;
  attribution.through = null;
  attribution.because = [];
  attribution.resolution = actor === null ? "unclear" : "stated";
  if (actor === null) attribution.source_kind = "unresolved";
}

function follow(merged: Map<number, number>, actor: number): number {
  let at = actor;
  for (let next = merged.get(at); next !== undefined; next = merged.get(at)) at = next;
  return at;
}

function mergeActors(attribution: Attribution, merged: Map<number, number>): void {
  const to = (actor: number | null) => (actor === null ? null : follow(merged, actor));
  attribution.actor = to(attribution.actor);
  attribution.through = to(attribution.through);
  if (attribution.through === attribution.actor) attribution.through = null;
  if (attribution.target) {
    attribution.target = { ...attribution.target, actor: to(attribution.target.actor) };
  }
}

/** Leaves the removed ones out and moves every index that points past them. */
function without(attributions: Attribution[], removed: Set<number>): Attribution[] {
  const place = new Map<number, number>();
  for (const i of attributions.keys()) if (!removed.has(i)) place.set(i, place.size);
  const at = (i: number | null) => (i === null ? null : (place.get(i) ?? null));
  return attributions
    .filter((_, i) => !removed.has(i))
    .map((a) => {
      const replies = a.replies.filter((r) => place.has(r)).map((r) => place.get(r) as number);
      const lost = a.replies.length > 0 && replies.length === 0;
      return {
        ...a,
        parent: at(a.parent),
        replies_to: at(a.replies_to),
        replies,
        reply_state: lost ? null : a.reply_state,
      };
    });
}

/** Counts and edges anew from the attributions; merged actors keep their place, emptied. */
function recount(
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
