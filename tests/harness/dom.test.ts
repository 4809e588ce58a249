// Runs every tests/dom/*.test.ts inside both browsers and reports each of its tests as one of Node's.
// Leaves out the extension: these tests import content modules directly.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { describe, it } from "node:test";
import type { Browser } from "puppeteer-core";
import { KINDS, type Kind, start } from "./browsers";
import type { Results } from "./inpage";
import { namesInScripts } from "./names";
import { fromRoot } from "./paths";
import { files, page, serve } from "./server";

const folder = fromRoot("target/tests/page");
const bundles = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".test.js"),
);
const server = await serve([
  files("/bundles/", folder),
  files("/tests/", fromRoot("tests")),
  page("/names.json", () => JSON.stringify(namesInScripts()), "application/json"),
  ...bundles.map((name) =>
    page(
      `/${name}`,
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title><body><script src="/bundles/${name}"></script>`,
    ),
  ),
]);

/** Milliseconds that one test may take on a busy machine; what takes longer hangs. */
const PATIENCE = 120_000;

interface Run {
  title: string;
  outcomes: Results["outcomes"];
  /** Why it did not come to its end; null where it did. */
  broken: string | null;
}

// Everything runs before the first test is declared: what a page reports becomes the tests.
const runs = (await Promise.all(KINDS.map(runsIn))).flat();
await server.close();

for (const { title, outcomes, broken } of runs) {
  describe(title, () => {
    for (const { name, error } of outcomes) {
      it(name, () => {
        if (error !== null) assert.fail(error);
      });
    }
    it("runs to its end", () => {
      assert.equal(broken, null);
      assert.ok(outcomes.length > 0, "no test in this file");
    });
  });
}

/** Runs every bundle in a browser of that kind, in another one after a page that hung. */
async function runsIn(kind: Kind): Promise<Run[]> {
  const runs: Run[] = [];
  let browser: Browser | null = null;
  for (const name of bundles) {
    browser ??= (await start(kind)).browser;
    const began = performance.now();
    const run = await runIn(browser, `${server.origin}/${name}`);
    const title = `${kind}: ${name.replace(".test.js", "")}`;
    console.log(`${title}, ${((performance.now() - began) / 1000).toFixed(1)} s`);
    runs.push({ title, ...run });
    if (run.broken === null) continue;
    browser.process()?.kill("SIGKILL");
    browser = null;
  }
  await browser?.close();
  return runs;
}

async function runIn(browser: Browser, url: string): Promise<Omit<Run, "title">> {
  const tab = await browser.newPage();
  const thrown: string[] = [];
  tab.on("pageerror", (error) => thrown.push(String(error)));
  const outcomes: Results["outcomes"] = [];
  let names: readonly string[] = [];
  try {
    await tab.goto(url);
    names = await tab.evaluate(() => window.domTests.names);
    while (outcomes.length < names.length) {
      const next = await tab.waitForFunction(
        (from) => (window.domTests.outcomes.length > from ? window.domTests.outcomes.slice(from) : null),
        { timeout: PATIENCE },
        outcomes.length,
      );
      outcomes.push(...((await next.jsonValue()) as Results["outcomes"]));
    }
    await tab.close();
    return { outcomes, broken: thrown.length > 0 ? thrown.join("; ") : null };
  } catch (error) {
    // Which test it was is known from what came before it: a page that hangs answers nothing.
    const where = names[outcomes.length] ?? "the file as a whole";
    return { outcomes, broken: [`stopped in "${where}"`, ...thrown, String(error)].join("; ") };
  }
}
