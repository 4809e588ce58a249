// The engine in the background: started by the first question, lost with the worker, started again by the next.
// Leaves out who asks (main.ts).

import init, { __wbg_reset_state, analyze, compare } from "ascribe-engine";
import type { Analysis } from "../analysis";
import { api } from "../api";
import type { Comparison } from "../comparison";
import type { AnalyzeReply, AnalyzeRequest, CompareReply, CompareRequest } from "../protocol";
import { remembering } from "./memory";

let starting: Promise<unknown> | null = null;
const analysisOf = remembering((blocks) => analyze(blocks) as Analysis);

/** Starts it where it is not: an article's text will come soon. */
export function warm(): void {
  starting ??= init({ module_or_path: api.runtime.getURL("ascribe_bg.wasm") });
  // Who asks next is told.
  starting.catch(() => {});
}

/** Never rejects: what goes wrong is said in the answer. */
export async function answer({ generation, blocks }: AnalyzeRequest): Promise<AnalyzeReply> {
  const outcome = await guarded(() => {
    const began = performance.now();
    const analysis = analysisOf(blocks);
    return { analysis, ms: performance.now() - began };
  });
  return "error" in outcome
    ? { type: "failed", generation, ...outcome }
    : { type: "analysis", generation, ...outcome };
}

/** Never rejects: what goes wrong is said in the answer. */
export async function compared({ accounts, choices }: CompareRequest): Promise<CompareReply> {
  const outcome = await guarded(() => ({ comparison: compare(accounts, choices) as Comparison }));
  return "error" in outcome ? { type: "failed", ...outcome } : { type: "comparison", ...outcome };
}

/** What the engine gives, started where it is not; or why it does not. */
async function guarded<T extends object>(work: () => T): Promise<T | { error: string }> {
  let engine: unknown = null;
  try {
    warm();
    engine = await starting;
    return work();
  } catch (error) {
    // The engine's own refusals are plain errors. After anything else (a trap, no memory) its instance
    // must not be used again; where it never started, the next question tries anew.
    if (!engine) starting = null;
    else if (Object.getPrototypeOf(error) !== Error.prototype) __wbg_reset_state();
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
