// The surfaces on ordinary pages with known data: bundled, served on this machine, opened in both
// browsers at given sizes and themes, and checked by axe-core. Leaves out what each test looks for.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, describe, it } from "node:test";
import { build } from "esbuild";
import type { Page } from "puppeteer-core";
import { KINDS, type Kind, start } from "../harness/browsers";
import { fromRoot } from "../harness/paths";
import { page as pageRoute, type Route, serve } from "../harness/server";

export type Theme = "light" | "dark";

export interface Stage {
  kind: Kind;
  /** Opens `pages/NAME.ts(x)` with these words after the question mark, once it says `data-ready`. */
  open(search?: string, options?: { theme?: Theme; width?: number; height?: number }): Promise<Page>;
}

/** Declares tests for one fixture page, for each browser anew. `style`: a sheet of the extension. */
export function stage(
  name: string,
  options: { style?: string; csp?: boolean },
  declare: (stage: Stage, test: (name: string, body: (stage: Stage) => Promise<void>) => void) => void,
): void {
  for (const kind of KINDS) {
    describe(`${name} in ${kind}`, async () => {
      const routes = await bundle(name, options);
      const server = await serve(routes);
      const browsers = new Map<Theme, ReturnType<typeof start>>();
      after(async () => {
        for (const running of browsers.values()) await (await running).browser.close();
        await server.close();
      });
      const opened: Page[] = [];
      const on: Stage = {
        kind,
        async open(search = "", { theme = "light", width = 380, height = 720 } = {}) {
          // Firefox takes the theme from a preference only, so each theme has its browser.
          if (!browsers.has(theme)) browsers.set(theme, start(kind, { theme }));
          const { browser } = await (browsers.get(theme) as ReturnType<typeof start>);
          const page = await browser.newPage();
          opened.push(page);
          if (kind === "chromium")
            await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
          await page.setViewport({ width, height });
          await page.goto(`${server.origin}/${name}.html?${options.csp ? "csp=strict&" : ""}${search}`);
          await page.waitForSelector("[data-ready]");
          return page;
        },
      };
      declare(on, (title, body) =>
        it(title, async () => {
          try {
            await body(on);
          } finally {
            for (const page of opened.splice(0)) await page.close();
          }
        }),
      );
    });
  }
}

async function bundle(name: string, options: { style?: string }): Promise<Route[]> {
  const out = await build({
    entryPoints: [
      { in: fromRoot(`tests/surfaces/pages/${name}`), out: name },
      ...(options.style ? [{ in: fromRoot(`extension/src/${options.style}`), out: "style" }] : []),
    ],
    bundle: true,
    write: false,
    format: "esm",
    splitting: true,
    outdir: fromRoot("target/tests/surfaces"),
    target: ["chrome140", "firefox150"],
    jsx: "automatic",
    jsxImportSource: "preact",
    logLevel: "warning",
  });
  const served = out.outputFiles.map((file): Route => {
    const path = file.path.slice(fromRoot("target/tests/surfaces").length).replaceAll("\\", "/");
    const type = path.endsWith(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
    return (url) => (url.pathname === path ? { body: file.text, type } : null);
  });
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>${name}</title>${options.style ? '<link rel="stylesheet" href="/style.css">' : ""}
    <body><main id="root"></main><script type="module" src="/${name}.js"></script>`;
  return [...served, pageRoute(`/${name}.html`, html)];
}

const axeSource = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Fails, naming rule and element, when axe-core finds anything against WCAG 2.2 A or AA. */
export async function assertAccessible(page: Page, within?: string): Promise<void> {
  await page.evaluate(await axeSource);
  const found = await page.evaluate(async (selector) => {
    const { axe } = window as unknown as { axe: { run(context: unknown, options: unknown): Promise<Axe> } };
    interface Axe {
      passes: unknown[];
      violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
    }
    const run = await axe.run(selector ?? document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    const lines = run.violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)}\n  ${node.failureSummary}`),
    );
    return { passes: run.passes.length, lines };
  }, within);
  assert.ok(found.passes > 3, "axe-core looked at next to nothing");
  assert.deepEqual(found.lines, []);
}

/** Fails, naming the element, when something sticks out of the window or text is cut off. */
export async function assertNothingClipped(page: Page): Promise<void> {
  const wrong = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} "${(element.textContent ?? "").slice(0, 40)}"`;
    const lines: string[] = [];
    if (document.documentElement.scrollWidth > width)
      lines.push(`the page is ${document.documentElement.scrollWidth} wide`);
    for (const element of document.querySelectorAll("body *")) {
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      if (box.width === 0 || !element.checkVisibility() || element.closest(".offstage, svg")) continue;
      if (box.left < -0.5 || box.right > width + 0.5)
        lines.push(`${name(element)} sticks out: ${box.left}–${box.right} of ${width}`);
      const hides = style.overflowX === "hidden" || style.overflowX === "clip";
      if (hides && element.scrollWidth > element.clientWidth + 1) lines.push(`${name(element)} is cut off`);
    }
    return lines;
  });
  assert.deepEqual(wrong, []);
}

/** Fails, naming the control, when one that can be pressed is smaller than 24 × 24 CSS pixels. */
export async function assertTargets(page: Page): Promise<void> {
  const small = await page.evaluate(() => {
    const lines: string[] = [];
    for (const element of document.querySelectorAll(
      "button, summary, input, select, a[href], label:has(input)",
    )) {
      if (!element.checkVisibility() || element.closest(".offstage")) continue;
      const { width, height } = (element.closest("label") ?? element).getBoundingClientRect();
      if (width > 0 && (width < 24 || height < 24)) {
        lines.push(`${element.outerHTML.slice(0, 90)}: ${width} × ${height}`);
      }
    }
    return lines;
  });
  assert.deepEqual(small, []);
}
