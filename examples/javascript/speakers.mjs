// Who speaks in an article, and what each of them is said to have said.
//
//     cargo xtask package && npm install ./dist/release/ascribe-VERSION.tgz
//     node speakers.mjs < article.txt

import { text } from "node:stream/consumers";
import { load } from "ascribe";

const { analyze } = await load();
const blocks = (await text(process.stdin)).split("\n\n").map((paragraph) => ({ text: paragraph.trim() }));
const { actors, attributions } = analyze(blocks);
const words = (pieces) => pieces.map((p) => blocks[p.block].text.slice(p.start, p.end)).join(" … ");

for (const [index, actor] of actors.entries()) {
  console.log(actor.name);
  for (const said of attributions.filter((a) => a.actor === index)) {
    console.log(`  ${said.kind}: ${words(said.content)}`);
  }
}
