// The gate: is this page an article, in English, and for which reason? Cheap signals first, then the prose.
// Leaves out which text is the article (blocks/) and whether the reader wants marks here (the background).

import * as dom from "../../dom";
import type { SiteLabel } from "../../protocol";
import { beginningOf } from "../beginning";
import type { Steps } from "../pause";
import { isDated } from "./dates";
import { isEnglish } from "./language";
import { type Prose, readProse } from "./prose";
import { isRelease } from "./release";
import { readSignals, type Signals } from "./signals";

export interface Verdict {
  /** Whether to go on and mark. */
  go: boolean;
  /** False when the words are another language's; null when there are too few to tell. */
  english: boolean | null;
  /** Machine-readable: what decided, for example `json-ld:NewsArticle`, `og:article`, `text:date+byline`, `text:release`. */
  reason: string;
  label: SiteLabel;
  signals: Signals;
}

/** Programs that write encyclopaedias, documentation and forums, by the generator that they name. */
const OTHER_GENERATOR =
  /^(?:mediawiki|rustdoc|mdbook|sphinx|docusaurus|doxygen|javadoc|gitbook|mkdocs|docutils|vuepress|vitepress|antora|discourse|phpbb|vbulletin|shopify|magento|prestashop|woocommerce)/i;
/** The same by marks that they leave where they name none. */
const OTHER_MARKS =
  "body.mediawiki, .mw-parser-output, meta[name=rustdoc-vars], .rst-content, nav#sidebar.sidebar[aria-label='Table of contents'], mdbook-sidebar-scrollbox, meta[name=discourse_theme_id], #docusaurus, body.docs-wrapper";
/** What og:type says of pages that are something else. */
const OTHER_OG =
  /^(?:video|music|product|book|profile|object|place|restaurant|game|app|business|forum|event|recipe)\b/;
/** What it says of articles; some put their own name before it ("feed:entry"). */
const OWN_OG = /^(?:[\w-]+:)?(?:article|entry|post|story|news)$/;
/** And schema.org's types. */
const OTHER_TYPE =
  /^(?:Product|ProductGroup|SoftwareApplication|WebApplication|Recipe|JobPosting|QAPage|DiscussionForumPosting|SearchResultsPage|CollectionPage|ItemList|VideoObject|MusicRecording|Book|Course|APIReference|Dataset|Hotel|Restaurant|RealEstateListing|ProfilePage|ContactPage|CheckoutPage|FAQPage)$/;

/** Prose that an article without any word of its own needs, and that one with its word needs. */
const MUCH = 700;
const SOME = 250;
/** Quotations and words of saying from which people are quoted in it. */
const SPEECH = 3;
/** UTF-16 units of a headline that are read, and of what stands around it. */
const HEADLINE = 1000;
const LONG = 10_000;

export function* judge(doc: Document): Steps<Verdict> {
  const signals = yield* readSignals(doc);
  const prose = yield* readProse(doc);
  yield;
  const english = isEnglish(prose.sample, languageSaid(doc));
  yield;
  const decided = yield* decide(doc, signals, prose);
  const go = decided.article && english !== false;
  const reason =
    decided.article && english === false ? `language:not-en (${decided.reason})` : decided.reason;
  return { go, english, reason, label: labelOf(signals), signals };
}

function* decide(doc: Document, signals: Signals, prose: Prose): Steps<{ article: boolean; reason: string }> {
  const yes = (reason: string) => ({ article: true, reason });
  const no = (reason: string) => ({ article: false, reason });
  if (OTHER_GENERATOR.test(signals.generator))
    return no(`generator:${signals.generator.split(/[\s/]/)[0]?.toLowerCase()}`);
  if (dom.querySelector(doc, OTHER_MARKS)) return no("template:reference");
  const shape = urlShape(signals.path);
  if (shape === "home") return no("url:home");
  const type = signals.types[0];
  if (type) return prose.all >= SOME ? yes(`json-ld:${type}`) : no(`json-ld:${type} without text`);
  if (OWN_OG.test(signals.ogType) && prose.all >= SOME) return yes(`og:${signals.ogType}`);
  if (OTHER_OG.test(signals.ogType)) return no(`og:${signals.ogType}`);
  const other = signals.otherTypes.find((each) => OTHER_TYPE.test(each));
  if (other && prose.length < 4 * MUCH) return no(`json-ld:${other}`);

  // Nothing said outright: an article has a date, an author, an address with a headline in it, an <article>.
  const evidence: string[] = [];
  if ((yield* hasOneOf(doc, DATES)) || isDated(aroundHeadline(doc)) || isDated(prose.opening))
    evidence.push("date");
  if (yield* hasOneOf(doc, BYLINES)) evidence.push("byline");
  if (shape === "story") evidence.push("url");
  if (dom.querySelector(doc, "article")) evidence.push("article");
  // An author and a long address alone are a manual's too, and people are quoted in lists of stories.
  const told = evidence.includes("date") || evidence.includes("byline");
  const manual = evidence.join("+") === "byline+url";
  const enough = prose.length < SOME ? 9 : prose.length < MUCH || prose.bare || manual ? 3 : 2;
  if (told && !manual && evidence.length < enough && prose.speech >= SPEECH) evidence.push("speech");
  // What a company or an office tells the press: a date and people who are quoted, in no paragraphs.
  const released =
    prose.bare && prose.length >= MUCH && evidence.includes("date") && evidence.includes("speech");
  if (dom.contentType(doc) === "text/plain" && prose.length >= MUCH && prose.speech >= SPEECH)
    return yes("text:plain+speech");
  if (evidence.length >= enough || released)
    return yes(isRelease(prose.opening, prose.sample) ? "text:release" : `text:${evidence.join("+")}`);
  return no(prose.length < SOME ? "text:little" : `text:${evidence.join("+") || "no signs"}`);
}

/** The shape of an address: the front page, one that carries a headline or a date, or neither. */
export function urlShape(path: string): "home" | "story" | "other" {
  const parts = path.split("/").filter((part) => part !== "");
  if (
    parts.length === 0 ||
    (parts.length === 1 && /^(?:index\.\w+|[a-z]{2}|home|news)$/i.test(parts[0] ?? ""))
  )
    return "home";
  const dated =
    /\/(?:19|20)\d\d\/(?:\d{1,2}|[a-z]{3})(?:\/|-)/i.test(path) || /(?:19|20)\d\d-\d\d-\d\d/.test(path);
  const headlined = parts.some((part) => (part.match(/[a-z][-_]/gi) ?? []).length >= 3);
  const called = /\/(?:articles?|story|stories|news|blogs?|posts?|opinion|entry)\//i.test(path);
  return dated || headlined || called ? "story" : "other";
}

/** Where dates and authors stand. Each is asked for by itself: a large page takes milliseconds to say no. */
const DATES = [
  "meta[property='article:published_time' i], meta[name='date' i], meta[name='pubdate' i], meta[name*='publish' i]",
  "[itemprop=datePublished], time",
  "[class*=dateline i], [class*=publish i], [class*=timestamp i]",
  "[class*=post-date i], [class*=entry-date i], [class*=article-date i]",
];
const BYLINES = [
  "[rel~=author], [itemprop=author], meta[name=author i]",
  "[class*=byline i], [class*=author i]",
];

function* hasOneOf(doc: Document, selectors: readonly string[]): Steps<boolean> {
  for (const selector of selectors) {
    yield;
    if (dom.querySelector(doc, selector)) return true;
  }
  return false;
}

/** What the page says its language is; "" where it says nothing. */
function languageSaid(doc: Document): string {
  const root = dom.documentElement(doc);
  return (root && dom.getAttribute(root, "lang")) ?? "";
}

/** The beginning of the smallest element around the headline that holds more than the headline. */
function aroundHeadline(doc: Document): string {
  const headline = dom.querySelector(doc, "h1");
  if (!headline) return "";
  const words = beginningOf(headline, HEADLINE);
  const own = words.length;
  for (
    let element = dom.parentElement(headline), up = 0;
    element && up < 4;
    element = dom.parentElement(element), up++
  ) {
    const text = beginningOf(element, LONG);
    if (text.length > own + 200) {
      const at = text.indexOf(words);
      return at < 0 ? "" : text.slice(at, at + own + 600);
    }
  }
  return "";
}

function labelOf(signals: Signals): SiteLabel {
  const has = (type: string) => signals.types.includes(type);
  if (has("SatiricalArticle")) return "satire";
  if (has("LiveBlogPosting")) return "live_blog";
  if (has("OpinionNewsArticle")) return "opinion";
  const section = signals.section.trim().toLowerCase();
  if (section === "satire") return "satire";
  return /^(?:opinions?|commentary|editorials?|comment is free|op-ed)$/.test(section) ? "opinion" : null;
}
