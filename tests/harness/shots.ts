// `cargo xtask shots`: a picture of every surface and state, both browsers, light and dark, to be looked
// at. Leaves out comparing them (what is tested of a surface is its style, geometry, names and roles)
// and the pages that they are taken over (shots-site.ts).

import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { STORY } from "./article";
import type { Kind, Running } from "./browsers";
import { marksWhen } from "./marks";
import { kindsFrom, options } from "./options";
import { openPanel } from "./panel";
import { fromRoot } from "./paths";
import { change, startReader, startWithoutEngine } from "./reader";
import { STORE, shootCards } from "./shots-card";
import { CROWDED, LIVE, MANY, MILL, MILL_ELSEWHERE, STATES, serveShots } from "./shots-site";
import { settledState, tabInFront } from "./state";
import { openSurface, type Surface } from "./surface";

const { get } = options(["browser", "only"]);
const out = fromRoot("target/shots");
const only = get("only") ?? "";
const server = await serveShots();
/** The lists are there, or what stands in their place. */
const ROWS = "[data-actor]";
const STATE = "[data-state]:not([data-state=reading]):not([data-state=connecting])";
const MAP = ".map svg .arrow";

await mkdir(out, { recursive: true });
for (const kind of kindsFrom(get("browser"))) {
  // A run for each browser: what the other one left stays.
  const old = only ? [] : (await readdir(out)).filter((name) => name.endsWith(`-${kind}.png`));
  for (const name of old) await rm(join(out, name));
  for (const theme of ["light", "dark"] as const) await shoot(kind, theme);
}
await server.close();

/** A page of the extension by its path, or the panel over a tab. */
type What = string | { over: Page; as?: "side" };
type Size = [width: number, height: number | "whole"];

async function shoot(kind: Kind, theme: "light" | "dark"): Promise<void> {
  const { running, page, inside } = await startReader(kind, { theme, size: STORE });
  const take = camera(theme, kind);
  const visit = async (path: string) => {
    await page.goto(`${server.origin}${path}`);
    // Another tab hides the page, and a hidden page is not read.
    await page.bringToFront();
  };
  const marked = () => marksWhen(page, (marks) => "denials" in marks && "accusations" in marks);

  await visit(STORY);
  await marked();
  const tab = await tabInFront(inside);
  await take("marks", page);
  await shootCards(running, page, visit, take, only);
  await visit(STORY);
  await marked();
  await change(inside, { when: "sites", sites: ["127.0.0.1"], look: "tint", strip: true, unnamed: true });
  await page.waitForSelector("ascribe-card");
  await take("tint-and-strip", page);
  await change(inside, { when: "sites", sites: ["127.0.0.1"] });

  await take.surface("panel", running, { over: page }, [400, 600], ROWS);
  for (const width of [240, 320, 360, 380, 800])
    await take.surface(`panel-${width}`, running, { over: page, as: "side" }, [width, 700], ROWS);
  await take.surface("panel-open", running, { over: page }, [400, 600], ROWS, async (surface) => {
    await surface.click("[data-actor]");
    await surface.click(".menu > summary");
  });
  await take.surface("panel-only", running, { over: page }, [400, 600], ROWS, async (surface) => {
    await surface.evaluate(() => document.querySelector<HTMLElement>(".only")?.click());
    await surface.waitFor(() => document.querySelector(".only[aria-pressed=true]") !== null);
  });
  await visit(STORY);
  await marked();
  for (const [name, at] of [
    ["replies", 2],
    ["order", 3],
    ["map", 4],
  ] as const) {
    await take.surface(`panel-${name}`, running, { over: page }, [400, 600], ROWS, async (surface) => {
      await surface.click(`[role=tab]:nth-of-type(${at})`);
      await surface.waitFor(
        (what) => document.querySelector(what) !== null,
        name === "map" ? MAP : "[data-passage]",
      );
    });
  }
  await take.surface("reading", running, `reading.html?tab=${tab}`, [900, 1100], "mark");
  for (const path of [MILL, MILL_ELSEWHERE]) {
    await visit(path);
    await settledState(inside, tab);
    await inside.evaluate((tab) => chrome.runtime.sendMessage({ type: "keep", tab, anyway: false }), tab);
  }
  await take.surface("panel-kept", running, { over: page }, [400, 600], ROWS, async (surface) => {
    await surface.click("[data-keep]");
    await surface.waitFor(() => document.querySelector(".outcome")?.textContent !== "");
  });
  for (const [name, width] of [
    ["compare", 1100],
    ["compare-narrow", 360],
  ] as const) {
    await take.surface(name, running, "compare.html", [width, "whole"], "[data-voice]", async (surface) => {
      await surface.click("[data-voice] .row");
      await surface.waitFor(() => document.querySelector(".unfolded") !== null);
    });
  }

  await visit(CROWDED);
  await marked();
  for (const [name, width] of [
    ["map-crowded", 400],
    ["map-crowded-wide", 760],
    ["map-store", STORE.width],
  ] as const) {
    await take.surface(
      name,
      running,
      { over: page, as: "side" },
      [width, width === STORE.width ? STORE.height : "whole"],
      ROWS,
      async (surface) => {
        await surface.click("#tab-map");
        await surface.waitFor((what) => document.querySelector(what) !== null, MAP);
      },
    );
  }

  for (const [name, path] of Object.entries(STATES)) {
    await visit(path);
    await settledState(inside, tab);
    await take.surface(`panel-${name}`, running, { over: page }, [400, 480], `${STATE}, ${ROWS}`);
  }
  await visit(LIVE);
  await marked();
  await take.surface("panel-live", running, { over: page }, [400, 480], ROWS, async (surface) => {
    await page.bringToFront();
    await page.evaluate(() => dispatchEvent(new Event("new-entry")));
    await surface.waitFor(() => document.querySelectorAll(".notices > p").length > 1);
  });
  await change(inside, { excluded: ["127.0.0.1"] });
  await take.surface("panel-excluded", running, { over: page }, [400, 480], STATE);
  await change(inside, { when: "sites", sites: ["127.0.0.1"] });
  await page.goto("about:blank");
  await take.surface("panel-unreadable", running, { over: page }, [400, 480], STATE);

  // A page of many statements, as it is marked at first and as it can be.
  for (const density of ["quiet", "full"] as const) {
    await change(inside, { when: "sites", sites: ["127.0.0.1"], density });
    await visit(MANY);
    await marked();
    await take(`density-${density}`, page);
  }
  // As tall as Chromium lets a popup be, with more speakers than have room.
  await take.surface("panel-popup", running, { over: page }, [400, 510], ROWS, async (surface) => {
    await surface.waitFor(() => document.documentElement.scrollHeight <= window.innerHeight);
  });
  await change(inside, { when: "sites", sites: ["127.0.0.1"] });

  await take.surface("options", running, "options.html", [800, "whole"], ".rates");
  await take.surface("options-narrow", running, "options.html", [360, "whole"], ".rates");
  await take.surface("welcome", running, "welcome.html", [1000, "whole"], "[data-ready=marked]");
  await page.goto(`${server.origin}/demo/`);
  await page.bringToFront();
  await page.waitForSelector(ROWS);
  await take("demo", page);
  await running.browser.close();
  if ("panel-failed".includes(only)) await withoutEngine(kind, theme);
}

/** The engine cannot start: a browser of its own, whose package lacks it. */
async function withoutEngine(kind: Kind, theme: "light" | "dark"): Promise<void> {
  const { running, page, inside } = (await startWithoutEngine(kind, { theme })).reader;
  await page.goto(`${server.origin}${STORY}`);
  await page.bringToFront();
  const tab = await tabInFront(inside);
  await settledState(inside, tab);
  await camera(theme, kind).surface("panel-failed", running, { over: page }, [400, 480], STATE);
  await running.browser.close();
}

/** Takes pictures whose name was asked for: of a page of the web, or of one of ours once `ready` is there. */
function camera(theme: string, kind: Kind) {
  const picture = async (name: string, of: Page | Surface) => {
    const file = `${name}-${theme}-${kind}.png` as const;
    if ("goto" in of) await of.screenshot({ path: join(out, file) as `${string}.png` });
    else await of.screenshot(join(out, file));
    console.log(`target/shots/${file}`);
  };
  const take = async (name: string, page: Page) => {
    if (name.includes(only)) await picture(name, page);
  };
  take.surface = async (
    name: string,
    running: Running,
    what: What,
    [width, height]: Size,
    ready: string,
    then?: (surface: Surface) => Promise<void>,
  ) => {
    if (!name.includes(only)) return;
    const surface =
      typeof what === "string"
        ? await openSurface(running, what)
        : await openPanel(running, what.over, what.as);
    await surface.resize(width, height === "whole" ? 800 : height);
    await surface.waitFor((ready: string) => document.querySelector(ready) !== null, ready);
    await then?.(surface);
    await surface.evaluate(async () => {
      await document.fonts.ready;
      // One that is broken off has ended too.
      await Promise.allSettled(document.getAnimations().map((running) => running.finished));
    });
    if (height === "whole") {
      await surface.resize(width, await surface.evaluate(() => document.documentElement.scrollHeight));
    }
    await picture(name, surface);
    await surface.close();
  };
  return take;
}
