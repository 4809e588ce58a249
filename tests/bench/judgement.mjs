// What judging costs: milliseconds of each stage in wasm for about 1,000 words, and compressed bytes
// of each room's code. After `cargo xtask package`: node tests/bench/judgement.mjs [folder of the
// npm package] [the wasm as cargo left it, which still has names]. Leaves out what the data weighs.

import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const [folder = "dist/npm", wasm = "target/wasm32-unknown-unknown/wasm/ascribe.wasm"] = process.argv.slice(2);
const ROUNDS = 200;
const SENTENCES = [
  "Prime Minister Katla Holm denied the claim that the ministry had hidden the bill.",
  "“We have looked at every bolt twice,” a spokesman for the Nordic Seafarers’ Union told reporters.",
  "Iceland accused Norway of under-reporting its catches, according to two officials close to the talks.",
  "The weather in the harbour was calm, and the boats came back before noon with little to show for it.",
  "They urged the government to act; he warned that jobs would go if it did not.",
];

const { load } = await import(pathToFileURL(`${folder}/node.js`).href);
const { analyze } = await load();
const blocks = [];
let words = 0;
while (words < 1000) {
  const text = [0, 1, 2].map((k) => SENTENCES[(blocks.length * 3 + k) % SENTENCES.length]).join(" ");
  words += text.split(" ").length;
  blocks.push({ text, role: "body" });
}
const stages = new Map();
for (let round = -20; round < ROUNDS; round++) {
  analyze(blocks);
  for (const { name, duration } of performance.getEntriesByType("measure"))
    if (round >= 0) stages.set(name, [...(stages.get(name) ?? []), duration]);
  performance.clearMeasures();
}
console.log(`${words} words, median of ${ROUNDS}`);
for (const [name, all] of stages)
  console.log(`${name}\t${all.sort((a, b) => a - b)[ROUNDS / 2].toFixed(2)} ms`);

const rooms = new Map();
for (const [name, body] of functions(readFileSync(wasm))) {
  const room = /7ascribe\d+([a-z]+)|ascribe(?:\[\w+\])?::(\w+)/.exec(name);
  const key = room?.[1] ?? room?.[2] ?? "other";
  rooms.set(key, [...(rooms.get(key) ?? []), body]);
}
for (const [room, bodies] of rooms)
  console.log(`${room}\t${gzipSync(Buffer.concat(bodies), { level: 9 }).length} bytes compressed`);

/** Name and body of every function of a module; see "Modules" and "Custom sections" of the wasm specification. */
function functions(bytes) {
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  const skipText = () => {
    const length = number();
    at += length;
  };
  const bodies = [];
  const names = new Map();
  let imported = 0;
  while (at < bytes.length) {
    const section = bytes[at++];
    const length = number();
    const end = at + length;
    if (section === 2) {
      for (let left = number(); left > 0; left--) {
        skipText();
        skipText();
        if (bytes[at++] !== 0) throw new Error("the engine imports functions alone");
        number();
        imported++;
      }
    } else if (section === 10) {
      for (let left = number(); left > 0; left--) {
        const size = number();
        bodies.push(bytes.subarray(at, at + size));
        at += size;
      }
    } else if (section === 0) {
      const title = number();
      const named = bytes.toString("utf8", at, at + title) === "name";
      at += title;
      while (named && at < end) {
        const kind = bytes[at++];
        const part = number();
        const stop = at + part;
        for (let left = kind === 1 ? number() : 0; left > 0; left--) {
          const index = number();
          const size = number();
          names.set(index, bytes.toString("utf8", at, at + size));
          at += size;
        }
        at = stop;
      }
    }
    at = end;
  }
  return bodies.map((body, index) => [names.get(index + imported) ?? "", body]);
}
