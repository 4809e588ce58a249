// `cargo xtask fuzz`: pages that take names away at random. Controls, forms, pictures, frames and links around an
// article, in it and beside it have names that our scripts use; the article must be marked as it is alone, and nothing
// of ours may throw. Stops at the first page that is not, keeps it in fuzz/artifacts and prints the seed.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Kind } from "./browsers";
import { NO_FRAME } from "./clobbered";
import { listen } from "./faults";
import { marksWhen } from "./marks";
import { namesToTake } from "./names";
import { options } from "./options";
import { fromRoot } from "./paths";
import { startReader } from "./reader";
import { serve } from "./server";

const { get } = options(["browser", "minutes", "seed"]);
const kind = (get("browser") ?? "chromium") as Kind;
const seed = Number(get("seed") ?? Date.now() % 1_000_000);
const random = mulberry(seed);
let names: string[] = [];

const TEXTS = [
  "The harbour council of Tolvik on Monday accused the shipping line Norrlast of dumping ballast water inside the breakwater, three days before its licence comes up for renewal.",
  "Norrlast denied the charge. “Not one litre was let go inside the harbour,” said its spokesman, Arne Solvang, who added that the ship’s log had been handed over.",
  "The harbour master, Ida Brunn, said that divers had found a film of oil on the sea bed, and she warned that the mussel farms might have to close for the summer.",
];

/** Mulberry32: numbers from 0 to below 1, the same for the same seed. */
function mulberry(state: number): () => number {
  let now = state;
  return () => {
    now = (now + 0x6d2b79f5) | 0;
    let mixed = Math.imul(now ^ (now >>> 15), now | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const below = (n: number) => Math.floor(random() * n);
const name = () => names[below(names.length)] as string;

/** Something that carries a name; a control is of the form around it, or of the one called "outer". */
function carrier(): string {
  const own = name();
  const outer = random() < 0.3 ? ' form="outer"' : "";
  const made = [
    `<input name="${own}"${outer} hidden>`,
    `<input id="${own}"${outer} hidden>`,
    `<button name="${own}"${outer} hidden></button>`,
    `<img name="${own}" hidden>`,
    `<a id="${own}"></a>`,
    `<object id="${own}" hidden></object>`,
    `<iframe name="${kind === "chromium" && NO_FRAME.includes(own) ? "ascribe" : own}" hidden></iframe>`,
  ];
  return made[below(made.length)] as string;
}

const carriers = () => Array.from({ length: below(12) }, carrier).join("");

/** The article, perhaps with its parts in elements of their own, among what carries names. */
function pageOf(wild: boolean): string {
  const some = () => (wild ? carriers() : "");
  const paragraphs = TEXTS.map((text) => `<p>${text}</p>${some()}`).join("");
  const article = `<article><h1>Tolvik accuses a shipping line</h1>${some()}${paragraphs}</article>`;
  const forms = wild
    ? Array.from({ length: below(20) }, () => `<form name="${name()}"></form>`).join("")
    : "";
  const inForm = wild && random() < 0.7 ? `<form id="outer">${some()}${article}</form>` : article;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Tolvik accuses a shipping line</title>
    <meta property="og:type" content="article">${forms}${some()}<div>${some()}${inForm}${some()}</div>`;
}

let served = "";
const server = await serve([(url) => (url.pathname.startsWith("/news/") ? { body: served } : null)]);
const { page, running } = await startReader(kind);
const faults = await listen(running, page);

async function marksOn(html: string, at: number): Promise<string> {
  served = html;
  await page.goto(`${server.origin}/news/${at}.html`);
  return JSON.stringify(await marksWhen(page, (marks) => "denials" in marks && "statements" in marks));
}

const expected = await marksOn(pageOf(false), 0);
names = await namesToTake(page);
const end = Date.now() + Number(get("minutes") ?? 1) * 60_000;
let tried = 0;
let wrong: string | null = null;
while (wrong === null && Date.now() < end) {
  const html = pageOf(true);
  tried++;
  try {
    const marks = await marksOn(html, tried);
    if (marks !== expected) wrong = `marked as ${marks}, alone as ${expected}`;
  } catch (error) {
    wrong = String(error);
  }
  const thrown = await faults.ours();
  if (thrown.length > 0) wrong = thrown.join("; ");
  if (wrong !== null) {
    const folder = fromRoot("fuzz/artifacts/pages");
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `${kind}-${seed}-${tried}.html`), html);
  }
}
console.log(`pages in ${kind}: ${tried} tried, seed ${seed}${wrong === null ? "" : `; the last ${wrong}`}`);
await running.browser.close();
await server.close();
if (wrong !== null) process.exitCode = 1;
