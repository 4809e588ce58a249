// Options, welcome page and reading copy: what they do, say and look like, in both browsers.

import assert from "node:assert/strict";
import type { Page } from "puppeteer-core";
import { assertAccessible, assertNothingClipped, assertTargets, stage } from "./stage";

type Call = [string, unknown];
const calls = (page: Page) => page.evaluate(() => (window as unknown as { calls: Call[] }).calls);
const last = async (page: Page, name: string) =>
  (await calls(page)).filter((call) => call[0] === name).at(-1)?.[1];

/** Runs in the page: which groups look the same in the two pictures of density. */
function pictures(): Record<string, boolean> {
  const line = (density: string, group: string) => {
    const words = document.querySelector(`.picture.${density} .${group}`);
    return words && getComputedStyle(words).textDecoration;
  };
  return Object.fromEntries(
    ["accusations", "denials", "statements"].map((group) => [
      group,
      line("quiet", group) !== null && line("quiet", group) === line("full", group),
    ]),
  );
}
/** What is plain makes way, what is found at a glance does not. */
const PICTURES = { accusations: true, denials: true, statements: false };

stage("options", { style: "options/options.css" }, (_, test) => {
  test("density is chosen by two pictures", async ({ open }) => {
    const page = await open("", { width: 800 });
    assert.deepEqual(await page.evaluate(pictures), PICTURES);
    await page.evaluate(() => document.querySelectorAll<HTMLElement>("input[name=density]")[1]?.click());
    await page.waitForFunction(() => (window as unknown as { calls: Call[] }).calls.length > 0);
    assert.equal(((await last(page, "save")) as { density: string }).density, "full");
  });

  test("every article asks the browser first, and is given back", async ({ open }) => {
    const page = await open();
    await page.evaluate(() => document.querySelectorAll<HTMLInputElement>("input[name=when]")[2]?.click());
    await page.waitForFunction(() => (window as unknown as { calls: Call[] }).calls.length >= 2);
    assert.deepEqual((await calls(page))[0], ["request", ["http://*/*", "https://*/*"]]);
    assert.equal(((await last(page, "save")) as { when: string }).when, "all");
    await page.evaluate(() => document.querySelectorAll<HTMLInputElement>("input[name=when]")[0]?.click());
    await page.waitForFunction(() =>
      (window as unknown as { calls: Call[] }).calls.some(([name]) => name === "release"),
    );
  });

  test("a refusal changes nothing and is said", async ({ open }) => {
    const page = await open("refuse");
    await page.evaluate(() => document.querySelectorAll<HTMLInputElement>("input[name=when]")[2]?.click());
    await page.waitForFunction(() =>
      document.querySelector(".outcome")?.textContent?.includes("not given the permission"),
    );
    const state = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLInputElement>("input[name=when]")].map((input) => input.checked),
    );
    assert.deepEqual(state, [false, true, false]);
  });

  test("a site is taken from what is typed, and what is none is refused", async ({ open }) => {
    const page = await open();
    const field = "[data-hosts=excluded] input";
    await page.type(field, "https://Paper.Example/front\n");
    await page.waitForSelector("[data-hosts=excluded] li");
    assert.deepEqual(((await last(page, "save")) as { excluded: string[] }).excluded, ["paper.example"]);
    await page.type(field, "not a site\n");
    await page.waitForFunction(() =>
      document.querySelector(".outcome")?.textContent?.includes("not the name of a site"),
    );
    assert.equal((await page.$$("[data-hosts=excluded] li")).length, 1);
  });

  test("a colour that is hard to see is said to be", async ({ open }) => {
    const page = await open();
    await page.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>("[name=colour-denials]");
      if (!input) return;
      input.value = "#ffffcc";
      input.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await page.waitForSelector(".colour .warn");
    assert.match(await page.$eval(".colour .warn", (e) => e.textContent ?? ""), /Hard to see on light pages/);
    await page.locator(".colour .link").click();
    await page.waitForFunction(() => !document.querySelector(".colour .warn"));
  });

  test("corrections are listed one by one, without address or words unless the reader let us, and deleted", async ({
    open,
  }) => {
    const page = await open("corrected");
    await page.waitForSelector("[data-corrections] li");
    const list = () => page.$$eval("[data-corrections] li", (items) => items.map((e) => e.textContent ?? ""));
    const [hashed, clear] = await list();
    assert.match(hashed ?? "", /^Mar 4, 2026, page 01234567Kind: DenialDelete$/);
    assert.match(clear ?? "", /Mar 5, 2026, Iceland accuses Norway“hiding mackerel catches”Speaker: Iceland/);
    await page.locator("[data-corrections] li button").click();
    await page.waitForFunction(() => document.querySelectorAll("[data-corrections] li").length === 1);
    assert.deepEqual((await calls(page)).at(-1), ["forget", "0123456789abcdef", "1"]);
    assert.match((await list())[0] ?? "", /Iceland accuses Norway/);
  });

  test("settings that were set aside can be saved or deleted", async ({ open }) => {
    const page = await open("aside");
    await page.waitForSelector("[data-set-aside]");
    await page.evaluate(() => document.querySelectorAll<HTMLElement>("[data-set-aside] button")[1]?.click());
    await page.waitForFunction(() => !document.querySelector("[data-set-aside]"));
  });

  for (const theme of ["light", "dark"] as const) {
    test(`axe-core has nothing to say, and nothing is clipped, ${theme}`, async ({ open }) => {
      for (const [search, width] of [
        ["aside&corrected", 320],
        ["lang=de", 380],
        ["lang=fr", 800],
      ] as const) {
        const page = await open(search, { theme, width });
        await page.waitForSelector(".keys dt");
        await assertAccessible(page);
        await assertNothingClipped(page);
        await assertTargets(page);
      }
    });
  }
});

stage("reading", { style: "reading/reading.css" }, (_, test) => {
  test("has the whole text, with the words marked and labelled", async ({ open }) => {
    const page = await open();
    const read = await page.evaluate(() => {
      const copy = document.querySelector("article")?.cloneNode(true) as HTMLElement;
      for (const tag of copy.querySelectorAll(".tag")) {
        if (tag.previousSibling?.textContent === " ") tag.previousSibling.remove();
        tag.remove();
      }
      return [...copy.children].map((child) => child.textContent);
    });
    assert.equal(read.length, 11);
    assert.equal(
      read[4],
      "Norway has denied hiding any catches. “Every tonne is weighed and every weight is published,” said Lars Brekke, a spokesman for the Norwegian Fisheries Ministry.",
    );
    const marked = await page.$$eval("article h1 mark", (marks) =>
      marks.map((mark) => [mark.textContent, mark.className]),
    );
    assert.deepEqual(marked, [["hiding mackerel catches", "accusations"]]);
    assert.equal(
      await page.$eval("article h1 .tag", (tag) => tag.textContent),
      "[Iceland accuses: Accusation → Norway]",
    );
    const style = await page.$eval("article h1 mark", (mark) => getComputedStyle(mark).textDecorationStyle);
    assert.equal(style, "double");
  });

  test("what is copied keeps words and labels apart", async ({ open }) => {
    const page = await open();
    const copied = await page.evaluate(() => {
      const selection = getSelection();
      selection?.selectAllChildren(document.querySelector("article h1") as HTMLElement);
      return selection?.toString().replace(/\s+/g, " ") ?? "";
    });
    assert.match(copied, /hiding mackerel catches \[Iceland accuses: Accusation → Norway\] as talks stall/);
  });

  test("in class, labels and kinds are hidden until they are asked for", async ({ open }) => {
    const page = await open();
    await page.locator(".bar input").click();
    await page.waitForSelector("button.tag");
    assert.equal((await page.$$("article mark.accusations")).length, 0);
    assert.ok(!(await page.$eval("article", (e) => e.textContent ?? "")).includes("Accusation"));
    await page.locator("article h1 button.tag").click();
    await page.waitForSelector("article h1 mark.accusations");
    assert.equal((await page.$$("article mark.accusations")).length, 1);
  });

  test("prints black on white with address, day and what it is not", async ({ open, kind }) => {
    const page = await open("", { theme: "dark" });
    const source = await page.$eval(".source", (e) => e.textContent ?? "");
    for (const part of [
      "https://news.example/world/mackerel",
      "March 4, 2026",
      "Machine-made",
      "not that it is true",
    ]) {
      assert.ok(source.includes(part), part);
    }
    if (kind === "firefox") return; // WebDriver BiDi has no command for the print medium yet
    await page.emulateMediaType("print");
    const colours = await page.evaluate(() => {
      const mark = document.querySelector("mark") as HTMLElement;
      return [
        getComputedStyle(document.documentElement).backgroundColor,
        getComputedStyle(mark).textDecorationColor,
      ];
    });
    assert.deepEqual(colours, ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
    assert.equal(await page.$eval(".bar", (e) => getComputedStyle(e).display), "none");
  });

  for (const theme of ["light", "dark"] as const) {
    test(`axe-core has nothing to say, and nothing is clipped, ${theme}`, async ({ open }) => {
      for (const width of [320, 380, 800]) {
        const page = await open("", { theme, width });
        await assertNothingClipped(page);
        if (width === 380) continue;
        await page.locator(".bar input").click();
        await page.waitForSelector("button.tag");
        await assertAccessible(page);
      }
    });
  }
});

stage("welcome", { style: "welcome/welcome.css" }, (_, test) => {
  test("marks its story, and reads nothing else of itself", async ({ open }) => {
    const page = await open();
    const sizes = await page.evaluate(() =>
      ["accusations", "denials", "demands", "views", "statements"].map(
        (name) => CSS.highlights.get(`ascribe-${name}`)?.size ?? 0,
      ),
    );
    assert.deepEqual(sizes, [3, 3, 4, 1, 7]);
  });

  test("badge and density are chosen here, and kept", async ({ open }) => {
    const page = await open("", { width: 800 });
    const choose = async (selector: string) => {
      await page.locator(selector).click();
      return page.evaluate(() => (window as unknown as { saved(): Promise<object> }).saved());
    };
    assert.deepEqual(await choose("h1"), { badge: false, density: "quiet" });
    assert.deepEqual(await choose("input[name=badge]"), { badge: true, density: "quiet" });
    assert.deepEqual(await page.evaluate(pictures), PICTURES);
    await page.evaluate(() => document.querySelectorAll<HTMLElement>("input[name=density]")[1]?.click());
    assert.deepEqual(await choose("h1"), { badge: true, density: "full" });
  });

  test("a card opens over the story", async ({ open }) => {
    const page = await open("", { width: 800 });
    const at = await page.evaluate(() => {
      const words = CSS.highlights.get("ascribe-accusations");
      const range = [...(words as Iterable<Range>)][0] as Range;
      range.startContainer.parentElement?.scrollIntoView({ block: "center" });
      const { x, y, height } = range.getClientRects()[0] as DOMRect;
      return { x: x + 8, y: y + height / 2 };
    });
    await page.mouse.move(at.x + 40, at.y);
    await page.mouse.move(at.x, at.y);
    await page.waitForSelector("ascribe-card");
  });

  for (const theme of ["light", "dark"] as const) {
    test(`axe-core has nothing to say, and nothing is clipped, ${theme}`, async ({ open }) => {
      for (const [lang, width] of [
        ["en", 320],
        ["de", 380],
        ["es", 800],
      ] as const) {
        const page = await open(`lang=${lang}`, { theme, width });
        await assertNothingClipped(page);
        await assertTargets(page);
        await assertAccessible(page);
      }
    });
  }
});
