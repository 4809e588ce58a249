// What a screen reader is told of the client's example article, in each of the panel's lists. The article
// is not ours to keep: the test reads it from ../shared/seed (or the folder named by ASCRIBE_SHARED) and
// is skipped, with one line, where that is absent; seed-spoken.txt has the number of words for each quote.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "node:test";
import { pageOfText, STORY } from "../harness/article";
import { KINDS } from "../harness/browsers";
import { marksWhen } from "../harness/marks";
import { openPanel } from "../harness/panel";
import { fromRoot } from "../harness/paths";
import { startReader } from "../harness/reader";
import { page as pageAt, serve } from "../harness/server";
import { spoken } from "../harness/spoken";

const article = join(process.env["ASCRIBE_SHARED"] ?? fromRoot("../shared"), "seed/article.txt");
const skip = existsSync(article) ? false : "../shared/seed/article.txt is not here";

describe("the example article", { skip }, () => {
  for (const kind of KINDS) {
    it(`${kind}: the panel is spoken as seed-spoken.txt says, word for word`, async () => {
      const site = await serve([pageAt(STORY, pageOfText(await readFile(article, "utf8")))]);
      const { running, page } = await startReader(kind);
      try {
        await page.goto(`${site.origin}${STORY}`);
        await page.bringToFront();
        await marksWhen(page, (marks) => "denials" in marks);
        const panel = await openPanel(running, page);
        const lines: string[] = [];
        for (const list of ["speakers", "exchanges", "order"]) {
          await panel.click(`#tab-${list}`);
          await panel.waitFor(
            (list) => document.querySelector(`[aria-labelledby=tab-${list}] [data-row]`),
            list,
          );
          if (list === "speakers") {
            await panel.click("[data-actor]");
            await panel.waitFor(() => document.querySelector("[data-actor][aria-expanded=true]") !== null);
          }
          const said = await panel.evaluate(spoken, "counted");
          // What stands above and below the lists is the same for each.
          const from = list === "speakers" ? 0 : said.findIndex((line) => line.startsWith("tabpanel"));
          const to = said.indexOf("button | Copy");
          lines.push(...said.slice(from, list === "order" ? undefined : to));
        }
        const expected = (await readFile(fromRoot("tests/e2e/seed-spoken.txt"), "utf8")).trim().split("\n");
        const made = `target/tests/seed-spoken-${kind}.txt`;
        await writeFile(fromRoot(made), `${lines.join("\n")}\n`);
        assert.deepEqual(lines, expected, `where ${made} is better, copy it over tests/e2e/seed-spoken.txt`);
      } finally {
        await running.browser.close();
        await site.close();
      }
    });
  }
});
