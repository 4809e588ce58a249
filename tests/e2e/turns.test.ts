// Two tabs and one engine: the short question of one is answered while the other's dear one is still worked on. Leaves
// out how turns are given (background/queue.test.ts). Chromium's alone: in Firefox the tabs of an extension, which are
// what asks here, run in one thread with its background and cannot ask while it works.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { openSurface } from "../harness/surface";
import { staged } from "./stage";

/** Another name in each sentence: on a slow machine its first part alone takes the whole budget. */
const DEAR = Array.from({ length: 4_000 }, (_, i) => `The mayor of Quel${i.toString(26)} said it was late.`);
const SHORT = ["Nobody came.", "The mayor said the bridge was safe."];

describe("chromium: turns", () => {
  const on = staged("chromium");

  it("a second tab is answered while the first asks something dear, and again", async () => {
    const { inside, running } = on.reader;
    const second = await openSurface(running, "welcome.html", "behind");
    // The second asks as soon as the first has, and tells when it is answered.
    await second.evaluate(async (texts) => {
      const blocks = texts.map((text) => ({ text, role: "body" }));
      const ask = (from: number) =>
        chrome.runtime.sendMessage({
          type: "analyze",
          generation: 1,
          awaited: [1],
          blocks: blocks.slice(from),
        });
      const channel = new BroadcastChannel("turns");
      channel.onmessage = async () => channel.postMessage(`short: ${(await ask(1)).type}`);
      // The engine is there.
      await ask(0);
    }, SHORT);
    await inside.evaluate(async (texts) => {
      const order: string[] = [];
      const told = (what: string) => {
        order.push(what);
        document.title = order.join(", ");
      };
      const channel = new BroadcastChannel("turns");
      channel.onmessage = ({ data }) => told(data);
      const ask = (generation: number, awaited: number[], from: number) => {
        const blocks = texts.slice(from).map((text) => ({ text, role: "body" }));
        return chrome.runtime.sendMessage({ type: "analyze", generation, awaited, blocks });
      };
      const asked = [ask(1, [1], 1), ask(2, [1, 2], 0)];
      channel.postMessage("asked");
      for (const [i, each] of asked.entries()) void each.then(({ type }) => told(`dear ${i}: ${type}`));
      await Promise.all(asked);
    }, DEAR);
    const order = await inside.waitFor(() => (document.title.includes("short") ? document.title : null));
    const told = order.split(", ");
    assert.deepEqual([...told].sort(), ["dear 0: analysis", "dear 1: analysis", "short: analysis"]);
    // The last: what came while the first was worked on goes before what is as long as that.
    assert.equal(told[2], "dear 1: analysis", order);
    await second.close();
  });
});
