// "Not right?" on the card: what the form gives, what is said of it, and how it is taken back. Leaves out keeping and
// applying (e2e/corrections.test.ts, surfaces/corrections.test.ts).

import assert from "node:assert/strict";
import type { Correction } from "../../extension/src/changes";
import { type CardWindow, calls, isOpen, press } from "./card-page";
import { stage } from "./stage";

declare const window: CardWindow & typeof globalThis;

/** The first word of the headline. */
const WORDS = { start: 0, end: 7 };

stage("card", { csp: true }, (_, test) => {
  test("a correction is one call, says what was saved, and can be undone", async ({ open }) => {
    const page = await open("show=0");
    await press(page, "correct");
    await page.evaluate(() => {
      for (const [name, value] of [
        ["kind", "criticism"],
        ["speaker", "Norway"],
        ["same", "Halla Jonsdottir"],
      ]) {
        const select = window.shadow.querySelector<HTMLSelectElement>(`select[name=${name}]`);
        if (select && value) select.value = value;
      }
    });
    await press(page, "save");
    const made = (await calls(page)) as [string, Correction, unknown][];
    assert.equal(made.length, 1);
    const [what, { id, changes }, clear] = made[0] as [string, Correction, unknown];
    assert.deepEqual(
      [what, changes.map((change) => change.type), clear],
      ["correct", ["kind", "speaker", "same"], null],
    );
    for (const change of changes) if ("passage" in change) assert.match(change.passage, /^[0-9a-f]{16}$/);
    await page.waitForFunction(() => window.shadow.querySelector("[data-do=undo]") !== null);
    const said = await page.evaluate(() => window.shadow.querySelector(".line")?.textContent);
    assert.equal(said, "Saved: Kind: Criticism; Speaker: Norway; Iceland is the same as Halla Jonsdottir");
    assert.equal(await page.evaluate(() => window.shadow.querySelector("[role=status]")?.textContent), said);
    await press(page, "undo");
    assert.deepEqual((await calls(page)).slice(1), [["undo", id], ["dismissed"]]);
    assert.equal(await isOpen(page), false);
  });

  test("title and first words are kept only where the reader says so", async ({ open }) => {
    const page = await open("show=0");
    await press(page, "correct");
    await page.evaluate(() => window.shadow.querySelector<HTMLInputElement>("input[name=clear]")?.click());
    await press(page, "remove");
    const [made] = (await calls(page)) as [string, Correction, unknown][];
    assert.deepEqual(made?.[2], { title: "card", words: "hiding mackerel catches" });
  });

  test("what could not be kept is not said to be saved", async ({ open }) => {
    const page = await open("show=0&full");
    await press(page, "correct");
    await press(page, "remove");
    await page.waitForFunction(() =>
      window.shadow.querySelector(".line")?.textContent?.startsWith("Changed here, but it could not be kept"),
    );
  });

  test("each mark under the pointer can be corrected, not only the outermost", async ({ open }) => {
    const page = await open("show=16,17");
    const names = await page.evaluate(() =>
      [...window.shadow.querySelectorAll("[data-do=correct]")].map((e) => e.getAttribute("aria-label")),
    );
    assert.deepEqual(names, [
      "Not right? Accusation → Iceland, picking a fight before an election",
      "Not right? Denial, that, saying the records “speak for themselves”",
    ]);
    await page.evaluate(() => window.shadow.querySelectorAll<HTMLElement>("[data-do=correct]")[1]?.click());
    const kind = () =>
      page.evaluate(() => window.shadow.querySelector<HTMLSelectElement>("[name=kind]")?.value);
    assert.equal(await kind(), "denial");
  });

  test("another name, another target, an answer untied and other words are changes", async ({ open }) => {
    const page = await open("show=0");
    await press(page, "correct");
    await page.evaluate(async () => {
      const set = (name: string, value: string) => {
        const field = window.shadow.querySelector<HTMLSelectElement>(`[name=${name}]`);
        if (!field) throw new Error(name);
        field.value = value;
        field.dispatchEvent(new Event("change", { bubbles: true }));
      };
      set("speaker", "\n");
      set("speaker-other", " Runa   Lund ");
      set("target", "European Union");
      window.shadow.querySelector<HTMLInputElement>("[name=reply]")?.click();
      set("add", "5");
      const text = document.querySelector("main > p")?.firstChild as Text;
      document.getSelection()?.setBaseAndExtent(text, 0, text, 7);
      await new Promise((settle) => document.addEventListener("selectionchange", settle, { once: true }));
    });
    const note = await page.evaluate(() => window.shadow.querySelector("form [role=status]")?.textContent);
    assert.equal(note, "The words are now: “Iceland”");
    await press(page, "save");
    const [made] = (await calls(page)) as [string, Correction][];
    assert.deepEqual(
      made?.[1].changes.map((change) => ({ ...change, passage: undefined })),
      [
        { type: "speaker", passage: undefined, actor: "Runa Lund" },
        { type: "target", passage: undefined, actor: "European Union" },
        { type: "reply", passage: undefined, to: null },
        { type: "reply", passage: undefined, to: (made?.[1].changes[0] as { passage: string }).passage },
        {
          type: "words",
          passage: undefined,
          words: [
            { ...WORDS, block: (made?.[1].changes[4] as { words: { block: string }[] }).words[0]?.block },
          ],
        },
      ],
    );
  });

  test("a statement that was missed can be added from the words selected", async ({ open }) => {
    const page = await open("");
    await page.evaluate(() => {
      const passage = window.passage([4], { selected: () => [{ block: 5, start: 0, end: 9 }] });
      window.card.note("Nothing was found here.", passage.anchor, passage);
    });
    await press(page, "add");
    await press(page, "save");
    const [made] = (await calls(page)) as [string, Correction][];
    const change = made?.[1].changes[0];
    assert.equal(change?.type, "missed");
    assert.deepEqual(change?.type === "missed" && [change.kind, change.actor, change.words[0]?.end], [
      "statement",
      null,
      9,
    ]);
    await page.waitForFunction(() =>
      window.shadow.querySelector(".line")?.textContent?.startsWith("Saved: Added: unclear who, Statement"),
    );
  });

  test("a further statement can be added from words beside or within a mark", async ({ open }) => {
    const page = await open("show=4");
    const offered = () => page.evaluate(() => window.shadow.querySelector("[data-do=add]") !== null);
    assert.equal(await offered(), false, "nobody asked about any words");
    await page.evaluate(() =>
      window.card.show(window.passage([4], { missed: [{ block: 3, start: 0, end: 9 }] })),
    );
    assert.equal(await offered(), true);
    await press(page, "add");
    await press(page, "save");
    const [made] = (await calls(page)) as [string, Correction][];
    const change = made?.[1].changes[0];
    assert.deepEqual(change?.type === "missed" && [change.words[0]?.start, change.words[0]?.end], [0, 9]);
  });

  test("in private windows no correction is offered", async ({ open }) => {
    const page = await open("show=0&private");
    assert.equal(await page.evaluate(() => window.shadow.querySelector("[data-do=correct]")), null);
  });
});
