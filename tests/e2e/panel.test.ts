// The panel over a marked page: who speaks, toggles, jump, the switch. As a page in a tab of its own,
// shown the story's tab; the popup of the real button has its own tests (button.test.ts).

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { KINDS } from "../harness/browsers";
import { marksOf, marksWhen } from "../harness/marks";
import { openPanel } from "../harness/panel";
import { change, startReader } from "../harness/reader";
import { settledState, tabInFront } from "../harness/state";
import type { Surface } from "../harness/surface";
import { STORY } from "./site";
import { staged } from "./stage";

for (const kind of KINDS) {
  describe(`${kind}: panel`, () => {
    const on = staged(kind, {
      start: (kind) => startReader(kind, { size: { width: 900, height: 420 } }),
      ready: async ({ reader: { page, inside, running }, site }) => {
        await page.goto(`${site.origin}${STORY}`);
        await page.bringToFront();
        // The panel that finds a page still on its way has tests of its own (button.test.ts).
        await marksWhen(page, (marks) => "denials" in marks);
        tab = await tabInFront(inside);
        panel = await openPanel(running, page);
        await panel.waitFor(() => document.querySelector("[data-actor]") !== null);
      },
    });
    let panel: Surface;
    let tab: number;

    it("lists the speakers with their names", async () => {
      const names = await panel.evaluate(() =>
        [...document.querySelectorAll("[data-actor] .name")].map((name) => name.textContent),
      );
      for (const name of ["Norway", "Iceland", "Halla Jonsdottir", "Lars Brekke"]) {
        assert.ok(names.includes(name), `${name} is not among ${names.join(", ")}`);
      }
    });

    it("counts for each group as many as are marked", async () => {
      const counts = await panel.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>("[data-group]")].map((chip) => [
          chip.dataset["group"],
          Number(chip.innerText.match(/\d+/)?.[0]),
        ]),
      );
      const state = await settledState(on.reader.inside, tab);
      assert.ok(typeof state === "object");
      const total = counts
        .filter(([group]) => group !== "unnamed")
        .reduce((sum, [, n]) => sum + Number(n), 0);
      assert.equal(total, state.analysis?.attributions.length);
    });

    it("hides a group without analysing again or loading the page anew", async () => {
      const { page, inside } = on.reader;
      await page.evaluate(() => Object.assign(window, { stayed: true }));
      const before = await settledState(inside, tab);
      await panel.click('[data-group="denials"]');
      await marksWhen(page, (marks) => !("denials" in marks) && "accusations" in marks);
      await panel.click('[data-group="denials"]');
      await marksWhen(page, (marks) => "denials" in marks);
      const after = await settledState(inside, tab);
      assert.ok(typeof before === "object" && typeof after === "object");
      assert.equal(after.ms.roundTrip, before.ms.roundTrip, "the engine was asked again");
      assert.equal(await page.evaluate(() => "stayed" in window), true, "the page was loaded anew");
    });

    it("scrolls to a speaker's passage and flashes it", async () => {
      const { page } = on.reader;
      await page.evaluate(() => window.scrollTo(0, 0));
      // Beside a popup the page is in view; here the panel is a tab that must not hide it.
      await page.bringToFront();
      await panel.evaluate(() => {
        const rows = [...document.querySelectorAll<HTMLElement>("[data-actor]")];
        rows.find((row) => row.textContent?.includes("European Commission"))?.click();
      });
      // The row unfolds the speaker's passages; one of them leads to the page.
      await panel.waitFor(() => {
        const passage = document.querySelector<HTMLElement>(".inner [data-passage]");
        passage?.click();
        return passage !== null;
      });
      const { flash } = await marksWhen(page, (marks) => "flash" in marks);
      assert.ok(flash?.[0], "nothing flashed");
      // The way there may be a smooth one.
      await page.waitForFunction(() => {
        const paragraph = [...document.querySelectorAll("p")].find((p) =>
          p.textContent?.includes("European Commission"),
        );
        const box = paragraph?.getBoundingClientRect();
        return box !== undefined && box.top < innerHeight && box.bottom > 0;
      });
    });

    it("takes every trace off the page when it is switched off, and brings the marks back", async () => {
      const { page } = on.reader;
      await panel.click('[role="switch"]');
      await marksWhen(page, (marks) => Object.keys(marks).length === 0);
      assert.equal(await page.evaluate(() => document.querySelector("ascribe-card")), null);
      const left = await page.evaluate(() =>
        [...CSS.highlights.keys()].filter((name) => name.startsWith("ascribe")),
      );
      assert.deepEqual(left, []);
      await panel.click('[role="switch"]');
      await page.bringToFront();
      await marksWhen(page, (marks) => "accusations" in marks);
      assert.ok(Object.keys(await marksOf(page)).length > 1);
    });

    it("says that the site is off, although the page that it was on for still answers", async () => {
      const { page, inside, running } = on.reader;
      await change(inside, { when: "sites", sites: ["127.0.0.1"], excluded: ["127.0.0.1"] });
      const opened = await openPanel(running, page);
      await opened.waitFor(() => document.querySelector("[data-state=excluded]") !== null);
      await change(inside, { when: "sites", sites: ["127.0.0.1"] });
    });
  });
}
