// The panel: names and roles, keys, states, geometry and accessibility, in both browsers and themes.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import type { Page } from "puppeteer-core";
import { fromRoot } from "../harness/paths";
import { spoken } from "../harness/spoken";
import { analysis } from "./fixture";
import { assertAccessible, assertNothingClipped, assertTargets, stage } from "./stage";

const STATES = [
  "none=connecting",
  "none=unreadable",
  "none=excluded",
  "none=gone",
  ...["reading", "off", "not_article", "not_english", "nothing_found", "failed"].map(
    (status) => `state=${JSON.stringify({ status, analysis: null })}`,
  ),
  `state=${JSON.stringify({ label: "opinion", paywalled: true, fresh: 3, onlyActor: 0 })}`,
];

async function press(page: Page, selector: string): Promise<void> {
  await page.locator(selector).click();
}

const posted = (page: Page) => page.evaluate(() => (window as unknown as { posted: unknown[] }).posted);
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute("data-actor") ?? document.activeElement?.tagName);

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

  test("always on a site is kept before the browser asks, and taken back when it may not", async ({
    open,
  }) => {
    for (const [search, kept] of [
      ["", ["news.example"]],
      ["refuse", []],
    ] as const) {
      const page = await open(search);
      await press(page, ".always input");
      await page.waitForFunction(
        (count) => (window as unknown as { saved: unknown[] }).saved.length === count,
        {},
        kept.length > 0 ? 1 : 2,
      );
      const saved = await page.evaluate(() =>
        (window as unknown as { saved: { sites: string[] }[] }).saved.map((s) => s.sites),
      );
      assert.deepEqual(saved[0], ["news.example"]);
      assert.deepEqual(saved.at(-1), kept);
      assert.equal(
        await page.$eval(".always input", (box) => (box as HTMLInputElement).checked),
        kept.length > 0,
      );
    }
  });

  test("with letters twice as large nothing is clipped", async ({ open }) => {
    const page = await open("", { width: 380 });
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "28px"));
    await press(page, ".menu > summary");
    for (const tab of ["speakers", "exchanges", "order"]) {
      await assertNothingClipped(page);
      await press(page, `#tab-${tab}`);
    }
  });

  test("in forced colours what is on still differs from what is off", async ({ open, kind }) => {
    if (kind === "firefox") return; // no command switches forced colours on there
    const page = await open();
    const session = await page.createCDPSession();
    await session.send("Emulation.setEmulatedMedia", {
      features: [{ name: "forced-colors", value: "active" }],
    });
    const dots = await page.evaluate(() =>
      [...document.querySelectorAll(".chip .dot")].map((dot) => getComputedStyle(dot).backgroundColor),
    );
    assert.equal(new Set(dots.slice(0, 5)).size, 1);
    assert.notEqual(dots[0], dots[5]);
  });

  test("a group that is switched off leaves lists and is saved", async ({ open }) => {
    const page = await open("");
    await press(page, "#tab-order");
    const before = (await page.$$("[data-passage]")).length;
    await press(page, "[data-group=statements]");
    await page.waitForSelector("[data-group=statements][aria-checked=false]");
    assert.equal((await page.$$("[data-passage]")).length, before - 7);
    const saved = await page.evaluate(
      () =>
        (window as unknown as { saved: { groups: { statements: boolean } }[] }).saved.at(-1)?.groups
          .statements,
    );
    assert.equal(saved, false);
  });

  test("the unnamed switch keeps unnamed sources when their group is off", async ({ open }) => {
    const page = await open("");
    await press(page, "#tab-order");
    await page.evaluate(() => [...document.querySelectorAll<HTMLElement>(".presets button")].at(-1)?.click());
    await page.waitForSelector(".empty");
    await press(page, "[data-group=unnamed]");
    await page.waitForSelector("[data-passage]");
    assert.equal((await page.$$("[data-passage]")).length, 2);
  });

  test("a speaker's row unfolds and jumps to the first passage; only keeps to them", async ({ open }) => {
    const page = await open();
    await press(page, "[data-actor='1']");
    await page.waitForSelector("[data-actor='1'][aria-expanded=true]");
    assert.equal((await page.$$(".inner [data-passage]")).length, 3);
    await page.focus("[data-actor='1']");
    await press(page, "[data-actor='1'] + .only");
    assert.deepEqual(await posted(page), [
      { type: "jump", attribution: 1 },
      { type: "only", actor: 1 },
    ]);
  });

  test("the keys: slash searches, arrows move, Enter jumps, Escape steps back", async ({ open }) => {
    const page = await open();
    await page.focus(".site");
    await page.keyboard.press("/");
    await page.keyboard.type("norway");
    await page.waitForFunction(() => document.querySelectorAll("[data-actor]").length < 8);
    await page.keyboard.press("ArrowDown");
    const first = await focused(page);
    await page.keyboard.press("ArrowDown");
    assert.notEqual(await focused(page), first);
    await page.keyboard.press("ArrowUp");
    assert.equal(await focused(page), first);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => (window as unknown as { posted: unknown[] }).posted.length === 1);
    await page.focus("input[type=search]");
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>("input")?.value === "");
  });

  test("the tabs move by arrow keys", async ({ open }) => {
    const page = await open();
    await page.focus("#tab-speakers");
    await page.keyboard.press("ArrowRight");
    await page.waitForSelector("#tab-exchanges[aria-selected=true]");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await page.waitForSelector("#tab-map[aria-selected=true]");
    await page.waitForSelector(".map svg");
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
      await page.evaluate(
        (cut, more) => {
          const { tell } = window as unknown as { tell(state: unknown): void };
          tell({ ...more, paywalled: cut, unanswered: true });
        },
        paywalled,
        none,
      );
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
    await page.evaluate(
      (analysis) => (window as unknown as { tell(state: unknown): void }).tell({ analysis }),
      { ...analysis, attributions },
    );
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

  for (const theme of ["light", "dark"] as const) {
    test(`axe-core has nothing to say, ${theme}`, async ({ open }) => {
      const page = await open("", { theme });
      await assertAccessible(page);
      await press(page, "[data-actor='1']");
      for (const tab of ["exchanges", "order", "map"]) {
        await press(page, `#tab-${tab}`);
        if (tab === "map") await page.waitForSelector(".map svg");
        await assertAccessible(page);
      }
    });

    test(`nor about any state without lists, ${theme}`, async ({ open }) => {
      for (const search of STATES) {
        const page = await open(search, { theme });
        await assertAccessible(page);
        await assertNothingClipped(page);
      }
    });
  }

  test("nothing is clipped, and nothing too small to press, at 320, 380 and 800 px", async ({ open }) => {
    for (const width of [320, 380, 800]) {
      for (const lang of ["en", "de", "fr", "es"]) {
        const page = await open(`lang=${lang}`, { width });
        for (const tab of ["speakers", "exchanges", "order", "map"]) {
          await press(page, `#tab-${tab}`);
          if (tab === "map") await page.waitForSelector(".map svg");
          await assertNothingClipped(page);
        }
        await assertTargets(page);
      }
    }
  });

  test("the tabs stand in one line from 320 px on, whichever is chosen", async ({ open }) => {
    for (const width of [320, 360, 400]) {
      const page = await open("", { width });
      for (const tab of ["speakers", "exchanges", "order", "map"]) {
        await press(page, `#tab-${tab}`);
        const tops = await page.$$eval("[role=tab]", (tabs) =>
          tabs.map((tab) => tab.getBoundingClientRect().top),
        );
        assert.equal(new Set(tops).size, 1, `${tab} at ${width} px`);
      }
    }
  });

  test("as a popup only its lists scroll, however long they are", async ({ open }) => {
    const page = await open("as=popup", { width: 400, height: 600 });
    for (const tab of ["speakers", "exchanges", "order"]) {
      await press(page, `#tab-${tab}`);
      const { list, whole } = await page.evaluate(() => ({
        list: document.querySelector("[role=tabpanel]")?.scrollHeight ?? 0,
        whole: document.documentElement.scrollHeight,
      }));
      assert.ok(list > 250, "the list is too short to tell");
      assert.equal(whole, 600, tab);
    }
  });

  test("as a popup on a small screen too, with notices above them and nothing over another", async ({
    open,
  }) => {
    const state = JSON.stringify({ label: "live", paywalled: true, fresh: 2 });
    const page = await open(`as=popup&state=${state}`, { width: 400, height: 500 });
    await page.waitForFunction(() => document.documentElement.scrollHeight <= window.innerHeight);
    for (const tab of ["speakers", "exchanges", "order"]) {
      await press(page, `#tab-${tab}`);
      const { list, foot, end } = await page.evaluate(() => ({
        list: document.querySelector(".lists")?.getBoundingClientRect().bottom ?? 0,
        foot: document.querySelector("footer")?.getBoundingClientRect().top ?? 0,
        end: document.querySelector("footer")?.getBoundingClientRect().bottom ?? 0,
      }));
      assert.ok(
        list > 200 && list <= foot + 0.5,
        `${tab}: the list ends at ${list}, the foot begins at ${foot}`,
      );
      assert.ok(end <= 500.5, `${tab}: the foot ends at ${end}`);
    }
  });

  test("right to left, nothing is clipped either", async ({ open }) => {
    await assertNothingClipped(await open("rtl", { width: 320 }));
  });
});
