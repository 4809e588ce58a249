// What comments and documents name is there: every path of a source in a comment, every path in ARCHITECTURE.md and
// CONTRIBUTING.md; and the first lists every file that rooms share. Leaves out what is said of them.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fromRoot } from "../harness/paths";

/** What is not ours, or made when it is needed. */
const MADE = /^(target|dist|node_modules|\.git|fuzz\/(artifacts|corpus|target))(\/|$)/;

const files: string[] = [];
(function walk(folder: string): void {
  for (const entry of readdirSync(fromRoot(folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (MADE.test(path) || entry.name === "node_modules" || entry.name === "__pycache__") continue;
    if (entry.isDirectory()) walk(path);
    else files.push(path);
  }
})("");
const ends = new Set(
  files.flatMap((file) => {
    const parts = file.split("/");
    return parts.map((_, i) => parts.slice(i).join("/"));
  }),
);

/** Whether a source is named by the end of its path, as comments do. */
const isSource = (named: string) => ends.has(named.replace(/^(\.\.?\/)+/, ""));

/** `a/{b,c}.ts` as both. */
function spread(path: string): string[] {
  const [whole, before = "", inner = "", after = ""] = /^(.*?)\{([^}]*)\}(.*)$/.exec(path) ?? [];
  return whole === undefined ? [path] : inner.split(",").flatMap((each) => spread(before + each + after));
}

/** A place for a name, what wasm-bindgen writes, and what stands beside the repository. */
const NOT_OURS = /\bNAME\.|^ascribe\.d\.ts$|^eval\//;

const SOURCE = /(?<![\w/.*-])[\w./-]*\w\.(?:tsx?|rs|py|css)(?![\w*])/g;

/** The comments of a source. */
function commentsOf(file: string): string {
  const text = readFileSync(fromRoot(file), "utf8");
  const lines = /\.py$|\.toml$/.test(file) ? /^\s*#.*$/gm : /^\s*(?:\/\/|\/?\*).*$|\s\/\/ .*$/gm;
  return (text.match(lines) ?? []).join("\n");
}

describe("what is named", () => {
  it("in comments, are files that are there", () => {
    const sources = files.filter((file) => /\.(tsx?|rs|py|css|toml)$/.test(file));
    assert.ok(sources.length > 200, String(sources.length));
    const gone = sources.flatMap((file) =>
      [...commentsOf(file).matchAll(SOURCE)]
        .filter(([named]) => !isSource(named) && !NOT_OURS.test(named))
        .map(([named]) => `${file}: ${named}`),
    );
    assert.deepEqual(gone, []);
  });

  for (const document of ["ARCHITECTURE.md", "CONTRIBUTING.md"]) {
    it(`in ${document}, is there`, () => {
      const named = [...readFileSync(fromRoot(document), "utf8").matchAll(/`([^`\n]+)`/g)].flatMap(
        ([, words]) => spread(words ?? ""),
      );
      const paths = named.filter((path) => /^[\w.-]+(\/[\w.*-]*)+$|^[\w.-]+\.(tsx?|rs|py)$/.test(path));
      assert.ok(paths.length > 10, String(paths.length));
      const isThere = (path: string) => {
        const place = path.replace(/\/\*.*$/, "");
        return MADE.test(place) || existsSync(fromRoot(place)) || isSource(place);
      };
      assert.deepEqual(
        paths.filter((path) => !isThere(path)),
        [],
      );
    });
  }

  it("as shared by the rooms of the extension, is every file that stands beside them", () => {
    const text = readFileSync(fromRoot("ARCHITECTURE.md"), "utf8");
    const named = new Set([...text.matchAll(/`([^`\n]+)`/g)].flatMap(([, words]) => spread(words ?? "")));
    const shared = files.filter((file) => /^extension\/src\/[\w-]+\.ts$/.test(file));
    assert.ok(shared.length > 10, String(shared.length));
    assert.deepEqual(
      shared.filter((file) => !named.has(file)),
      [],
    );
  });
});
