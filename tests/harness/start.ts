// `cargo xtask start`: a browser with the extension, open on an article.
//
// With a window it stays until it is closed. Headless it presses the toolbar button itself, prints
// the panel as text and leaves a screenshot, for machines where nobody looks.

import { mkdir, readFile } from "node:fs/promises";
import { basename } from "node:path";
import { ARTICLE_CSS, pageOfText, STORY, samplePage } from "./article";
import { type Kind, start } from "./browsers";
import { listen } from "./faults";
import { marksOf } from "./marks";
import { options } from "./options";
import { built } from "./packages";
import { fromRoot } from "./paths";
import { page as pageAt, type Route, serve } from "./server";
import { pressButton } from "./toolbar";

const { get, has, rest } = options(["browser"], ["headless"]);
const kind = (get("browser") ?? "chromium") as Kind;
const headless = has("headless");
const server = await serve([
  pageAt("/article.css", ARTICLE_CSS, "text/css; charset=utf-8"),
  await article(rest[0]),
]);
const url = rest[0] && /^https?:/.test(rest[0]) ? rest[0] : `${server.origin}${STORY}`;

/** The page to open: a file of markup or plain text, or our own sample. */
async function article(target: string | undefined): Promise<Route> {
  if (!target || /^https?:/.test(target)) return pageAt(STORY, samplePage());
  const text = await readFile(target, "utf8");
  return pageAt(STORY, /\.x?html?$/i.test(basename(target)) ? text : pageOfText(text));
}

const running = await start(kind, {
  extension: built(kind),
  headless,
  online: !url.startsWith(server.origin),
});
const page = (await running.browser.pages())[0] ?? (await running.browser.newPage());
const faults = await listen(running, page);
await page.goto(url, { waitUntil: "load" });
await page.bringToFront();

if (headless) {
  const popup = await pressButton(running, page);
  // Either speakers are listed or the panel says why there are none.
  await popup.waitFor(() => {
    const state = document.querySelector<HTMLElement>("[data-state]")?.dataset["state"];
    if (state === "connecting" || state === "reading") return false;
    return state !== undefined || document.querySelector("[data-row]") !== null;
  });
  console.log(await popup.evaluate(() => document.body.innerText));
  const marks = Object.entries(await marksOf(page)).map(([name, words]) => `${name} ${words.length}`);
  console.log(`\nMarks on the page: ${marks.join(", ") || "none"}`);
  await mkdir(fromRoot("target/start"), { recursive: true });
  const picture = `target/start/${kind}.png` as const;
  await page.screenshot({ path: fromRoot(picture) as `${string}.png` });
  console.log(`Screenshot: ${picture}`);
  for (const fault of await faults.ours()) {
    console.error(`Exception of ours: ${fault}`);
    process.exitCode = 1;
  }
  await running.browser.close();
} else {
  console.log(
    `${url} is open in ${kind} with Ascribe in its toolbar: press the button. Close the browser to end.`,
  );
  await new Promise((resolve) => running.browser.once("disconnected", resolve));
}
await server.close();
