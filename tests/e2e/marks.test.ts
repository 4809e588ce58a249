// A page that the reader lets Ascribe mark by itself: which words, in which lines, and nothing else.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { KINDS } from "../harness/browsers";
import { type Faults, listen } from "../harness/faults";
import { marksOf, marksWhen } from "../harness/marks";
import { change } from "../harness/reader";
import { settledState, tabInFront } from "../harness/state";
import { has, STORY } from "./site";
import { staged } from "./stage";

for (const kind of KINDS) {
  describe(`${kind}: marks`, () => {
    const on = staged(kind, {
      ready: async ({ reader }) => {
        faults = await listen(reader.running, reader.page);
      },
    });
    let faults: Faults;

    for (const policy of ["", "?csp=strict"]) {
      it(`stand on the words of the story${policy}`, async () => {
        const { page } = on.reader;
        await page.goto(`${on.site.origin}${STORY}${policy}`);
        const marks = await marksWhen(page, (marks) => "accusations" in marks && "denials" in marks);
        assert.ok(has(marks, "accusations", "under-reporting its mackerel catches"), JSON.stringify(marks));
        assert.ok(has(marks, "denials", "hiding any catches"), JSON.stringify(marks));
        assert.ok(has(marks, "demands", "send inspectors to the ports"), JSON.stringify(marks));
        assert.ok(has(marks, "statements", "at least 40 trawlers"), JSON.stringify(marks));
      });

      it(`have a line style for each group${policy}`, async () => {
        // The sheet comes by way of the background, a moment after the ranges.
        await on.reader.page.waitForFunction(() => {
          const lines = {
            accusations: "double",
            denials: "dashed",
            demands: "solid",
            views: "dotted",
            statements: "solid",
          };
          return Object.entries(lines).every(([group, line]) => {
            const style = getComputedStyle(document.body, `::highlight(ascribe-${group})`);
            return style.textDecorationLine === "underline" && style.textDecorationStyle === line;
          });
        });
      });
    }

    it("leave the page's DOM as it is where the site is switched off", async () => {
      const { page, inside } = on.reader;
      await page.goto(`${on.site.origin}${STORY}`);
      await marksWhen(page, (marks) => "denials" in marks);
      const marked = await page.content();
      await change(inside, { excluded: ["127.0.0.1"], sites: [] });
      await inside.waitFor(async () => (await chrome.scripting.getRegisteredContentScripts()).length === 0);
      await page.reload();
      assert.equal(await settledState(inside, await tabInFront(inside)), "excluded");
      assert.deepEqual(await marksOf(page), {});
      assert.equal(await page.content(), marked);
      await change(inside, { when: "sites", sites: ["127.0.0.1"] });
    });

    it("come and go without an exception of ours or an error of the page", async () => {
      assert.deepEqual(await faults.ours(), []);
      assert.deepEqual(faults.page(), []);
    });
  });
}
