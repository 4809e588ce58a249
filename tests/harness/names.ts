// Every name that our scripts in pages use, read from the scripts as they ship: what a page could take away.

import { readFileSync } from "node:fs";
import type { Page } from "puppeteer-core";
import { fromRoot } from "./paths";

/** Identifiers and words of the content scripts of a built package, each once. */
export function namesInScripts(): string[] {
  const texts = ["content-judge.js", "content.js", "content-main.js"].map((name) =>
    readFileSync(fromRoot(`dist/chrome/${name}`), "utf8"),
  );
  return [...new Set(texts.join("\n").match(/[A-Za-z_$][\w$]*/g))].filter((name) => name.length > 2).sort();
}

/**
 * Those of them that a form, a document or a window has by itself, and our own: words of our tables name no property.
 */
export function namesToTake(page: Page): Promise<string[]> {
  return page.evaluate((names) => {
    const form = document.createElement("form");
    const own = ["ascribe", "ascribeBegun", "browser", "chrome", "runtime"];
    const known = (name: string) => name in form || name in document || name in window;
    return names.filter(known).concat(own);
  }, namesInScripts());
}
