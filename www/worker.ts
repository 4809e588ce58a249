// The engine in a worker of the demo page: one question in, one answer out.

import init, { __wbg_reset_state, analyze } from "ascribe-engine";
import type { Analysis } from "../extension/src/analysis";
import type { AnalyzeReply, AnalyzeRequest } from "../extension/src/protocol";
import { guard } from "../npm/guard";

const engine = guard({
  start: () => init({ module_or_path: new URL("ascribe_bg.wasm", self.location.href) }),
  calls: { analyze: (blocks: AnalyzeRequest["blocks"]) => analyze(blocks) as Analysis },
  reset: __wbg_reset_state,
});
// The first question finds it started, or tries again.
engine.load().catch(() => {});

self.addEventListener("message", async ({ data }: MessageEvent<AnalyzeRequest>) => {
  const { generation, blocks } = data;
  let reply: AnalyzeReply;
  try {
    await engine.load();
    const began = performance.now();
    const analysis = engine.analyze(blocks);
    reply = { type: "analysis", generation, analysis, ms: performance.now() - began };
  } catch (error) {
    reply = { type: "failed", generation, error: error instanceof Error ? error.message : String(error) };
  }
  self.postMessage(reply);
});
