// The letters of every surface: none smaller than 12 px, and no control that breaks within a word in a narrow window, in
// four languages. The panel's lists, and how the panel breaks names, are in panel-room.test.ts.

import assert from "node:assert/strict";
import { type CardWindow, press } from "./card-page";
import { broken, small } from "./letters";
import { stage } from "./stage";

declare const window: CardWindow & typeof globalThis;

const LANGUAGES = ["en", "de", "fr", "es"];

for (const [name, style, search] of [
  ["panel", "panel/panel.css", ""],
  ["options", "options/options.css", "aside&corrected&"],
  ["welcome", "welcome/welcome.css", ""],
  ["reading", "reading/reading.css", ""],
  ["compare", "compare/compare.css", ""],
] as const) {
  stage(name, { style }, (_, test) => {
    test("no letter is smaller than 12 px, and no control breaks within a word at 360 px", async ({
      open,
    }) => {
      for (const lang of LANGUAGES) {
        const page = await open(`${search}lang=${lang}`, { width: 360 });
        const controls = await page.$$eval("button, summary", (all) => all.length);
        assert.ok(controls > 0, "there is something to press");
        assert.deepEqual(await page.evaluate(small), [], lang);
        assert.deepEqual(await page.evaluate(broken), [], lang);
      }
    });
  });
}

stage("card", {}, (_, test) => {
  test("no letter is smaller than 12 px, and no control breaks within a word at 320 px, card and form", async ({
    open,
  }) => {
    for (const lang of LANGUAGES) {
      const page = await open(`show=0,16,17&lang=${lang}`, { width: 320 });
      for (const what of ["card", "form"]) {
        if (what === "form") await press(page, "correct");
        const controls = await page.evaluate(() => window.shadow.querySelectorAll("button").length);
        assert.ok(controls > 2, what);
        assert.deepEqual(await page.evaluate(small), [], `${what}, ${lang}`);
        assert.deepEqual(await page.evaluate(broken), [], `${what}, ${lang}`);
      }
    }
  });
});
