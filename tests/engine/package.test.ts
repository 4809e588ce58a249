// The npm package as a stranger uses it: packed, installed in an empty folder, typed, run.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { KINDS, start } from "../harness/browsers";
import { fromRoot } from "../harness/paths";
import { files, page, type Route, serve } from "../harness/server";

const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const folder = mkdtempSync(join(tmpdir(), "ascribe-npm-"));
after(() => rmSync(folder, { recursive: true, force: true }));

execFileSync(npm, ["pack", "--silent", "--pack-destination", folder], { cwd: fromRoot("dist/npm") });
const [tarball = ""] = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module", private: true }));
execFileSync(npm, ["install", "--offline", "--no-audit", "--no-fund", "--silent", `./${tarball}`], {
  cwd: folder,
});

describe("the npm package", () => {
  it("runs the example in Node", () => {
    copyFileSync(fromRoot("examples/javascript/speakers.mjs"), join(folder, "speakers.mjs"));
    const input = "The mayor said the bridge was safe.\n\nHana Weiss denied that.";
    const output = execFileSync("node", ["speakers.mjs"], { cwd: folder, input, encoding: "utf8" });
    assert.match(output, /Hana Weiss\n {2}denial: that/);
  });

  it("starts after a start that failed", () => {
    const wasm = join(folder, "node_modules/ascribe/ascribe_bg.wasm");
    const program = `import { renameSync } from "node:fs";
      import { load } from "ascribe";
      const wasm = ${JSON.stringify(wasm)};
      renameSync(wasm, wasm + ".away");
      const failed = await load().catch((error) => error);
      renameSync(wasm + ".away", wasm);
      const [one, two] = await Promise.all([load(), load()]);
      const found = one.analyze([{ text: "The mayor said the bridge was safe." }]).attributions;
      console.log(failed.code, found.length, one.analyze === two.analyze);`;
    writeFileSync(join(folder, "again.mjs"), program);
    const output = execFileSync("node", ["again.mjs"], { cwd: folder, encoding: "utf8" });
    assert.equal(output, "ENOENT 1 true\n");
  });

  it("looks for the reader's own categories and tells how far it is", () => {
    const program = `import { load } from "ascribe";
      const { analyze, categorize, find, whyNoCategory } = await load();
      const blocks = [{ text: "Zoë Brook said rents would rise. The mayor denied that." }];
      const categories = [
        { looks_for: "(a", pattern: true },
        { looks_for: "rents?", pattern: true, place: "said" },
        { looks_for: "zoe", place: "speaker" },
      ];
      const shares = [];
      const told = (share) => {
        shares.push(share);
        throw new Error("nobody hears this");
      };
      const analysis = analyze(blocks, { categories }, told);
      const { attributions } = analysis;
      console.log(JSON.stringify(attributions.map(({ categories }) => categories)));
      console.log(JSON.stringify(categorize(blocks, analysis, categories.slice(1))));
      console.log(JSON.stringify(find(["🙂 Zoë and ZOE", ""], categories[2])));
      const { why, at, message } = whyNoCategory(categories[0]);
      console.log(why, at, message.includes("unclosed group"), whyNoCategory(categories[1]));
      console.log(shares.at(-1), shares.every((share, i) => i === 0 || share > shares[i - 1]));
      console.log(analyze(blocks, { mostBytes: 5 }).truncated);`;
    writeFileSync(join(folder, "categories.mjs"), program);
    const output = execFileSync("node", ["categories.mjs"], { cwd: folder, encoding: "utf8" });
    assert.equal(
      output,
      "[[1,2],[]]\n[[0,1],[]]\n[[[3,6],[11,14]],[]]\ngroup_unclosed 0 true undefined\n1 true\ntrue\n",
    );
  });

  it("has types that a strict program passes and a wrong one does not", () => {
    const check = (source: string) => {
      writeFileSync(join(folder, "use.ts"), source);
      const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2022"];
      const tsc = fromRoot("node_modules/typescript/bin/tsc");
      execFileSync("node", [tsc, ...options, "use.ts"], { cwd: folder, encoding: "utf8" });
    };
    const typed = (rest: string) => `import { load, type Analysis } from "ascribe";
      const { analyze } = await load();
      const analysis: Analysis = analyze([{ text: "a", role: "headline" }]);
      ${rest}`;
    check(typed("console.log(analysis.attributions[0]?.kind === 'denial');"));
    assert.throws(() => check(typed("console.log(analysis.attributions[0]?.kind === 'nothing');")));
  });

  it("loads in a page of both browsers, without a bundler", async () => {
    await inBrowsers([files("/npm/", fromRoot("dist/npm"))], use("/npm/web.js"));
  });

  it("goes through a bundler, for the browsers and for Node", async () => {
    const out = join(folder, "bundled");
    writeFileSync(join(folder, "app.js"), use("ascribe"));
    writeFileSync(
      join(folder, "program.js"),
      `globalThis.document = {}; ${use("ascribe")}; console.log(document.title);`,
    );
    for (const [entry, platform] of [
      ["app.js", "browser"],
      ["program.js", "node"],
    ]) {
      const esbuild = fromRoot("node_modules/.bin/esbuild");
      const options = [
        `--platform=${platform}`,
        "--bundle",
        "--format=esm",
        `--outdir=${out}`,
        "--log-level=error",
      ];
      execFileSync(esbuild, [`${entry}`, ...options], { cwd: folder });
    }
    // esbuild leaves the engine's address as it is: the engine goes beside what was bundled.
    copyFileSync(join(folder, "node_modules/ascribe/ascribe_bg.wasm"), join(out, "ascribe_bg.wasm"));
    await inBrowsers([files("/out/", out)], 'import "/out/app.js";');
    assert.equal(execFileSync("node", [join(out, "program.js")], { encoding: "utf8" }), "statement\n");
  });
});

/** A module that loads the engine from there and puts the kind of what it finds into the title. */
function use(from: string): string {
  return `import { load } from "${from}";
    const { analyze } = await load();
    document.title = analyze([{ text: "The mayor said the bridge was safe." }]).attributions[0].kind;`;
}

/** Runs that module in a page of each browser and waits for the title. */
async function inBrowsers(routes: Route[], script: string): Promise<void> {
  const server = await serve([
    ...routes,
    page("/", `<!doctype html><title>…</title><script type="module">${script}</script>`),
  ]);
  for (const kind of KINDS) {
    const { browser } = await start(kind);
    const tab = await browser.newPage();
    await tab.goto(`${server.origin}/`);
    await tab.waitForFunction(() => document.title === "statement");
    await browser.close();
  }
  await server.close();
}
