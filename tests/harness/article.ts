// News pages for tests and commands, made from blocks or plain text of our own.

import type { Block, Role } from "../../extension/src/analysis";
import { SAMPLE, SAMPLE_TITLE } from "../../extension/src/sample";

/** Where a story stands: an address without a path is a site's front, which is no article. */
export const STORY = "/news/story.html";

const TAG: Record<Role, string> = {
  headline: "h1",
  standfirst: "p",
  summary: "li",
  body: "p",
  heading: "h2",
  quote: "blockquote",
  item: "li",
  caption: "figcaption",
  live: "article",
  pull_quote: "aside",
  teaser: "aside",
  promotion: "aside",
  embed: "blockquote",
};

/** Text as markup: nothing in it is taken for a tag or an entity. */
export function asMarkup(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

/**
 * A page as a news site serves it, with the labels that tell an article from the rest; `more` are
 * labels of the site beside these, or in their place.
 */
export function newsPage(title: string, blocks: readonly Block[], extra = "", more: object = {}): string {
  const label = { "@context": "https://schema.org", "@type": "NewsArticle", headline: title, ...more };
  const body = blocks.map(({ role, text }) => `<${TAG[role]}>${asMarkup(text)}</${TAG[role]}>`).join("\n");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta property="og:type" content="article">
<title>${asMarkup(title)}</title>
<script type="application/ld+json">${JSON.stringify(label).replaceAll("<", "\\u003c")}</script>
<link rel="stylesheet" href="/article.css">
</head>
<body>
<header><nav><a href="/">The Daily Sample</a></nav></header>
<main><article id="story">
${body}
</article></main>
${extra}
</body>
</html>`;
}

/** A page from plain text: paragraphs apart by blank lines, the first one the headline. */
export function pageOfText(text: string): string {
  const paragraphs = text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
    .filter((paragraph) => paragraph !== "");
  const blocks = paragraphs.map((words, i): Block => ({ role: i === 0 ? "headline" : "body", text: words }));
  return newsPage(paragraphs[0] ?? "Untitled", blocks);
}

/** Our own invented story. */
export function samplePage(extra = "", more: object = {}): string {
  return newsPage(SAMPLE_TITLE, SAMPLE, extra, more);
}

/** What the pages look like; a file of its own, since a strict policy forbids it inline. */
export const ARTICLE_CSS = `
:root { color-scheme: light dark; }
body { font: 18px/1.6 Georgia, "Times New Roman", serif; margin: 0; }
main { max-width: 42rem; margin: 0 auto; padding: 1rem 1.5rem 4rem; }
header { padding: .75rem 1.5rem; border-bottom: 1px solid #8884; font-variant: small-caps; }
header a { color: inherit; text-decoration: none; }
h1 { font-size: 2.1rem; line-height: 1.2; }
h1 + p { font-size: 1.2rem; color: #777; }
`;
