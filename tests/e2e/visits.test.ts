// `cargo xtask pages` on pages that would hold it or lead it away: each gets its line, the rest is done, and a run that
// was ended goes on. Leaves out what is read of pages (tests/dom/blocks.test.ts).

import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import { samplePage } from "../harness/article";
import { KINDS } from "../harness/browsers";
import { type Line, nameless } from "../harness/visit";
import { visits } from "../harness/visits";

/** The sample story with a script of the page's at its end. */
const withScript = (script: string) => samplePage().replace("</body>", `<script>${script}</script></body>`);

const PAGES: Record<string, string> = {
  // A loop that never ends, begun once the page stands.
  loops: withScript("addEventListener('load', () => setTimeout(() => { for (;;); }))"),
  leaves: withScript("location.href = 'https://news.example/'"),
  // What a guard against blockers does whose own script did not come: the text away, a question, and all again.
  guards: withScript(
    "setTimeout(() => { document.body.remove(); if (!confirm('Something went wrong.')) location.reload(); })",
  ),
  asks: withScript("alert('Do you want to stay?')"),
  // The same error every time, with another name and number in it.
  fails: withScript(
    "throw new Error('no slot ad' + Math.random().toString(36).slice(2) + ' at ' + Date.now())",
  ),
  still: samplePage(),
};

/** Milliseconds for a step: a fresh browser on a busy machine needs most of a minute for its first page. */
const BOUND = 90_000;

async function folder(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "ascribe-visits-"));
  await mkdir(join(root, "pages"));
  const records = Object.keys(PAGES).map((id) => ({ id, file: `pages/${id}.html.gz`, charset: "utf-8" }));
  await writeFile(join(root, "truth.jsonl"), records.map((record) => JSON.stringify(record)).join("\n"));
  for (const [id, html] of Object.entries(PAGES))
    await writeFile(join(root, `pages/${id}.html.gz`), gzipSync(html));
  return root;
}

for (const kind of KINDS) {
  describe(`${kind}: a run over saved pages`, () => {
    it("ends by itself, whatever the pages do, and goes on where it was", async () => {
      const root = await folder();
      const out = join(root, "out.jsonl");
      const wrote: string[] = [];
      const plan = { root, out, kind, quick: false, bound: BOUND };
      const lines = await visits({ ...plan, resume: false, wrote: ({ id }) => void wrote.push(id) });
      assert.deepEqual(wrote, Object.keys(PAGES));
      const by = new Map(lines.map((line) => [line.id, line]));
      const of = (id: string) => by.get(id) as Line;
      assert.match(of("loops").error ?? "", new RegExp(`no answer in ${BOUND / 1000} s`));
      assert.match(of("loops").scripts ?? "", /^off/);
      assert.equal(of("leaves").error, undefined);
      assert.match(of("leaves").scripts ?? "", /^off: it left/);
      assert.equal(of("guards").error, undefined);
      assert.match(of("guards").scripts ?? "", /^off: it loads itself anew/);
      for (const id of ["asks", "fails", "still"]) {
        assert.equal(of(id).error, undefined, id);
        assert.equal(of(id).scripts, undefined, id);
      }
      for (const line of lines) {
        assert.deepEqual(line.page_errors_added, [], line.id);
        assert.deepEqual(line.exceptions, [], line.id);
        assert.equal(line.dom_changed, false, line.id);
        assert.equal(line.status, "marked", line.id);
        assert.equal(line.text, of("still").text, line.id);
      }

      // The run ended within the third line.
      const written = (await readFile(out, "utf8")).split("\n");
      await writeFile(
        out,
        `${written[0]}\n${written[1]}\n${written[2]}\n${written[5]}\n${written[3]?.slice(0, 40)}`,
      );
      wrote.length = 0;
      const again = await visits({
        ...plan,
        ...{ resume: true, quick: true, wrote: ({ id }: Line) => void wrote.push(id) },
      });
      assert.deepEqual(wrote, ["asks", "fails"]);
      assert.deepEqual(again.map(({ id }) => id).sort(), Object.keys(PAGES).sort());
      assert.equal((await readFile(out, "utf8")).split("\n").length, Object.keys(PAGES).length + 1);
      await rm(root, { recursive: true });
    });
  });
}

it("knows an error again that differs in an address, a number or a random name", () => {
  assert.equal(
    nameless("no slot gpt-1a2b3c at 17:05:11 in blob:https://a.example/3f"),
    nameless("no slot gpt-9f8e7d at 4:12:59 in blob:https://a.example/c1-2"),
  );
  assert.notEqual(nameless("no slot"), nameless("no player"));
});
