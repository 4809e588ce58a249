// `cargo xtask bench`, the browser's half: opens the page in both browsers and prints its numbers as JSON; with
// `--comparing` only what it takes to lay articles beside each other.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { KINDS, start } from "../harness/browsers";
import { fromRoot } from "../harness/paths";
import { files, page, serve } from "../harness/server";
import type { Report } from "./page";

const HARPER = fromRoot("node_modules/harper.js/dist");
const COMPROMISE = fromRoot("node_modules/compromise/builds/three");

const server = await serve([
  files("/ascribe/", fromRoot("target/engine-relaxed")),
  files("/compromise/", COMPROMISE),
  files("/harper/", HARPER),
  files("/bench/", fromRoot("target/tests/page/bench")),
  page(
    "/",
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>bench</title><body><script src="/bench/page.js"></script>`,
  ),
]);

const deflated = (...paths: string[]) =>
  paths.reduce((sum, path) => sum + deflateRawSync(readFileSync(path), { level: 9 }).length, 0);
const part = readdirSync(HARPER).find((name) => /^BinaryModule-.*\.js$/.test(name)) ?? "";
const sizes = {
  Ascribe: deflated(
    fromRoot("target/engine-relaxed/ascribe.js"),
    fromRoot("target/engine-relaxed/ascribe_bg.wasm"),
  ),
  compromise: deflated(join(COMPROMISE, "compromise-three.mjs")),
  Harper: deflated(
    ...["index.js", "binary.js", part, "harper_wasm_bg.wasm"].map((name) => join(HARPER, name)),
  ),
};
const versions: Record<string, string> = {};
for (const name of ["compromise", "harper.js"]) {
  versions[name] = JSON.parse(readFileSync(fromRoot(`node_modules/${name}/package.json`), "utf8")).version;
}

const browsers: Record<string, { version: string; report: Report }> = {};
for (const kind of KINDS) {
  const { browser } = await start(kind);
  const tab = await browser.newPage();
  await tab.goto(`${server.origin}/${process.argv.includes("--comparing") ? "?only=comparing" : ""}`);
  // Asked again and again, since one long question runs into the driver's own limit.
  let report: Report | null = null;
  while (!report) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    report = await tab.evaluate(() => {
      const { benchReport, benchError } = globalThis as { benchReport?: Report; benchError?: string };
      if (benchError) throw new Error(benchError);
      return benchReport ?? null;
    });
  }
  browsers[kind] = { version: await browser.version(), report };
  await browser.close();
}
await server.close();
console.log(JSON.stringify({ sizes, versions, browsers }));
