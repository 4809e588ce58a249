// The engine in a worker of the demo page: one question in, one answer out, each with its number.

import init, { __wbg_reset_state, analyze, categorize, find, whyNoCategory } from "ascribe-engine";
import type { Analysis, Block, CategorySpec, WrongPattern } from "../extension/src/analysis";
import { categorized, found } from "../extension/src/background/sought";
import { afterAWhile } from "../extension/src/progress";
import type {
  AnalyzeReply,
  AnalyzeRequest,
  CategorizeReply,
  CategorizeRequest,
  CheckReply,
  CheckRequest,
  FindReply,
  FindRequest,
} from "../extension/src/protocol";
import { guard } from "../npm/guard";

/** A question with the number of its answer. */
export type Question = {
  id: number;
  request: AnalyzeRequest | CategorizeRequest | CheckRequest | FindRequest;
};
export type Answer = { id: number; reply: unknown };
/** How much of the article that is asked about is read, 0 to 1, while it takes long. */
export type Told = { share: number };

const engine = guard({
  start: () => init({ module_or_path: new URL("ascribe_bg.wasm", self.location.href) }),
  calls: {
    analyze: (blocks: Block[], told: (share: number) => void) => analyze(blocks, undefined, told) as Analysis,
    categorize: (blocks: Block[], analysis: Analysis, categories: CategorySpec[]) =>
      categorize(blocks, analysis, categories),
    find: (texts: readonly string[], category: CategorySpec) => find(texts, category),
    why: (category: CategorySpec) => (whyNoCategory(category) ?? null) as WrongPattern | null,
  },
  reset: __wbg_reset_state,
});
// The first question finds it started, or tries again.
engine.load().catch(() => {});

const clock = () => performance.now();

/** A worker has one page, and nobody waits but it. */
function atOnce<T>(steps: Iterator<undefined, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function answer(request: Question["request"]): AnalyzeReply | CategorizeReply | CheckReply | FindReply {
  switch (request.type) {
    case "analyze": {
      const began = clock();
      const told = afterAWhile((share) => self.postMessage({ share } satisfies Told), clock);
      const analysis = engine.analyze(request.blocks, told);
      return { type: "analysis", generation: request.generation, analysis, ms: clock() - began };
    }
    case "categorize":
      return { type: "categorized", ...atOnce(categorized(request, engine.categorize, clock)) };
    case "check":
      return { type: "checked", wrong: engine.why(request.category) };
    case "find": {
      const { texts, category } = request;
      const wrong = engine.why(category);
      if (wrong) return { type: "wrong", wrong };
      return { type: "found", ...atOnce(found(texts, (some) => engine.find(some, category), clock)) };
    }
  }
}

self.addEventListener("message", async ({ data: { id, request } }: MessageEvent<Question>) => {
  let reply: unknown;
  try {
    await engine.load();
    reply = answer(request);
  } catch (error) {
    const generation = request.type === "analyze" ? { generation: request.generation } : {};
    reply = { type: "failed", ...generation, error: error instanceof Error ? error.message : String(error) };
  }
  self.postMessage({ id, reply } satisfies Answer);
});
