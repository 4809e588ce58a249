// A phone, as far as a browser on a desk can be one: a narrow window, a finger for a pointer, and a package without the
// side, the menu and the keys that a phone's browser lacks. No device is used.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "node:test";
import { KINDS, type Kind } from "../harness/browsers";
import { cardCloses, cardOpens, cardPlace } from "../harness/card";
import { type Faults, listen } from "../harness/faults";
import { marksWhen } from "../harness/marks";
import { openPanel } from "../harness/panel";
import { type Reader, startReader } from "../harness/reader";
import { tap } from "../harness/tap";
import { pointOn, STORY } from "./site";
import { staged } from "./stage";

const VIEW = { width: 390, height: 780 };
/** The least side of what a finger is to hit, in CSS pixels. */
const FINGER = 44;

/** What Firefox for Android does not know is not in its package either. */
async function withoutSides(folder: string): Promise<void> {
  const path = join(folder, "manifest.json");
  const manifest = JSON.parse(await readFile(path, "utf8"));
  for (const key of ["side_panel", "sidebar_action", "commands"]) delete manifest[key];
  const absent = ["contextMenus", "sidePanel"];
  manifest.permissions = manifest.permissions.filter((each: string) => !absent.includes(each));
  await writeFile(path, JSON.stringify(manifest));
}

const startPhone = (kind: Kind): Promise<Reader> => startReader(kind, { touch: true }, withoutSides);

for (const kind of KINDS) {
  describe(`${kind}: a phone`, () => {
    let faults: Faults;
    const on = staged(kind, {
      start: startPhone,
      ready: async ({ reader }) => {
        faults = await listen(reader.running, reader.page);
        await reader.page.setViewport(VIEW);
      },
    });

    it("has no side, no menu and no keys, and nothing of ours misses them", async () => {
      const { inside, page } = on.reader;
      const lacks = await inside.evaluate(() => {
        const { sidePanel, sidebarAction, contextMenus } = chrome as unknown as Record<string, unknown>;
        return [sidePanel, sidebarAction, contextMenus].every((api) => api === undefined);
      });
      assert.ok(lacks);
      await page.goto(`${on.site.origin}${STORY}`);
      await marksWhen(page, (marks) => "denials" in marks);
      assert.deepEqual(await faults.ours(), []);
    });

    it("opens the card by a tap, as a sheet across the window, with room for a finger", async () => {
      const { page, running } = on.reader;
      await page.goto(`${on.site.origin}${STORY}`);
      await marksWhen(page, (marks) => "denials" in marks);
      const { x, y } = await pointOn(page, "denials", "hiding any catches");
      await tap(running, page, x, y);
      assert.match(await cardOpens(running, page), /Denial/);
      const place = await cardPlace(running, page);
      assert.ok(place);
      assert.deepEqual([place.left, place.right], [0, VIEW.width]);
      assert.ok(place.top === 0 || place.bottom === VIEW.height, JSON.stringify(place));
      assert.ok(y < place.top || y > place.bottom, "the sheet covers the words");
      for (const { label, width, height } of place.targets)
        assert.ok(Math.min(width, height) >= FINGER, `${label}: ${width} × ${height}`);
      await tap(running, page, 5, place.top === 0 ? VIEW.height - 5 : 5);
      await cardCloses(running, page);
    });

    it("shows the panel as a page of the whole window, with room for a finger", async () => {
      const { page, running } = on.reader;
      await page.goto(`${on.site.origin}${STORY}`);
      await page.bringToFront();
      await marksWhen(page, (marks) => "denials" in marks);
      const panel = await openPanel(running, page);
      await panel.resize(VIEW.width, VIEW.height);
      await panel.waitFor(() => document.querySelector("#panel [role=tab]") !== null);
      const seen = await panel.evaluate(() => ({
        as: document.documentElement.dataset["as"],
        body: document.body.getBoundingClientRect().width,
        overflow: document.documentElement.scrollWidth,
        view: document.documentElement.clientWidth,
        targets: Array.from(
          document.querySelectorAll("button, summary, select, a, input, label"),
          (target) => {
            // What stands in a label is hit with it.
            const hit = target.matches("input") ? (target.closest("label") ?? target) : target;
            const { width, height } = hit.getBoundingClientRect();
            return { label: target.outerHTML.slice(0, 80), width, height };
          },
        ).filter(({ width, height }) => width > 1 && height > 1),
      }));
      assert.deepEqual([seen.as, seen.view], ["page", VIEW.width]);
      assert.equal(seen.body, seen.view);
      assert.ok(seen.overflow <= seen.view, `${seen.overflow} wide in ${seen.view}`);
      assert.ok(seen.targets.length > 5);
      for (const { label, width, height } of seen.targets)
        assert.ok(Math.min(width, height) >= FINGER, `${label}: ${width} × ${height}`);
      await panel.close();
    });
  });
}
