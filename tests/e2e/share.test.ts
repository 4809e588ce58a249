// A long article: the panel over it shows which share is read, from the engine in the background, until it is marked.
// Leaves out from when that is told (tests/background) and how it looks (tests/surfaces).

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { KINDS } from "../harness/browsers";
import { marksWhen } from "../harness/marks";
import { openPanel } from "../harness/panel";
import { page, serve } from "../harness/server";
import { staged } from "./stage";

const SHORT = "/news/short.html";
const LONG = "/news/long.html";

/** Longer than what is read in one part: in Firefox the panel shares its thread with the engine. */
function story(paragraphs: number): string {
  const paragraph = (_: unknown, i: number) =>
    `<p>The mayor of Quel${i} said on Monday that bridge number ${i} was safe to cross and would stay open.</p>`;
  return `<!doctype html><html lang="en"><title>Bridges</title><meta property="og:type" content="article">
    <article><h1>The mayors speak about their bridges</h1>${Array.from({ length: paragraphs }, paragraph).join("\n")}
    </article>`;
}

for (const kind of KINDS) {
  describe(`${kind}: a long article`, () => {
    const on = staged(kind, {
      site: () => serve([page(SHORT, story(8)), page(LONG, story(900))]),
    });

    it("has a bar in the panel that grows, and none when it is marked", async () => {
      const { page, running } = on.reader;
      const { origin } = on.site;
      await page.goto(`${origin}${SHORT}`);
      await page.bringToFront();
      await marksWhen(page, (marks) => "statements" in marks);
      const panel = await openPanel(running, page, "side");
      await panel.evaluate(() => {
        const shares: number[] = [];
        const look = () => {
          const share = document.querySelector("progress")?.value;
          if (share !== undefined && share !== shares.at(-1)) shares.push(share);
        };
        Object.assign(window, { shares });
        new MutationObserver(look).observe(document.body, {
          subtree: true,
          childList: true,
          attributes: true,
        });
      });
      await page.goto(`${origin}${LONG}`);
      await marksWhen(page, (marks) => (marks.statements?.length ?? 0) > 500);
      const shares = await panel.waitFor(() => {
        const { shares } = window as unknown as { shares: number[] };
        return shares.length > 0 && !document.querySelector("progress") ? shares : null;
      });
      assert.ok(
        shares.every((share, i) => share > (shares[i - 1] ?? 0)),
        String(shares),
      );
      assert.ok(
        shares.some((share) => share < 1),
        String(shares),
      );
      await panel.close();
    });
  });
}
