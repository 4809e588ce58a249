// The demo as it ships, with a worker that answers at once: for the sample the known analysis, for a pasted text one
// statement a paragraph. Left out is the engine, which has its own tests.

import type { AnalyzeReply, AnalyzeRequest } from "../../../extension/src/protocol";
import { SAMPLE } from "../../../extension/src/sample";
import { attribution } from "../../harness/attribution";
import { analysis } from "../fixture";

class KnownWorker extends EventTarget {
  postMessage({ generation, blocks }: AnalyzeRequest): void {
    const isSample =
      blocks.length === SAMPLE.length && blocks.every(({ text }, i) => text === SAMPLE[i]?.text);
    const attributions = blocks.map(({ text }, block) =>
      attribution({ content: [{ block, start: 0, end: text.length }] }),
    );
    const found = isSample ? analysis : { attributions, actors: [], truncated: false, declined: null };
    const data: AnalyzeReply = { type: "analysis", generation, analysis: found, ms: 1 };
    queueMicrotask(() => this.dispatchEvent(new MessageEvent("message", { data })));
  }
}

Object.assign(globalThis, { Worker: KnownWorker });
const root = document.querySelector<HTMLElement>("#root");
const own = document.createElement("div");
own.id = "demo";
root?.replaceWith(own);
void import("../../../www/main");
