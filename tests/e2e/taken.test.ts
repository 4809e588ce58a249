// What the browser takes away while we run: the permission for a site, the network, room to store,
// memory for the engine. The reader is told, the page goes on, and so do we once it is given back.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Block } from "../../extension/src/analysis";
import { ARTICLE_CSS, newsPage, samplePage } from "../harness/article";
import { KINDS } from "../harness/browsers";
import { ownWindow } from "../harness/firefox";
import { marksOf, marksWhen } from "../harness/marks";
import { change, type Reader, startReader } from "../harness/reader";
import { page as pageAt, type Server, serve } from "../harness/server";
import { settledState, tabInFront } from "../harness/state";
import { stopBackground } from "../harness/stop";
import { openSurface } from "../harness/surface";
import { tighten } from "../harness/tight";
import { STORY } from "./site";
import { staged } from "./stage";

const LATE = "Harbour master Tove Lund accused the fleet of dumping nets at sea.";

/** More text than the tight engine of these tests has memory for, and less than is read at most. */
const LONG: Block[] = Array.from({ length: 900 }, (_, day) => ({
  role: "body",
  text: `The mayor, Per Strand, said on day ${day} that the bridge over the river was safe, and denied hiding ${day} reports of cracks from the council. He called on the builder to open its books, and warned that the harbour could stay closed.`,
}));

/** Pages of 64 KiB that the engine may take: plenty for a story, too little for `LONG`. */
const TIGHT = 64;

function serveStories(): Promise<Server> {
  return serve([
    pageAt("/article.css", ARTICLE_CSS, "text/css; charset=utf-8"),
    pageAt(STORY, samplePage()),
    pageAt("/news/second.html", samplePage()),
    pageAt("/news/long.html", newsPage("Mayor denies hiding reports", LONG)),
  ]);
}

/** Cuts the browser off from every network, or gives it back. */
async function offline({ running, page }: Reader, cut: boolean): Promise<void> {
  if (running.kind === "chromium") {
    await page.setOfflineMode(cut);
    return;
  }
  const window = await ownWindow(running.browser);
  await window.evaluate((cut: boolean) => {
    (globalThis as unknown as { Services: { io: { offline: boolean } } }).Services.io.offline = cut;
  }, cut);
}

/** Takes this computer's pages from the extension, as a reader does in the browser's own lists. */
async function withdraw({ running, inside }: Reader): Promise<void> {
  if (running.kind === "firefox") {
    await inside.evaluate(() => chrome.permissions.remove({ origins: ["*://127.0.0.1/*"] }));
    return;
  }
  const extensions = await running.browser.newPage();
  await extensions.goto("chrome://extensions");
  await extensions.evaluate(async (extensionId) => {
    interface Private {
      updateExtensionConfiguration(update: { extensionId: string; hostAccess: string }): Promise<void>;
    }
    const { developerPrivate } = chrome as unknown as { developerPrivate: Private };
    await developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: "ON_CLICK" });
  }, new URL(running.origin).host);
  await extensions.close();
}

/** A late paragraph, which only a content script that still runs can mark. */
function addLate({ page }: Reader): Promise<void> {
  return page.evaluate((text) => {
    const late = document.createElement("p");
    late.textContent = text;
    document.querySelector("#story")?.append(late);
  }, LATE);
}

for (const kind of KINDS) {
  describe(`${kind}: taken away`, () => {
    /** What the page threw, or we in it. The background is not listened to, which would keep it from being stopped. */
    const errors: string[] = [];
    const on = staged(kind, {
      site: serveStories,
      start: (kind) => startReader(kind, {}, (folder) => tighten(folder, TIGHT)),
      ready: async ({ reader: { page } }) => void page.on("pageerror", (error) => errors.push(String(error))),
    });

    it("memory: an engine that traps is said to the reader, and the next page is marked", async () => {
      const { page, inside } = on.reader;
      await page.goto(`${on.site.origin}${STORY}`);
      const first = await marksWhen(page, (marks) => "denials" in marks);
      await page.goto(`${on.site.origin}/news/long.html`);
      await page.bringToFront();
      const state = await settledState(inside, await tabInFront(inside));
      assert.ok(typeof state === "object" && state.status === "failed", JSON.stringify(state).slice(0, 200));
      assert.deepEqual(await marksOf(page), {});
      await page.goto(`${on.site.origin}/news/second.html`);
      await addLate(on.reader);
      const next = await marksWhen(page, (marks) =>
        (marks["accusations"] ?? []).some((words) => words.includes("dumping nets")),
      );
      assert.deepEqual(next["denials"], first["denials"]);
      assert.deepEqual(errors, []);
    });

    it("the network: a page that is open is read and marked without it", async () => {
      const { page } = on.reader;
      await page.goto(`${on.site.origin}${STORY}`);
      await marksWhen(page, (marks) => "denials" in marks);
      await offline(on.reader, true);
      // The engine is started anew from the package alone.
      await stopBackground(on.reader.running);
      await addLate(on.reader);
      await marksWhen(page, (marks) =>
        (marks["accusations"] ?? []).some((words) => words.includes("dumping nets")),
      );
      await offline(on.reader, false);
    });

    // Firefox sets no bound to what an extension stores, short of the disk.
    if (kind === "chromium")
      it("room: a choice that cannot be kept is said so, and pages are marked as before", async () => {
        const { page, inside } = on.reader;
        // From here the other look takes a letter more than there is room for.
        await change(inside, { when: "sites", sites: ["127.0.0.1"], look: "tint" });
        await inside.evaluate(async () => {
          const left = chrome.storage.local.QUOTA_BYTES - (await chrome.storage.local.getBytesInUse());
          // The key and two quotation marks count as well.
          await chrome.storage.local.set({ filling: "x".repeat(left - "filling".length - 2) });
        });
        const options = await openSurface(on.reader.running, "options.html");
        await options.waitFor(() => document.querySelectorAll('input[name="look"]').length > 0);
        await options.evaluate(() => {
          document.querySelector('input[name="look"]:not(:checked)')?.setAttribute("id", "other-look");
        });
        await options.click("#other-look");
        const said = await options.waitFor(() => document.querySelector(".outcome")?.textContent);
        assert.match(said, /^Not kept/);
        await options.close();
        await page.bringToFront();
        await page.goto(`${on.site.origin}${STORY}`);
        await marksWhen(page, (marks) => "denials" in marks);
        await inside.evaluate(() => chrome.storage.local.remove("filling"));
      });

    it("the permission: the page that is open goes on, and the next one is left alone", async () => {
      const { page, inside } = on.reader;
      await page.goto(`${on.site.origin}${STORY}`);
      await marksWhen(page, (marks) => "denials" in marks);
      await withdraw(on.reader);
      await inside.waitFor(
        async () => !(await chrome.permissions.contains({ origins: ["*://127.0.0.1/*"] })),
      );
      await inside.waitFor(async () => (await chrome.scripting.getRegisteredContentScripts()).length === 0);
      await addLate(on.reader);
      await page.goto(`${on.site.origin}/news/second.html`);
      await page.bringToFront();
      assert.equal(await settledState(inside, await tabInFront(inside)), "unreadable");
      assert.deepEqual(await marksOf(page), {});
      assert.deepEqual(errors, []);
    });
  });
}
