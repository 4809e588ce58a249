// The demo page: the box above the sample, what an empty box says, and a pasted text that is no news to who pasted it.
// The panel and the marks on it are the extension's own, with tests of their own.

import assert from "node:assert/strict";
import type { Page } from "puppeteer-core";
import { broken, small } from "./letters";
import { assertAccessible, assertNothingClipped, stage } from "./stage";

const TEXT = `The mayor of Tolvik speaks about the bridge
The mayor of Tolvik said on Monday that the old bridge was safe to cross and would stay open through the winter.

The clerk of the town told reporters that nobody had looked at its piers since the spring, and that she had asked twice.
`;

const marked = (page: Page) => page.waitForSelector("#demo[data-ready=marked]");
const found = (page: Page) => page.$eval(".found", (e) => e.textContent ?? "");
const mark = (page: Page) => page.locator(".paste button[type=submit]").click();

stage("demo", { style: "../../www/main.css" }, (_, test) => {
  test("the box stands above the sample, which is marked", async ({ open }) => {
    for (const width of [380, 1200]) {
      const page = await open("", { width });
      await marked(page);
      const { box, story } = await page.evaluate(() => ({
        box: document.querySelector("textarea")?.getBoundingClientRect().bottom ?? Number.NaN,
        story: document.querySelector(".story")?.getBoundingClientRect().top ?? Number.NaN,
      }));
      assert.ok(box < story, `at ${width} px the box ends at ${box}, the sample begins at ${story}`);
      assert.match(await found(page), /^Found 18 passages/);
    }
  });

  test("an empty box says what to do, and the sample stays", async ({ open }) => {
    const page = await open("", { width: 1200 });
    await marked(page);
    await mark(page);
    await page.waitForFunction(() => document.querySelector(".paste [role=status]")?.textContent !== "");
    assert.equal(
      await page.$eval(".paste [role=status]", (e) => e.textContent),
      "Paste an article into the box first, then press “Mark it”.",
    );
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), "TEXTAREA");
    assert.match(await page.$eval(".story", (e) => e.textContent ?? ""), /^Iceland accuses Norway/);
  });

  test("a pasted text is marked, and nothing in it is called new", async ({ open }) => {
    const page = await open("", { width: 1200 });
    await marked(page);
    await page.$eval("textarea", (box, text) => Object.assign(box, { value: text }), TEXT);
    await mark(page);
    await page.waitForFunction(() => document.querySelector(".found")?.textContent?.startsWith("Found 3 "));
    assert.equal(await page.$eval(".notices", (e) => e.textContent), "");
    assert.deepEqual(await page.$$eval(".story > *", (all) => all.map((e) => e.tagName)), ["H1", "P", "P"]);
    await mark(page);
    // The same again is the same.
    await marked(page);
    assert.equal(await page.$eval(".notices", (e) => e.textContent), "");
  });

  test("no letter is smaller than 12 px, no control breaks within a word, and nothing is clipped", async ({
    open,
  }) => {
    for (const width of [360, 1200]) {
      const page = await open("", { width });
      await marked(page);
      assert.deepEqual(await page.evaluate(small), []);
      assert.deepEqual(await page.evaluate(broken), []);
      await assertNothingClipped(page);
    }
  });

  for (const theme of ["light", "dark"] as const) {
    test(`axe-core has nothing to say, ${theme}`, async ({ open }) => {
      const page = await open("", { theme, width: 1200 });
      await marked(page);
      await assertAccessible(page);
    });
  }
});
