// Whether a page is an article in English, and the reason that is given.

import { walk } from "../../extension/src/content/blocks/walk";
import { judge, urlShape } from "../../extension/src/content/gate/judge";
import { isEnglish } from "../../extension/src/content/gate/language";
import { atOnce } from "../../extension/src/content/pause";
import { isCut } from "../../extension/src/content/paywall";
import { assert, test } from "../harness/inpage";
import { openCase } from "./page-cases";

const ENGLISH =
  "The harbour council of Tolvik said on Monday that it had seen oil on the water, and that it was not for the first time. ".repeat(
    8,
  );
const NORWEGIAN =
  "Havnerådet i Tolvik sa mandag at det hadde sett olje på vannet, og at det ikke var første gang i år. Skipet skal undersøkes. ".repeat(
    8,
  );

function page(head: string, body: string): Document {
  return new DOMParser().parseFromString(
    `<!doctype html><head>${head}</head><body>${body}</body>`,
    "text/html",
  );
}

function check(head: string, body: string, go: boolean, reason: string): void {
  const verdict = atOnce(judge(page(head, body)));
  assert.deepEqual({ go: verdict.go, reason: verdict.reason }, { go, reason });
}

const ld = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const address = (path: string) => `<link rel="canonical" href="https://news.example${path}">`;
const story = address("/2031/05/tolvik-accuses-a-shipping-line");
const text = `<p>${ENGLISH}</p>`;

test("schema.org's article types open the gate, in a graph too", () => {
  check(story + ld({ "@type": "NewsArticle" }), text, true, "json-ld:NewsArticle");
  check(
    story + ld({ "@graph": [{ "@type": "WebPage" }, { "@type": ["Article", "Thing"] }] }),
    text,
    true,
    "json-ld:Article",
  );
});

test("an article that is only listed is not this page", () =>
  check(
    address("/harbour") + ld({ "@type": "ItemList", itemListElement: [{ "@type": "NewsArticle" }] }),
    text,
    false,
    "json-ld:ItemList",
  ));

test("broken JSON-LD says nothing", () =>
  check(`<script type="application/ld+json">{"@type": </script>`, text, false, "text:no signs"));

test("og:type article opens it, og:type product closes it", () => {
  check(`${story}<meta property="og:type" content="article">`, text, true, "og:article");
  check(
    `${story}<meta property="og:type" content="product">`,
    `<article><time></time>${text}</article>`,
    false,
    "og:product",
  );
});

test("without a word of its own, date, author and address tell", () => {
  check(
    story,
    `<article><span class="byline">By Ida Brunn</span>${text}</article>`,
    true,
    "text:byline+url+article",
  );
  check(address("/about"), text, false, "text:no signs");
});

test("front pages, reference works and empty pages stay shut", () => {
  check(address("/") + ld({ "@type": "NewsArticle" }), text, false, "url:home");
  check(`${story}<meta name="generator" content="MediaWiki 1.50">`, text, false, "generator:mediawiki");
  check(story, "<article><time></time></article>", false, "text:little");
});

test("another language is declined by its words, whatever `lang` says", () => {
  const verdict = atOnce(
    judge(page(`${story}<meta property="og:type" content="article">`, `<p lang="en">${NORWEGIAN}</p>`)),
  );
  assert.deepEqual([verdict.go, verdict.english], [false, false]);
  assert.match(verdict.reason, /^language:not-en/);
  assert.isTrue(isEnglish(ENGLISH));
  assert.isNull(isEnglish("Too short to tell"));
});

test("the site's label is read, and nothing else is", () => {
  const label = (head: string) => atOnce(judge(page(head, text))).label;
  assert.equal(label(ld({ "@type": "OpinionNewsArticle" })), "opinion");
  assert.equal(label(ld({ "@type": "SatiricalArticle" })), "satire");
  assert.equal(label(ld({ "@type": "LiveBlogPosting" })), "live_blog");
  assert.equal(label(ld({ "@type": "NewsArticle", articleSection: "Opinion" })), "opinion");
  assert.isNull(label(ld({ "@type": "NewsArticle", articleSection: "Harbour" })));
});

test("addresses have shapes", () => {
  assert.deepEqual(
    ["/", "/en", "/2031/05/12/oil", "/tolvik-accuses-a-line", "/harbour", "/news/oil-12"].map(urlShape),
    ["home", "home", "story", "story", "other", "story"],
  );
});

test("a page is cut by its own word count, or by a barrier in sight", async () => {
  const { signals } = atOnce(judge(page(ld({ "@type": "NewsArticle", wordCount: 900 }), text)));
  const words = (count: number) => [{ text: "word ".repeat(count - 1) }];
  const barriers = () => atOnce(walk(document.body)).barriers;
  assert.isTrue(atOnce(isCut(document, signals, words(200), [])));
  assert.isFalse(atOnce(isCut(document, signals, words(850), [])));
  document.body.innerHTML = `<div class="paywall">Subscribe to continue reading this article.</div>`;
  const free = atOnce(judge(page(ld({ "@type": "NewsArticle" }), text))).signals;
  assert.isTrue(atOnce(isCut(document, free, words(200), barriers())));
  document.body.innerHTML = `<div class="paywall" style="display:none">Subscribe to continue reading this article.</div>`;
  assert.isFalse(atOnce(isCut(document, free, words(200), barriers())));
});

test("pages of kinds that say little are articles, each for its reason", async () => {
  const reasons: Record<string, string> = {
    "bare-text": "text:date+url+speech",
    "consent-notice": "og:article",
    "plain-text": "text:plain+speech",
    "press-release": "text:release",
    results: "og:article",
    "short-notice": "json-ld:NewsArticle",
  };
  for (const [name, reason] of Object.entries(reasons)) {
    const doc = (await openCase(name)).contentDocument as Document;
    const verdict = atOnce(judge(doc));
    assert.deepEqual({ name, go: verdict.go, reason: verdict.reason }, { name, go: true, reason });
  }
});

test("names and numbers are no language; the page's own word decides there", () => {
  const names =
    "Anna Holm 7:04.2, Siri Moe 7:05.9, Liv Aas 7:11.0, Marit Foss 7:12.4, Tove Lie 7:14.8. ".repeat(6);
  assert.isNull(isEnglish(names));
  assert.isTrue(isEnglish(names, "en-GB"));
  assert.isFalse(isEnglish(names, "nb"));
  assert.isFalse(isEnglish(NORWEGIAN, "en"));
  assert.isTrue(isEnglish(ENGLISH, "nb"));
});

test("a last change is no date, and what is quoted in no dated or signed text is no evidence", () => {
  const quoted =
    "<p>“It is safe,” said Anna Holm, and the manual says so too. “It has always been,” she added, and she told nobody else of it.</p>".repeat(
      6,
    );
  check(address("/safety"), quoted, false, "text:no signs");
  check(
    address("/safety"),
    `<h1>Safety</h1><p>Last updated: 12 May 2031</p>${quoted}`,
    false,
    "text:no signs",
  );
  check(address("/safety"), `<h1>Safety</h1><p>12 May 2031</p>${quoted}`, true, "text:date+speech");
});
