// `cargo xtask soak`: what only shows with time. A page that draws itself anew each second is watched
// for minutes, beside the same page without us; a hundred articles pass through one tab; twenty tabs
// stand open at once. Fails when a bound is missed. Time and heap are Chromium's own counts, which
// Firefox does not give: there the marks alone are checked.

import type { Page } from "puppeteer-core";
import { ARTICLE_CSS, newsPage, samplePage } from "./article";
import { type Kind, start } from "./browsers";
import { listen } from "./faults";
import { marksOf, marksWhen } from "./marks";
import { options } from "./options";
import { type Reader, startReader } from "./reader";
import { page as pageAt, serve } from "./server";
import { settledState, tabInFront } from "./state";

const { get } = options(["browser", "minutes"]);
const kind = (get("browser") ?? "chromium") as Kind;
const minutes = Number(get("minutes") ?? 5);

/** Our share of one core on the restless page, in percent. */
const MOST_TIME = 2;
/** Heap beyond that of the same page without us, in bytes. */
const MOST_HEAP = 1_000_000;

/** Replaces every text node of the story by a new one each second, as careless frameworks do. */
const RESTLESS = `
setInterval(() => {
  for (const part of document.querySelectorAll("#story > *"))
    part.replaceChildren(document.createTextNode(part.textContent));
}, 1000);`;

const server = await serve([
  pageAt("/article.css", ARTICLE_CSS, "text/css; charset=utf-8"),
  pageAt("/restless.js", RESTLESS, "text/javascript; charset=utf-8"),
  pageAt("/news/restless.html", samplePage('<script src="/restless.js"></script>')),
  (url) => {
    const number = url.pathname.match(/^\/news\/(\d+)\.html$/)?.[1];
    return number === undefined ? null : { body: numbered(Number(number)) };
  },
]);
const missed: string[] = [];
const marked = await startReader(kind);
const faults = await listen(marked.running, marked.page);
await restless(marked);
await hundred(marked);
await twenty(marked);
for (const fault of await faults.ours()) missed.push(`exception of ours: ${fault}`);
await marked.running.browser.close();
await server.close();
for (const line of missed) console.error(`MISSED ${line}`);
if (missed.length > 0) process.exitCode = 1;

/** A story that is told apart from the others by its people. */
function numbered(n: number): string {
  const title = `Harbour ${n} accuses ferry line of late sailings`;
  return newsPage(title, [
    { role: "headline", text: title },
    {
      role: "body",
      text: `The harbour master of port ${n}, Tove Lund, on Monday accused the ferry line Blue ${n} of cancelling sailings without notice, days before the summer timetable was due to begin.`,
    },
    {
      role: "body",
      text: `Blue ${n} has denied cancelling any sailing. “Every boat left on time,” said its director, Anna Holm, in a letter to the port.`,
    },
    {
      role: "body",
      text: "The passengers’ union warned that travellers could be stranded over the holidays, and called on both sides to publish their records before the week is over.",
    },
  ]);
}

async function restless({ page }: Reader): Promise<void> {
  const url = `${server.origin}/news/restless.html`;
  await page.goto(url);
  const first = await marksWhen(page, (marks) => "denials" in marks && "accusations" in marks);
  const plain = kind === "chromium" ? await start(kind) : null;
  const beside = plain ? await plain.browser.newPage() : null;
  await beside?.goto(url);
  const before = [await metrics(page), beside && (await metrics(beside))] as const;
  const began = Date.now();
  let looks = 0;
  let wrong = 0;
  while (Date.now() - began < minutes * 60_000) {
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    looks += 1;
    // Between a redrawing of the page and ours the marks are gone for a moment, so wait for them.
    await marksWhen(page, (marks) => (marks["denials"] ?? []).some((words) => words !== "")).catch(
      () => null,
    );
    const now = await marksOf(page);
    if (JSON.stringify(now) !== JSON.stringify(first)) wrong += 1;
  }
  const seconds = (Date.now() - began) / 1000;
  console.log(
    `restless page, ${kind}: ${looks} looks in ${Math.round(seconds)} s, ${wrong} with other marks than at first`,
  );
  // A look may fall into the moment between; marks that stay wrong do so at every look.
  if (wrong > looks / 4) missed.push(`marks were wrong at ${wrong} of ${looks} looks`);
  const after = [await metrics(page), beside && (await metrics(beside))] as const;
  await plain?.browser.close();
  if (!before[0] || !after[0] || !before[1] || !after[1]) return;
  const ours = after[0].busy - before[0].busy - (after[1].busy - before[1].busy);
  const share = (100 * ours) / seconds;
  const heap = after[0].heap - before[0].heap - (after[1].heap - before[1].heap);
  console.log(
    `  our time ${share.toFixed(2)} % of a core; heap grew by ${Math.round(heap / 1000)} kB more than without us`,
  );
  if (share > MOST_TIME) missed.push(`${share.toFixed(2)} % of a core is more than ${MOST_TIME}`);
  if (heap > MOST_HEAP) missed.push(`${heap} bytes of heap are more than ${MOST_HEAP}`);
}

/** Busy seconds of the page's main thread and bytes of its heap after a collection; null in Firefox. */
async function metrics(page: Page): Promise<{ busy: number; heap: number } | null> {
  if (kind === "firefox") return null;
  const session = await page.createCDPSession();
  await session.send("HeapProfiler.collectGarbage");
  await session.detach();
  const { TaskDuration = 0, JSHeapUsedSize = 0 } = await page.metrics();
  return { busy: TaskDuration, heap: JSHeapUsedSize };
}

async function hundred({ page }: Reader): Promise<void> {
  const counts: number[] = [];
  for (let n = 0; n < 100; n++) {
    await page.goto(`${server.origin}/news/${n}.html`);
    const marks = await marksWhen(page, (marks) => "denials" in marks);
    counts.push(Object.values(marks).flat().length);
    const own = (marks["accusations"] ?? []).join(" ");
    if (own.includes("mackerel")) missed.push(`article ${n} shows marks of another`);
  }
  if (new Set(counts).size !== 1)
    missed.push(`the same story was marked differently: ${[...new Set(counts)].join(", ")}`);
  await page.goto("about:blank");
  const heap = await metrics(page);
  const left = await marksOf(page);
  console.log(
    `100 articles in one tab: ${counts[0]} ranges each${heap ? `; heap of the blank page after them ${Math.round(heap.heap / 1000)} kB` : ""}`,
  );
  if (Object.keys(left).length > 0) missed.push("marks are left after the article was left");
}

async function twenty({ running, inside }: Reader): Promise<void> {
  const pages: Page[] = [];
  for (let n = 0; n < 20; n++) {
    const page = await running.browser.newPage();
    await page.goto(`${server.origin}/news/${n}.html`);
    pages.push(page);
  }
  for (const [n, page] of pages.entries()) {
    await page.bringToFront();
    const state = await settledState(inside, await tabInFront(inside));
    const title = typeof state === "string" ? state : state.title;
    if (!title.startsWith(`Harbour ${n} `)) missed.push(`the panel of tab ${n} shows "${title}"`);
  }
  console.log("20 tabs at once: each asked for its own article");
  for (const page of pages) await page.close();
}
