// The marks as the page itself can see them: the registry of custom highlights is shared with it.

import type { Page } from "puppeteer-core";
import { PATIENCE } from "./patience";

/** The words of every highlight of ours, by its name without the prefix; absent where it holds none. */
export function marksOf(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(() => {
    const found: Record<string, string[]> = {};
    CSS.highlights.forEach((highlight, name) => {
      if (!name.startsWith("ascribe-") || highlight.size === 0) return;
      const words: string[] = [];
      highlight.forEach((range) => {
        words.push(range.toString());
      });
      found[name.slice("ascribe-".length)] = words;
    });
    return found;
  });
}

/** Settles once the page's marks are as wanted, and returns them. The function may close over nothing. */
export async function marksWhen(
  page: Page,
  wanted: (marks: Record<string, string[]>) => boolean,
): Promise<Record<string, string[]>> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const marks = await marksOf(page);
    if (wanted(marks)) return marks;
    if (Date.now() > end) throw new Error(`the marks never were as wanted: ${JSON.stringify(marks)}`);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 40)));
  }
}
