// Categories of the reader's own from end to end: made in the options, seen on the page, toggled, exported with what
// they fit, and taken to another browser with the settings.

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { KINDS } from "../harness/browsers";
import { cardCloses, cardOpens, stripWhen } from "../harness/card";
import { downloaded } from "../harness/downloads";
import { faultsOfJson, linesOf } from "../harness/exported";
import { marksWhen } from "../harness/marks";
import { openPanel } from "../harness/panel";
import { startReader } from "../harness/reader";
import { openSurface, type Surface } from "../harness/surface";
import { has, pointOn, STORY } from "./site";
import { staged } from "./stage";

for (const kind of KINDS) {
  describe(`${kind}: categories of the reader's own`, () => {
    let folder: string;
    let options: Surface;
    let panel: Surface;
    const on = staged(kind, {
      start: async (kind) => {
        folder = await mkdtemp(join(tmpdir(), "ascribe-categories-"));
        return startReader(kind, { downloads: folder });
      },
      ready: async ({ reader: { page, running }, site }) => {
        await page.goto(`${site.origin}${STORY}`);
        await page.bringToFront();
        await marksWhen(page, (marks) => "denials" in marks);
        options = await openSurface(running, "options.html");
        await options.waitFor(() => document.querySelector("[data-do=add-category]") !== null);
      },
    });
    after(() => rm(folder, { recursive: true, force: true }));

    it("one is made in the options and drawn on the page at once, beside the group", async () => {
      await options.click("[data-do=add-category]");
      await options.waitFor(() => document.querySelector("[data-category='0'] textarea") !== null);
      await options.click("[data-category='0'] textarea");
      await options.type("catches");
      const drawn = await marksWhen(on.reader.page, (marks) => "own-0" in marks);
      assert.ok(has(drawn, "own-0", "catches"));
      assert.ok(has(drawn, "denials", "catches"));
    });

    it("the card over its words says so, and the strip has its colour beside the group's", async () => {
      const { page, running, inside } = on.reader;
      await page.bringToFront();
      const { x, y } = await pointOn(page, "own-0", "catches");
      await page.mouse.move(x - 40, y - 3);
      await page.mouse.move(x, y);
      const text = await cardOpens(running, page);
      assert.match(text, /Also:?\s+Category 1/);
      const colour = await inside.evaluate(async () => {
        const { settings } = await chrome.storage.local.get("settings");
        await chrome.storage.local.set({ settings: { ...(settings as object), strip: true } });
        return (settings as { categories: { colour: string }[] }).categories[0]?.colour ?? "";
      });
      const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
      const own = `rgb(${red}, ${green}, ${blue})`;
      const ticks = await stripWhen(running, page, (ticks) => ticks !== null);
      const fitting = ticks?.filter((colours) => colours.includes(own)) ?? [];
      assert.ok(fitting.length > 0, `${own} is not among ${JSON.stringify(ticks)}`);
      assert.ok(
        fitting.every((colours) => colours.length > 1),
        JSON.stringify(fitting),
      );
      assert.ok(fitting.length < (ticks?.length ?? 0), "the others have their group's alone");
      await page.keyboard.press("Escape");
      await cardCloses(running, page);
      await options.bringToFront();
    });

    it("a pattern that is none is told under its field, in the engine's word, and loses no other", async () => {
      await options.click("[data-do=add-category]");
      await options.waitFor(() => document.querySelector("[data-category='1'] textarea") !== null);
      await options.click("[data-category='1'] input[name=pattern]");
      await options.click("[data-category='1'] textarea");
      await options.type("jobs?(");
      const told = await options.waitFor(() => document.querySelector("#category-1-wrong")?.textContent);
      assert.equal(told, "A “(” has no “)”. (at letter 6)");
      await options.type(")");
      await options.waitFor(() => document.querySelector("#category-1-wrong")?.textContent === "");
      const drawn = await marksWhen(on.reader.page, (marks) => "own-1" in marks);
      assert.ok(has(drawn, "own-0", "catches"));
    });

    it("the panel has a toggle with the count, and the page follows it", async () => {
      panel = await openPanel(on.reader.running, on.reader.page);
      const label = await panel.waitFor(() =>
        document.querySelector(".own-category")?.getAttribute("aria-label"),
      );
      assert.match(label, /^Your category Category 1, [1-9]\d* found$/);
      await panel.click(".own-category");
      await marksWhen(on.reader.page, (marks) => !("own-0" in marks) && "denials" in marks);
      await panel.click(".own-category");
      await marksWhen(on.reader.page, (marks) => "own-0" in marks);
    });

    it("a search after a slash is a pattern of the same engine", async () => {
      await panel.click("input[type=search]");
      await panel.type("/catch(es|ing)\\b");
      await panel.waitFor(() =>
        [...document.querySelectorAll("mark")].some((mark) => mark.textContent === "catches"),
      );
      await panel.waitFor(() => document.querySelector("[data-actor][aria-expanded=true]") !== null);
      await panel.press("Escape");
      await panel.waitFor(() => document.querySelector("mark") === null);
    });

    it("exports tell which statements fit", async () => {
      const choose = async (place: number) => {
        await panel.click(".menu > summary");
        await panel.click(`.items > button:nth-of-type(${place})`);
        await panel.waitFor(() => document.querySelector(".menu[open]") === null);
      };
      await choose(1);
      assert.match((await downloaded(folder, ".md")).bytes.toString(), /Also: Category 1/);
      await choose(2);
      const lines = linesOf((await downloaded(folder, ".csv")).bytes.toString());
      assert.ok(
        lines.some((line) => line["categories"] === "Category 1" && line.exact_words?.includes("catches")),
      );
      await choose(3);
      const file = JSON.parse((await downloaded(folder, ".json")).bytes.toString());
      assert.deepEqual(faultsOfJson(file), []);
      assert.equal(file.categories[0].looks_for, "catches");
      await choose(4);
      const page = JSON.parse((await downloaded(folder, ".jsonld")).bytes.toString());
      const bodies = page.items.flatMap((item: { body: { purpose: string; value: string }[] }) => item.body);
      assert.ok(
        bodies.some(
          (body: { purpose: string; value: string }) =>
            body.purpose === "tagging" && body.value === "Category 1",
        ),
      );
    });

    it("they go out and come in with the settings", async () => {
      await options.bringToFront();
      await options.evaluate(() => document.querySelector<HTMLElement>("[data-do=export-settings]")?.click());
      const text = (await downloaded(folder, "settings.json")).bytes.toString();
      assert.deepEqual(
        JSON.parse(text).categories.map(({ looksFor }: { looksFor: string }) => looksFor),
        ["catches", "jobs?()"],
      );
      for (let left = 2; left > 0; left--) {
        await options.click("[data-category='0'] .buttons button");
        await options.waitFor(
          (left) => document.querySelectorAll("[data-category]").length === left,
          left - 1,
        );
      }
      await marksWhen(on.reader.page, (marks) => !("own-0" in marks));
      await options.evaluate((text) => {
        const input = document.querySelector<HTMLInputElement>("input[type=file]") as HTMLInputElement;
        const transfer = new DataTransfer();
        transfer.items.add(new File([text], "settings.json", { type: "application/json" }));
        input.files = transfer.files;
        input.dispatchEvent(new Event("change", { bubbles: true }));
      }, text);
      await options.waitFor(() => document.querySelectorAll("[data-category]").length === 2);
      await marksWhen(on.reader.page, (marks) => "own-0" in marks && "own-1" in marks);
    });
  });
}
