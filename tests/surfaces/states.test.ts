// Every state of a page that the panel can be opened over: what it says, and what can be done there. And
// that no language shows what the gate says to programs.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Page } from "puppeteer-core";
import de from "../../extension/_locales/de/messages.json";
import en from "../../extension/_locales/en/messages.json";
import es from "../../extension/_locales/es/messages.json";
import fr from "../../extension/_locales/fr/messages.json";
import { whatArticle, whyNoArticle } from "../../extension/src/panel/reasons";
import { speakFrom } from "../../extension/src/words";
import { tell } from "./panel-page";
import { assertAccessible, stage } from "./stage";

/** What is asked for, what it must say, and the command that its button posts (null for no button). */
const WITHOUT_LISTS: readonly [search: string, words: string, command: object | null][] = [
  ["none=connecting", "Reading the page…", null],
  ["none=unreadable", "Browsers do not let add-ons read this page", null],
  ["none=excluded", "Off for news.example", null],
  ["none=gone", "The page was left or loaded anew", { type: "retry" }],
  [of({ status: "off" }), "Marks are off on this page", { type: "marks", on: true }],
  [of({ status: "not_article" }), "No article found here", { type: "mark_anyway" }],
  [of({ status: "not_english" }), "This text is not in English", null],
  [of({ status: "nothing_found" }), "Nothing was found here", null],
  [of({ status: "failed" }), "The engine could not start", { type: "retry" }],
];

const ABOVE_LISTS: readonly [state: object, words: string][] = [
  [{ label: "opinion" }, "The site labels this as opinion."],
  [{ label: "satire" }, "The site labels this as satire."],
  [{ label: "live_blog" }, "The site labels this as a live blog; more may come."],
  [{ reason: "text:release" }, "This reads like a press release: what its sender says of itself."],
  [{ paywalled: true }, "The text seems to be cut by a paywall. Only what is on the page was read."],
  [{ fresh: 1 }, "+1 new since you opened"],
  [{ fresh: 3 }, "+3 new since you opened"],
];

/** One of each kind that content/gate/judge.ts gives with its "no". */
const REASONS = [
  "url:home",
  "generator:mediawiki",
  "template:reference",
  "json-ld:NewsArticle without text",
  "json-ld:Product",
  "og:video.other",
  "text:little",
  "text:no signs",
  "text:date+byline",
];

function of(state: object): string {
  return `state=${encodeURIComponent(JSON.stringify({ analysis: null, ...state }))}`;
}

const said = (page: Page, where: string) =>
  page.$eval(where, (element) => (element as HTMLElement).innerText.replace(/\s+/g, " "));

stage("panel", { style: "panel/panel.css" }, (_, test) => {
  for (const [search, words, command] of WITHOUT_LISTS) {
    test(`${words}${command ? ", with a way on" : ""}`, async ({ open }) => {
      const page = await open(search);
      assert.ok((await said(page, ".state")).startsWith(words));
      assert.equal(await page.$("[role=tablist]"), null);
      const button = await page.$(".state button");
      assert.equal(button !== null, command !== null);
      if (!button) return;
      await button.click();
      assert.deepEqual(await page.evaluate(() => (window as unknown as { posted: unknown[] }).posted), [
        command,
      ]);
    });
  }

  for (const [state, words] of ABOVE_LISTS) {
    test(`${words} above the lists`, async ({ open }) => {
      const page = await open(`state=${encodeURIComponent(JSON.stringify(state))}`);
      assert.equal((await said(page, "[role=status].notices")).trim(), words);
      assert.ok((await page.$$("[data-actor]")).length > 5);
    });
  }

  for (const theme of ["light", "dark"] as const)
    test(`a long article has a bar with a name and the share that is read, ${theme}`, async ({ open }) => {
      const page = await open(of({ status: "reading" }), { theme });
      assert.equal(await page.$("progress"), null);
      const read = (share: number) =>
        page.evaluate((share) => (window as unknown as { read(share: number): void }).read(share), share);
      const shown = () =>
        page.$eval("progress", (bar) => {
          const { width, height } = bar.getBoundingClientRect();
          return { value: bar.value, max: bar.max, name: bar.ariaLabel, seen: width > 300 && height >= 4 };
        });
      const name = "Share of the article that is read";
      for (const value of [0.25, 0.8]) {
        await read(value);
        await page.waitForFunction((value) => document.querySelector("progress")?.value === value, {}, value);
        assert.deepEqual(await shown(), { value, max: 1, name, seen: true });
      }
      await assertAccessible(page);
      await tell(page, { status: "nothing_found" });
      await page.waitForFunction(() => !document.querySelector("progress"));
      // What is told too late is about nothing that is awaited.
      await read(1);
      await page.evaluate(() => new Promise(requestAnimationFrame));
      assert.equal(await page.$("progress"), null);
    });

  test("what comes while it is open is spoken, not only shown", async ({ open }) => {
    const page = await open();
    await tell(page, { fresh: 2 });
    await page.waitForFunction(() =>
      document.querySelector("[role=status].notices")?.textContent?.includes("+2 new"),
    );
  });
});

describe("why a page is no article", () => {
  for (const [language, messages] of Object.entries({ en, de, es, fr })) {
    it(`is a sentence, ${language}`, () => {
      speakFrom(messages, language);
      for (const reason of REASONS) {
        const words = whyNoArticle(reason);
        assert.match(words ?? "", /^\p{Lu}.+\.$/u, reason);
        assert.doesNotMatch(words ?? "", /json-ld|og:|url:|generator|template|text:/i);
      }
      assert.equal(whyNoArticle("asked"), null);
      assert.match(whatArticle("text:release") ?? "", /^\p{Lu}.+\.$/u);
      assert.equal(whatArticle("text:date+byline"), null);
    });
  }
});
