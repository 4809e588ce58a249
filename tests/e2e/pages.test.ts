// The difficult pages of tests/pages, with the built extension in both browsers: marks on the right words, none
// where none may be, no error of the page's and no exception of ours. What is read of the still ones, block by
// block, is tests/dom/blocks.test.ts's.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { PageState } from "../../extension/src/protocol";
import { KINDS } from "../harness/browsers";
import { type Faults, listen } from "../harness/faults";
import { marksOf, marksWhen } from "../harness/marks";
import { fromRoot } from "../harness/paths";
import { PATIENCE } from "../harness/patience";
import { files, serve } from "../harness/server";
import { settledState, tabInFront } from "../harness/state";
import { staged } from "./stage";

const words = (marks: Record<string, string[]>) => Object.values(marks).flat().join(" | ");
const some = (marks: Record<string, string[]>) => Object.keys(marks).length > 0;

for (const kind of KINDS) {
  describe(`${kind}: difficult pages`, () => {
    const on = staged(kind, {
      site: () => serve([files("/news/", fromRoot("tests/pages"))]),
      ready: async ({ reader }) => {
        faults = await listen(reader.running, reader.page);
      },
    });
    let faults: Faults;

    async function open(name: string, hash = ""): Promise<void> {
      await on.reader.page.goto(`${on.site.origin}/news/${name}/page.html${hash}`);
      await on.reader.page.bringToFront();
    }

    async function state(): Promise<PageState> {
      const now = await settledState(on.reader.inside, await tabInFront(on.reader.inside));
      if (typeof now === "string") throw new Error(now);
      return now;
    }

    /** The state once what was found is drawn: of a long article that takes a while more than the answer. */
    async function drawn(): Promise<PageState> {
      for (const end = Date.now() + PATIENCE; ; ) {
        const now = await state();
        if (now.located.length > 0 || Date.now() > end) return now;
      }
    }

    async function clean(): Promise<void> {
      assert.deepEqual(faults.page(), [], "errors of the page");
      assert.deepEqual(await faults.ours(), [], "exceptions of ours");
    }

    for (const name of [
      "bare-text",
      "between",
      "bidi",
      "br-only",
      "clutter",
      "consent-notice",
      "furniture",
      "hostile",
      "layout-table",
      "list-of-items",
      "press-release",
      "short-notice",
      "typography",
    ]) {
      it(`marks ${name} where the words are`, async () => {
        await open(name);
        const marks = await marksWhen(on.reader.page, some);
        const text = await on.reader.page.evaluate(() => document.body.textContent ?? "");
        for (const passage of Object.values(marks).flat()) assert.ok(text.includes(passage), passage);
        await clean();
      });
    }

    it("reads an open shadow root and a slot, and leaves a closed one alone", async () => {
      await open("shadow-roots");
      const marks = await marksWhen(on.reader.page, (marks) => "denials" in marks || "statements" in marks);
      const sheets = () =>
        on.reader.page.evaluate(
          () => document.querySelector("x-open")?.shadowRoot?.adoptedStyleSheets.length,
        );
      assert.equal(await sheets(), 1);
      assert.ok(!words(marks).includes("pumps running"), words(marks));
      await clean();
    });

    it("marks the article in a frame of the same origin", async () => {
      await open("iframes");
      const frame = () =>
        on.reader.page.evaluate(() => {
          const view = document.querySelector("iframe")?.contentWindow as (Window & typeof globalThis) | null;
          return view ? [...view.CSS.highlights].map(([name, { size }]) => `${name} ${size}`) : [];
        });
      await on.reader.page.waitForFunction(() => {
        const view = document.querySelector("iframe")?.contentWindow as (Window & typeof globalThis) | null;
        return (view?.CSS.highlights.size ?? 0) > 0;
      });
      assert.ok(
        (await frame()).some((name) => name.startsWith("ascribe-")),
        String(await frame()),
      );
      await clean();
    });

    it("draws nothing in an editor", async () => {
      await open("contenteditable");
      const marks = await marksWhen(on.reader.page, some);
      assert.ok(!words(marks).includes("lied"), words(marks));
      await clean();
    });

    it("marks an entry that a live blog adds", async () => {
      await open("live-blog");
      const before = await marksWhen(on.reader.page, some);
      assert.ok(!words(before).includes("litre"), words(before));
      assert.equal((await state()).label, "live_blog");
      await on.reader.page.evaluate(() => dispatchEvent(new Event("new-entry")));
      await marksWhen(on.reader.page, (marks) => Object.values(marks).flat().join().includes("litre"));
      await clean();
    });

    it("reads the second article of an endless page by itself", async () => {
      await open("infinite-scroll");
      await marksWhen(on.reader.page, some);
      await on.reader.page.evaluate(() => dispatchEvent(new Event("more")));
      await marksWhen(on.reader.page, (marks) => Object.values(marks).flat().join().includes("harvest"));
      // The panel shows the one in view, never both in one.
      const text = (await state()).blocks.map((block) => block.text).join(" ");
      assert.notEqual(text.includes("harvest"), text.includes("ballast"), text);
      await clean();
    });

    it("keeps its marks on a page that renders every text node anew", async () => {
      await open("rerender");
      const before = await marksWhen(on.reader.page, some);
      await on.reader.page.evaluate(() => dispatchEvent(new Event("renew")));
      const wanted = words(before);
      const end = Date.now() + PATIENCE;
      while (words(await marksOf(on.reader.page)) !== wanted && Date.now() < end) {
        await on.reader.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
      }
      assert.equal(words(await marksOf(on.reader.page)), wanted);
      await clean();
    });

    it("has its marks when the reader goes back to it", async () => {
      await open("clutter");
      await marksWhen(on.reader.page, some);
      await open("bidi");
      await marksWhen(on.reader.page, (marks) => Object.values(marks).flat().join().includes("mussel farms"));
      await on.reader.page.goBack();
      await marksWhen(on.reader.page, (marks) => Object.values(marks).flat().join().includes("ballast"));
      await clean();
    });

    it("refills the registry of a page that clears it, and bears being thrown out", async () => {
      await open("fights-back");
      await marksWhen(on.reader.page, some);
      await on.reader.page.evaluate(() => document.body.append(document.createElement("b")));
      await on.reader.page.waitForFunction(() => "thrownOut" in window && window.thrownOut === 1);
      await marksWhen(on.reader.page, some);
      await clean();
    });

    it("forgets what a sheet hides that comes late", async () => {
      await open("late-sheet");
      await marksWhen(on.reader.page, (marks) => words(marks).includes("two films a week"));
      await on.reader.page.evaluate(() => dispatchEvent(new Event("sheet")));
      await marksWhen(on.reader.page, (marks) => some(marks) && !words(marks).includes("two films a week"));
      const text = (await state()).blocks.map((block) => block.text).join(" ");
      assert.ok(text.includes("The Breakwater") && !text.includes("film club"), text);
      await clean();
    });

    it("says of a page that takes its body away again and again no more than what is drawn", async () => {
      await open("takes-body");
      await marksWhen(on.reader.page, some);
      await on.reader.page.evaluate(() => dispatchEvent(new Event("rest")));
      const marks = await marksWhen(on.reader.page, (marks) => words(marks).includes("Every page is there"));
      const now = await state();
      assert.equal(now.status, "marked");
      assert.equal(now.located.length, now.analysis?.attributions.length);
      assert.ok(Object.values(marks).flat().length >= now.located.length, words(marks));
      await clean();
    });

    it("marks an article once the consent layer is gone", async () => {
      await open("consent-wall");
      assert.equal((await state()).status, "nothing_found");
      await on.reader.page.click("button");
      await marksWhen(on.reader.page, some);
      await clean();
    });

    it("works on a page that took the built-ins away", async () => {
      await open("overrides");
      assert.equal((await state()).status, "marked");
      assert.ok((await state()).located.length > 0);
      await clean();
    });

    it("marks an article beside a hundred thousand nodes", async () => {
      await open("many-nodes");
      await marksWhen(on.reader.page, some);
      await clean();
    });

    it("reads as much of two megabytes as the engine takes, and says so", async () => {
      await open("one-paragraph");
      const now = await drawn();
      assert.equal(now.analysis?.truncated, true);
      assert.ok(now.located.length > 100, String(now.located.length));
      await clean();
    });

    it("marks five thousand quotations, or as many as were read in the time that one article has", async () => {
      await open("quotations");
      const { analysis, located } = await drawn();
      const found = analysis?.attributions.length ?? 0;
      assert.equal(located.length, found);
      // A slow machine leaves the rest unread, and says so.
      assert.ok(found >= 4000 || (analysis?.truncated && found > 100), String(found));
      await clean();
    });

    it("takes names full of markup as text, on the page and on the card", async () => {
      await open("hostile");
      let dialogs = 0;
      on.reader.page.on("dialog", (dialog) => {
        dialogs++;
        void dialog.dismiss();
      });
      await marksWhen(on.reader.page, some);
      const now = await state();
      assert.ok(now.blocks.some(({ text }) => text.includes("<script>alert(1)</script>")));
      assert.equal(dialogs, 0);
      await clean();
    });
  });
}

declare global {
  interface Window {
    thrownOut?: number;
  }
}
