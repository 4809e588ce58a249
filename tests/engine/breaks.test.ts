// An engine that does not start and one that breaks down, in a page of both browsers: the next question is answered
// all the same, by the package for the web and by the demo's worker. Leaves out the guard alone
// (background/guard.test.ts).

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { KINDS, start } from "../harness/browsers";
import { fromRoot } from "../harness/paths";
import { files, page, type Route, serve } from "../harness/server";

const folder = mkdtempSync(join(tmpdir(), "ascribe-breaks-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const options = ["--bundle", "--format=esm", `--outdir=${folder}`, "--log-level=error"];
execFileSync(fromRoot("node_modules/.bin/esbuild"), [fromRoot("www/worker.ts"), ...options], {
  cwd: fromRoot("."),
});
copyFileSync(fromRoot("target/engine/ascribe_bg.wasm"), join(folder, "ascribe_bg.wasm"));

/** The engine's bytes are refused as often as said, then given. */
function refusing(times: number): Route {
  let left = times;
  return ({ pathname }) =>
    pathname.endsWith(".wasm") && left-- > 0 ? { status: 503, body: "not now" } : null;
}

/** What the page that runs this module puts into its title, in either browser. */
async function outcomes(routes: () => Route[], script: string): Promise<string[]> {
  const titles: string[] = [];
  for (const kind of KINDS) {
    const server = await serve([
      ...routes(),
      page("/", `<!doctype html><title></title><script type="module">${script}</script>`),
    ]);
    const { browser } = await start(kind);
    try {
      const tab = await browser.newPage();
      await tab.goto(`${server.origin}/`);
      const title = await tab.waitForFunction(() => document.title);
      titles.push((await title.jsonValue()) as string);
    } finally {
      await browser.close();
      await server.close();
    }
  }
  return titles;
}

const everywhere = (title: string) => KINDS.map(() => title);

const QUESTION = `[{ text: "The mayor said the bridge was safe.", role: "body" }]`;

describe("the package for the web", () => {
  const npm = files("/npm/", fromRoot("dist/npm"));

  it("starts after a start that failed", async () => {
    const script = `import { load } from "/npm/web.js";
      const failed = await load().then(() => "started", () => "failed");
      const { analyze } = await load();
      document.title = failed + " " + analyze(${QUESTION}).attributions.length;`;
    assert.deepEqual(await outcomes(() => [refusing(1), npm], script), everywhere("failed 1"));
  });

  it("answers after a trap", async () => {
    // The engine's own memory, filled: no question has an answer there.
    const script = `import init from "/npm/ascribe.js";
      import { load } from "/npm/web.js";
      const { analyze } = await load();
      const { memory } = await init();
      new Uint8Array(memory.buffer).fill(255);
      let broken;
      try {
        analyze(${QUESTION});
      } catch (error) {
        broken = error.name;
      }
      document.title = broken + " " + analyze(${QUESTION}).attributions.length;`;
    assert.deepEqual(await outcomes(() => [npm], script), everywhere("RuntimeError 1"));
  });
});

describe("the demo's worker", () => {
  /** Before the worker's own script: what it starts is seen, and can be broken. */
  const BOOT = `const { instantiateStreaming, instantiate } = WebAssembly;
    let memory;
    let fetched;
    const beginning = new Promise((resolve) => {
      fetched = resolve;
    });
    const own = fetch;
    self.fetch = (...given) => own(...given).finally(fetched);
    const seen = (start) => async (...given) => {
      const started = await start.apply(WebAssembly, given);
      memory = (started.instance ?? started).exports.memory;
      return started;
    };
    WebAssembly.instantiateStreaming = seen(instantiateStreaming);
    WebAssembly.instantiate = seen(instantiate);
    self.addEventListener("message", (event) => {
      if (event.data !== "break") return;
      event.stopImmediatePropagation();
      new Uint8Array(memory.buffer).fill(255);
    });
    await import("/demo/worker.js");
    // What it begins by itself has come to its end: the first question is another start.
    await beginning;
    self.postMessage("ready");`;
  const routes = (times: number) => () => [
    refusing(times),
    page("/demo/boot.js", BOOT, "text/javascript"),
    files("/demo/", folder),
  ];
  /** Asks one after the other, and puts the types of the answers into the title; how far one is, is no answer. */
  const asking = (...questions: ("ask" | "break")[]) => `
    const worker = new Worker("/demo/boot.js", { type: "module" });
    const next = (wanted) =>
      new Promise((resolve) =>
        worker.addEventListener("message", function hear({ data }) {
          if (!wanted(data)) return;
          worker.removeEventListener("message", hear);
          resolve(data);
        }),
      );
    await next((data) => data === "ready");
    const types = [];
    for (const [generation, what] of ${JSON.stringify(questions)}.entries()) {
      const request = { type: "analyze", generation, awaited: [generation], blocks: ${QUESTION} };
      worker.postMessage(what === "break" ? what : { id: generation, request });
      if (what === "ask") types.push((await next((data) => data.reply)).reply.type);
    }
    document.title = types.join(" ");`;

  it("answers after a start that failed", async () => {
    // Once when it is begun, once for the first question.
    assert.deepEqual(await outcomes(routes(2), asking("ask", "ask")), everywhere("failed analysis"));
  });

  it("answers after a trap", async () => {
    const told = everywhere("analysis failed analysis");
    assert.deepEqual(await outcomes(routes(0), asking("ask", "break", "ask", "ask")), told);
  });
});
