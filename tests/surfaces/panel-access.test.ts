// The panel by axe-core: with its lists and in every state without them, light and dark.

import { press } from "./panel-page";
import { assertAccessible, assertNothingClipped, stage } from "./stage";

const STATES = [
  "none=connecting",
  "none=unreadable",
  "none=excluded",
  "none=gone",
  ...["reading", "off", "not_article", "not_english", "nothing_found", "failed"].map(
    (status) => `state=${JSON.stringify({ status, analysis: null })}`,
  ),
  `state=${JSON.stringify({ label: "opinion", paywalled: true, fresh: 3, onlyActor: 0 })}`,
];

stage("panel", { style: "panel/panel.css" }, (_, test) => {
  for (const theme of ["light", "dark"] as const) {
    test(`axe-core has nothing to say, ${theme}`, async ({ open }) => {
      const page = await open("", { theme });
      await assertAccessible(page);
      await press(page, "[data-actor='1']");
      for (const tab of ["exchanges", "order", "map"]) {
        await press(page, `#tab-${tab}`);
        if (tab === "map") await page.waitForSelector(".map svg");
        await assertAccessible(page);
      }
    });

    test(`nor about categories, a search and a pattern that is none, ${theme}`, async ({ open }) => {
      const page = await open("own", { theme });
      await page.waitForSelector(".own-category");
      await assertAccessible(page);
      await page.type("input[type=search]", "/norway|catch");
      await page.waitForSelector(".list mark");
      await assertAccessible(page);
      await page.type("input[type=search]", "(");
      await page.waitForSelector("[aria-invalid=true]");
      await assertAccessible(page);
      await assertNothingClipped(page);
    });

    test(`nor about any state without lists, ${theme}`, async ({ open }) => {
      for (const search of STATES) {
        const page = await open(search, { theme });
        await assertAccessible(page);
        await assertNothingClipped(page);
      }
    });
  }
});
