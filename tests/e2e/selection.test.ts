// "Who says this?" of the selection's menu, on a page that nothing is loaded into. No driver can open a browser's
// menu: the test sends what the background sends when it is pressed.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ARTICLE_CSS, pageOfText, STORY, samplePage } from "../harness/article";
import { KINDS } from "../harness/browsers";
import { cardCloses, cardOpens } from "../harness/card";
import { marksOf } from "../harness/marks";
import { change } from "../harness/reader";
import { askAbout } from "../harness/selecting";
import { page as pageAt, serve } from "../harness/server";
import { staged } from "./stage";

const NORWEGIAN =
  "Havnerådet i Tolvik sa mandag at det hadde sett olje på vannet, og at det ikke var første gang i år.";

for (const kind of KINDS) {
  describe(`${kind}: who says the selection`, () => {
    const on = staged(kind, {
      site: () =>
        serve([
          pageAt("/article.css", ARTICLE_CSS, "text/css; charset=utf-8"),
          pageAt(STORY, samplePage()),
          pageAt("/news/norsk.html", pageOfText(`Olje i havnen\n\n${`${NORWEGIAN} `.repeat(6)}`)),
        ]),
      // As at first: pages are read when the reader asks.
      ready: async ({ reader: { inside } }) => {
        await change(inside, {});
        await inside.waitFor(async () => (await chrome.scripting.getRegisteredContentScripts()).length === 0);
      },
    });

    /** Selects the first of these words on a page just loaded, and asks. */
    async function ask(path: string, words: string): Promise<void> {
      const { page } = on.reader;
      await page.goto(`${on.site.origin}${path}`);
      await page.bringToFront();
      assert.deepEqual(await marksOf(page), {});
      await askAbout(on.reader, words);
    }

    it("is answered with the card of the statement, once the page is read", async () => {
      await ask(`${STORY}?csp=strict`, "hiding any");
      assert.match(await cardOpens(on.reader.running, on.reader.page), /Denial/);
      assert.ok("denials" in (await marksOf(on.reader.page)));
      await on.reader.page.keyboard.press("Escape");
      await cardCloses(on.reader.running, on.reader.page);
    });

    it("is answered with the reason where the article is not read at all", async () => {
      await ask("/news/norsk.html", "sett olje");
      assert.match(
        await cardOpens(on.reader.running, on.reader.page),
        /^This text is not in English\. Ascribe/,
      );
      await on.reader.page.keyboard.press("Escape");
      await cardCloses(on.reader.running, on.reader.page);
    });

    it("is answered with a line where the words are in no statement", async () => {
      await ask(STORY, "Daily Sample");
      assert.match(await cardOpens(on.reader.running, on.reader.page), /^Nothing was found here\. It may/);
      await on.reader.page.keyboard.press("Escape");
      await cardCloses(on.reader.running, on.reader.page);
    });
  });
}
