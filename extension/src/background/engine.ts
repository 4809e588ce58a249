// The engine in the background: started by the first question, lost with the worker, started again by the next.
// Leaves out who asks (main.ts).

import init, { __wbg_reset_state, analyze } from "ascribe-engine";
import type { Analysis } from "../analysis";
import { api } from "../api";
import type { AnalyzeReply, AnalyzeRequest } from "../protocol";
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
  let engine: unknown = null;
  try {
    warm();
    engine = await starting;
    const began = performance.now();
    const analysis = analysisOf(blocks);
    return { type: "analysis", generation, analysis, ms: performance.now() - began };
  } catch (error) {
    // The engine's own refusals are plain errors. After anything else (a trap, no memory) its instance
    // must not be used again; where it never started, the next question tries anew.
    if (!engine) starting = null;
    else if (Object.getPrototypeOf(error) !== Error.prototype) __wbg_reset_state();
    return { type: "failed", generation, error: error instanceof Error ? error.message : String(error) };
  }
}
