// `cargo xtask bench`, the whole extension's part: how soon an ordinary article is marked, and how long its page's
// thread is held for that, with the background awake and with the background stopped; and how soon the panel over it
// is open. Prints JSON.

import type { PageState } from "../../extension/src/protocol";
import { ARTICLE_CSS, newsPage } from "../harness/article";
import { KINDS, type Kind } from "../harness/browsers";
import { marksWhen } from "../harness/marks";
import { type Reader, startReader } from "../harness/reader";
import { page, serve } from "../harness/server";
import { settledState, tabInFront } from "../harness/state";
import { stopBackground } from "../harness/stop";
import { openings } from "./opening";
import { newsText } from "./text";

/** Loads of each, after one that is not counted. */
const LOADS = 15;
/** Words of the article: a longer one than most. */
const WORDS = 1_000;

type Times = Record<"gate" | "first marks" | "in all" | "longest task", number[]>;

const title = "Harbour accuses ferry line of late sailings";
const server = await serve([
  page("/article.css", ARTICLE_CSS, "text/css; charset=utf-8"),
  ({ pathname }) => {
    const number = pathname.match(/^\/news\/(\d+)\.html$/)?.[1];
    if (number === undefined) return null;
    return { body: newsPage(title, [{ role: "headline", text: title }, ...newsText(WORDS, Number(number))]) };
  },
]);
const report: Partial<Record<Kind, { warm: Times; stopped: Times; panel: number[] }>> = {};
for (const kind of KINDS) {
  const reader = await startReader(kind);
  const [warm, stopped] = [await loads(reader, false), await loads(reader, true)];
  const panel = await openings(reader, LOADS);
  report[kind] = { warm, stopped, panel };
  await reader.running.browser.close();
}
await server.close();
console.log(JSON.stringify(report));

async function loads(reader: Reader, stopped: boolean): Promise<Times> {
  const times: Times = { gate: [], "first marks": [], "in all": [], "longest task": [] };
  for (let load = 0; load <= LOADS; load++) {
    if (stopped) await stopBackground(reader.running);
    const { gate, first, blocks, locate, paint, longest } = (await opened(reader, load)).ms;
    if (load === 0) continue;
    if (first === undefined) throw new Error("an article was not marked");
    times.gate.push(gate);
    times["first marks"].push(first);
    times["in all"].push(blocks + locate + paint);
    times["longest task"].push(longest);
  }
  return times;
}

async function opened({ page, inside }: Reader, number: number): Promise<PageState> {
  await page.bringToFront();
  await page.goto(`${server.origin}/news/${number}.html`);
  // Asked only then, so that the question does not wake the background.
  await marksWhen(page, (marks) => Object.keys(marks).length > 0);
  const state = await settledState(inside, await tabInFront(inside));
  if (typeof state === "string") throw new Error(state);
  return state;
}
