// The gate: is this page an article, in English, and for which reason? Cheap signals first, then the prose.
// Leaves out which text is the article (blocks/) and whether the reader wants marks here (the background).

import * as dom from "../../dom";
import type { SiteLabel } from "../../protocol";
import { beginningOf } from "../beginning";
import type { Steps } from "../pause";
import { isEnglish } from "./language";
import { readSignals, type Signals } from "./signals";

export interface Verdict {
  /** Whether to go on and mark. */
  go: boolean;
  /** False when the words are another language's; null when there are too few to tell. */
  english: boolean | null;
  /** Machine-readable: what decided, for example `json-ld:NewsArticle`, `og:article`, `text:date+byline`. */
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
/** And schema.org's types. */
const OTHER_TYPE =
  /^(?:Product|ProductGroup|SoftwareApplication|WebApplication|Recipe|JobPosting|QAPage|DiscussionForumPosting|SearchResultsPage|CollectionPage|ItemList|VideoObject|MusicRecording|Book|Course|APIReference|Dataset|Hotel|Restaurant|RealEstateListing|ProfilePage|ContactPage|CheckoutPage|FAQPage)$/;

/** Paragraphs of at least this many characters, at most half of them links, count as prose. */
const PARAGRAPH = 80;
const LINKED = 0.5;
/** Prose that an article without any word of its own needs, and that one with its word needs. */
const MUCH = 700;
const SOME = 250;
/** Paragraphs looked at, UTF-16 units and links of each, and paragraphs of one step. */
const MOST = 400;
const LONG = 10_000;
const LINKS = 200;
/** UTF-16 units of a headline that are read, and text nodes of one step where there are no paragraphs. */
const HEADLINE = 1000;
const NODES = 500;
const STEP = 20;

export function* judge(doc: Document): Steps<Verdict> {
  const signals = yield* readSignals(doc);
  const prose = yield* readProse(doc);
  yield;
  const english = isEnglish(prose.sample);
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
  if (type) {
    return prose.length >= SOME || (yield* hasArticleText(doc))
      ? yes(`json-ld:${type}`)
      : no(`json-ld:${type} without text`);
  }
  if (signals.ogType === "article" && (prose.length >= SOME || (yield* hasArticleText(doc))))
    return yes("og:article");
  if (OTHER_OG.test(signals.ogType)) return no(`og:${signals.ogType}`);
  const other = signals.otherTypes.find((each) => OTHER_TYPE.test(each));
  if (other && prose.length < 4 * MUCH) return no(`json-ld:${other}`);

  // Nothing said outright: an article has a date, an author, an address with a headline in it, an <article>.
  const evidence: string[] = [];
  if ((yield* hasOneOf(doc, DATES)) || DATE.test(aroundHeadline(doc))) evidence.push("date");
  if (yield* hasOneOf(doc, BYLINES)) evidence.push("byline");
  if (shape === "story") evidence.push("url");
  if (dom.querySelector(doc, "article")) evidence.push("article");
  const enough = prose.length >= MUCH ? 2 : prose.length >= SOME ? 3 : 9;
  if (evidence.length >= enough) return yes(`text:${evidence.join("+")}`);
  return no(prose.length < SOME ? "text:little" : `text:${evidence.join("+") || "no signs"}`);
}

interface Prose {
  length: number;
  sample: string;
}

function* readProse(doc: Document): Steps<Prose> {
  const prose: Prose = { length: 0, sample: "" };
  let seen = 0;
  for (const paragraph of paragraphs(doc)) {
    if (++seen > MOST) break;
    if (seen % STEP === 0) yield;
    const text = beginningOf(paragraph, LONG).trim();
    if (text.length < PARAGRAPH) continue;
    if (text.length > LONG / 10) yield;
    let linked = 0;
    let links = 0;
    for (const link of dom.getElementsByTagName(paragraph, "a")) {
      if (++links > LINKS) break;
      linked += beginningOf(link, LONG).length;
    }
    if (linked > text.length * LINKED) continue;
    prose.length += text.length;
    if (prose.sample.length < 6000) prose.sample += `${text.slice(0, 1500)}\n`;
  }
  if (prose.sample.length < 1000) prose.sample += yield* articleText(doc);
  return prose;
}

/** The page's paragraphs, and those of its frames of the same origin. */
function* paragraphs(doc: Document): Generator<Element> {
  yield* dom.getElementsByTagName(doc, "p");
  for (const frame of dom.getElementsByTagName(doc, "iframe")) {
    const inside = dom.frameDocument(frame);
    if (inside) yield* dom.getElementsByTagName(inside, "p");
  }
}

/** Text of articles that use no `<p>`: in `<div>`s, broken by `<br>`. */
function* articleText(doc: Document): Steps<string> {
  yield;
  const root = dom.querySelector(doc, "[itemprop=articleBody], article, main, [role=main]") ?? dom.body(doc);
  let text = "";
  const walker = dom.createTreeWalker(doc, root ?? doc, NodeFilter.SHOW_TEXT);
  for (let seen = 0; seen < 4000 && text.length < 4000; seen++) {
    const node = walker.nextNode() as Text | null;
    if (!node) break;
    if (seen % NODES === NODES - 1) yield;
    const parent = dom.parentNode(node);
    if (node.length > 60 && parent && !/^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE)$/i.test(dom.nodeName(parent)))
      text += `${node.substringData(0, 800)}\n`;
  }
  return text;
}

function* hasArticleText(doc: Document): Steps<boolean> {
  return (yield* articleText(doc)).length >= SOME;
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

/** A date written out: "12 May 2031", "May 12, 2031", "2031.05.12". */
const DATE =
  /\b\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*,? (?:19|20)\d\d|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2},? (?:19|20)\d\d|\b(?:19|20)\d\d[-./]\d\d[-./]\d\d\b/i;

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
