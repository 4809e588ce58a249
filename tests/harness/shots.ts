// `cargo xtask shots`: a picture of every surface, both browsers, light and dark, to be looked at.
// Leaves out comparing them: what is tested of a surface is its style, geometry, names and roles.

import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { ARTICLE_CSS, newsPage, STORY, samplePage } from "./article";
import type { Kind } from "./browsers";
import { cardOpens } from "./card";
import { marksWhen } from "./marks";
import { kindsFrom, options } from "./options";
import { fromRoot } from "./paths";
import { startReader } from "./reader";
import { files, page as pageAt, serve } from "./server";
import { settledState, tabInFront } from "./state";
import { openSurface } from "./surface";

const { get } = options(["browser", "only"]);
const out = fromRoot("target/shots");
const only = get("only") ?? "";
const server = await serve([
  pageAt("/article.css", ARTICLE_CSS, "text/css; charset=utf-8"),
  pageAt(STORY, samplePage()),
  pageAt(
    "/fr/article.html",
    newsPage("Le maire promet un nouveau pont", [
      { role: "headline", text: "Le maire promet un nouveau pont" },
      {
        role: "body",
        text: "Le maire a déclaré lundi que la ville construirait un nouveau pont avant la fin de l’année, et que les travaux commenceraient dans les prochaines semaines.",
      },
      {
        role: "body",
        text: "Selon l’opposition, le projet coûtera deux fois plus cher que prévu, et personne ne sait encore comment la ville pourra le payer.",
      },
    ]).replace('lang="en"', 'lang="fr"'),
  ),
  pageAt(
    "/",
    "<!doctype html><html lang='en'><title>The Daily Sample</title><h1>The Daily Sample</h1><ul><li><a href='/a'>Ferry strike</a></ul>",
  ),
  files("/demo/", fromRoot("dist/www")),
]);

if (!only) await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
for (const kind of kindsFrom(get("browser"))) {
  for (const theme of ["light", "dark"] as const) await shoot(kind, theme);
}
await server.close();

async function shoot(kind: Kind, theme: "light" | "dark"): Promise<void> {
  const { running, page, inside } = await startReader(kind, { theme });
  const path = (name: string) => join(out, `${name}-${theme}-${kind}.png`) as `${string}.png`;
  const done = (name: string) => console.log(`target/shots/${name}-${theme}-${kind}.png`);

  const surface = async (
    name: string,
    address: string,
    width: number,
    height: number,
    ready: string,
    press?: string,
  ) => {
    if (!name.includes(only)) return;
    const opened = await openSurface(running, address);
    await opened.resize(width, height);
    await opened.waitFor((ready: string) => document.querySelector(ready) !== null, ready);
    if (press) {
      await opened.click(press);
      await opened.waitFor(
        (press: string) => document.querySelector(press)?.getAttribute("aria-selected") !== "false",
        press,
      );
      // The map is a part that loads when it is opened.
      await opened.waitFor(() => document.querySelector("[role=tabpanel] > :not(.empty)") !== null);
    }
    await opened.evaluate(() => document.fonts.ready.then(() => true));
    await opened.screenshot(path(name));
    await opened.close();
    done(name);
  };

  await page.goto(`${server.origin}${STORY}`);
  await page.bringToFront();
  await marksWhen(page, (marks) => "denials" in marks && "accusations" in marks);
  const tab = await tabInFront(inside);
  await picture(page, "marks");
  await pointAt(page);
  await cardOpens(running, page);
  await picture(page, "card");

  const rows = "[data-actor]";
  const panel = `panel.html?tab=${tab}`;
  await surface("panel", panel, 400, 600, rows);
  await surface("panel-narrow", `${panel}&side`, 320, 700, rows);
  await surface("panel-wide", `${panel}&side`, 800, 700, rows);
  await surface("panel-replies", panel, 400, 600, rows, "[role=tab]:nth-of-type(2)");
  await surface("panel-order", panel, 400, 600, rows, "[role=tab]:nth-of-type(3)");
  await surface("panel-map", panel, 400, 600, rows, "[role=tab]:nth-of-type(4)");
  await surface("reading", `reading.html?tab=${tab}`, 900, 1100, "mark");
  for (const [name, address] of [
    ["no-article", "/"],
    ["not-english", "/fr/article.html"],
  ] as const) {
    await page.goto(`${server.origin}${address}`);
    // The panel's tab will hide the page, and a hidden page is not read.
    await page.bringToFront();
    await settledState(inside, tab);
    await surface(
      `panel-${name}`,
      panel,
      400,
      420,
      "[data-state]:not([data-state=reading]):not([data-state=connecting])",
    );
  }
  await surface("options", "options.html", 800, 1500, "input");
  await surface("welcome", "welcome.html", 1000, 1300, "[data-ready=marked]");
  if ("demo".includes(only)) {
    await page.goto(`${server.origin}/demo/`);
    await page.bringToFront();
    await page.waitForSelector(rows);
    await picture(page, "demo");
  }
  await running.browser.close();

  async function picture(page: Page, name: string): Promise<void> {
    if (!name.includes(only)) return;
    await page.screenshot({ path: path(name) });
    done(name);
  }
}

/** Rests the pointer on the accusation that names whom it is against. */
async function pointAt(page: Page): Promise<void> {
  const point = await page.evaluate(() => {
    let found: DOMRect | undefined;
    CSS.highlights.get("ascribe-accusations")?.forEach((range) => {
      if (range.toString().includes("mackerel catches in")) found ??= (range as Range).getClientRects()[0];
    });
    return found ? { x: found.x + found.width / 2, y: found.y + found.height / 2 } : null;
  });
  if (!point) throw new Error("the accusation of the sample is not marked");
  await page.mouse.move(point.x - 30, point.y - 2);
  await page.mouse.move(point.x, point.y);
}
