// The demo page with the engine in its worker, in both browsers: a category of the reader's own, a search by a pattern,
// and how much of a long text is read. Leaves out how the page looks (surfaces/demo.test.ts), an engine that breaks down
// (breaks.test.ts).

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Page } from "puppeteer-core";
import { KINDS, start } from "../harness/browsers";
import { marksWhen } from "../harness/marks";
import { fromRoot } from "../harness/paths";
import { files, type Server, serve } from "../harness/server";
import { watchShares } from "../harness/shares";

const folder = mkdtempSync(join(tmpdir(), "ascribe-demo-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const entries = ["main=www/main.tsx", "worker=www/worker.ts", "main=www/main.css"];
const options = ["--bundle", "--format=esm", "--splitting", `--outdir=${folder}`, "--log-level=error"];
execFileSync(fromRoot("node_modules/.bin/esbuild"), [...entries, ...options], { cwd: fromRoot(".") });
copyFileSync(fromRoot("target/engine/ascribe_bg.wasm"), join(folder, "ascribe_bg.wasm"));
copyFileSync(fromRoot("www/index.html"), join(folder, "index.html"));

/** Little is said in it and all of it is read: nearly as much as is read of any text. */
const LONG = [
  "The mayor of Tolvik speaks about the bridge",
  "The mayor of Tolvik said on Monday that the old bridge was safe to cross.",
  ...Array.from(
    { length: 2_500 },
    (_, i) => `The stone with the number ${i} was brought from the hills and lies in the old bridge.`,
  ),
].join("\n");

for (const kind of KINDS) {
  describe(`the demo in ${kind}`, () => {
    let server: Server;
    let running: Awaited<ReturnType<typeof start>>;
    let page: Page;
    before(async () => {
      server = await serve([files("/", folder)]);
      running = await start(kind);
      page = await running.browser.newPage();
      await page.setViewport({ width: 1200, height: 900 });
      await page.goto(`${server.origin}/index.html`);
      await page.waitForSelector("#demo[data-ready=marked]");
    });
    after(async () => {
      await running?.browser.close();
      await server?.close();
    });

    it("marks what a category of the reader's own looks for, and the panel counts it", async () => {
      await page.locator(".own-categories > summary").click();
      await page.locator("[data-do=add-category]").click();
      await page.locator("[data-category='0'] textarea").fill("catches");
      const marks = await marksWhen(page, (marks) => "own-0" in marks);
      assert.ok(marks["own-0"]?.some((words) => words.includes("catches")));
      await page.waitForFunction(() =>
        /, [1-9]\d* found$/.test(document.querySelector(".own-category")?.getAttribute("aria-label") ?? ""),
      );
    });

    it("finds what a pattern after a slash looks for, and says what is wrong with one that is none", async () => {
      // As a reader types it, in place of what stands there.
      const search = async (words: string) => {
        await page.locator("input[type=search]").click();
        await page.keyboard.press("Escape");
        await page.locator("input[type=search]").click();
        await page.keyboard.type(words);
      };
      await search("/catch(es|ing)\\b");
      await page.waitForFunction(() =>
        [...document.querySelectorAll("#panel mark")].some((mark) => mark.textContent === "catches"),
      );
      await search("/catch(");
      await page.waitForFunction(() =>
        document.querySelector("#panel")?.textContent?.includes("A “(” has no “)”."),
      );
      await page.keyboard.press("Escape");
      await page.waitForFunction(() => !document.querySelector("#panel mark"));
    });

    it("shows how much of a long text is read, until it is marked", async () => {
      await page.evaluate(watchShares);
      await page.$eval("textarea", (box, text) => Object.assign(box, { value: text }), LONG);
      await page.locator(".paste button[type=submit]").click();
      await marksWhen(page, (marks) => Object.values(marks).flat().join().includes("safe to cross"));
      await page.waitForFunction(() => !document.querySelector("progress"));
      const shares = await page.evaluate(() => (window as unknown as { shares: number[] }).shares);
      const told = String(shares);
      assert.ok(shares.length > 1, told);
      assert.ok(
        shares.every((share, i) => share > (shares[i - 1] ?? 0) && share <= 1),
        told,
      );
      assert.ok((shares[0] ?? 1) < 1, told);
    });
  });
}
