// A whole visit, every surface opened: not one request of ours leaves the extension.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { KINDS } from "../harness/browsers";
import { cardOpens } from "../harness/card";
import { marksWhen } from "../harness/marks";
import { type Watch, watchNetwork } from "../harness/network";
import { openPanel } from "../harness/panel";
import { tabInFront } from "../harness/state";
import { openSurface } from "../harness/surface";
import { pointOn, STORY } from "./site";
import { staged } from "./stage";

for (const kind of KINDS) {
  describe(`${kind}: the network`, () => {
    const on = staged(kind, {
      ready: async ({ reader }) => {
        watch = await watchNetwork(reader.running);
      },
    });
    let watch: Watch;

    it("is not used by us while a story is read and every surface opened", async () => {
      const { page, running } = on.reader;
      await page.goto(`${on.site.origin}${STORY}`);
      await marksWhen(page, (marks) => "denials" in marks);
      const { x, y } = await pointOn(page, "denials", "hiding any catches");
      await page.mouse.move(x - 40, y - 3);
      await page.mouse.move(x, y);
      await cardOpens(running, page);
      const panel = await openPanel(running, page);
      await panel.waitFor(() => document.querySelector("[data-actor]") !== null);
      for (const path of ["options.html", "welcome.html", "reading.html"]) {
        const surface = await openSurface(running, path);
        await surface.waitFor(() => (document.body.textContent ?? "").trim() !== "");
        await surface.close();
      }
      await panel.close();
      const own = [STORY, "/article.css", "/favicon.ico"].map((path) => on.site.origin + path);
      const asked = await watch.asked();
      const foreign = asked.filter(({ by, url }) => by === "extension" || !own.includes(url));
      assert.deepEqual(foreign, []);
    });

    it("would not have been used unseen", async () => {
      const { page, inside } = on.reader;
      const url = `${on.site.origin}/seen`;
      // The extension's own policy lets nothing out; a content script is under that of its page.
      const refused = await inside.evaluate(
        (url: string) =>
          fetch(url).then(
            () => false,
            () => true,
          ),
        url,
      );
      assert.ok(refused, "the policy let a request out");
      assert.ok(!(await watch.asked()).some((asked) => asked.by === "page" && asked.url === url));
      await page.bringToFront();
      await inside.evaluate(
        ({ tab, url }) =>
          chrome.scripting.executeScript({
            target: { tabId: tab },
            func: (url: string) => fetch(url).then((answer) => answer.status),
            args: [url],
          }),
        { tab: await tabInFront(inside), url },
      );
      assert.ok(
        (await watch.asked()).some((asked) => asked.url === url),
        "the watch saw nothing",
      );
    });
  });
}
