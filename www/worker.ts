// The engine in a worker of the demo page: one question in, one answer out.

import init, { analyze } from "ascribe-engine";
import type { Analysis } from "../extension/src/analysis";
import type { AnalyzeReply, AnalyzeRequest } from "../extension/src/protocol";
import { hasRelaxed } from "../npm/simd";

const engine = hasRelaxed() ? "ascribe_bg.wasm" : "ascribe_fixed_bg.wasm";
const started = init({ module_or_path: new URL(engine, self.location.href) });

self.addEventListener("message", async ({ data }: MessageEvent<AnalyzeRequest>) => {
  const { generation, blocks } = data;
  let reply: AnalyzeReply;
  try {
    await started;
    const began = performance.now();
    const analysis = analyze(blocks) as Analysis;
    reply = { type: "analysis", generation, analysis, ms: performance.now() - began };
  } catch (error) {
    reply = { type: "failed", generation, error: error instanceof Error ? error.message : String(error) };
  }
  self.postMessage(reply);
});
