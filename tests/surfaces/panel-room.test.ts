// The room that the panel takes: nothing clipped at any width, letters large enough, and in a popup the list first.

import assert from "node:assert/strict";
import { small } from "./letters";
import { press } from "./panel-page";
import { assertAccessible, assertNothingClipped, assertTargets, stage } from "./stage";

stage("panel", { style: "panel/panel.css" }, (_, test) => {
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

  test("in a popup of 510 px the list has three fifths of the height in every language", async ({ open }) => {
    for (const lang of ["en", "de", "fr", "es"]) {
      const page = await open(`as=popup&lang=${lang}`, { width: 400, height: 510 });
      await page.waitForFunction(() => document.documentElement.scrollHeight <= window.innerHeight);
      const height = await page.$eval(".lists", (e) => e.getBoundingClientRect().height);
      const rest = await page.$$eval("header, .groups, .tabs, .ways, .last, footer", (all) =>
        all.map((e) => `${e.className || e.tagName} ${e.getBoundingClientRect().height}`).join(", "),
      );
      assert.ok(height >= 0.6 * 510, `${lang}: ${height} px beside ${rest}`);
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
