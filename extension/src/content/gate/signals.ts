// What a page says of itself, read cheaply: JSON-LD, meta elements, microdata, its address.
// Everything here is the page's word: data to be weighed (judge.ts), never trusted and never run.

import * as dom from "../../dom";
import type { Steps } from "../pause";

/** schema.org types of pages that are articles, whatever their subject. */
const ARTICLE_TYPE =
  /^(?:(?:Reportage|Opinion|Analysis|Background|Review|AskPublic|Advertiser(?:Content)?)?(?:News)?Article|NewsArticle|SatiricalArticle|BlogPosting|LiveBlogPosting|Report|SocialMediaPosting)$/;
/** Types whose members are other pages: an article named inside them is not this page. */
const LIST_TYPE = /^(?:ItemList|ListItem|CollectionPage|SearchResultsPage|BreadcrumbList)$/;
const LIST_KEYS = new Set([
  "itemListElement",
  "isPartOf",
  "publisher",
  "author",
  "relatedLink",
  "mentions",
  "citation",
  "hasPart",
]);
/** How deep and how much of a page's JSON-LD is read. */
const DEEPEST = 6;
const MOST = 2000;

export interface Signals {
  /** The article types that the page claims for itself, in order. */
  types: string[];
  /** Every other type at the top of its JSON-LD. */
  otherTypes: string[];
  ogType: string;
  generator: string;
  title: string;
  description: string;
  /** The path of the address that the page gives as its own, else of the address bar. */
  path: string;
  section: string;
  /** `isAccessibleForFree` is false. */
  notFree: boolean;
  /** Selectors of the parts that are not free. */
  lockedParts: string[];
  /** Words in the whole article, as the page says; 0 when it does not. */
  wordCount: number;
}

export function* readSignals(doc: Document): Steps<Signals> {
  const meta = metaOf(doc);
  const signals: Signals = {
    types: [],
    otherTypes: [],
    ogType: meta("og:type").toLowerCase(),
    generator: meta("generator"),
    title: meta("og:title") || dom.title(doc),
    description: meta("og:description") || meta("description"),
    path: pathOf(doc, meta("og:url")),
    section: meta("article:section"),
    notFree: false,
    lockedParts: [],
    wordCount: 0,
  };
  const budget = { left: MOST };
  for (const script of dom.querySelectorAll(doc, 'script[type="application/ld+json" i]')) {
    const text = dom.textContent(script) ?? "";
    if (text.length > 500_000) continue;
    yield;
    try {
      // Some sites wrap it in comments or CDATA, or leave raw line ends in strings.
      const json = text
        .replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, "")
        .replace(/[\n\r\t]+/g, " ");
      visit(JSON.parse(json), 0, signals, budget);
    } catch {
      // Not JSON: the page says nothing with it.
    }
  }
  yield;
  for (const item of dom.querySelectorAll(doc, "[itemtype]")) {
    if (budget.left-- <= 0) break;
    const type = (dom.getAttribute(item, "itemtype") ?? "").split("/").pop() ?? "";
    const around = dom.parentElement(item);
    if (ARTICLE_TYPE.test(type) && !(around && dom.closest(around, "[itemprop=itemListElement]"))) {
      signals.types.push(type);
      break;
    }
  }
  return signals;
}

function visit(value: unknown, depth: number, into: Signals, budget: { left: number }): void {
  if (depth > DEEPEST || budget.left-- <= 0 || typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    for (const part of value) visit(part, depth, into, budget);
    return;
  }
  const record = value as Record<string, unknown>;
  const types = [record["@type"]].flat().filter((type): type is string => typeof type === "string");
  if (types.some((type) => LIST_TYPE.test(type))) {
    into.otherTypes.push(...types);
    return;
  }
  const own = types.filter((type) => ARTICLE_TYPE.test(type));
  if (own.length > 0) readArticle(record, own, into);
  else if (depth === 0 || record["@graph"] === undefined) into.otherTypes.push(...types);
  for (const key in record) {
    if (!LIST_KEYS.has(key)) visit(record[key], depth + 1, into, budget);
  }
}

function readArticle(record: Record<string, unknown>, types: string[], into: Signals): void {
  into.types.push(...types);
  if (isFalse(record.isAccessibleForFree)) into.notFree = true;
  for (const part of [record.hasPart].flat()) {
    if (typeof part !== "object" || part === null) continue;
    const { cssSelector, isAccessibleForFree } = part as Record<string, unknown>;
    if (!isFalse(isAccessibleForFree)) continue;
    into.notFree = true;
    for (const selector of [cssSelector].flat())
      if (typeof selector === "string") into.lockedParts.push(selector);
  }
  const count = Number(record.wordCount);
  if (Number.isFinite(count) && count > into.wordCount && count < 1e6) into.wordCount = count;
  const body = record.articleBody;
  if (into.wordCount === 0 && typeof body === "string") into.wordCount = body.split(/\s+/).length;
  const section = [record.articleSection].flat()[0];
  if (!into.section && typeof section === "string") into.section = section;
}

function isFalse(value: unknown): boolean {
  return value === false || (typeof value === "string" && value.toLowerCase() === "false");
}

/** What the page's meta elements say, by name or property; of several the first, "" where there is none. */
function metaOf(doc: Document): (name: string) => string {
  const found = new Map<string, string>();
  for (const element of dom.getElementsByTagName(doc, "meta")) {
    for (const attribute of ["property", "name"]) {
      const name = dom.getAttribute(element, attribute)?.toLowerCase();
      if (name && !found.has(name)) found.set(name, dom.getAttribute(element, "content")?.trim() ?? "");
    }
  }
  return (name) => found.get(name) ?? "";
}

function pathOf(doc: Document, given: string): string {
  const link = dom.querySelector(doc, "link[rel=canonical i]");
  const own = (link && dom.getAttribute(link, "href")) || given;
  const url = own ? URL.parse(own, dom.baseURI(doc)) : null;
  return (url ?? URL.parse(dom.url(doc)))?.pathname ?? "/";
}
