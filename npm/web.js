// The engine in a browser or a worker: its bytes are fetched from beside this file, which bundlers
// that know `new URL(…, import.meta.url)` keep true (Vite, webpack, Parcel, Rollup).
// Leaves the work to the engine; see index.d.ts for what it gives.

import init from "./ascribe.js";
import { analyze, compare } from "./guard.js";
import { hasRelaxed } from "./simd.js";

let loading;

export function load() {
  const engine = hasRelaxed()
    ? new URL("./ascribe_bg.wasm", import.meta.url)
    : new URL("./ascribe_fixed_bg.wasm", import.meta.url);
  loading ??= init({ module_or_path: engine }).then(() => ({ analyze, compare }));
  return loading;
}
