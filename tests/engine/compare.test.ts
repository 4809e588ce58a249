// A comparison in WebAssembly says what the native one says, and the attributed words alone are enough for it.
// Leaves out whether that is right: tests/compare says so.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { attributedOnly } from "../../extension/src/compare/kept";
import type { Account, Comparison } from "../../extension/src/comparison";
import type { Engine } from "../../npm/index";
import { fromRoot } from "../harness/paths";

const { load } = await import(pathToFileURL(fromRoot("dist/npm/node.js")).href);
const { compare } = (await load()) as Engine;

const folder = mkdtempSync(join(tmpdir(), "ascribe-compare-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** What the program says of these texts: their analyses, and the comparison. */
function natively(texts: string[]): { articles: Account[]; comparison: Comparison } {
  const program = process.env["ASCRIBE"];
  if (!program) throw new Error("ASCRIBE is not set: start this through `cargo xtask test`");
  const files = texts.map((text, i) => {
    const file = join(folder, `${i}.txt`);
    writeFileSync(file, text);
    return file;
  });
  const run = spawnSync(program, ["compare", "--json", ...files], { maxBuffer: 1 << 28, encoding: "utf8" });
  if (run.status !== 0) throw new Error(`the program ended with ${run.status}: ${run.stderr}`);
  return JSON.parse(run.stdout);
}

const events = fromRoot("tests/fixtures/compare");
const textsOf = (file: string) =>
  (readFileSync(join(events, file), "utf8").split("\n---\n")[0] ?? "")
    .split("\n===\n")
    .map((marked) => marked.replace(/[[{<][\d,]+ |[\]}]|>(?= |$|[.,;])/gm, "").replace(/^# /, ""));

describe("a comparison", () => {
  for (const file of readdirSync(events)) {
    const { articles, comparison } = natively(textsOf(file));

    it(`is the same in WebAssembly, of ${file}`, () => {
      const accounts = articles.map(({ blocks, analysis }) => ({ blocks, analysis }));
      assert.deepEqual(compare(accounts), comparison);
      assert.ok(comparison.voices.length > 0);
    });

    it(`needs the attributed words alone, of ${file}`, () => {
      const kept = articles.map(({ blocks, analysis }) => attributedOnly(blocks, analysis));
      const told = (result: Comparison, accounts: Account[]) => ({
        ...result,
        same: result.same.map((same) => ({
          ...same,
          quotations: same.quotations.map(({ left, right, runs }) =>
            runs.map(({ change, ...run }) => [
              change,
              run.left.map(({ block, start, end }) =>
                accounts[left.account]?.blocks[block]?.text.slice(start, end),
              ),
              run.right.map(({ block, start, end }) =>
                accounts[right.account]?.blocks[block]?.text.slice(start, end),
              ),
            ]),
          ),
        })),
      });
      assert.deepEqual(told(compare(kept), kept), told(comparison, articles));
    });
  }

  it("throws on what are no accounts and no choices, and works on", () => {
    for (const nothing of [null, 7, {}, [7], [{}], [{ blocks: [], analysis: {} }]]) {
      assert.throws(() => compare(nothing as never), /array of accounts/);
    }
    assert.throws(() => compare([], 7 as never), /choices or nothing/);
    assert.deepEqual(compare([]), { voices: [], perhaps: [], same: [], charges: [] });
  });
});
