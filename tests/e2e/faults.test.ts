// What fails around us: the background is stopped, the engine cannot start, storage holds what is not
// ours, the extension is loaded anew under an open page. The reader's page goes on in each case.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { KINDS } from "../harness/browsers";
import { listen } from "../harness/faults";
import { marksOf, marksWhen } from "../harness/marks";
import { openPanel } from "../harness/panel";
import { change, startWithoutEngine } from "../harness/reader";
import { settledState, tabInFront } from "../harness/state";
import { stopBackground } from "../harness/stop";
import { openSurface } from "../harness/surface";
import { STORY } from "./site";
import { staged } from "./stage";

for (const kind of KINDS) {
  describe(`${kind}: faults`, () => {
    const on = staged(kind);

    it("a background that was stopped answers the next page", async () => {
      const { page, running } = on.reader;
      await page.goto(`${on.site.origin}${STORY}`);
      const first = await marksWhen(page, (marks) => "denials" in marks);
      await stopBackground(running);
      await page.goto(`${on.site.origin}/news/second.html`);
      assert.deepEqual(await marksWhen(page, (marks) => "denials" in marks), first);
    });

    it("a background stopped while it is asked is asked again", async () => {
      const { page, running } = on.reader;
      for (let i = 0; i < 5; i++) {
        const loading = page.goto(`${on.site.origin}${STORY}?${i}`);
        await stopBackground(running);
        await loading;
        await marksWhen(page, (marks) => "accusations" in marks && "denials" in marks);
      }
    });

    for (const [what, stored, problem] of [
      ["what is not ours", "a text", "corrupt"],
      ["settings of a later version", { version: 9_999, when: "never" }, "newer"],
    ] as const) {
      it(`storage that holds ${what} gives the defaults, and keeps it aside`, async () => {
        const { page, inside } = on.reader;
        await inside.evaluate((settings) => chrome.storage.local.set({ settings }), stored);
        await page.goto(`${on.site.origin}${STORY}`);
        await page.bringToFront();
        const state = await settledState(inside, await tabInFront(inside));
        assert.ok(typeof state === "object" && state.status === "marked", JSON.stringify(state));
        const kept = await inside.waitFor(
          async () => (await chrome.storage.local.get("settings-set-aside"))["settings-set-aside"],
        );
        const { problem: said, value } = kept as { problem: string; value: unknown };
        assert.deepEqual([said, value], [problem, stored]);
        const options = await openSurface(on.reader.running, "options.html");
        await options.waitFor(() => document.querySelector("[data-set-aside]") !== null);
        await options.close();
        await change(inside, { when: "sites", sites: ["127.0.0.1"] });
        await inside.waitFor(async () => (await chrome.scripting.getRegisteredContentScripts()).length > 0);
      });
    }

    it("an engine that cannot start is said to the reader, and asked again when it can", async () => {
      const { reader, restore } = await startWithoutEngine(kind);
      const { page, inside, running } = reader;
      const faults = await listen(running, page);
      await page.goto(`${on.site.origin}${STORY}`);
      await page.bringToFront();
      const tab = await tabInFront(inside);
      const state = await settledState(inside, tab);
      assert.ok(typeof state === "object" && state.status === "failed", JSON.stringify(state));
      assert.deepEqual(await marksOf(page), {});
      assert.deepEqual(faults.page(), []);
      await restore();
      const panel = await openPanel(running, page);
      await panel.click("[data-state=failed] button");
      // Behind another tab a page is not read again.
      await page.bringToFront();
      await marksWhen(page, (marks) => "denials" in marks);
      await running.browser.close();
    });

    // Firefox ends the scripts of an extension with it, so that none is left that could tidy up.
    if (kind === "chromium")
      it("an extension loaded anew leaves the open page whole, and takes its marks away", async () => {
        const { page, running, inside } = on.reader;
        await page.goto(`${on.site.origin}${STORY}`);
        await marksWhen(page, (marks) => "denials" in marks);
        const faults = await listen(running, page);
        await inside.evaluate(() => {
          // Later than the answer to this, which the reload would cut off.
          setTimeout(() => chrome.runtime.reload());
        });
        // A change of the page is what shows the script that it stands alone: one a frame, until it has seen one.
        await page.waitForFunction(
          () => {
            if (![...CSS.highlights.keys()].some((name) => name.startsWith("ascribe-"))) return true;
            const last = document.querySelector("#story p:last-of-type");
            if (last) last.textContent += " The port was open.";
            return false;
          },
          { polling: "raf" },
        );
        assert.deepEqual(await marksOf(page), {});
        assert.deepEqual(faults.page(), []);
      });
  });
}
