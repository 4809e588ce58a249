// The card on a page that does its worst: what it says, that it is all that we add to the page, and its accessibility.
// Leaves out where it stands (card-place), keys and presses (card-keys) and the form (card-correct).

import assert from "node:assert/strict";
import { type CardWindow, calls, geometry, isOpen, press, text } from "./card-page";
import { assertAccessible, stage } from "./stage";

declare const window: CardWindow & typeof globalThis;

stage("card", { csp: true }, (_, test) => {
  test("says who accuses whom of what, by which words, and what is replied", async ({ open }) => {
    assert.deepEqual(await text(await open("show=0")), [
      "Accusation → Norway",
      "Who says so",
      "Iceland",
      "Says",
      "hiding mackerel catches",
      "Words used",
      "“accuses” the reporter’s words",
      "Reply here",
      "Oslo “denies the charge” Jump",
    ]);
  });

  test("says how an actor was worked out, and through whom it speaks", async ({ open }) => {
    const denial = await text(await open("show=1"));
    assert.equal(denial[2], "Norway “Oslo”, worked out from nearby text");
    const spoken = await text(await open("show=7"));
    assert.deepEqual(spoken.slice(3, 5), ["Through", "Lars Brekke"]);
    const unnamed = await text(await open("show=11"));
    assert.equal(unnamed[2], "Two officials close to the talks not named in the article");
  });

  test("lists nested marks, the outermost first, on one card", async ({ open }) => {
    const headings = (await text(await open("show=16,17"))).filter((line) =>
      /^(Accusation|Denial)/.test(line),
    );
    assert.deepEqual(headings, ["Accusation → Iceland", "Denial"]);
  });

  test("its root is closed, and it is the only thing added to the page", async ({ open }) => {
    const page = await open("show=0");
    assert.equal(await page.evaluate(() => window.shadowMode), "closed");
    assert.equal(await page.evaluate(() => document.querySelectorAll("ascribe-card").length), 1);
    assert.equal(await page.evaluate(() => document.querySelector("ascribe-card")?.shadowRoot), null);
    await page.evaluate(() => window.card.remove());
    assert.equal(await page.evaluate(() => document.querySelectorAll("ascribe-card").length), 0);
  });

  test("the page's styles do not reach it", async ({ open }) => {
    const page = await open("show=0", { width: 800 });
    const style = await page.evaluate(() => {
      const card = window.shadow.querySelector(".card") as HTMLElement;
      const { fontSize, letterSpacing, opacity, color, display } = getComputedStyle(card);
      return { fontSize, letterSpacing, opacity, color, display, wide: card.getBoundingClientRect().width };
    });
    assert.equal(style.fontSize, "14px");
    assert.equal(style.letterSpacing, "normal");
    assert.equal(style.opacity, "1");
    assert.equal(style.color, "rgb(29, 29, 31)");
    assert.equal(style.display, "flex");
    assert.ok(style.wide <= 376);
  });

  test("its buttons jump, keep to a speaker and correct", async ({ open }) => {
    const page = await open("show=0");
    await press(page, "only");
    await press(page, "jump");
    assert.deepEqual(await calls(page), [["only", 0], ["dismissed"], ["jump", 1]]);
    assert.equal(await isOpen(page), false);
  });

  test("has a link to its passage", async ({ open }) => {
    const page = await open("show=9");
    await page.evaluate(() => {
      Object.defineProperty(navigator, "clipboard", {
        value: { writeText: async (text: string) => void window.calls.push(text) },
      });
    });
    await press(page, "link");
    await page.waitForFunction(() => window.calls.length > 0);
    assert.match(String((await calls(page))[0]), /card\.html\?.*#:~:text=2%2C000%20jobs%20could%20be%20lost/);
  });

  test("a host that the page removes comes back at the next show", async ({ open }) => {
    const page = await open("show=0");
    await page.evaluate(() => {
      document.querySelector("ascribe-card")?.remove();
      window.card.show(window.passage([3]));
    });
    assert.ok((await geometry(page)).shown);
  });

  for (const theme of ["light", "dark"] as const) {
    test(`axe-core has nothing to say about card and form, ${theme}`, async ({ open }) => {
      const page = await open("show=16,17", { theme, width: 700 });
      // axe-core cannot look into a closed root: the same card, moved into an open one.
      await page.evaluate(openUp);
      await assertAccessible(page, "#open");
      const form = await open("show=0", { theme, width: 700 });
      await press(form, "correct");
      await form.evaluate(openUp);
      await assertAccessible(form, "#open");
    });
  }

  test("every control is at least 24 px", async ({ open }) => {
    const page = await open("show=0");
    const sizes = await page.evaluate(() =>
      [...window.shadow.querySelectorAll("button")].map((button) => {
        const { width, height } = button.getBoundingClientRect();
        return Math.min(width, height);
      }),
    );
    assert.ok(sizes.length >= 5);
    assert.ok(Math.min(...sizes) >= 24, sizes.join());
  });
});

/** Runs in the page: the card's own nodes and sheets in an open root. */
function openUp(): void {
  const card = window.shadow.querySelector(".card") as HTMLElement;
  const sheets = [...window.shadow.adoptedStyleSheets];
  const host = document.createElement("div");
  host.id = "open";
  document.adoptedStyleSheets = [];
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = sheets;
  document.querySelector("main")?.replaceChildren(host);
  card.hidePopover();
  card.removeAttribute("popover");
  // In place of what place.ts gave it: here nothing scrolls.
  card.style.cssText = "position: static; max-block-size: none; max-inline-size: 376px";
  root.append(card);
}
