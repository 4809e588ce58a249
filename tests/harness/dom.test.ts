// Runs every tests/dom/*.test.ts inside both browsers and reports each of its tests as one of Node's.
// Leaves out the extension: these tests import content modules directly.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { describe, it } from "node:test";
import { KINDS, start } from "./browsers";
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

// Everything runs before the first test is declared: what a page reports becomes the tests.
const runs: { title: string; results: Results }[] = [];
for (const kind of KINDS) {
  const { browser } = await start(kind);
  for (const name of bundles) {
    const results = await runIn(browser, `${server.origin}/${name}`);
    runs.push({ title: `${kind}: ${name.replace(".test.js", "")}`, results });
  }
  await browser.close();
}
await server.close();

for (const { title, results } of runs) {
  describe(title, () => {
    for (const { name, error } of results.outcomes) {
      it(name, () => {
        if (error !== null) assert.fail(error);
      });
    }
    it("runs to its end", () => {
      assert.ok(results.done, `stopped in "${results.running}"`);
      assert.ok(results.outcomes.length > 0, "no test in this file");
    });
  });
}

async function runIn(browser: Awaited<ReturnType<typeof start>>["browser"], url: string): Promise<Results> {
  const tab = await browser.newPage();
  const thrown: string[] = [];
  tab.on("pageerror", (error) => thrown.push(String(error)));
  await tab.goto(url);
  await tab
    .waitForFunction(() => window.domTests?.done === true, { timeout: 120_000 })
    .catch(() => thrown.push("did not end within two minutes"));
  const results = await tab.evaluate(() => window.domTests ?? null);
  await tab.close();
  return results?.done
    ? results
    : { done: false, running: thrown.join("; "), outcomes: results?.outcomes ?? [] };
}
