// What the panel says: what was found, and each passage as a row, with its negation, its replies and its arrow in the map.
// Leaves out what a press does (panel-ways), what is switched (panel-choices) and the room it takes (panel-room).

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { fromRoot } from "../harness/paths";
import { spoken } from "../harness/spoken";
import { analysis } from "./fixture";
import { press, tell } from "./panel-page";
import { assertAccessible, stage } from "./stage";

/** A reading of this one block, in which Norway has one statement: these words of it. */
function reading(role: "body" | "headline", text: string, ...words: [string, string, string]) {
  const [source, cue, content] = words.map((some) => {
    const start = text.indexOf(some);
    return [{ block: 0, start, end: start + some.length }];
  });
  const [first] = analysis.attributions;
  const said = { ...first, kind: "statement", target: null, replies: [], actor: 1, source, cue, content };
  return { blocks: [{ role, text }], analysis: { ...analysis, attributions: [said] } };
}

stage("panel", { style: "panel/panel.css" }, (_, test) => {
  test("says what was found, by whom, and what can be switched", async ({ open }) => {
    const lines = await (await open()).evaluate(spoken);
    const has = (line: string) => assert.ok(lines.includes(line), `${line}\nnot in\n${lines.join("\n")}`);
    has("h1 | Ascribe");
    has("switch | Ascribe on news.example | checked=true");
    has("switch | Accusations, 3 found | checked=true");
    has("switch | Demands, warnings, promises, 4 found | checked=true");
    has("switch | Unnamed or unclear, 2 found | checked=false");
    has("tab | Speakers | selected=true");
    has("input | Search in what was found");
    has("button | Only Norway | pressed=false");
    assert.ok(lines.some((line) => line.startsWith("button | Norway, 3") && line.endsWith("expanded=false")));
  });

  test("is spoken as spoken.txt says, word for word", async ({ open }) => {
    const page = await open();
    await press(page, "[data-actor='1']");
    const expected = (await readFile(fromRoot("tests/surfaces/spoken.txt"), "utf8")).trim().split("\n");
    assert.deepEqual(await page.evaluate(spoken), expected);
  });

  test("every row says who, by which words, and what", async ({ open }) => {
    const page = await open();
    const said = () =>
      page.$$eval("[data-passage]", (rows) => rows.map((row) => row.querySelector(".saying")?.textContent));
    await press(page, "[data-actor='1']");
    assert.deepEqual(await said(), [
      "Norway denies the charge",
      "Norway has denied hiding any catches",
      "Norway said “Every tonne is weighed and every weight is published,”",
    ]);
    await press(page, "#tab-exchanges");
    assert.deepEqual((await said()).slice(2, 4), [
      "Iceland accused under-reporting its mackerel catches in the North Sea",
      "Norway has denied hiding any catches",
    ]);
    await press(page, "#tab-order");
    const order = await said();
    assert.equal(order[15], "European Commission declined to comment");
    assert.equal(
      order[13],
      "according to Study by the University of Bergen Mackerel stocks have fallen by a fifth since 2019",
    );
    const cue = await page.$eval("[data-passage] .cue", (e) => getComputedStyle(e).fontStyle);
    assert.equal(cue, "italic");
  });

  for (const [text, source, cue, content, shown] of [
    [
      "The group has not claimed responsibility for the blast.",
      "The group",
      "has not claimed",
      "responsibility for the blast",
      "Norway has not claimed responsibility for the blast",
    ],
    [
      "Neither Anna Berg nor Norway has claimed that the nets were empty.",
      "Norway",
      "has claimed",
      "that the nets were empty",
      "Neither Anna Berg nor Norway has claimed that the nets were empty",
    ],
    [
      "No one has admitted that the nets were full.",
      "No one",
      "has admitted",
      "that the nets were full",
      "No one has admitted that the nets were full",
    ],
    [
      "Berg kept silent, nor did Norway say that the nets were full.",
      "Norway",
      "say",
      "that the nets were full",
      "nor Norway say that the nets were full",
    ],
    [
      "No 10 said that the nets were full.",
      "No 10",
      "said",
      "that the nets were full",
      "Norway said that the nets were full",
    ],
  ] as const) {
    test(`a negation stays with its claim: ${text}`, async ({ open }) => {
      const page = await open();
      await tell(page, reading("body", text, source, cue, content));
      // Below its speaker's name too, which would have Norway say it.
      await press(page, "[data-actor='1']");
      const said = () => page.$eval("[data-passage] .saying", (e) => e.textContent);
      assert.equal(await said(), shown);
      await press(page, "#tab-order");
      assert.equal(await said(), shown);
    });
  }

  test("of a headline's colon no row makes reporting words", async ({ open }) => {
    const page = await open();
    await tell(page, reading("headline", "Norway: nets were full", "Norway", ":", "nets were full"));
    await press(page, "#tab-order");
    assert.equal(await page.$eval("[data-passage] .saying", (e) => e.textContent), "Norway nets were full");
  });

  test("a row below its speaker's name has that name for the ear alone", async ({ open }) => {
    const page = await open();
    await press(page, "[data-actor='1']");
    const [shown, heard] = await page.$eval("[data-passage='5'] .saying", (e) => [
      [...e.children].filter((part) => !part.matches(".offstage")).map((part) => part.textContent),
      e.textContent,
    ]);
    assert.equal(heard, "Norway has denied hiding any catches");
    assert.deepEqual(shown, ["has denied", "hiding any catches"]);
  });

  test("what was found is counted by another name than the group of statements", async ({ open }) => {
    const page = await open();
    assert.equal(await page.$eval(".found", (e) => e.textContent), "Found 18 passages · 11 speakers");
    const groups = await page.$$eval(".chip .sample", (list) =>
      list.map((e) => e.textContent?.toLowerCase()),
    );
    assert.ok(groups.includes("statements") && !groups.includes("passages"));
  });

  test("replies stand under what they answer; absence is not said of a cut text", async ({ open }) => {
    const page = await open();
    await press(page, "#tab-exchanges");
    const pairs = await page.$$eval(".exchanges > li", (items) =>
      items.map((item) =>
        [...item.querySelectorAll("[data-passage]")].map((row) => Number(row.getAttribute("data-passage"))),
      ),
    );
    assert.deepEqual(pairs, [
      [0, 1],
      [3, 5],
      [16, 17],
    ]);
    const none = { fresh: 1 };
    const unanswered = async (paywalled: boolean) => {
      await tell(page, { ...none, paywalled, unanswered: true });
      await page.waitForFunction((cut) => document.body.innerText.includes("paywall") === cut, {}, paywalled);
      return page.evaluate(() => document.body.innerText.includes("No reply found in this text"));
    };
    assert.equal(await unanswered(false), true);
    assert.equal(await unanswered(true), false);
  });

  test("what one says against another again, with the same reply, stands together and has it once", async ({
    open,
  }) => {
    const attributions = analysis.attributions.map((a, i) =>
      [0, 3].includes(i) ? { ...a, replies: [1, 5] } : a,
    );
    const page = await open();
    await tell(page, { analysis: { ...analysis, attributions } });
    await press(page, "#tab-exchanges");
    const rows = await page.$$eval(".exchanges > li", (items) =>
      items.map((item) =>
        [...item.querySelectorAll("[data-passage]")].map((row) => Number(row.getAttribute("data-passage"))),
      ),
    );
    assert.deepEqual(rows, [
      [0, 3, 1, 5],
      [16, 17],
    ]);
    // Read alone, each still says who accuses.
    const seen = await page.$$eval(".exchanges > li:first-child .speaker", (names) =>
      names.map((name) => name.textContent),
    );
    assert.deepEqual(seen, ["Iceland", "Iceland", "Norway", "Norway"]);
    await assertAccessible(page);
  });

  test("the map has an arrow for each line of its words", async ({ open }) => {
    const page = await open();
    await press(page, "#tab-map");
    await page.waitForSelector(".map svg .arrow");
    const arrows = (await page.$$(".map .arrow")).length;
    assert.equal(arrows, (await page.$$(".map .list > li")).length);
    assert.equal(arrows, 5);
    await press(page, ".map .list > li button");
    assert.equal((await page.$$(".map .inner [data-passage]")).length, 2);
  });
});
