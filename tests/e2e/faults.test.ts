// What fails around us: the background is stopped, the engine cannot start, storage holds what is not
// ours, the extension is loaded anew under an open page. The reader's page goes on in each case.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { KINDS } from "../harness/browsers";
import { listen } from "../harness/faults";
import { marksOf, marksWhen } from "../harness/marks";
import { change, type Reader, startReader, startWithoutEngine } from "../harness/reader";
import type { Server } from "../harness/server";
import { settledState, tabInFront } from "../harness/state";
import { stopBackground } from "../harness/stop";
import { openSurface } from "../harness/surface";
import { STORY, serveSite } from "./site";

/** So many changes of a page are enough for a script that stands alone to have noticed one. */
const MOST_ROUNDS = 150;

for (const kind of KINDS) {
  describe(`${kind}: faults`, () => {
    let site: Server;
    let reader: Reader;
    before(async () => {
      site = await serveSite();
      reader = await startReader(kind);
    });
    after(async () => {
      await reader?.running.browser.close();
      await site?.close();
    });

    it("a background that was stopped answers the next page", async () => {
      const { page, running } = reader;
      await page.goto(`${site.origin}${STORY}`);
      const first = await marksWhen(page, (marks) => "denials" in marks);
      await stopBackground(running);
      await page.goto(`${site.origin}/news/second.html`);
      assert.deepEqual(await marksWhen(page, (marks) => "denials" in marks), first);
    });

    it("a background stopped while it is asked is asked again", async () => {
      const { page, running } = reader;
      for (let i = 0; i < 5; i++) {
        const loading = page.goto(`${site.origin}${STORY}?${i}`);
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
        const { page, inside } = reader;
        await inside.evaluate((settings) => chrome.storage.local.set({ settings }), stored);
        await page.goto(`${site.origin}${STORY}`);
        await page.bringToFront();
        const state = await settledState(inside, await tabInFront(inside));
        assert.ok(typeof state === "object" && state.status === "marked", JSON.stringify(state));
        const kept = await inside.waitFor(
          async () => (await chrome.storage.local.get("settings-set-aside"))["settings-set-aside"],
        );
        const { problem: said, value } = kept as { problem: string; value: unknown };
        assert.deepEqual([said, value], [problem, stored]);
        const options = await openSurface(reader.running, "options.html");
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
      await page.goto(`${site.origin}${STORY}`);
      await page.bringToFront();
      const tab = await tabInFront(inside);
      const state = await settledState(inside, tab);
      assert.ok(typeof state === "object" && state.status === "failed", JSON.stringify(state));
      assert.deepEqual(await marksOf(page), {});
      assert.deepEqual(faults.page(), []);
      await restore();
      const panel = await openSurface(running, `panel.html?tab=${tab}`);
      await panel.click("[data-state=failed] button");
      // Behind another tab a page is not read again.
      await page.bringToFront();
      await marksWhen(page, (marks) => "denials" in marks);
      await running.browser.close();
    });

    // Firefox ends the scripts of an extension with it, so that none is left that could tidy up.
    if (kind === "chromium")
      it("an extension loaded anew leaves the open page whole, and takes its marks away", async () => {
        const { page, running, inside } = reader;
        await page.goto(`${site.origin}${STORY}`);
        await marksWhen(page, (marks) => "denials" in marks);
        const faults = await listen(running, page);
        await inside.evaluate(() => {
          // Later than the answer to this, which the reload would cut off.
          setTimeout(() => chrome.runtime.reload());
        });
        // A change of the page is what shows the script that it stands alone.
        const changes = async () => {
          for (let round = 0; round < MOST_ROUNDS; round += 1) {
            await page.evaluate(() => {
              const paragraph = document.createElement("p");
              paragraph.textContent = "The harbour master said the port was open again.";
              document.querySelector("#story")?.append(paragraph);
            });
            if (Object.keys(await marksOf(page)).length === 0) return;
            await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
          }
        };
        await changes();
        assert.deepEqual(await marksOf(page), {});
        assert.deepEqual(faults.page(), []);
      });
  });
}
