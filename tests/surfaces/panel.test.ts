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
/** Without what only shows where the reader points. */
const commands = async (page: Page) =>
  ((await posted(page)) as { type: string }[]).filter(({ type }) => type !== "point");
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

  test("a speaker's row unfolds and leaves the page where it is; a passage jumps, and there is a way back", async ({
    open,
  }) => {
    const page = await open();
    await press(page, "[data-actor='1']");
    await page.waitForSelector("[data-actor='1'][aria-expanded=true]");
    assert.equal((await page.$$(".inner [data-passage]")).length, 3);
    assert.deepEqual(await commands(page), []);
    await press(page, ".inner [data-passage='5']");
    await page.waitForSelector(".notices .link");
    await press(page, ".notices .link");
    await page.waitForFunction(() => document.querySelector(".notices .link") === null);
    await page.focus("[data-actor='1']");
    await press(page, "[data-actor='1'] + .only");
    assert.deepEqual(await commands(page), [
      { type: "jump", attribution: 5 },
      { type: "back" },
      { type: "only", actor: 1 },
    ]);
  });

  test("every row says who, by which words, and what", async ({ open }) => {
    const page = await open();
    const said = () =>
      page.$$eval("[data-passage]", (rows) =>
        rows.map((row) => (row.querySelector(".saying") as HTMLElement).innerText.replace(/\s+/g, " ")),
      );
    await press(page, "[data-actor='1']");
    assert.deepEqual(await said(), [
      "denies the charge",
      "has denied hiding any catches",
      "said “Every tonne is weighed and every weight is published,”",
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

  test("a negation stays with its claim", async ({ open }) => {
    const page = await open();
    const text = "The group has not claimed responsibility for the blast.";
    const first = analysis.attributions[4];
    const piece = (words: string) => {
      const start = text.indexOf(words);
      return [{ block: 0, start, end: start + words.length }];
    };
    await page.evaluate((state) => (window as unknown as { tell(state: unknown): void }).tell(state), {
      blocks: [{ role: "body", text }],
      analysis: {
        ...analysis,
        attributions: [
          {
            ...first,
            actor: null,
            source: piece("The group"),
            cue: piece("has not claimed"),
            content: piece("responsibility for the blast"),
          },
        ],
      },
    });
    await press(page, "#tab-order");
    await page.waitForFunction(() =>
      document.body.innerText.includes("The group has not claimed responsibility for the blast"),
    );
  });

  test("what was found is counted by another name than the group of statements", async ({ open }) => {
    const page = await open();
    assert.equal(await page.$eval(".found", (e) => e.textContent), "Found 18 passages · 11 speakers");
    const groups = await page.$$eval(".chip .sample", (list) =>
      list.map((e) => e.textContent?.toLowerCase()),
    );
    assert.ok(groups.includes("statements") && !groups.includes("passages"));
  });

  test("the list is one stop of Tab, with arrows within it", async ({ open }) => {
    const page = await open();
    const stops = () =>
      page.$$eval("#tabpanel *", (all) => all.filter((e) => (e as HTMLElement).tabIndex >= 0).length);
    assert.equal(await stops(), 1);
    await page.focus("[data-actor]");
    await page.keyboard.press("ArrowDown");
    assert.equal(await stops(), 1);
    const beside = () => page.evaluate(() => document.activeElement?.className);
    await page.keyboard.press("ArrowRight");
    assert.equal(await beside(), "only");
    await page.keyboard.press("ArrowLeft");
    assert.equal(await beside(), "row");
    const actor = await page.evaluate(() => document.activeElement?.getAttribute("data-actor"));
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement?.closest("footer") !== null), true);
    await page.keyboard.down("Shift");
    await page.keyboard.press("Tab");
    await page.keyboard.up("Shift");
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("data-actor")), actor);
  });

  test("no stop of Tab is without a name", async ({ open }) => {
    const page = await open("as=popup", { width: 400, height: 510 });
    const seen = new Set<string>();
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() => {
        const { activeElement: e } = document;
        if (!e || e === document.body) return "";
        const name = e.getAttribute("aria-label") ?? (e as HTMLElement).innerText;
        return `${e.tagName}.${e.className}|${name || (e as HTMLInputElement).labels?.[0]?.textContent || "NAMELESS"}`;
      });
      if (at === "") break;
      seen.add(at);
    }
    assert.ok(seen.size > 8, [...seen].join("\n"));
    assert.deepEqual(
      [...seen].filter((at) => at.endsWith("|NAMELESS")),
      [],
    );
  });

  test("what is pointed at on the page is shown in the list, and the other way round", async ({ open }) => {
    const page = await open();
    await page.evaluate(() => (window as unknown as { point(attribution: number): void }).point(5));
    await page.waitForSelector("[data-passage='5'][aria-current=true]");
    await page.hover("[data-passage='7']");
    await page.waitForFunction(() =>
      (window as unknown as { posted: { type: string; attribution?: number }[] }).posted.some(
        (each) => each.type === "point" && each.attribution === 7,
      ),
    );
    const popup = await open("as=popup");
    await press(popup, "#tab-order");
    await popup.hover("[data-passage='1']");
    assert.deepEqual(await posted(popup), []);
  });

  test("a row has a link to its passage", async ({ open, kind }) => {
    const page = await open();
    await press(page, "#tab-order");
    await page.evaluate(() => {
      Object.defineProperty(navigator, "clipboard", {
        value: { writeText: async (text: string) => Object.assign(window, { copied: text }) },
      });
    });
    await page.focus("[data-passage='9']");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => "copied" in window);
    assert.equal(
      await page.evaluate(() => (window as unknown as { copied: string }).copied),
      "https://news.example/world/mackerel#:~:text=2%2C000%20jobs%20could%20be%20lost%20if%20the%20talks%20collapse",
      kind,
    );
    assert.equal(await page.$eval(".outcome", (e) => e.textContent), "Copied");
  });

  test("a site can have a look of its own", async ({ open }) => {
    const page = await open();
    const last = () =>
      page.evaluate(() =>
        (window as unknown as { saved: import("../../extension/src/settings").Settings[] }).saved.at(-1),
      );
    await press(page, ".look > summary");
    await press(page, "input[name=own]");
    await press(page, "[data-group=views]");
    await page.waitForSelector("[data-group=views][aria-checked=false]");
    const own = await last();
    assert.equal(own?.own["news.example"]?.groups.views, false);
    assert.equal(own?.groups.views, true);
    await page.select("select[name=density]", "full");
    assert.deepEqual(
      [(await last())?.own["news.example"]?.density, (await last())?.density],
      ["full", "quiet"],
    );
    await press(page, "input[name=own]");
    await page.waitForSelector("[data-group=views][aria-checked=true]");
    assert.deepEqual((await last())?.own, {});
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
    await page.waitForSelector("[data-actor][aria-expanded=true]");
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

  test("the tabs stand in one line from 320 px on, and none moves when another is chosen", async ({
    open,
  }) => {
    for (const width of [320, 360, 380, 400]) {
      const page = await open("", { width });
      const widths = new Set<string>();
      for (const tab of ["speakers", "exchanges", "order", "map"]) {
        await press(page, `#tab-${tab}`);
        const boxes = await page.$$eval("[role=tab]", (tabs) =>
          tabs.map((tab) => tab.getBoundingClientRect()).map(({ top, width }) => ({ top, width })),
        );
        assert.equal(new Set(boxes.map(({ top }) => top)).size, 1, `${tab} at ${width} px`);
        widths.add(boxes.map((box) => box.width.toFixed(1)).join());
      }
      assert.equal(widths.size, 1, `at ${width} px`);
    }
  });

  test("no letter is smaller than 12 px, and no name is broken letter by letter at 240 px", async ({
    open,
  }) => {
    for (const width of [240, 380]) {
      const page = await open("", { width });
      for (const tab of ["speakers", "exchanges", "order", "map"]) {
        await press(page, `#tab-${tab}`);
        if (tab === "map") await page.waitForSelector(".map svg, .map .empty");
        assert.deepEqual(await page.evaluate(small), [], tab);
      }
      await press(page, "#tab-speakers");
      const broken = await page.$$eval(".name bdi", (names) =>
        names.flatMap((name) => {
          const range = document.createRange();
          const node = name.firstChild as Text;
          return (node.data.match(/\S+/g) ?? []).filter((word) => {
            const start = node.data.indexOf(word);
            range.setStart(node, start);
            range.setEnd(node, start + word.length);
            // A hyphen is a place to break.
            return !word.includes("-") && new Set([...range.getClientRects()].map(({ top }) => top)).size > 1;
          });
        }),
      );
      assert.deepEqual(broken, [], `${width} px`);
    }
  });

  test("in a popup of 510 px the list has three fifths of the height, and more than half where words are longer", async ({
    open,
  }) => {
    for (const lang of ["en", "de", "fr", "es"]) {
      const page = await open(`as=popup&lang=${lang}`, { width: 400, height: 510 });
      await page.waitForFunction(() => document.documentElement.scrollHeight <= window.innerHeight);
      const height = await page.$eval(".lists", (e) => e.getBoundingClientRect().height);
      const rest = await page.$$eval("header, .groups, .tabs, .ways, .last, footer", (all) =>
        all.map((e) => `${e.className || e.tagName} ${e.getBoundingClientRect().height}`).join(", "),
      );
      assert.ok(height >= (lang === "en" ? 0.6 : 0.5) * 510, `${lang}: ${height} px beside ${rest}`);
      await assertNothingClipped(page);
      await assertTargets(page);
      if (lang === "en") await assertAccessible(page);
    }
  });

  test("what a popup folds is a press away", async ({ open }) => {
    const page = await open("as=popup", { width: 400, height: 600 });
    assert.equal(await page.$eval(".presets", (e) => e.checkVisibility()), false);
    await press(page, ".unfold");
    await page.waitForFunction(() => document.querySelector(".presets")?.checkVisibility());
    assert.equal(await page.$eval(".chip .sample", (e) => e.checkVisibility()), true);
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

/** Runs in the page: words in letters of less than 12 CSS pixels. */
function small(): string[] {
  const lines: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>("body *")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
    if (!own || !element.checkVisibility() || element.closest(".offstage, script, style")) continue;
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    if (size < 12) lines.push(`${size}: ${element.outerHTML.slice(0, 80)}`);
  }
  return lines;
}
