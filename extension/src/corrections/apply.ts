// An analysis with what the reader put right applied to it. Leaves out where corrections are kept (store.ts)
// and how they are asked for (card/correct.ts).

import type { Actor, Analysis, Attribution, Block, Kind, Piece } from "../analysis";
import { type Change, passageKey, piecesOf } from "../changes";
import { follow, recount } from "./recount";

/**
 * The analysis as the reader corrected it. Changes whose passage, words or actor are no longer there are passed
 * over; the analysis given is not touched. Without changes it comes back as it is. `salt` is the one with which the
 * passages' keys were made.
 */
export function applyChanges(
  analysis: Analysis,
  blocks: readonly Block[],
  changes: readonly Change[],
  salt: string,
): Analysis {
  if (changes.length === 0) return analysis;
  let attributions: Attribution[] = analysis.attributions.map((a) => ({ ...a }));
  // A passage whose words were changed is known by its new words too.
  const keys = attributions.map((a) => [passageKey(a, blocks, salt)]);
  const actors = [...analysis.actors];
  const merged = new Map<number, number>();
  const removed = new Set<number>();
  const find = (name: string) => actors.findIndex((actor) => actor.name === name);
  const findOrAdd = (name: string) => (find(name) >= 0 ? find(name) : actors.push(newActor(name)) - 1);
  const at = (key: string) => keys.findIndex((own) => own.includes(key));

  for (const change of changes) {
    if (change.type === "same") {
      const [from, to] = [find(change.actor), find(change.as)];
      if (from >= 0 && to >= 0 && from !== to && follow(merged, to) !== from) merged.set(from, to);
      continue;
    }
    if (change.type === "missed") {
      const content = piecesOf(change.words, blocks, salt);
      if (!content) continue;
      const added = newAttribution(change.kind, content);
      setSpeaker(added, change.actor === null ? null : findOrAdd(change.actor), actors);
      keys.push([passageKey(added, blocks, salt)]);
      attributions.push(added);
      continue;
    }
    for (const [i, attribution] of attributions.entries()) {
      if (!keys[i]?.includes(change.passage)) continue;
      switch (change.type) {
        case "not_a_statement":
          removed.add(i);
          break;
        case "kind":
          setKind(attributions, i, change.kind);
          break;
        case "speaker":
          setSpeaker(attribution, change.actor === null ? null : findOrAdd(change.actor), actors);
          break;
        case "target":
          attribution.target = change.actor === null ? null : { actor: findOrAdd(change.actor), span: [] };
          break;
        case "reply":
          setReply(attributions, i, change.to === null ? null : at(change.to));
          break;
        case "words": {
          const content = piecesOf(change.words, blocks, salt);
          if (!content) break;
          attribution.content = content;
          keys[i]?.push(passageKey(attribution, blocks, salt));
        }
      }
    }
  }

  if (merged.size > 0) for (const a of attributions) mergeActors(a, merged);
  attributions = inOrder(attributions, analysis.attributions.length, removed);
  return { ...analysis, attributions, actors: recount(actors, attributions, merged) };
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

/** Ties an answer to what it answers, in place of what it was tied to; null unties it. */
function setReply(attributions: Attribution[], index: number, to: number | null): void {
  const [answer, answered] = [attributions[index], to === null ? undefined : attributions[to]];
  if (!answer || to === index || (to !== null && !answered)) return;
  for (const other of attributions) if (other.replies.includes(index)) untie(other, index);
  answer.replies_to = to;
  if (!answered) return;
  answered.replies = [...answered.replies, index].sort((a, b) => a - b);
  if (answered.kind === "accusation" && answered.reply_state !== "denied") {
    answered.reply_state =
      answer.kind === "denial" ? "denied" : answer.kind === "no_comment" ? "declined" : "answered";
  }
}

function setSpeaker(attribution: Attribution, actor: number | null, actors: readonly Actor[]): void {
  attribution.actor = actor;
  attribution.through = null;
  attribution.because = [];
  attribution.resolution = actor === null ? "unclear" : "stated";
  attribution.source_kind = actor === null ? "unresolved" : (actors[actor]?.kind ?? "person");
}

/** Someone whom the analysis does not know: no more than a name. */
function newActor(name: string): Actor {
  return {
    name,
    named: true,
    kind: "person",
    names: [{ text: name, how: "same", count: 1 }],
    speaks_for: null,
    through: [],
    members: [],
    counts: { accusations: 0, denials: 0, demands: 0, views: 0, statements: 0 },
    accuses: [],
    accused_by: [],
    demands_of: [],
    criticises: [],
    denies: [],
    no_own_words: false,
  };
}

function newAttribution(kind: Kind, content: Piece[]): Attribution {
  return {
    kind,
    form: "indirect",
    source: [],
    cue: [],
    content,
    verb: "neutral",
    source_kind: "unresolved",
    kind_confidence: 1,
    confidence: 1,
    parent: null,
    actor: null,
    resolution: "unclear",
    because: [],
    through: null,
    target: null,
    replies_to: null,
    replies: [],
    reply_state: null,
    categories: [],
  };
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

/**
 * Without those that were removed, the added ones (from index `known` on) at their place in the text, and every index
 * with its passage.
 */
function inOrder(attributions: Attribution[], known: number, removed: ReadonlySet<number>): Attribution[] {
  const isBefore = (i: number, j: number) => {
    const [a, b] = [attributions[i]?.content[0], attributions[j]?.content[0]];
    return a !== undefined && b !== undefined && (a.block - b.block || a.start - b.start) < 0;
  };
  const left = [...attributions.keys()].filter((i) => i < known);
  for (let i = known; i < attributions.length; i++) {
    const next = left.findIndex((j) => isBefore(i, j));
    left.splice(next < 0 ? left.length : next, 0, i);
  }
  const stay = left.filter((i) => !removed.has(i));
  const place = new Map(stay.map((i, at) => [i, at]));
  const at = (i: number | null) => (i === null ? null : (place.get(i) ?? null));
  return stay.map((i) => {
    const a = attributions[i] as Attribution;
    const replies = a.replies.flatMap((r) => place.get(r) ?? []).sort((x, y) => x - y);
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
