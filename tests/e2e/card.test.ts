// The card beside the words, by mouse and by keyboard.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { KINDS } from "../harness/browsers";
import { cardCloses, cardOpens } from "../harness/card";
import { marksWhen } from "../harness/marks";
import { tabInFront } from "../harness/state";
import { pointOn, STORY } from "./site";
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
  });
}
