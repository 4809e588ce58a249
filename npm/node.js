// The engine in Node: its bytes are read from beside this file.
// Leaves the work to the engine; see index.d.ts for what it gives.

import { readFile } from "node:fs/promises";
import init from "./ascribe.js";
import { analyze, compare } from "./guard.js";
import { hasRelaxed } from "./simd.js";

let loading;

export function load() {
  const name = hasRelaxed() ? "./ascribe_bg.wasm" : "./ascribe_fixed_bg.wasm";
  loading ??= readFile(new URL(name, import.meta.url))
    .then((bytes) => init({ module_or_path: bytes }))
    .then(() => ({ analyze, compare }));
  return loading;
}
