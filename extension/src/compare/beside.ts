// A comparison with the articles that it is of, and what is read from the two together. Leaves out how it comes about
// and what is shown of it (model.ts).

import type { Actor, Attribution, Counts } from "../analysis";
import type { At, Comparison, Voice } from "../comparison";
import type { Reading } from "../describe";
import { GROUPS } from "../kinds";
import type { Who } from "./basket";
import type { Kept } from "./kept";

/** The comparison of these articles. */
export interface Beside {
  chosen: readonly Kept[];
  comparison: Comparison;
}

/** How many statements a voice has in one article. */
export function amount(counts: Counts | undefined): number {
  return counts ? GROUPS.reduce((sum, group) => sum + counts[group], 0) : 0;
}

/** The articles in which a voice has words, by number. */
export function presentIn(voice: Voice): number[] {
  return voice.counts.flatMap((counts, i) => (amount(counts) > 0 ? [i] : []));
}

/** The article, and what was found in it. */
export function readingOf(beside: Beside, account: number): Reading {
  const kept = beside.chosen[account];
  return {
    analysis: kept?.analysis ?? { attributions: [], actors: [], truncated: false, declined: null },
    blocks: kept?.blocks ?? [],
  };
}

export function attributionAt(beside: Beside, { account, index }: At): Attribution | undefined {
  return beside.chosen[account]?.analysis.attributions[index];
}

export function actorAt(beside: Beside, { account, index }: At): Actor | undefined {
  return beside.chosen[account]?.analysis.actors[index];
}

/** The same actor by its article, which keeps when other articles stand beside it. */
export function whoAt({ account, index }: At, chosen: readonly Kept[]): Who {
  return { id: chosen[account]?.id ?? "", actor: index };
}

/** The first actor of a row; null where there is no such row. */
export function firstIn(row: number | null, beside: Beside | null): Who | null {
  const [actor] = beside?.comparison.voices[row ?? -1]?.actors ?? [];
  return actor && beside ? whoAt(actor, beside.chosen) : null;
}

/** The row that has that actor; null where none has. */
export function rowOf(who: Who | null, { chosen, comparison }: Beside): number | null {
  if (!who) return null;
  const row = comparison.voices.findIndex(({ actors }) =>
    actors.some((at) => {
      const { id, actor } = whoAt(at, chosen);
      return id === who.id && actor === who.actor;
    }),
  );
  return row < 0 ? null : row;
}
