// The ways through the panel: what a press on a row does, keys, stops of Tab, and what is pointed at on the page.
// Leaves out what the rows say (panel-rows) and what is switched (panel-choices).

import assert from "node:assert/strict";
import { commands, focused, posted, press } from "./panel-page";
import { stage } from "./stage";

stage("panel", { style: "panel/panel.css" }, (_, test) => {
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
    await page.evaluate(() => (window as unknown as { point(attribution: number | null): void }).point(null));
    await page.waitForFunction(() => !document.querySelector("[data-passage][aria-current]"));
    assert.equal(await page.$eval("[data-actor='1']", (e) => e.ariaExpanded), "true");
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
});
