// "Who says this?" of the selection's menu, on a page that nothing is loaded into. No driver can open a browser's
// menu: the test sends what the background sends when it is pressed.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ARTICLE_CSS, pageOfText, STORY, samplePage } from "../harness/article";
import { KINDS } from "../harness/browsers";
import { cardCloses, cardOpens } from "../harness/card";
import { marksOf } from "../harness/marks";
import { change, type Reader, startReader } from "../harness/reader";
import { page as pageAt, type Server, serve } from "../harness/server";
import { tabInFront } from "../harness/state";

const NORWEGIAN =
  "Havnerådet i Tolvik sa mandag at det hadde sett olje på vannet, og at det ikke var første gang i år.";

for (const kind of KINDS) {
  describe(`${kind}: who says the selection`, () => {
    let reader: Reader;
    let site: Server;
    before(async () => {
      site = await serve([
        pageAt("/article.css", ARTICLE_CSS, "text/css; charset=utf-8"),
        pageAt(STORY, samplePage()),
        pageAt("/news/norsk.html", pageOfText(`Olje i havnen\n\n${`${NORWEGIAN} `.repeat(6)}`)),
      ]);
      reader = await startReader(kind);
      // As at first: pages are read when the reader asks.
      await change(reader.inside, {});
      await reader.inside.waitFor(
        async () => (await chrome.scripting.getRegisteredContentScripts()).length === 0,
      );
    });
    after(async () => {
      await reader?.running.browser.close();
      await site?.close();
    });

    /** Selects the first of these words on a page just loaded, and asks. */
    async function ask(path: string, words: string): Promise<void> {
      const { page, inside } = reader;
      await page.goto(`${site.origin}${path}`);
      await page.bringToFront();
      assert.deepEqual(await marksOf(page), {});
      await page.evaluate((words) => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const at = (walker.currentNode as Text).data.indexOf(words);
          if (at >= 0) {
            document
              .getSelection()
              ?.setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length);
            return;
          }
        }
        throw new Error(`"${words}" is not on the page`);
      }, words);
      const tab = await tabInFront(inside);
      await inside.evaluate(async (tab) => {
        await chrome.runtime.sendMessage({ type: "open", tab });
        await chrome.tabs.sendMessage(tab, { type: "who_says_selection" });
      }, tab);
    }

    it("is answered with the card of the statement, once the page is read", async () => {
      await ask(`${STORY}?csp=strict`, "hiding any");
      assert.match(await cardOpens(reader.running, reader.page), /Denial/);
      assert.ok("denials" in (await marksOf(reader.page)));
      await reader.page.keyboard.press("Escape");
      await cardCloses(reader.running, reader.page);
    });

    it("is answered with the reason where the article is not read at all", async () => {
      await ask("/news/norsk.html", "sett olje");
      assert.match(await cardOpens(reader.running, reader.page), /^This text is not in English\. Ascribe/);
      await reader.page.keyboard.press("Escape");
      await cardCloses(reader.running, reader.page);
    });

    it("is answered with a line where the words are in no statement", async () => {
      await ask(STORY, "Daily Sample");
      assert.match(await cardOpens(reader.running, reader.page), /^Nothing was found here\. It may/);
      await reader.page.keyboard.press("Escape");
      await cardCloses(reader.running, reader.page);
    });
  });
}
