// The Compare page: rows, filters, what stands beside what, the reader's own word on who is whom; its looks and names.

import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { Page } from "puppeteer-core";
import en from "../../extension/_locales/en/messages.json";
import { withKept, without } from "../../extension/src/compare/basket";
import { exportComparison } from "../../extension/src/compare/export";
import { attributedOnly, keptOf } from "../../extension/src/compare/kept";
import { speakFrom } from "../../extension/src/words";
import { faultsOfJson, linesOf } from "../harness/exported";
import { basket, KEPT, TWO } from "./compare-fixture";
import { pageState } from "./fixture";
import { assertAccessible, assertNothingClipped, assertTargets, stage } from "./stage";

type Call = [string, unknown];
const calls = (page: Page) => page.evaluate(() => (window as unknown as { calls: Call[] }).calls);
const last = async (page: Page, name: string) =>
  (await calls(page)).filter((call) => call[0] === name).at(-1)?.[1];
const voices = (page: Page) => page.$$eval("[data-voice] .row", (rows) => rows.map((row) => row.textContent));
const press = (page: Page, selector: string) =>
  page.$eval(selector, (element) => (element as HTMLElement).click());

stage("compare", { style: "compare/compare.css" }, ({ kind }, test) => {
  test("a row a voice, a column an article, and what is found in one only is said", async ({ open }) => {
    const page = await open("", { width: 1000 });
    assert.deepEqual(await voices(page), ["Paper Workers’ Union", "Ilse Moran", "Harrow Mill", "Tomas Veld"]);
    const text = await page.$eval("[data-voice='2']", (row) => (row as HTMLElement).innerText);
    assert.match(text, /found only in 2/);
    const heads = await page.$$eval("thead th", (cells) => cells.map((cell) => cell.textContent));
    assert.deepEqual(heads, ["Who", "1 · post.example", "2 · herald.example"]);
  });

  test("filters show the voices of every text, or of one alone", async ({ open }) => {
    const page = await open("", { width: 1000 });
    for (const [value, names] of [
      ["both", ["Paper Workers’ Union", "Ilse Moran"]],
      ["0", []],
      ["1", ["Harrow Mill", "Tomas Veld"]],
      ["all", ["Paper Workers’ Union", "Ilse Moran", "Harrow Mill", "Tomas Veld"]],
    ] as const) {
      await press(page, `.filters input[value="${value}"]`);
      await page.waitForFunction(
        (count) => document.querySelectorAll("[data-voice]").length === count,
        {},
        names.length,
      );
      assert.deepEqual(await voices(page), names);
    }
  });

  test("an accusation answered in one text alone stands out in words", async ({ open }) => {
    const page = await open("", { width: 1000 });
    assert.equal(await page.$eval(".charge h3", (h) => h.textContent), "Paper Workers’ Union → Harrow Mill");
    assert.equal(
      await page.$eval(".charge p.differs", (p) => p.textContent),
      "An answer was found in 2; in 1 none was found.",
    );
  });

  test("of a text that was not there as a whole it is not said that there is no reply", async ({ open }) => {
    const page = await open("kept=3", { width: 1000 });
    const text = await page.$eval("[data-charge='1']", (charge) => (charge as HTMLElement).innerText);
    assert.match(text, /Only a part of this text was there/);
    assert.doesNotMatch(text, /No reply found/);
  });

  test("the same words are laid beside each other, and what only one quotes is marked", async ({ open }) => {
    const page = await open("", { width: 1000 });
    const quoted = await page.$$eval("[data-quoted] dd", (list) =>
      list.map((each) => each.textContent?.trim()),
    );
    assert.deepEqual(quoted, [
      "They knew the numbers only quoted here: and they kept them in a drawer",
      "They knew the numbers",
    ]);
    const cues = await page.$$eval(".same .cue", (list) => list.map((cue) => cue.firstChild?.textContent));
    assert.deepEqual(cues, ["“said”", "“claimed”"]);
  });

  test("a row unfolds its passages, and each leads to its place", async ({ open }) => {
    const page = await open("", { width: 1000 });
    await press(page, "[data-voice='1'] .row");
    await page.waitForSelector(".unfolded [data-passage='1.2']");
    await press(page, ".unfolded [data-passage='1.2']");
    assert.deepEqual(await last(page, "jump"), [KEPT[1]?.url, 2]);
  });

  test("the reader joins two rows and parts one, and the engine is asked anew", async ({ open }) => {
    const page = await open("", { width: 1000 });
    await press(page, "[data-voice='2'] [data-join='3']");
    await page.waitForFunction(
      () => (window as unknown as { calls: Call[] }).calls.filter(([n]) => n === "compare").length === 2,
    );
    const joined = (await last(page, "compare")) as { choices: unknown };
    const pair = (a: number, b: number) => [
      { account: 0, index: a },
      { account: 1, index: b },
    ];
    const second = (index: number) => ({ account: 1, index });
    assert.deepEqual(joined.choices, { joined: [pair(1, 3), [second(1), second(3)]], parted: [] });
    await page.waitForSelector("[data-voice='1'] .row");
    await press(page, "[data-voice='1'] .row");
    await page.waitForSelector("[data-part]");
    await press(page, "[data-part]");
    await page.waitForFunction(
      () => (window as unknown as { calls: Call[] }).calls.filter(([n]) => n === "compare").length === 3,
    );
    assert.deepEqual(((await last(page, "compare")) as { choices: { parted: unknown } }).choices.parted, [
      pair(2, 2),
    ]);
  });

  /** Tab until that has the focus; fails where it never does. */
  const reach = async (page: Page, selector: string) => {
    for (let step = 0; step < 60; step++) {
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
      await page.keyboard.press("Tab");
    }
    assert.fail(`no way to ${selector} by Tab`);
  };
  const focused = (page: Page, selector: string) =>
    page.waitForFunction((selector) => document.activeElement?.matches(selector) ?? false, {}, selector);
  const compared = (page: Page, times: number) =>
    page.waitForFunction(
      (times) =>
        (window as unknown as { calls: Call[] }).calls.filter(([n]) => n === "compare").length === times,
      {},
      times,
    );

  test("keys alone filter and join, and go on from the joined row", async ({ open }) => {
    const page = await open("", { width: 1000 });
    await reach(page, '.filters input[value="all"]');
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => document.querySelectorAll("[data-voice]").length === 2);
    await page.keyboard.press("ArrowLeft");
    await page.waitForFunction(() => document.querySelectorAll("[data-voice]").length === 4);
    await reach(page, "[data-voice='2'] [data-join='3']");
    await page.keyboard.press("Enter");
    await focused(page, "[data-voice='2'] .row");
    assert.deepEqual(await voices(page), ["Paper Workers’ Union", "Ilse Moran", "Harrow Mill"]);
    // From there on, without a way around the whole page: what was pressed is gone.
    await page.keyboard.press("Enter");
    await page.waitForSelector(".unfolded [data-part]");
    await page.keyboard.press("Tab");
    await focused(page, ".unfolded [data-part]");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelectorAll("[data-voice]").length === 4);
    await focused(page, "[data-voice='2'] .row");
  });

  test("a joined voice that the filter does not show leaves the focus at the filters", async ({ open }) => {
    const page = await open("hides", { width: 1000 });
    await press(page, '.filters input[value="1"]');
    await page.waitForFunction(() => document.querySelectorAll("[data-voice]").length === 2);
    await page.focus("[data-voice='2'] [data-join='3']");
    await page.keyboard.press("Enter");
    await focused(page, '.filters input[value="1"]');
    assert.deepEqual(await voices(page), []);
  });

  test("what is unfolded stays with its voice, and one word of the reader is asked about once", async ({
    open,
  }) => {
    const page = await open("", { width: 1000 });
    await press(page, "[data-voice='3'] .row");
    await page.waitForSelector("[data-voice='3'] + .unfolded");
    await press(page, "[data-voice='2'] [data-join='3']");
    await page.waitForSelector("[data-voice='2'] + .unfolded");
    assert.equal((await calls(page)).filter(([name]) => name === "compare").length, 2);
  });

  test("keys alone unfold, jump and part", async ({ open }) => {
    const page = await open("", { width: 1000 });
    await reach(page, "[data-voice='1'] .row");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".unfolded [data-part]");
    await reach(page, ".unfolded [data-passage]");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() =>
      (window as unknown as { calls: Call[] }).calls.some(([name]) => name === "jump"),
    );
    await page.keyboard.down("Shift");
    await page.keyboard.press("Tab");
    await page.keyboard.up("Shift");
    assert.equal(await page.evaluate(() => document.activeElement?.matches("[data-part]")), true);
    await page.keyboard.press("Enter");
    await compared(page, 2);
  });

  test("articles are chosen, taken out, and the list emptied", async ({ open }) => {
    const page = await open("kept=3", { width: 1000 });
    await press(page, ".pick input");
    await page.waitForFunction(() => document.querySelectorAll("thead th").length === 3);
    const { urls } = (await last(page, "compare")) as { urls: string[] };
    assert.deepEqual(urls, [KEPT[1]?.url, KEPT[2]?.url]);
    await press(page, ".basket li:nth-child(2) .button");
    await page.waitForFunction(() => document.querySelectorAll(".basket li").length === 2);
    await press(page, "[data-empty]");
    await page.waitForSelector("[data-state=empty]");
    assert.equal((await calls(page)).filter(([name]) => name === "empty").length, 1);
  });

  test("an empty list says how to fill it; a failure says what it is", async ({ open }) => {
    const empty = await open("kept=0");
    assert.match(await empty.$eval("[data-state=empty]", (e) => e.textContent ?? ""), /Keep for comparing/);
    const failed = await open("fails");
    await failed.waitForFunction(() => document.body.textContent?.includes("The engine could not start"));
  });

  for (const theme of ["light", "dark"] as const) {
    test(`is accessible, ${theme}, with a row unfolded`, async ({ open }) => {
      const page = await open("kept=3", { width: 1000, theme });
      await press(page, "[data-voice='1'] .row");
      await page.waitForSelector(".unfolded");
      await assertAccessible(page);
    });
  }

  for (const lang of ["en", "de", "es", "fr"]) {
    for (const width of [320, 1000]) {
      test(`nothing is clipped and all can be pressed, ${lang}, ${width} px`, async ({ open }) => {
        const page = await open(`kept=3&lang=${lang}`, { width });
        await press(page, "[data-voice='1'] .row");
        await page.waitForSelector(".unfolded");
        await assertNothingClipped(page);
        await assertTargets(page);
      });
    }
  }

  test("printed it is black on white, with addresses and days, without what can be pressed", async ({
    open,
  }) => {
    if (kind === "firefox") return; // no command shows a page as it is printed there
    const page = await open("", { width: 1000, theme: "dark" });
    await page.emulateMediaType("print");
    const said = await page.$eval("main", (main) => main.innerText);
    for (const part of [
      "https://post.example/story · March 4, 2026",
      "https://herald.example/story",
      "Machine-made: check against the original.",
      "A mark shows that someone said it, not that it is true.",
    ])
      assert.ok(said.includes(part), `${part} is not on paper:\n${said}`);
    const seen = await page.evaluate(() => ({
      ink: getComputedStyle(document.body).color,
      ground: getComputedStyle(document.documentElement).backgroundColor,
      pressed: [...document.querySelectorAll(".basket, .ways, .filters")].filter((e) => e.checkVisibility())
        .length,
    }));
    assert.deepEqual(seen, { ink: "rgb(0, 0, 0)", ground: "rgb(255, 255, 255)", pressed: 0 });
  });
});

describe("the basket", () => {
  const [first, second] = KEPT;
  if (!first || !second) throw new Error("the fixture is empty");

  it("holds six, and an article kept again takes its own place", () => {
    let full = basket(0);
    for (let i = 0; i < 6; i++) {
      const next = withKept(full, { ...first, id: `https://news.example/${i}` });
      assert.ok(next);
      full = next;
    }
    assert.equal(withKept(full, { ...first, id: "https://news.example/6" }), null);
    const again = withKept(full, { ...first, id: "https://news.example/2", title: "Again" });
    assert.deepEqual(again?.kept.map(({ title }) => title).indexOf("Again"), 2);
    assert.equal(again?.kept.length, 6);
  });

  it("holds an article of a private window beside the same of another, and each in its own place", () => {
    const { analysis, ...page } = pageState();
    const read = (incognito: boolean) => keptOf({ ...page, analysis }, 7, incognito, new Date(0));
    const [seen, hidden] = [read(false), read(true)];
    assert.ok(seen && hidden);
    assert.equal(seen.url, hidden.url);
    let held = basket(0);
    for (const each of [seen, hidden, { ...seen, title: "Seen again" }]) held = withKept(held, each) ?? held;
    assert.deepEqual(
      held.kept.map(({ title, private: incognito }) => [title, incognito]),
      [
        ["Seen again", false],
        [hidden.title, true],
      ],
    );
    assert.deepEqual(without(held, hidden.id).kept.length, 1);
  });

  it("holds no place in the reader's list of categories, which may change", () => {
    const { analysis, ...page } = pageState();
    const fitting = analysis?.attributions.map((a) => ({ ...a, categories: [0, 3] }));
    assert.ok(analysis && fitting && fitting.length > 0);
    const kept = keptOf({ ...page, analysis: { ...analysis, attributions: fitting } }, 7, false, new Date(0));
    assert.equal(kept?.analysis.attributions.length, fitting.length);
    for (const { categories } of kept?.analysis.attributions ?? []) assert.deepEqual(categories, []);
  });

  it("forgets with an article what was said of it", () => {
    const said = {
      ...basket(2),
      joined: [
        [
          { id: first.id, actor: 0 },
          { id: second.id, actor: 1 },
        ],
      ],
    };
    const rest = without(said as never, second.id);
    assert.deepEqual([rest.kept, rest.joined], [[first], []]);
  });

  it("holds of an article the attributed words alone", () => {
    const { blocks, analysis } = pageState();
    if (!analysis) throw new Error("the fixture has no analysis");
    const kept = attributedOnly(blocks, analysis);
    const wordsIn = (text: string) => text.split(/[^\p{L}]+/u).filter(Boolean);
    for (const [i, a] of kept.analysis.attributions.entries()) {
      for (const role of ["source", "cue", "content"] as const) {
        const told = (pieces: typeof a.content, from: typeof blocks) =>
          pieces.map(({ block, start, end }) => from[block]?.text.slice(start, end));
        assert.deepEqual(told(a[role], kept.blocks), told(analysis.attributions[i]?.[role] ?? [], blocks));
      }
    }
    const covered = analysis.attributions.flatMap((a) =>
      [a.source, a.cue, a.content, a.because, a.target?.span ?? []]
        .flat()
        .flatMap(({ block, start, end }) => wordsIn(blocks[block]?.text.slice(start, end) ?? "")),
    );
    const left = kept.blocks.flatMap(({ text }) => wordsIn(text));
    assert.deepEqual(
      left.filter((word) => !covered.includes(word)),
      [],
    );
    assert.ok(left.length < blocks.flatMap(({ text }) => wordsIn(text)).length);
  });
});

describe("a comparison exported", () => {
  before(() => speakFrom(en, "en"));
  const input = {
    beside: { chosen: KEPT.slice(0, 2), comparison: TWO },
    shown: [0, 1, 2, 3],
    time: new Date("2026-03-04T05:06:07Z"),
    version: "1.2.3",
  };
  const PARTS = [
    "Machine-made: check against the original.",
    "What was not found in a text may still be there.",
    "A mark shows that someone said it, not that it is true.",
    "https://post.example/story",
    "https://herald.example/story",
  ];

  it("as Markdown has voices, answers and quotations", () => {
    const { name, text } = exportComparison("markdown", input);
    assert.equal(name, "ascribe-comparison-2026-03-04.md");
    for (const part of [
      ...PARTS,
      "An answer was found in 2; in 1 none was found.",
      "**and they kept them in a drawer**",
    ]) {
      assert.ok(text.includes(part), `${part} is not in\n${text}`);
    }
    assert.match(text, /\| Tomas Veld \| – \| Statements 1 \|/);
  });

  it("as CSV has a line a voice", () => {
    const lines = linesOf(exportComparison("csv", input).text);
    assert.equal(lines.length, 4);
    assert.deepEqual(
      [lines[2]?.["voice"], lines[2]?.["found_in"], lines[2]?.["denials_1"], lines[2]?.["denials_2"]],
      ["Harrow Mill", "2", "0", "1"],
    );
  });

  it("as JSON is of its schema, and does not tell the tab", () => {
    const file = JSON.parse(exportComparison("json", input).text);
    assert.deepEqual(faultsOfJson(file, "comparison-export"), []);
    assert.ok(!("tab" in file.articles[0]));
    assert.notDeepEqual(faultsOfJson({ ...file, comparison: { voices: [] } }, "comparison-export"), []);
  });
});
