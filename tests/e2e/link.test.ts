// Addresses that lead to a passage, gone to: each browser shows the words that the link is about, also where the same
// words stand higher up. What stands in the addresses is in surfaces/link.test.ts. A browser without text fragments
// opens the page at its top; both that we are tested in have them, which the first test says.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Page } from "puppeteer-core";
import type { Block } from "../../extension/src/analysis";
import { linkTo } from "../../extension/src/link";
import { ARTICLE_CSS, newsPage } from "../harness/article";
import { KINDS, type Running, start } from "../harness/browsers";
import { page as pageAt, type Server, serve } from "../harness/server";

const FILLER = "The harbour was quiet, and the boats lay side by side along the quay until noon.";
const SAID = "The mayor said that it was not so at all, and left the hall.";
const AGAIN = "The clerk of the town said that it was not so at all, and stayed.";
const WHOLE = "The bridge is safe to cross";
const HYPHEN = "They said a well-known pair, Salt & Sons, was to blame for it.";

/** A story in which the same words stand far apart. */
const BLOCKS: readonly Block[] = [
  { role: "headline", text: "A bridge, a mayor and a clerk" },
  ...Array.from({ length: 60 }, (_, i): Block => {
    const text =
      { 6: SAID, 12: WHOLE, 30: AGAIN, 39: "The mayor was asked twice.", 40: WHOLE, 52: HYPHEN }[i] ?? FILLER;
    return { role: "body", text };
  }),
];
const at = (text: string, nth = 0): number =>
  [...BLOCKS.keys()].filter((i) => BLOCKS[i]?.text === text)[nth] ?? -1;

for (const kind of KINDS) {
  describe(`${kind}: a link to a passage`, () => {
    let running: Running;
    let site: Server;
    let page: Page;
    before(async () => {
      // Far apart, so that one window never shows two of them.
      const css = `${ARTICLE_CSS} p { margin-block: 400px; }`;
      site = await serve([
        pageAt("/article.css", css, "text/css; charset=utf-8"),
        pageAt("/news/bridge.html", newsPage("A bridge", BLOCKS)),
      ]);
      running = await start(kind, {});
      page = await running.browser.newPage();
      await page.setViewport({ width: 800, height: 500 });
    });
    after(async () => {
      await running?.browser.close();
      await site?.close();
    });

    /** The browser goes there once it has laid out what it has, and again when that has moved. */
    const arrived = (block: number) =>
      page.waitForFunction(
        (at) => {
          const box = document.querySelectorAll("#story > *")[at]?.getBoundingClientRect();
          return scrollY > 0 && box && box.bottom > 0 && box.top < innerHeight;
        },
        { timeout: 10_000 },
        block,
      );

    /** Goes to the link to those words of a block, and gives the blocks that can be seen then. */
    async function follow(block: number, words: string): Promise<number[]> {
      const start = BLOCKS[block]?.text.indexOf(words) ?? -1;
      assert.ok(start >= 0, words);
      const link = linkTo(`${site.origin}/news/bridge.html`, BLOCKS, [
        { block, start, end: start + words.length },
      ]);
      // A browser that is short of time may give the search up: whoever pressed the link would press it again.
      const shown = async (tries: number): Promise<unknown> => {
        await page.goto("about:blank");
        await page.goto(link);
        return arrived(block).catch((error) => (tries > 1 ? shown(tries - 1) : Promise.reject(error)));
      };
      await shown(3);
      return page.evaluate(() =>
        [...document.querySelectorAll("#story > *")].flatMap((element, i) => {
          const range = document.createRange();
          range.selectNodeContents(element);
          const { top, bottom } = range.getBoundingClientRect();
          return bottom > 0 && top < innerHeight ? [i] : [];
        }),
      );
    }

    it("is what this browser understands", async () => {
      await page.goto(`${site.origin}/news/bridge.html`);
      assert.equal(await page.evaluate(() => "fragmentDirective" in document), true);
    });

    for (const [what, block, words] of [
      ["words that stand once", at(SAID), "said that it was not so at all, and left"],
      ["words that stand higher up too", at(AGAIN), "it was not so at all"],
      ["a whole paragraph that stands higher up too", at(WHOLE, 1), WHOLE],
      [
        "words with a hyphen, a comma and an ampersand",
        at(HYPHEN),
        "a well-known pair, Salt & Sons, was to blame",
      ],
      ["few words", at(HYPHEN), "to blame"],
    ] as const) {
      it(`leads to ${what}`, async () => assert.deepEqual(await follow(block, words), [block]));
    }
  });
}
