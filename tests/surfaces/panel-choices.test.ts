// What a reader switches in the panel: groups, the look of a site, whether a site is always marked; and that it is kept.

import assert from "node:assert/strict";
import { press } from "./panel-page";
import { stage } from "./stage";

stage("panel", { style: "panel/panel.css" }, (_, test) => {
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

  test("in a private window keeping asks first, and is done at a second press", async ({ open }) => {
    const page = await open("private");
    const says = (words: string) =>
      page.waitForFunction(
        (words) => document.querySelector(".outcome")?.textContent?.startsWith(words),
        {},
        words,
      );
    await press(page, "[data-keep]");
    await says("Not kept: this is a private window.");
    assert.equal(await page.$eval("[data-keep]", (button) => button.textContent), "Keep it anyway");
    await press(page, "[data-keep]");
    await says("Kept for comparing: 2 of 6");
    assert.equal(await page.$eval("[data-keep]", (button) => button.textContent), "Keep for comparing");
  });
});
