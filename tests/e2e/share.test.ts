// A long article: the panel over it shows which share is read, from the engine in the background, until it is marked.
// Leaves out from when that is told (tests/background) and how it looks (tests/surfaces).

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Block } from "../../extension/src/analysis";
import { newsPage, STORY, samplePage } from "../harness/article";
import { KINDS } from "../harness/browsers";
import { marksWhen } from "../harness/marks";
import { openPanel } from "../harness/panel";
import { page, serve } from "../harness/server";
import { watchShares } from "../harness/shares";
import { staged } from "./stage";

const LONG = "/news/long.html";

/** Longer than what is read in one part: in Firefox the panel shares its thread with the engine. */
function long(): string {
  const title = "Mayors speak about their bridges";
  const text = (_: unknown, i: number) =>
    `The mayor of Quel${i} said on Monday that bridge number ${i} was safe to cross and would stay open all winter.`;
  const texts = Array.from({ length: 800 }, text);
  return newsPage(title, [
    { role: "headline", text: title },
    ...texts.map((text): Block => ({ role: "body", text })),
  ]);
}

for (const kind of KINDS) {
  describe(`${kind}: a long article`, () => {
    const on = staged(kind, {
      site: () => serve([page(STORY, samplePage()), page(LONG, long())]),
    });

    it("has a bar in the panel that grows, and none when it is marked", async () => {
      const { page, running } = on.reader;
      const { origin } = on.site;
      await page.goto(`${origin}${STORY}`);
      await page.bringToFront();
      await marksWhen(page, (marks) => "denials" in marks);
      const panel = await openPanel(running, page, "side");
      await panel.evaluate(watchShares);
      // A page is read when it is looked at.
      await page.bringToFront();
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
