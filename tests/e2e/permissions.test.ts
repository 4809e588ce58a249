// Asking the browser for more than the button gives. Firefox grants an optional permission at a real
// click (a preference answers its dialog); Chromium lets no driver grant one, so there the refusal is
// tested here, and the granted state everywhere else with a package that differs only in that key.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { KINDS, type Running, start } from "../harness/browsers";
import { marksOf, marksWhen } from "../harness/marks";
import { built } from "../harness/packages";
import type { Server } from "../harness/server";
import { settledState, tabInFront } from "../harness/state";
import { openSurface, type Surface } from "../harness/surface";
import { STORY, serveSite } from "./site";

for (const kind of KINDS) {
  describe(`${kind}: permissions`, () => {
    let running: Running;
    let site: Server;
    let options: Surface;
    before(async () => {
      site = await serveSite();
      running = await start(kind, { extension: built(kind) });
      options = await openSurface(running, "options.html");
    });
    after(async () => {
      await running?.browser.close();
      await site?.close();
    });

    it("a site in the list without the browser's permission is not marked", async () => {
      await options.evaluate(async () => {
        const { settings } = await chrome.storage.local.get("settings");
        await chrome.storage.local.set({
          settings: { ...(settings as object), version: 1, when: "sites", sites: ["127.0.0.1"] },
        });
      });
      const page = await running.browser.newPage();
      await page.goto(`${site.origin}${STORY}`);
      await page.bringToFront();
      assert.equal(await settledState(options, await tabInFront(options)), "unreadable");
      assert.deepEqual(await marksOf(page), {});
      await page.close();
    });

    if (kind === "firefox") {
      it("every article is marked once the reader has chosen so and the browser agreed, and no longer after", async () => {
        const radio = 'input[name="when"]';
        await options.waitFor((radio: string) => document.querySelectorAll(radio).length === 3, radio);
        const chosen = (n: number) =>
          options.evaluate(
            ({ radio, n }) => document.querySelectorAll(radio)[n]?.setAttribute("id", `when-${n}`),
            { radio, n },
          );
        await chosen(2);
        await options.click("#when-2");
        await options.waitFor(() => chrome.permissions.contains({ origins: ["http://*/*", "https://*/*"] }));
        await options.waitFor(async () => (await chrome.scripting.getRegisteredContentScripts()).length > 0);
        const page = await running.browser.newPage();
        await page.goto(`${site.origin}${STORY}?csp=strict`);
        await marksWhen(page, (marks) => "accusations" in marks && "denials" in marks);
        await page.close();

        await chosen(0);
        await options.click("#when-0");
        await options.waitFor(
          async () => (await chrome.scripting.getRegisteredContentScripts()).length === 0,
        );
        await options.waitFor(
          async () => !(await chrome.permissions.contains({ origins: ["http://*/*", "https://*/*"] })),
        );
      });
    }
  });
}
