// Many tabs, and windows that are private: each page has its own marks and no other's, and where the
// reader has not let us in we are not there.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { newsPage } from "../harness/article";
import { bidi } from "../harness/bidi";
import { KINDS } from "../harness/browsers";
import { type Faults, listen } from "../harness/faults";
import { ownWindow } from "../harness/firefox";
import { marksOf, marksWhen } from "../harness/marks";
import { serve } from "../harness/server";
import { settledState, tabInFront } from "../harness/state";
import { FirefoxSurface } from "../harness/surface";
import { staged } from "./stage";

const TABS = 200;

/** A story that is told apart from the others by its number. */
function numbered(n: number): string {
  const title = `Harbour ${n} accuses ferry line of late sailings`;
  const texts = [
    title,
    `The harbour master of port ${n}, Tove Lund, on Monday accused the ferry line Blue ${n} of cancelling sailing ${n} without notice, days before the summer timetable was due to begin.`,
    `Blue ${n} has denied cancelling any sailing. “Every boat left on time,” said its director, Anna Holm, in a letter to the port.`,
    "The passengers’ union warned that travellers could be stranded over the holidays, and called on both sides to publish their records before the week is over.",
  ];
  return newsPage(
    title,
    texts.map((text, at) => ({ role: at === 0 ? "headline" : "body", text })),
  );
}

for (const kind of KINDS) {
  describe(`${kind}: many pages`, () => {
    const on = staged(kind, {
      site: () =>
        serve([
          (url) => {
            const number = url.pathname.match(/^\/news\/(\d+)\.html$/)?.[1];
            return number === undefined ? null : { body: numbered(Number(number)) };
          },
        ]),
      ready: async ({ reader }) => {
        faults = await listen(reader.running, reader.page);
      },
    });
    let faults: Faults;

    it("in two hundred tabs each is marked with its own words when it is looked at", async () => {
      const { running, inside } = on.reader;
      // The extension opens them, since a page may not; behind the others, as a reader does.
      await inside.evaluate(
        async ({ origin, tabs }) => {
          for (let n = 0; n < tabs; n++) {
            await chrome.tabs.create({ url: `${origin}/news/${n}.html`, active: false });
          }
        },
        { origin: on.site.origin, tabs: TABS },
      );
      await inside.waitFor(
        async (tabs) => (await chrome.tabs.query({ status: "complete" })).length >= tabs,
        TABS,
      );
      for (const n of [0, 99, 199]) {
        const pages = await running.browser.pages();
        const page = pages.find((page) => page.url() === `${on.site.origin}/news/${n}.html`);
        assert.ok(page, `tab ${n} is open`);
        await page.bringToFront();
        const state = await settledState(inside, await tabInFront(inside));
        assert.ok(
          typeof state === "object" && state.title.startsWith(`Harbour ${n} `),
          JSON.stringify(state),
        );
        const marks = await marksWhen(page, (marks) => "denials" in marks);
        assert.ok((marks["accusations"] ?? []).some((words) => words.includes(`cancelling sailing ${n} `)));
      }
      assert.deepEqual(await faults.ours(), []);
    });

    it("a private window is left alone, as long as the reader has not let us in", async () => {
      const { running } = on.reader;
      // No other tab shows this one.
      const url = `${on.site.origin}/news/777.html`;
      if (kind === "chromium") {
        const context = await running.browser.createBrowserContext();
        const page = await context.newPage();
        await page.goto(url);
        assert.deepEqual(await marksOf(page), {});
        await context.close();
        return;
      }
      const window = await ownWindow(running.browser);
      await window.evaluate((url: string) => {
        const { OpenBrowserWindow } = globalThis as unknown as {
          OpenBrowserWindow(options: { private: boolean; args: unknown }): unknown;
        };
        OpenBrowserWindow({ private: true, args: undefined });
        return url;
      }, url);
      await inPrivate(window, url);
      const tree = await bidi(running.browser).send("browsingContext.getTree", {});
      const tabs = (tree.result as { contexts: { context: string; url: string }[] }).contexts;
      const [tab] = tabs.filter((tab) => tab.url === url).reverse();
      assert.ok(tab, "the private page is open");
      const page = new FirefoxSurface(bidi(running.browser), tab.context);
      assert.equal(await page.evaluate(() => CSS.highlights.size), 0);
    });
  });
}

/** Opens the address in the private window and settles once it has loaded. */
async function inPrivate(window: FirefoxSurface, url: string): Promise<void> {
  await window.waitFor((url: string) => {
    interface Window {
      gBrowser?: {
        selectedBrowser: {
          currentURI: { spec: string };
          fixupAndLoadURIString(url: string, options: object): void;
          webProgress: { isLoadingDocument: boolean };
        };
      };
    }
    const scope = globalThis as unknown as {
      Services: {
        wm: { getEnumerator(type: string): Iterable<Window> };
        scriptSecurityManager: { getSystemPrincipal(): unknown };
      };
      PrivateBrowsingUtils: { isWindowPrivate(window: Window): boolean };
    };
    for (const each of scope.Services.wm.getEnumerator("navigator:browser")) {
      const browser = each.gBrowser?.selectedBrowser;
      if (!browser || !scope.PrivateBrowsingUtils.isWindowPrivate(each)) continue;
      if (browser.currentURI.spec === url) return !browser.webProgress.isLoadingDocument;
      if (!browser.webProgress.isLoadingDocument) {
        const triggeringPrincipal = scope.Services.scriptSecurityManager.getSystemPrincipal();
        browser.fixupAndLoadURIString(url, { triggeringPrincipal });
      }
    }
    return false;
  }, url);
}
