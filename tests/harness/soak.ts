// `cargo xtask soak`: what only shows with time. A page that draws itself anew each second is watched
// for minutes, beside the same page without us; a hundred articles pass through one tab; twenty tabs
// stand open at once. Fails when a bound is missed. Time is that of the page's main thread in Chromium,
// of its whole process in Firefox; heap, documents and listeners are counted in Chromium, since Firefox
// gives no driver its own counts.

import type { Page } from "puppeteer-core";
import { ARTICLE_CSS, newsPage, samplePage } from "./article";
import { type Kind, type Running, start } from "./browsers";
import { listen } from "./faults";
import { ownWindow } from "./firefox";
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

async function restless({ page, running }: Reader): Promise<void> {
  const url = `${server.origin}/news/restless.html`;
  await page.goto(url);
  const first = await marksWhen(page, (marks) => "denials" in marks && "accusations" in marks);
  const plain = await start(kind);
  const beside = await plain.browser.newPage();
  await beside.goto(url);
  const before = [await metrics(running, page), await metrics(plain, beside)] as const;
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
    await marksOf(beside);
    if (JSON.stringify(now) !== JSON.stringify(first)) wrong += 1;
  }
  const seconds = (Date.now() - began) / 1000;
  console.log(
    `restless page, ${kind}: ${looks} looks in ${Math.round(seconds)} s, ${wrong} with other marks than at first`,
  );
  // A look may fall into the moment between; marks that stay wrong do so at every look.
  if (wrong > looks / 4) missed.push(`marks were wrong at ${wrong} of ${looks} looks`);
  const after = [await metrics(running, page), await metrics(plain, beside)] as const;
  await plain.browser.close();
  const ours = (of: keyof Metrics) => after[0][of] - before[0][of] - (after[1][of] - before[1][of]);
  const share = (100 * ours("busy")) / seconds;
  console.log(`  our time ${share.toFixed(2)} % of a core`);
  if (share > MOST_TIME) missed.push(`${share.toFixed(2)} % of a core is more than ${MOST_TIME}`);
  if (kind === "firefox") return;
  const heap = ours("heap");
  console.log(`  heap grew by ${Math.round(heap / 1000)} kB more than without us`);
  if (heap > MOST_HEAP) missed.push(`${heap} bytes of heap are more than ${MOST_HEAP}`);
}

interface Metrics {
  /** Seconds. */
  busy: number;
  /** Bytes after a collection; 0 in Firefox, as what follows. */
  heap: number;
  documents: number;
  listeners: number;
}

async function metrics({ browser }: Running, page: Page): Promise<Metrics> {
  if (kind === "firefox")
    return { busy: await processTime(browser, page), heap: 0, documents: 0, listeners: 0 };
  const session = await page.createCDPSession();
  await session.send("HeapProfiler.collectGarbage");
  await session.detach();
  const { TaskDuration = 0, JSHeapUsedSize = 0, Documents = 0, JSEventListeners = 0 } = await page.metrics();
  return { busy: TaskDuration, heap: JSHeapUsedSize, documents: Documents, listeners: JSEventListeners };
}

/** Seconds that the process of a page of Firefox has worked. */
async function processTime(browser: Running["browser"], page: Page): Promise<number> {
  const chrome = await ownWindow(browser);
  return chrome.evaluate(async (url: string) => {
    interface Process {
      /** Nanoseconds. */
      cpuTime: number;
      windows: { documentURI: { spec: string } | null }[];
    }
    const { ChromeUtils } = globalThis as unknown as {
      ChromeUtils: { requestProcInfo(): Promise<{ children: Process[] }> };
    };
    const { children } = await ChromeUtils.requestProcInfo();
    const own = children.find(({ windows }) => windows.some(({ documentURI }) => documentURI?.spec === url));
    if (!own) throw new Error(`no process shows ${url}`);
    return own.cpuTime / 1e9;
  }, page.url());
}

async function hundred({ page, running }: Reader): Promise<void> {
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
  const left = await marksOf(page);
  console.log(`100 articles in one tab: ${counts[0]} ranges each`);
  if (Object.keys(left).length > 0) missed.push("marks are left after the article was left");
  if (kind === "firefox") return;
  const plain = await start(kind);
  const beside = await plain.browser.newPage();
  for (let n = 0; n < 100; n++) await beside.goto(`${server.origin}/news/${n}.html`);
  await beside.goto("about:blank");
  const [ours, theirs] = [await metrics(running, page), await metrics(plain, beside)];
  await plain.browser.close();
  console.log(
    `  on the blank page after them ${Math.round((ours.heap - theirs.heap) / 1000)} kB of heap, ` +
      `${ours.documents - theirs.documents} documents, ${ours.listeners - theirs.listeners} listeners more than without us`,
  );
  if (ours.heap - theirs.heap > MOST_HEAP) missed.push("heap is left behind by articles that were left");
  if (ours.documents > theirs.documents || ours.listeners > theirs.listeners)
    missed.push("documents or listeners are left behind by articles that were left");
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
    const shown = typeof state === "string" ? state : state.blocks.map(({ text }) => text).join(" ");
    const actors = typeof state === "string" ? [] : (state.analysis?.actors.map(({ name }) => name) ?? []);
    if (!shown.startsWith(`Harbour ${n} `) || !actors.some((name) => name.endsWith(`Blue ${n}`)))
      missed.push(`the panel of tab ${n} shows "${shown.slice(0, 60)}" and ${actors.join(", ")}`);
  }
  console.log("20 tabs at once: each asked for its own article");
  for (const page of pages) await page.close();
}
