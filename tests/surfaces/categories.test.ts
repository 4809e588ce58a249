// Categories of the reader's own and the search by a pattern, on every surface: made, told, switched, found.

import assert from "node:assert/strict";
import type { Page } from "puppeteer-core";
import type { Settings } from "../../extension/src/settings";
import { press } from "./panel-page";
import { assertAccessible, assertNothingClipped, stage } from "./stage";

/** Calls of the page's host, the last of a name. */
const saved = (page: Page) =>
  page.evaluate(
    () =>
      (window as unknown as { calls: [string, Settings][] }).calls.findLast(([name]) => name === "save")?.[1]
        .categories ?? null,
  );

stage("options", { style: "options/options.css" }, (_, test) => {
  for (const theme of ["light", "dark"] as const) {
    for (const lang of ["en", "de", "es", "fr"]) {
      test(`axe-core has nothing to say about categories, ${theme}, ${lang}`, async ({ open }) => {
        const page = await open(`own&lang=${lang}`, { theme, width: 800 });
        await page.waitForSelector("[data-category='1'] textarea[aria-invalid=true]");
        await assertAccessible(page);
        await assertNothingClipped(page);
      });
    }
  }

  test("one is made, told what is wrong with it at once, and kept as typed beside the others", async ({
    open,
  }) => {
    const page = await open("own", { width: 800 });
    const others = (await saved(page)) ?? [];
    assert.deepEqual(others, []);
    await press(page, "[data-do=add-category]");
    await page.waitForSelector("[data-category='3']");
    const field = "[data-category='3'] textarea";
    await page.type(field, "rent|(housing");
    await page.waitForSelector(`${field}[aria-invalid=true]`);
    assert.equal(
      await page.$eval("#category-3-wrong", (e) => e.textContent),
      "A “(” has no “)”. (at letter 6)",
    );
    await press(page, "[data-category='3'] input[name=pattern]");
    await page.waitForFunction(
      () => (window as unknown as { calls: [string, Settings][] }).calls.at(-1)?.[1].categories?.[3]?.pattern,
    );
    const categories = (await saved(page)) ?? [];
    assert.equal(categories[3]?.looksFor, "rent|(housing");
    assert.equal(categories[3]?.name, "Category 4");
    assert.equal(categories[1]?.looksFor, "sea|(");
    // Taken away again, the others are as they were.
    await press(page, "[data-category='0'] .buttons button");
    await page.waitForFunction(() => document.querySelectorAll("[data-category]").length === 3);
    assert.deepEqual(
      (await saved(page))?.map(({ looksFor }) => looksFor),
      ["sea|(", "", "rent|(housing"],
    );
  });

  test("a name that is left empty has one again, and the thirteenth is not to be had", async ({ open }) => {
    const page = await open("", { width: 800 });
    for (let i = 0; i < 12; i++) {
      await page.$eval("[data-do=add-category]", (button) => (button as HTMLElement).click());
      await page.waitForSelector(`[data-category='${i}']`);
    }
    assert.equal(await page.$eval("[data-do=add-category]", (e) => (e as HTMLButtonElement).disabled), true);
    const name = "[data-category='0'] input[name=name]";
    await page.$eval(name, (e) => (e as HTMLInputElement).select());
    await page.keyboard.press("Backspace");
    await page.focus("[data-category='0'] textarea");
    await page.waitForFunction(
      (name) => document.querySelector<HTMLInputElement>(name)?.value === "Category 1",
      {},
      name,
    );
  });
});

stage("panel", { style: "panel/panel.css" }, (_, test) => {
  test("a category has its toggle with its count, and its statements say so", async ({ open }) => {
    const page = await open("own");
    await page.waitForSelector(".own-category");
    assert.deepEqual(
      await page.$$eval(".own-category", (all) => all.map((e) => e.getAttribute("aria-label"))),
      [
        "Your category Fish, 2 found",
        "Your category ים & Co., 1 found, Its pattern takes long: not every statement was looked at.",
        "Your category Off, 0 found",
      ],
    );
    await press(page, "#tab-order");
    assert.equal(
      await page.$eval("[data-passage='1']", (e) => /Also: Fish, ים & Co\./.test(e.textContent ?? "")),
      true,
    );
    // The five groups off, what is left is the category's.
    await page.evaluate(() => {
      for (const chip of document.querySelectorAll<HTMLElement>("[data-group][aria-checked=true]"))
        chip.click();
    });
    await page.waitForFunction(() => document.querySelectorAll("[data-passage]").length === 2);
    await press(page, ".own-category");
    await page.waitForFunction(() => document.querySelectorAll("[data-passage]").length === 1);
    await press(page, ".own-category:nth-last-of-type(2)");
    await page.waitForFunction(() => document.querySelectorAll("[data-passage]").length === 0);
  });

  test("a pattern after a slash is looked for, shown where it matches, and unfolds who says it", async ({
    open,
  }) => {
    const page = await open();
    assert.equal(await page.$("[data-actor][aria-expanded=true]"), null);
    await page.type("input[type=search]", "/catch(es)?");
    await page.waitForSelector(".inner mark");
    const marked = await page.$$eval("mark", (all) => all.map((e) => e.textContent));
    assert.ok(marked.length > 0 && marked.every((words) => /^catch(es)?$/i.test(words ?? "")), marked.join());
    // Folded by hand it stays so, until something else is searched for.
    await press(page, "[data-actor][aria-expanded=true]");
    await page.waitForFunction(
      () => !document.querySelector("[data-actor]")?.matches("[aria-expanded=true]"),
    );
    await page.type("input[type=search]", "|jobs");
    await page.waitForFunction(() => document.querySelector("[data-actor]")?.matches("[aria-expanded=true]"));
    await page.type("input[type=search]", "(");
    await page.waitForSelector("input[type=search][aria-invalid=true]");
    assert.match(
      (await page.$eval("#search-outcome", (e) => e.textContent)) ?? "",
      /^A “\(” has no “\)”\. \(at letter \d+\)$/,
    );
  });

  test("words are highlighted where they stand, and in no other letters", async ({ open }) => {
    const page = await open();
    await page.type("input[type=search]", "NORWAY");
    await page.waitForSelector("mark");
    const marked = await page.$$eval("mark", (all) => all.map((e) => e.textContent));
    assert.deepEqual([...new Set(marked)], ["Norway"]);
  });
});

stage("reading", { style: "reading/reading.css" }, (_, test) => {
  for (const theme of ["light", "dark"] as const) {
    test(`a category is beside the group's line, ${theme}`, async ({ open }) => {
      const page = await open("own", { theme, width: 800 });
      const seen = await page.$eval("mark .fits.tint", (tint) => {
        const line = tint.parentElement as HTMLElement;
        return {
          ground: getComputedStyle(tint).backgroundColor,
          over: getComputedStyle(line).textDecorationLine,
          style: getComputedStyle(line).textDecorationStyle,
          group: getComputedStyle(tint.closest("mark") as Element).textDecorationLine,
        };
      });
      assert.notEqual(seen.ground, "rgba(0, 0, 0, 0)");
      assert.deepEqual(
        { ...seen, ground: "" },
        { ground: "", over: "overline", style: "dashed", group: "underline" },
      );
      assert.ok((await page.$eval(".tag", (e) => e.textContent))?.includes("Also: Fish, ים & Co."));
      await assertAccessible(page);
    });
  }
});
