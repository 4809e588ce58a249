// How the card closes and where the focus goes: it leaves the page's focus and scroll alone.

import assert from "node:assert/strict";
import { type CardWindow, calls, geometry, isOpen } from "./card-page";
import { stage } from "./stage";

declare const window: CardWindow & typeof globalThis;

stage("card", { csp: true }, (_, test) => {
  test("on hover it takes neither focus nor scroll; by keyboard it takes the focus and gives it back", async ({
    open,
  }) => {
    const page = await open("show=0&focus");
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Subscribe");
    assert.equal(await page.evaluate(() => scrollY), 0);
    const keyed = await open("show=0&focus&keyboard");
    assert.equal(await keyed.evaluate(() => document.activeElement?.tagName), "ASCRIBE-CARD");
    await keyed.keyboard.press("Tab");
    assert.equal(await keyed.evaluate(() => window.shadow.activeElement?.getAttribute("data-do")), "jump");
    await keyed.keyboard.press("Escape");
    assert.equal(await isOpen(keyed), false);
    assert.equal(await keyed.evaluate(() => document.activeElement?.textContent), "Subscribe");
  });

  test("Escape closes without moving the pointer and stays with us", async ({ open }) => {
    const page = await open("show=0");
    await page.evaluate(() => addEventListener("keydown", () => window.calls.push("the page saw it")));
    await page.keyboard.press("Escape");
    assert.equal(await isOpen(page), false);
    assert.deepEqual(await calls(page), [["dismissed"]]);
    await page.keyboard.press("Escape");
    assert.deepEqual(await calls(page), [["dismissed"], "the page saw it"]);
  });

  test("a press elsewhere closes it, one on the card does not", async ({ open }) => {
    const page = await open("show=0");
    const box = await geometry(page);
    await page.mouse.click(box.left + 20, box.top + 12);
    assert.equal(await isOpen(page), true);
    // Letters are higher in one browser than in the other: the card may leave room below or above.
    const outside = box.bottom + 20 < box.height ? box.bottom + 20 : box.top - 20;
    assert.ok(outside > 0 && outside < box.height, "the card leaves a place to press beside it");
    await page.mouse.click(box.left + 20, outside);
    assert.equal(await isOpen(page), false);
  });

  test("in the form Tab goes around: nothing filled in is lost, and the page does not move", async ({
    open,
  }) => {
    const page = await open("show=4&keyboard");
    await page.evaluate(() => window.shadow.querySelector<HTMLElement>("[data-do=correct]")?.click());
    const now = () =>
      page.evaluate(() => {
        const at = window.shadow.activeElement;
        return at?.getAttribute("name") ?? at?.getAttribute("data-do") ?? at?.className;
      });
    const first = await page.evaluate(() => {
      const cancel = window.shadow.querySelector<HTMLElement>("[data-do=cancel]");
      cancel?.focus();
      return scrollY;
    });
    await page.keyboard.press("Tab");
    const around = await now();
    assert.ok(around === "kind" || around === "middle fields", String(around));
    await page.keyboard.down("Shift");
    await page.keyboard.press("Tab");
    await page.keyboard.up("Shift");
    assert.equal(await now(), "cancel");
    assert.equal(await isOpen(page), true);
    assert.equal(await page.evaluate(() => scrollY), first);
  });

  test("past its last button Tab goes on where the words are, and back before them", async ({ open }) => {
    for (const [back, wanted] of [
      [false, "after"],
      [true, "Subscribe"],
    ] as const) {
      const page = await open("show=4&keyboard");
      await page.evaluate(() => {
        for (const [where, name] of [
          [8, "after"],
          [10, "far"],
        ] as const) {
          const link = document.createElement("a");
          link.href = "#";
          link.textContent = name;
          document.querySelectorAll("main > p")[where]?.append(link);
        }
      });
      if (back) await page.keyboard.down("Shift");
      else await page.evaluate(() => window.shadow.querySelector<HTMLElement>("[data-do=close]")?.focus());
      await page.keyboard.press("Tab");
      if (back) await page.keyboard.up("Shift");
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), wanted);
      assert.equal(await isOpen(page), false);
    }
  });
});
