// Pages that take names away (forms, images, frames, ids), with the built extension in both browsers: marked like any
// other, the panel connected, the card opened. Gestures and the DOM's own side are tests/dom/clobbered.test.ts.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { KINDS } from "../harness/browsers";
import { clobberedPage, NO_FRAME } from "../harness/clobbered";
import { type Faults, listen } from "../harness/faults";
import { marksOf, marksWhen } from "../harness/marks";
import { namesToTake } from "../harness/names";
import { openPanel } from "../harness/panel";
import { fromRoot } from "../harness/paths";
import { files, page, serve } from "../harness/server";
import { settledState, tabInFront } from "../harness/state";
import { staged } from "./stage";

const ARTICLE = `<article><h1>Tolvik accuses a shipping line</h1>
  <p>The harbour council of Tolvik on Monday accused the shipping line Norrlast of dumping ballast water inside the breakwater, three days before its licence comes up for renewal.</p>
  <p>Norrlast denied the charge. “Not one litre was let go inside the harbour,” said its spokesman, Arne Solvang, who added that the ship’s log had been handed over.</p>
  <p>The harbour master, Ida Brunn, said that divers had found a film of oil on the sea bed, and she warned that the mussel farms might have to close for the summer.</p></article>`;

const whole = (body: string) => `<!doctype html><html lang="en"><meta charset="utf-8">
  <title>Tolvik accuses a shipping line</title><meta property="og:type" content="article">${body}`;

for (const kind of KINDS) {
  describe(`${kind}: a page that takes names`, () => {
    const on = staged(kind, {
      site: () =>
        serve([
          files("/news/", fromRoot("tests/pages")),
          page("/every-name.html", () => whole(clobberedPage(names, ARTICLE))),
          page("/plain.html", whole(ARTICLE)),
          ...NO_FRAME.map((name) =>
            page(`/frame-${name}.html`, whole(`<iframe name="${name}" hidden></iframe>${ARTICLE}`)),
          ),
          ...NO_FRAME.map((name) => page(`/link-${name}.html`, whole(`<a id="${name}"></a>${ARTICLE}`))),
        ]),
      ready: async ({ reader }) => {
        faults = await listen(reader.running, reader.page);
      },
    });
    let faults: Faults;
    let names: string[] = [];

    async function marksOn(path: string): Promise<Record<string, string[]>> {
      const { page, inside } = on.reader;
      await page.goto(`${on.site.origin}${path}`);
      await page.bringToFront();
      const marks = await marksWhen(page, (marks) => "denials" in marks);
      const state = await settledState(inside, await tabInFront(inside));
      assert.ok(typeof state === "object", String(state));
      assert.equal(state.status, "marked");
      assert.ok(state.located.length > 2, String(state.located.length));
      return marks;
    }

    for (const name of ["form-sibling", "form-parent", "our-name"]) {
      it(`marks ${name}`, async () => {
        assert.ok(Object.values(await marksOn(`/news/${name}/page.html`)).flat().length > 2);
      });
    }

    it("marks the article among every name that our scripts use as it marks it alone", async () => {
      const alone = await marksOn("/plain.html");
      names = await namesToTake(on.reader.page);
      assert.ok(names.length > 100, String(names.length));
      assert.deepEqual(await marksOn("/every-name.html"), alone);
    });

    for (const name of NO_FRAME) {
      it(`marks an article beside a link that is called "${name}"`, async () => {
        assert.deepEqual(await marksOn(`/link-${name}.html`), await marksOn("/plain.html"));
      });

      it(`${kind === "chromium" ? "is kept out by" : "marks an article beside"} a frame that is called "${name}"`, async () => {
        if (kind === "firefox") {
          await marksOn(`/frame-${name}.html`);
          return;
        }
        // Chromium's own doing, with any extension: what is ours is to say so. Once it marks, this can go.
        const { page, running } = on.reader;
        await page.goto(`${on.site.origin}/frame-${name}.html`);
        const panel = await openPanel(running, page);
        await panel.waitFor(() => document.querySelector("[data-state=unreadable]") !== null);
        assert.deepEqual(await marksOf(page), {});
        await panel.close();
      });
    }

    it("makes nothing of ours throw", async () => {
      assert.deepEqual(await faults.ours(), []);
    });
  });
}
