// The analyses as the reader corrected them on this page. Leaves out what a correction does (corrections.ts) and where
// it is kept (the background).

import type { Analysis } from "../analysis";
import { applyChanges, type Change } from "../corrections";
import type { Reading } from "./reading";
import type { World } from "./world";

export interface Corrected {
  /** The analysis of a reading with every change applied; null where there is none. */
  shown(reading: Reading): Analysis | null;
  /** Applies a change at once and keeps it. */
  add(change: Change): void;
  /** Fetches what is kept for the page of the address bar. Never rejects: without corrections there are none. */
  load(): Promise<void>;
  /** Whether corrections can be kept here. */
  readonly kept: boolean;
}

export function createCorrected(world: Pick<World, "corrections" | "correct">): Corrected {
  let changes: readonly Change[] = [];
  let kept = false;
  const done = new WeakMap<Analysis, { changes: readonly Change[]; analysis: Analysis }>();
  return {
    get kept() {
      return kept;
    },
    shown({ analysis, analysed }) {
      if (!analysis || changes.length === 0) return analysis;
      const before = done.get(analysis);
      if (before?.changes === changes) return before.analysis;
      const next = applyChanges(analysis, analysed, changes);
      done.set(analysis, { changes, analysis: next });
      return next;
    },
    add(change) {
      changes = [...changes, change];
      void world.correct(change).catch(() => {});
    },
    async load() {
      const address = location.href;
      const own = await world.corrections().catch(() => ({ changes: [], kept: false }));
      if (address === location.href) ({ changes, kept } = own);
    },
  };
}
