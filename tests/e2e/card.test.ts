// The card beside the words, by mouse and by keyboard.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { KINDS } from "../harness/browsers";
import { cardCloses, cardOpens, cardPlace } from "../harness/card";
import { marksWhen } from "../harness/marks";
import { openPanel } from "../harness/panel";
import { tabInFront } from "../harness/state";
import { LONG, pointOn, STORY } from "./site";
import { staged } from "./stage";

const FOOT = "Shows that someone said this, not whether it is true.";

for (const kind of KINDS) {
  describe(`${kind}: card`, () => {
    const on = staged(kind);

    for (const policy of ["", "?csp=strict"]) {
      it(`opens where the pointer rests, and Esc closes it${policy}`, async () => {
        const { page, running } = on.reader;
        await page.goto(`${on.site.origin}${STORY}${policy}`);
        await marksWhen(page, (marks) => "denials" in marks);
        const { x, y } = await pointOn(page, "denials", "hiding any catches");
        await page.mouse.move(x - 40, y - 3);
        await page.mouse.move(x, y);
        const text = await cardOpens(running, page);
        assert.match(text, /Denial/);
        assert.match(text, /Norway/);
        assert.ok(text.includes(FOOT), text);
        await page.keyboard.press("Escape");
        await cardCloses(running, page);
      });
    }

    it("opens by the commands of the keyboard, one mark after another", async () => {
      const { page, running, inside } = on.reader;
      await page.goto(`${on.site.origin}${STORY}`);
      await page.bringToFront();
      await marksWhen(page, (marks) => "denials" in marks);
      const tab = await tabInFront(inside);
      // What the background sends on the command: the browsers give no driver the key itself.
      const command = (type: "next" | "previous") =>
        inside.evaluate(({ tab, type }) => chrome.tabs.sendMessage(tab, { type }), { tab, type });
      await command("next");
      const first = await cardOpens(running, page);
      await command("next");
      let second = first;
      while (second === first) second = await cardOpens(running, page);
      assert.notEqual(second, first);
      await page.keyboard.press("Escape");
      await cardCloses(running, page);
    });

    it("opens at each step on a page of many screens, also one that scrolls smoothly", async () => {
      const { page, running, inside } = on.reader;
      await page.goto(`${on.site.origin}${LONG}`);
      await page.bringToFront();
      await marksWhen(page, (marks) => "denials" in marks);
      const tab = await tabInFront(inside);
      let before = "";
      for (let step = 0; step < 5; step++) {
        await inside.evaluate((tab) => chrome.tabs.sendMessage(tab, { type: "next" }), tab);
        const now = await cardOpens(running, page);
        if (step > 0) assert.notEqual(now, before);
        before = now;
        const { top, bottom } = (await cardPlace(running, page)) ?? { top: -1, bottom: -1 };
        const height = await page.evaluate(() => innerHeight);
        assert.ok(top >= 0 && bottom <= height + 0.5, `step ${step}: ${top} to ${bottom} of ${height}`);
      }
      assert.ok((await page.evaluate(() => scrollY)) > 1000, "it went down the page");
      await page.keyboard.press("Escape");
      await cardCloses(running, page);
    });

    it("and the row of a panel at the side are about the same mark, and let go together", async () => {
      const { page, running, inside } = on.reader;
      await page.goto(`${on.site.origin}${STORY}`);
      await page.bringToFront();
      await marksWhen(page, (marks) => "denials" in marks);
      const tab = await tabInFront(inside);
      const panel = await openPanel(running, page, "side");
      await panel.waitFor(() => document.querySelector("[data-actor]") !== null);
      await page.bringToFront();
      await inside.evaluate((tab) => chrome.tabs.sendMessage(tab, { type: "next" }), tab);
      const card = await cardOpens(running, page);
      const row = await panel.waitFor(
        () => document.querySelector<HTMLElement>("[data-passage][aria-current=true]")?.textContent,
      );
      const kind = card.trim().split(/\s/)[0] ?? "";
      assert.ok(kind.length > 3 && row.includes(kind), `${row}\nis not about\n${card}`);
      await page.keyboard.press("Escape");
      await cardCloses(running, page);
      await panel.waitFor(() => document.querySelector("[data-passage][aria-current]") === null);
      await panel.evaluate(() =>
        document.querySelector("[data-passage]")?.dispatchEvent(new PointerEvent("pointerenter")),
      );
      await marksWhen(page, (marks) => "flash" in marks);
      await panel.close();
    });
  });
}
