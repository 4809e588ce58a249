// Corrections as the browser keeps them: none is lost, a store that is not ours is not written over, and what is
// stored is what PRIVACY.md tells, no more. Leaves out the form (surfaces/card-correct.test.ts) and what a correction does
// (surfaces/corrections.test.ts).

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import type { Change, InClear } from "../../extension/src/changes";
import type { CorrectionsReply } from "../../extension/src/protocol";
import { KINDS } from "../harness/browsers";
import { fromRoot } from "../harness/paths";
import { type Evaluating, openSurface } from "../harness/surface";
import { staged } from "./stage";

const PASSAGE = "00000000deadbeef";
const CLEAR: InClear = { title: "A title", words: "the first words" };
/** One of each kind. */
const CHANGES: Change[] = [
  { type: "kind", passage: PASSAGE, kind: "denial" },
  { type: "speaker", passage: PASSAGE, actor: "Norway" },
  { type: "target", passage: PASSAGE, actor: "Norway" },
  { type: "reply", passage: PASSAGE, to: PASSAGE },
  { type: "words", passage: PASSAGE, words: [{ block: PASSAGE, start: 0, end: 3 }] },
  { type: "missed", words: [{ block: PASSAGE, start: 0, end: 3 }], kind: "denial", actor: null },
  { type: "same", actor: "Norway", as: "Oslo" },
  { type: "not_a_statement", passage: PASSAGE },
];

for (const kind of KINDS) {
  describe(`${kind}: corrections`, () => {
    const on = staged(kind);

    /** As the content script sends them, all at once; each with an id of its own. */
    const send = (changes: Change[], clear: InClear | null) =>
      on.reader.inside.evaluate(
        ({ changes, clear }) =>
          Promise.all(
            changes.map(async (change, i): Promise<CorrectionsReply> => {
              const correction = { id: String(i).padStart(16, "0"), changes: [change] };
              return chrome.runtime.sendMessage({ type: "correct", correction, clear });
            }),
          ),
        { changes, clear },
      );
    const stored = () =>
      on.reader.inside.evaluate(async () => (await chrome.storage.local.get(["corrections"]))["corrections"]);
    const put = (value: unknown) =>
      on.reader.inside.evaluate(async (corrections) => {
        await chrome.storage.local.remove("corrections-set-aside");
        await chrome.storage.local.set({ corrections });
      }, value);
    const setAside = () =>
      on.reader.inside.evaluate(
        async () =>
          (await chrome.storage.local.get(["corrections-set-aside"]))["corrections-set-aside"] ?? [],
      ) as Promise<{ problem: string; value: unknown }[]>;
    const empty = () => on.reader.inside.evaluate(() => chrome.storage.local.remove("corrections"));

    it("of many that come at once each is kept, under one salt", async () => {
      await empty();
      const many = Array.from(
        { length: 12 },
        (_, i): Change => ({
          type: "speaker",
          passage: PASSAGE,
          actor: `Speaker ${i}`,
        }),
      );
      const replies = await send(many, null);
      assert.equal(new Set(replies.map(({ salt }) => salt)).size, 1);
      const reply = replies.find(({ corrections }) => corrections.length === many.length);
      // Messages sent at once may arrive in any order; that each is kept is what matters.
      assert.deepEqual(
        reply?.corrections.map(({ id }) => Number(id)).sort((a, b) => a - b),
        many.map((_, i) => i),
      );
      const left = await on.reader.inside.evaluate(() =>
        Promise.all([
          chrome.runtime.sendMessage({ type: "uncorrect", id: "0000000000000003" }),
          chrome.runtime.sendMessage({ type: "uncorrect", id: "0000000000000005" }),
        ]),
      );
      assert.equal(Math.min(...left.map((each) => (each as CorrectionsReply).corrections.length)), 10);
    });

    it("holds the fields that PRIVACY.md tells, and no words of the page unless the reader let us", async () => {
      await empty();
      await send(CHANGES, CLEAR);
      const table = readFileSync(fromRoot("PRIVACY.md"), "utf8").matchAll(/^ *\| `([\w.*]+)` \|/gm);
      const told = [...table]
        .map(([, path]) => path ?? "")
        .filter((path) => /^(version|salt|pages)/.test(path));
      assert.ok(told.length > 10, "the table is not there");
      assert.deepEqual([...pathsOf(await stored())].sort(), told.sort());
      await empty();
      await send(CHANGES, null);
      const text = JSON.stringify(await stored());
      for (const words of ["options.html", "A title", "first words", on.reader.running.origin])
        assert.ok(!text.includes(words), words);
    });

    for (const [what, value, problem] of [
      ["a store of another version", { version: 99, pages: { x: 1 } }, "other version"],
      ["a store without pages", { version: 2, salt: "0".repeat(32), pages: null }, "corrupt"],
    ] as const) {
      it(`${what} is set aside whole and not written over`, async () => {
        await put(value);
        const [reply] = await send(CHANGES.slice(0, 1), null);
        assert.equal(reply?.corrections.length, 1);
        const aside = await setAside();
        assert.deepEqual(
          aside.map((each) => [each.problem, each.value]),
          [[problem, value]],
        );
      });
    }

    it("leaves nothing behind when the reader deletes all, not what was set aside either", async () => {
      await put({ version: 99, pages: { x: 1 } });
      await send(CHANGES.slice(0, 1), null);
      assert.equal((await setAside()).length, 1);
      const { inside } = on.reader;
      await inside.evaluate(() => location.reload());
      await inside.waitFor(() => document.querySelector("[data-set-aside]") !== null);
      await inside.click("[data-corrections] .buttons button:last-child");
      await inside.waitFor(() => document.querySelector("[data-set-aside]") === null);
      assert.deepEqual(await setAside(), []);
      assert.deepEqual(((await stored()) as { pages: object }).pages, {});
    });

    it("of two pages stay with each, under salts of their own", async () => {
      await empty();
      const { inside, running } = on.reader;
      const other = await openSurface(running, "welcome.html", "behind");
      const correct = (who: Evaluating, id: string) =>
        who.evaluate(
          ({ id, changes }): Promise<CorrectionsReply> =>
            chrome.runtime.sendMessage({ type: "correct", correction: { id, changes }, clear: null }),
          { id, changes: CHANGES.slice(0, 1) },
        );
      const kept = (who: Evaluating) =>
        who.evaluate((): Promise<CorrectionsReply> => chrome.runtime.sendMessage({ type: "corrections" }));
      const [ids, others] = [["1", "2"], ["3"]].map((each) => each.map((id) => id.repeat(16)));
      for (const id of ids ?? []) await correct(inside, id);
      for (const id of others ?? []) await correct(other, id);
      const [here, there] = [await kept(inside), await kept(other)];
      assert.deepEqual(
        [here, there].map(({ corrections }) => corrections.map(({ id }) => id)),
        [ids, others],
      );
      assert.notEqual(here.salt, there.salt);
      await other.close();
    });

    it("belongs to the page that sent it, whatever the message says", async () => {
      await empty();
      await on.reader.inside.evaluate(
        (correction) =>
          chrome.runtime.sendMessage({ type: "correct", correction, clear: null, url: "https://a.example/" }),
        { id: PASSAGE, changes: CHANGES.slice(0, 1) },
      );
      const own = await on.reader.inside.evaluate(() => chrome.runtime.sendMessage({ type: "corrections" }));
      assert.equal((own as CorrectionsReply).corrections.length, 1);
    });
  });
}

/** The names of everything in a store; those of pages, and places in lists, stand as one. */
function pathsOf(value: unknown, at = ""): Set<string> {
  const found = new Set<string>();
  const add = (path: string, inner: unknown) => {
    found.add(path);
    for (const each of pathsOf(inner, path)) found.add(each);
  };
  if (Array.isArray(value)) for (const each of value) for (const path of pathsOf(each, at)) found.add(path);
  else if (typeof value === "object" && value !== null)
    for (const [name, inner] of Object.entries(value))
      if (at !== "" || name !== "pages") add(at === "pages" ? "pages.*" : at ? `${at}.${name}` : name, inner);
      else for (const path of pathsOf(inner, "pages")) found.add(path);
  return found;
}
