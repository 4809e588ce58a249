// The demo as it ships, with a worker that answers at once: for the sample the known analysis, for a pasted text one
// statement a paragraph. Left out is the engine, which has its own tests.

import type { AnalyzeReply } from "../../../extension/src/protocol";
import type { Answer, Question } from "../../../www/worker";
import { attribution } from "../../harness/attribution";
import { analysisAsRead } from "../fixture";

class KnownWorker extends EventTarget {
  postMessage({ id, request }: Question): void {
    if (request.type !== "analyze") return;
    const { generation, blocks } = request;
    const attributions = blocks.map(({ text }, block) =>
      attribution({ content: [{ block, start: 0, end: text.length }] }),
    );
    const other = { attributions, actors: [], truncated: false, declined: null };
    const found = analysisAsRead(blocks) ?? other;
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
