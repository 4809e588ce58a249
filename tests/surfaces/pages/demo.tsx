// The demo as it ships, with a worker that answers at once: for the sample the known analysis, for a pasted text one
// statement a paragraph. Left out is the engine, which has its own tests.

import type { Analysis, Block } from "../../../extension/src/analysis";
import type { AnalyzeReply } from "../../../extension/src/protocol";
import { SAMPLE } from "../../../extension/src/sample";
import type { Answer, Question } from "../../../www/worker";
import { attribution } from "../../harness/attribution";
import { analysis } from "../fixture";

/** The known analysis of the sample, whose dateline is not read: what follows it stands so many units before. */
function withoutDatelines(blocks: readonly Block[]): Analysis {
  const cut = blocks.map(({ text }, i) => (SAMPLE[i]?.text.length ?? 0) - text.length);
  return JSON.parse(JSON.stringify(analysis), (_, value) => {
    const { block, start, end } = value ?? {};
    if (typeof block !== "number" || typeof start !== "number") return value;
    const by = cut[block] ?? 0;
    return { ...value, start: start - by, end: end - by };
  });
}

class KnownWorker extends EventTarget {
  postMessage({ id, request }: Question): void {
    if (request.type !== "analyze") return;
    const { generation, blocks } = request;
    const isSample =
      blocks.length === SAMPLE.length && blocks.every(({ text }, i) => SAMPLE[i]?.text.endsWith(text));
    const attributions = blocks.map(({ text }, block) =>
      attribution({ content: [{ block, start: 0, end: text.length }] }),
    );
    const found = isSample
      ? withoutDatelines(blocks)
      : { attributions, actors: [], truncated: false, declined: null };
    const reply: AnalyzeReply = { type: "analysis", generation, analysis: found, ms: 1 };
    const data: Answer = { id, reply };
    queueMicrotask(() => this.dispatchEvent(new MessageEvent("message", { data })));
  }
}

Object.assign(globalThis, { Worker: KnownWorker });
const root = document.querySelector<HTMLElement>("#root");
const own = document.createElement("div");
own.id = "demo";
root?.replaceWith(own);
void import("../../../www/main");
