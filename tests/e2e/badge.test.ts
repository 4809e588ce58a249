// The badge of the toolbar button: none until the reader asks for it on the welcome page, then the number of accusations
// and denials of each page. The button itself is in button.test.ts.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { KINDS } from "../harness/browsers";
import { marksWhen } from "../harness/marks";
import { settledState, tabInFront } from "../harness/state";
import { openSurface } from "../harness/surface";
import { STORY } from "./site";
import { staged } from "./stage";

for (const kind of KINDS) {
  describe(`${kind}: the badge`, () => {
    const on = staged(kind);

    /** What the button says of the story, loaded anew. */
    async function told(path: string): Promise<{ tab: number; text: string }> {
      const { page, inside } = on.reader;
      await page.goto(`${on.site.origin}${path}`);
      await page.bringToFront();
      await marksWhen(page, (marks) => "denials" in marks);
      const tab = await tabInFront(inside);
      // Its title, with the number of passages, is given after it.
      await inside.waitFor(async (tabId) => /\d/.test(await chrome.action.getTitle({ tabId })), tab);
      return { tab, text: await inside.evaluate((tabId) => chrome.action.getBadgeText({ tabId }), tab) };
    }

    it("has the number of accusations and denials, once the reader wants that", async () => {
      const { running, inside } = on.reader;
      assert.equal((await told(STORY)).text, "", "off until it is asked for");
      const welcome = await openSurface(running, "welcome.html");
      await welcome.bringToFront();
      await welcome.click("input[name=badge]");
      await inside.waitFor(
        async () =>
          ((await chrome.storage.local.get("settings"))["settings"] as { badge?: boolean } | undefined)
            ?.badge,
      );
      await welcome.close();
      const { tab, text } = await told("/news/second.html");
      const state = await settledState(inside, tab);
      assert.ok(typeof state === "object" && state.analysis);
      const clashes = state.analysis.attributions.filter(({ kind }) => /accusation|denial/.test(kind));
      assert.ok(clashes.length > 0);
      assert.equal(text, String(clashes.length));
    });
  });
}
