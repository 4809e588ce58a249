// The engine in a browser or a worker: its bytes are fetched from beside this file, which bundlers
// that know `new URL(…, import.meta.url)` keep true (Vite, webpack, Parcel, Rollup).
// Leaves the work to the engine; see index.d.ts for what it gives.

import init from "./ascribe.js";
import { analyze } from "./guard.js";

let loading;

export function load() {
  loading ??= init({ module_or_path: new URL("./ascribe_bg.wasm", import.meta.url) }).then(() => ({
    analyze,
  }));
  return loading;
}
