// `cargo xtask seed`: an article given as plain text, served as a page, marked in a browser.
//
// Writes what is marked in the format of the annotated corpora, so that the scorer can judge what a
// reader sees, not only what the engine says. Leaves the scoring to it.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Piece } from "../../extension/src/analysis";
import type { PageState } from "../../extension/src/protocol";
import { ARTICLE_CSS, pageOfText, STORY } from "./article";
import type { Kind } from "./browsers";
import { marksOf } from "./marks";
import { kindsFrom, options } from "./options";
import { startReader } from "./reader";
import { page as pageAt, serve } from "./server";
import { settledState, tabInFront } from "./state";

const { get } = options(["text", "browser", "out"]);
const text = await readFile(get("text") ?? "", "utf8");
const out = get("out") ?? "";
const server = await serve([
  pageAt("/article.css", ARTICLE_CSS, "text/css; charset=utf-8"),
  pageAt(STORY, pageOfText(text)),
]);
await mkdir(out, { recursive: true });
for (const kind of kindsFrom(get("browser"))) await mark(kind);
await server.close();

async function mark(kind: Kind): Promise<void> {
  const { running, page, inside } = await startReader(kind);
  await page.goto(`${server.origin}${STORY}`);
  await page.bringToFront();
  const state = await settledState(inside, await tabInFront(inside));
  if (typeof state === "string") throw new Error(`${kind}: ${state}`);
  const marks = await marksOf(page);
  await running.browser.close();

  const { attributions, actors } = state.analysis ?? { attributions: [], actors: [] };
  console.log(`${kind}: ${attributions.length} attributions, ${state.located.length} of them marked`);
  for (const [name, words] of Object.entries(marks)) console.log(`  ${name}: ${words.length} ranges`);
  for (const actor of actors.filter(({ names }) => names.length > 0)) {
    const also = actor.names.map((name) => name.text).filter((name) => name !== actor.name);
    console.log(`  speaker: ${actor.name}${also.length > 0 ? ` (also: ${also.join(", ")})` : ""}`);
  }
  await writeFile(join(out, `${kind}.jsonl`), `${JSON.stringify(prediction(state))}\n`);
}

/** The marked attributions with offsets in code points of the whole text. */
function prediction(state: PageState): object {
  let from = 0;
  const starts = state.blocks.map((block) => {
    const at = text.indexOf(block.text, from);
    if (at < 0) throw new Error(`not in the text: ${block.text.slice(0, 60)}`);
    from = at + block.text.length;
    return at;
  });
  const points = (end: number) => [...text.slice(0, end)].length;
  const span = ({ block, start, end }: Piece) => {
    const base = starts[block] ?? 0;
    return [points(base + start), points(base + end)];
  };
  const all = state.analysis?.attributions ?? [];
  const attributions = state.located.flatMap((at) => {
    const one = all[at];
    if (!one) return [];
    const actor = one.actor === null ? undefined : state.analysis?.actors[one.actor]?.name;
    return [
      {
        source: one.source.map(span),
        cue: one.cue.map(span),
        content: one.content.map(span),
        category: one.kind,
        actor,
      },
    ];
  });
  return { id: "seed", attributions };
}
