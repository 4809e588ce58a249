// `cargo xtask first-use`: what a new reader does in the first two minutes, from a fresh profile to an
// exported file, with a picture and the time at each step. The real button, popup and clicks; choosing
// the folder in the browser's own window is the one step that no driver can take. Then the same question, who denied
// what, of three stories as long as news is: it fails where an answer is not there after two presses. What was seen
// and mended stands in docs/FIRST-USE.md.

import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "puppeteer-core";
import { bidi } from "./bidi";
import { type Kind, type Running, start } from "./browsers";
import { downloaded } from "./downloads";
import { STORIES, type Story, storyRoutes } from "./first-stories";
import { marksWhen } from "./marks";
import { kindsFrom, options } from "./options";
import { built } from "./packages";
import { fromRoot } from "./paths";
import { files, serve } from "./server";
import { type Evaluating, FirefoxSurface, type Surface, surfaceOf } from "./surface";
import { pressButton } from "./toolbar";

const ARTICLE = "/news/clutter/page.html";
const out = fromRoot("target/first-use");
const server = await serve([...storyRoutes(), files("/news/", fromRoot("tests/pages"))]);
await mkdir(out, { recursive: true });
for (const kind of kindsFrom(options(["browser"]).get("browser"))) {
  await walk(kind);
  for (const story of STORIES) await ask(kind, story);
}
await server.close();

/** Who denied what, in a browser of its own: told within two presses, and nothing of the teaser's. */
async function ask(kind: Kind, { name, path, deniers, elsewhere }: Story): Promise<void> {
  const running = await start(kind, { extension: built(kind) });
  const page = await running.browser.newPage();
  await page.goto(`${server.origin}${path}`);
  const popup = await pressButton(running, page);
  await popup.waitFor(() => document.querySelector("[data-actor]") !== null);
  await press(popup, "#tab-exchanges");
  await popup.waitFor(() => document.querySelector(".exchanges [data-passage]") !== null);
  const told = await popup.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".passage.denials .saying")].map((row) =>
      (row.textContent ?? "").replace(/\s+/g, " "),
    ),
  );
  console.log(`${kind}, ${name}, 2 clicks: who denied what: ${told.join(" | ")}`);
  await (await camera(running, page))(join(out, `${name}-${kind}.png`) as `${string}.png`);
  await running.browser.close();
  for (const [who, words] of deniers)
    if (!told.some((row) => row.includes(who) && row.includes(words)))
      throw new Error(`${kind}, ${name}: ${who} denying "${words}" is not told`);
  if (told.some((row) => row.includes(elsewhere)))
    throw new Error(`${kind}, ${name}: the teaser's denial is told as this story's`);
}

async function walk(kind: Kind): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "ascribe-first-use-"));
  const begun = Date.now();
  let clicks = 0;
  let number = 0;
  const step = async (
    what: string,
    presses: number,
    picture: (path: `${string}.png`) => Promise<unknown>,
  ) => {
    clicks += presses;
    number += 1;
    const name = `${number}-${kind}.png`;
    const seconds = ((Date.now() - begun) / 1000).toFixed(1);
    console.log(`${kind} ${seconds} s, ${clicks} clicks: ${what} (target/first-use/${name})`);
    await picture(join(out, name) as `${string}.png`);
  };

  const running = await start(kind, { extension: built(kind), downloads: folder });
  const welcome = await welcomePage(running);
  await welcome.waitFor(() => document.querySelector("[data-ready=marked]") !== null);
  await step("installed; the welcome page shows its marks", 0, (path) => welcome.screenshot(path));
  const page = await running.browser.newPage();
  await page.goto(`${server.origin}${ARTICLE}`);
  await step("an article is open", 0, (path) => page.screenshot({ path }));

  const popup = await pressButton(running, page);
  await popup.waitFor(() => document.querySelector("[data-actor]") !== null);
  await marksWhen(page, (marks) => "denials" in marks);
  const look = await camera(running, page);
  await step("the button is pressed: marks and speakers", 1, look);

  await press(popup, "#tab-exchanges");
  await popup.waitFor(() => document.querySelector(".exchanges [data-passage]") !== null);
  const answers = await popup.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".replies .passage, section .passage.denials")].map((row) =>
      row.innerText.replace(/\s+/g, " "),
    ),
  );
  await step(`who denied what: ${answers.join(" | ")}`, 1, look);

  await press(popup, "[data-group=statements]");
  await marksWhen(page, (marks) => !("statements" in marks));
  await step("statements are hidden", 1, look);

  await press(popup, ".menu > summary");
  await step("the export menu is open", 1, look);
  await press(popup, ".items > button:nth-of-type(2)");
  const { name } = await downloaded(folder, ".csv");
  await step(`saved ${name}`, 1, look);
  await running.browser.close();
  await rm(folder, { recursive: true, force: true });
}

/** The page that opened by itself on install. */
async function welcomePage({ browser, kind, origin }: Running): Promise<Surface> {
  const url = `${origin}/welcome.html`;
  if (kind === "chromium") {
    const target = await browser.waitForTarget((target) => target.url() === url);
    return surfaceOf(await target.asPage());
  }
  const tree = await bidi(browser).send("browsingContext.getTree", {});
  const tabs = (tree.result as { contexts: { context: string; url: string }[] }).contexts;
  const tab = tabs.find((tab) => tab.url === url);
  if (!tab) throw new Error("the welcome page did not open");
  return new FirefoxSurface(bidi(browser), tab.context);
}

/** Input events do not reach Firefox's popup; `click` runs what a press runs. */
function press(popup: Evaluating, selector: string): Promise<unknown> {
  return popup.evaluate(
    (selector: string) => document.querySelector<HTMLElement>(selector)?.click(),
    selector,
  );
}

/** Pictures of the page and of the popup over it. */
async function camera({ browser, kind }: Running, page: Page) {
  const popup = kind === "chromium" ? await chromiumPopup(browser) : await firefoxPopup(browser);
  return async (path: `${string}.png`) => {
    await page.screenshot({ path: path.replace(".png", "-page.png") as `${string}.png` });
    await popup(path);
  };
}

async function chromiumPopup(browser: Browser) {
  const target = browser.targets().find((target) => target.url().includes("/panel.html"));
  const popup = await target?.asPage();
  return async (path: `${string}.png`) => {
    await popup?.screenshot({ path });
  };
}

/** The popup is no context of BiDi; Firefox's own window can draw what is in it. */
async function firefoxPopup(browser: Browser) {
  const tree = await bidi(browser).send("browsingContext.getTree", { "moz:scope": "chrome" });
  const windows = (tree.result as { contexts: { context: string; url: string }[] }).contexts;
  const window = windows.find(({ url }) => url.endsWith("browser.xhtml"));
  if (!window) throw new Error("no window of Firefox was found");
  const chrome = new FirefoxSurface(bidi(browser), window.context);
  return async (path: string) => {
    const data = await chrome.evaluate(async () => {
      const popup = document.querySelector("browser.webextension-popup-browser") as unknown as {
        browsingContext: {
          currentWindowGlobal: {
            drawSnapshot(rect: null, scale: number, ground: string): Promise<ImageBitmap>;
          };
        };
      };
      const bitmap = await popup.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, "white");
      const canvas = document.createElementNS("http://www.w3.org/1999/xhtml", "canvas") as HTMLCanvasElement;
      [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
      canvas.getContext("2d")?.drawImage(bitmap, 0, 0);
      return canvas.toDataURL("image/png").split(",")[1] ?? "";
    });
    await writeFile(path, Buffer.from(data, "base64"));
  };
}
