// The site that the tests visit, and what they ask of its pages. All stories are our own.

import type { Page } from "puppeteer-core";
import { ARTICLE_CSS, STORY, samplePage } from "../harness/article";
import { page, type Server, serve } from "../harness/server";

/** The sample with a screen and more between its paragraphs, on a page that scrolls smoothly. */
export const LONG = "/news/long.html";
const SMOOTH = "html { scroll-behavior: smooth; } article > * { margin-block-end: 900px; }";

/** Serves the sample story at STORY, with `?csp=strict` under the strict policy, again at /news/second.html, and at LONG. */
export function serveSite(): Promise<Server> {
  return serve([
    page("/article.css", ARTICLE_CSS, "text/css; charset=utf-8"),
    page(STORY, samplePage()),
    page("/news/second.html", samplePage()),
    page("/smooth.css", SMOOTH, "text/css; charset=utf-8"),
    page(LONG, samplePage('<link rel="stylesheet" href="/smooth.css">')),
  ]);
}

export { STORY };

export type Marks = Record<string, string[]>;

/** Whether a range of that highlight has those words in it. */
export function has(marks: Marks, name: string, words: string): boolean {
  return (marks[name] ?? []).some((range) => range.includes(words));
}

/** The middle of the first rectangle of the first mark with those words, scrolled into view. */
export function pointOn(page: Page, name: string, words: string): Promise<{ x: number; y: number }> {
  return page.evaluate(
    (name, words) => {
      let found: Range | undefined;
      CSS.highlights.get(`ascribe-${name}`)?.forEach((range) => {
        if (!found && range.toString().includes(words)) found = range as Range;
      });
      if (!found) throw new Error(`no mark "${words}" among ${name}`);
      found.startContainer.parentElement?.scrollIntoView({ block: "center" });
      const box = found.getClientRects()[0];
      if (!box) throw new Error("the mark has no place on the page");
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    },
    name,
    words,
  );
}
