// The engine in the background: started by the first question, lost with the worker, started again by the next.
// Leaves out who asks (main.ts).

import init, { __wbg_reset_state, analyze, compare } from "ascribe-engine";
import { guard } from "../../../npm/guard";
import type { Analysis, Block } from "../analysis";
import { api } from "../api";
import type { Comparison } from "../comparison";
import type { AnalyzeReply, AnalyzeRequest, CompareReply, CompareRequest } from "../protocol";
import { remembering } from "./memory";

const engine = guard({
  start: () => init({ module_or_path: api.runtime.getURL("ascribe_bg.wasm") }),
  calls: {
    analyze: (blocks: Block[]) => analyze(blocks) as Analysis,
    compare: ({ accounts, choices }: CompareRequest) => compare(accounts, choices) as Comparison,
  },
  reset: __wbg_reset_state,
});
const analysisOf = remembering(engine.analyze);

/** Starts it where it is not: an article's text will come soon. */
export function warm(): void {
  // Who asks next is told.
  engine.load().catch(() => {});
}

/** Never rejects: what goes wrong is said in the answer. */
export async function answer({ generation, blocks }: AnalyzeRequest): Promise<AnalyzeReply> {
  const outcome = await told(() => {
    const began = performance.now();
    const analysis = analysisOf(blocks);
    return { analysis, ms: performance.now() - began };
  });
  return "error" in outcome
    ? { type: "failed", generation, ...outcome }
    : { type: "analysis", generation, ...outcome };
}

/** Never rejects: what goes wrong is said in the answer. */
export async function compared(request: CompareRequest): Promise<CompareReply> {
  const outcome = await told(() => ({ comparison: engine.compare(request) }));
  return "error" in outcome ? { type: "failed", ...outcome } : { type: "comparison", ...outcome };
}

/** What the engine gives, started where it is not; or why it does not. */
async function told<T extends object>(work: () => T): Promise<T | { error: string }> {
  try {
    await engine.load();
    return work();
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
