// The engine with relaxed SIMD, as the extension has it, says in both browsers what it says natively: at once, and again
// when the browser has compiled it better. Leaves out the build for anywhere (agrees.test.ts).

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import type { Page } from "puppeteer-core";
import type { Analysis, Block } from "../../extension/src/analysis";
import { KINDS, start } from "../harness/browsers";
import { fromRoot } from "../harness/paths";
import { files, page, type Server, serve } from "../harness/server";
import { labelledTexts, nastyTexts, natively, single } from "./native";

/** Often enough that all that is hot was compiled again on the way. */
const ROUNDS = 3;

/** A file's bytes as a number that tells it from others. */
const print = (path: string) =>
  createHash("sha256")
    .update(readFileSync(fromRoot(path)))
    .digest("hex");

describe("the engine with relaxed SIMD", () => {
  it("is the extension's, and another than everybody else's", () => {
    const [relaxed, plain] = ["engine-relaxed", "engine"].map((name) =>
      print(`target/${name}/ascribe_bg.wasm`),
    );
    assert.notEqual(relaxed, plain);
    for (const name of ["chrome", "firefox"]) assert.equal(print(`dist/${name}/ascribe_bg.wasm`), relaxed);
    assert.equal(print("dist/npm/ascribe_bg.wasm"), plain);
  });
});

const texts = [...nastyTexts(), ...labelledTexts()];

for (const kind of KINDS) {
  describe(`the engine with relaxed SIMD in ${kind}`, () => {
    let server: Server;
    let running: Awaited<ReturnType<typeof start>>;
    let tab: Page;
    before(async () => {
      server = await serve([
        files("/engine/", fromRoot("target/engine-relaxed")),
        page("/", "<!doctype html><title>engine</title>"),
      ]);
      running = await start(kind);
      tab = await running.browser.newPage();
      await tab.goto(`${server.origin}/`);
    });
    after(async () => {
      await running?.browser.close();
      await server?.close();
    });

    /** What it says of all texts, one round after the other, as JSON. */
    const said = (rounds: number, all: Partial<Block>[][]) =>
      tab.evaluate(
        async (rounds: number, all: string) => {
          const module = "/engine/ascribe.js";
          const { default: init, analyze } = await import(module);
          await init({ module_or_path: "/engine/ascribe_bg.wasm" });
          const texts = JSON.parse(all) as unknown[];
          return Array.from({ length: rounds }, () => texts.map((text) => JSON.stringify(analyze(text))));
        },
        rounds,
        JSON.stringify(all),
      );

    it("agrees with the native engine from the first answer on", async () => {
      const given = (await said(
        ROUNDS,
        texts.map(({ blocks }) => blocks),
      )) as string[][];
      assert.equal(given.length, ROUNDS);
      for (const round of given) {
        for (const [at, { name, blocks }] of texts.entries()) {
          assert.deepEqual(single(JSON.parse(round[at] ?? "") as Analysis), natively(blocks), name);
        }
      }
    });
  });
}
