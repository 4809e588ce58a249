// The toolbar button of the package as it ships: the real popup, with no permission but activeTab.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { KINDS, type Running, start } from "../harness/browsers";
import { cardOpens } from "../harness/card";
import { marksOf, marksWhen } from "../harness/marks";
import { built } from "../harness/packages";
import { fromRoot } from "../harness/paths";
import { files, type Server, serve } from "../harness/server";
import { openSurface } from "../harness/surface";
import { pressButton } from "../harness/toolbar";
import { has, pointOn, STORY, serveSite } from "./site";

for (const kind of KINDS) {
  describe(`${kind}: the toolbar button`, () => {
    let running: Running;
    let site: Server;
    before(async () => {
      site = await serveSite();
      running = await start(kind, { extension: built(kind) });
    });
    after(async () => {
      await running?.browser.close();
      await site?.close();
    });

    it("marks the page in view and lists its speakers", async () => {
      const page = await running.browser.newPage();
      await page.goto(`${site.origin}${STORY}?csp=strict`);
      assert.deepEqual(await marksOf(page), {}, "marked before the reader asked");
      const popup = await pressButton(running, page);
      await popup.waitFor(() => document.querySelector("[data-actor]") !== null);
      assert.match(await popup.evaluate(() => document.body.textContent ?? ""), /Halla Jonsdottir/);
      // The browser makes the popup as wide as it thinks the page is; more room than for a scroll bar
      // beside the panel is a fault.
      await popup.waitFor(() => {
        const { clientWidth, scrollWidth } = document.documentElement;
        return clientWidth - document.body.offsetWidth < 40 && scrollWidth === clientWidth;
      });
      // And as high as it can: where that is less than the panel wants, only the list scrolls.
      await popup.waitFor(() => document.documentElement.scrollHeight <= window.innerHeight);
      // The list has three fifths of what there is.
      await popup.waitFor(
        () =>
          (document.querySelector(".lists")?.getBoundingClientRect().height ?? 0) >= 0.6 * window.innerHeight,
      );
      await marksWhen(page, (marks) => "accusations" in marks && "denials" in marks);
      const other = await running.browser.newPage();
      await other.goto(`${site.origin}/news/second.html`);
      assert.deepEqual(await marksOf(other), {}, "another page was marked too");
    });

    it("has the keys that the manifest asks for", async () => {
      const inside = await openSurface(running, "options.html");
      const [wanted, given] = await inside.evaluate(async () => [
        Object.entries(chrome.runtime.getManifest().commands ?? {}).map(
          // A command without a key of its own has none until the reader gives it one.
          ([name, { suggested_key }]) =>
            `${name} ${(suggested_key as { default: string } | undefined)?.default ?? ""}`,
        ),
        (await chrome.commands.getAll()).map(({ name, shortcut }) => `${name} ${shortcut}`),
      ]);
      assert.deepEqual(given?.sort(), wanted?.sort());
    });

    it("leaves nothing registered that would run by itself", async () => {
      const inside = await openSurface(running, "options.html");
      const registered = await inside.evaluate(
        async () => (await chrome.scripting.getRegisteredContentScripts()).length,
      );
      assert.equal(registered, 0);
      const { origins } = await inside.evaluate(() => chrome.permissions.getAll());
      assert.deepEqual(origins ?? [], []);
    });
  });

  // A browser of its own: Firefox keeps the popup of the page before.
  describe(`${kind}: the toolbar button over plain text`, () => {
    let running: Running;
    let site: Server;
    before(async () => {
      site = await serve([files("/", fromRoot("tests/pages"))]);
      running = await start(kind, { extension: built(kind) });
    });
    after(async () => {
      await running?.browser.close();
      await site?.close();
    });

    it("marks a text without markup, and opens the card on it", async () => {
      const page = await running.browser.newPage();
      await page.goto(`${site.origin}/plain-text/page.txt`);
      assert.deepEqual(await marksOf(page), {}, "marked before the reader asked");
      const popup = await pressButton(running, page);
      await popup.waitFor(() => document.querySelector("[data-actor]") !== null);
      assert.match(await popup.evaluate(() => document.body.textContent ?? ""), /Arne Solvang/);
      const marks = await marksWhen(page, (marks) => "accusations" in marks && "denials" in marks);
      assert.ok(has(marks, "accusations", "dumping ballast water"), JSON.stringify(marks));
      await page.bringToFront();
      const { x, y } = await pointOn(page, "accusations", "dumping ballast water");
      await page.mouse.click(x, y);
      assert.match(await cardOpens(running, page), /Accusation/);
    });
  });
}
