// The analyses as the reader corrected them on this page. Leaves out what a correction does (corrections/apply.ts) and
// where it is kept (the background).

import type { Analysis } from "../analysis";
import type { Correction, InClear } from "../changes";
import { applyChanges } from "../corrections/apply";
import type { Reading } from "./reading";
import type { World } from "./world";

export interface Corrected {
  /** The analysis of a reading with every change applied; null where there is none. */
  shown(reading: Reading): Analysis | null;
  /** Applies a correction at once and keeps it; false when it could not be kept. */
  add(correction: Correction, clear: InClear | null): Promise<boolean>;
  /** Takes it back at once and forgets it. */
  undo(id: string): Promise<void>;
  /** Fetches what is kept for the page of the address bar. Never rejects: without corrections there are none. */
  load(): Promise<void>;
  /** Whether corrections can be kept here. */
  readonly kept: boolean;
  /** With which passages are hashed. */
  readonly salt: string;
}

export function createCorrected(world: Pick<World, "corrections" | "correct" | "uncorrect">): Corrected {
  let corrections: readonly Correction[] = [];
  let kept = false;
  let salt = "";
  const done = new WeakMap<Analysis, { corrections: readonly Correction[]; analysis: Analysis }>();
  return {
    get kept() {
      return kept;
    },
    get salt() {
      return salt;
    },
    shown({ analysis, analysed }) {
      if (!analysis || corrections.length === 0) return analysis;
      const before = done.get(analysis);
      if (before?.corrections === corrections) return before.analysis;
      const changes = corrections.flatMap((correction) => correction.changes);
      const next = applyChanges(analysis, analysed, changes, salt);
      done.set(analysis, { corrections, analysis: next });
      return next;
    },
    add(correction, clear) {
      corrections = [...corrections, correction];
      return world.correct(correction, clear).catch(() => false);
    },
    async undo(id) {
      corrections = corrections.filter((each) => each.id !== id);
      await world.uncorrect(id).catch(() => {});
    },
    async load() {
      const address = location.href;
      const own = await world.corrections().catch(() => ({ corrections: [], salt: "", kept: false }));
      if (address === location.href) ({ corrections, salt, kept } = own);
    },
  };
}
