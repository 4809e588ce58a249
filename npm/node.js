// The engine in Node: its bytes are read from beside this file.
// Leaves the work to the engine; see index.d.ts for what it gives.

import { readFile } from "node:fs/promises";
import init from "./ascribe.js";
import { analyze } from "./guard.js";

let loading;

export function load() {
  loading ??= readFile(new URL("./ascribe_bg.wasm", import.meta.url))
    .then((bytes) => init({ module_or_path: bytes }))
    .then(() => ({ analyze }));
  return loading;
}
