// How much of an article is read: as much as the budget of time allows, so that no article keeps those of other tabs
// waiting for longer. The engine cannot be stopped half way, so a long article is asked about from its beginning in
// growing parts, each no longer than the parts before it promise. What is left unread is said (`truncated`).
// Leaves out whose turn it is between two parts (queue.ts).

import type { Analysis } from "../analysis";

/** Milliseconds that one call into the engine may take; ordinary articles take a few. */
export const BUDGET = 4000;
/**
 * UTF-16 units of an article that is asked about in one call. Ordinary text of that length takes a small part of the
 * budget; the dearest that we know ("he said" and nothing else) nearly all of it, and on a slow machine more: behind
 * such a text other tabs wait longer than they should, once.
 */
const WHOLE = 50_000;
/** Bytes of the first part of a longer one, and the most that the engine reads of any. */
const FIRST = 20_000;
const ALL = 200_000;
/** A part is worth a call when it has this many times the text of the one before. */
const WORTH = 1.25;
/** Twice the text takes at most four times as long; once we have seen how it grows, little more than that. */
const STEEPEST = 2;
const DOUBT = 0.25;

/** Analyses the first so many bytes; `ms` is how long that took. `told` hears which share of them is done. */
export type Ask = (mostBytes: number, told: (share: number) => void) => { analysis: Analysis; ms: number };

/**
 * The analysis of an article of so many UTF-16 units, or of its beginning. `told` hears which share is done, 0 to 1: a
 * part that cannot be the last is of what is left as much as it has of the text.
 */
export function* within(
  units: number,
  ask: Ask,
  told: (share: number) => void = () => {},
): Generator<undefined, Analysis> {
  let done = 0;
  let bytes = units <= WHOLE ? ALL : FIRST;
  let before: { bytes: number; ms: number } | null = null;
  for (;;) {
    const from = done;
    done += (1 - done) * Math.min(bytes / units, 1);
    const [to, step] = [done, done - from];
    const { analysis, ms } = ask(bytes, (share) => told(share === 1 ? to : from + share * step));
    if (!analysis.truncated || analysis.declined || bytes >= ALL) return analysis;
    const growth: number = before ? Math.log(ms / before.ms) / Math.log(bytes / before.bytes) : STEEPEST;
    const steep = Math.min(Math.max(growth + DOUBT, 1), STEEPEST);
    const next = Math.min(bytes * (BUDGET / ms) ** (1 / steep), ALL);
    if (!(next >= bytes * WORTH)) return analysis;
    before = { bytes, ms };
    bytes = Math.floor(next);
    yield;
  }
}
