// A page that is not looked at for a while: its tab behind another, or left and come back to while the browser keeps
// it alive.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { samplePage } from "../harness/article";
import { KINDS } from "../harness/browsers";
import { marksOf, marksWhen } from "../harness/marks";
import { startReader } from "../harness/reader";
import { page as pageAt, type Route, serve } from "../harness/server";
import { has, STORY } from "./site";
import { staged } from "./stage";

const LATE = "Harbour master Tove Lund accused the fleet of dumping nets at sea.";

/** The story, which the browser may keep: what must not be stored is not kept alive either. */
const kept = (path: string): Route => {
  const route = pageAt(path, samplePage());
  return async (url, request) => {
    const answer = await route(url, request);
    return answer && { ...answer, headers: { ...answer.headers, "cache-control": "max-age=60" } };
  };
};

for (const kind of KINDS) {
  describe(`${kind}: a page out of sight`, () => {
    const on = staged(kind, {
      site: () => serve([kept(STORY), kept("/news/second.html")]),
      start: (kind) => startReader(kind, { backForward: true }),
    });

    it("is left alone while its tab is hidden, and read when it is shown", async () => {
      const { page, running } = on.reader;
      await page.goto(`${on.site.origin}${STORY}`);
      const before = await marksWhen(page, (marks) => "denials" in marks);
      const other = await running.browser.newPage();
      await other.bringToFront();
      await page.waitForFunction(() => document.hidden, { polling: 50 });
      await page.evaluate((words) => {
        const late = document.createElement("p");
        late.textContent = words;
        document.querySelector("#story")?.append(late);
      }, LATE);
      // The other tab is marked meanwhile; this one, which changed before, is not.
      await other.goto(`${on.site.origin}/news/second.html`);
      await marksWhen(other, (marks) => "denials" in marks);
      assert.deepEqual(await marksOf(page), before);
      await other.close();
      await page.bringToFront();
      await marksWhen(page, (marks) => has(marks, "accusations", "dumping nets"));
    });

    it("that opens hidden is marked when it is shown", async () => {
      const { page, running } = on.reader;
      const other = await running.browser.newPage();
      await page.bringToFront();
      await other.waitForFunction(() => document.hidden, { polling: 50 });
      await other.goto(`${on.site.origin}/news/second.html`);
      await page.goto(`${on.site.origin}${STORY}`);
      await marksWhen(page, (marks) => "denials" in marks);
      assert.deepEqual(await marksOf(other), {});
      await other.bringToFront();
      await marksWhen(other, (marks) => "denials" in marks);
      await other.close();
      await page.bringToFront();
    });

    it("has its marks and their lines when the browser brings it back alive, and is watched again", async () => {
      const { page } = on.reader;
      await page.goto(`${on.site.origin}${STORY}`);
      await page.evaluate(() => {
        addEventListener("pageshow", ({ persisted }) => {
          document.title = persisted ? "alive" : "loaded";
        });
      });
      await marksWhen(page, (marks) => "denials" in marks);
      await page.goto(`${on.site.origin}/news/second.html`);
      await marksWhen(page, (marks) => "denials" in marks);
      // Not the driver's own: it waits for a load, and a page that lives on does not load.
      await page.evaluate(() => void setTimeout(() => history.back()));
      await page.waitForFunction(() => document.title === "alive", { polling: 50 });
      await marksWhen(page, (marks) => "denials" in marks);
      await page.waitForFunction(
        () =>
          getComputedStyle(document.body, "::highlight(ascribe-denials)").textDecorationStyle === "dashed",
        { polling: 50 },
      );
      await page.evaluate((words) => {
        const late = document.createElement("p");
        late.textContent = words;
        document.querySelector("#story")?.append(late);
      }, LATE);
      await marksWhen(page, (marks) => has(marks, "accusations", "dumping nets"));
    });
  });
}
