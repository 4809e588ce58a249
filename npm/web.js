// The engine in a browser or a worker: its bytes are fetched from beside this file, which bundlers
// that know `new URL(…, import.meta.url)` keep true (Vite, webpack, Parcel, Rollup).
// Leaves the work to the engine; see index.d.ts for what it gives.

import init, * as ascribe from "./ascribe.js";
import { guard } from "./guard.js";

const { analyze, categorize, compare, find, whyNoCategory } = ascribe;
const { load: start, ...engine } = guard({
  start: () => init({ module_or_path: new URL("./ascribe_bg.wasm", import.meta.url) }),
  calls: { analyze, categorize, compare, find, whyNoCategory },
  reset: ascribe.__wbg_reset_state,
});

export const load = () => start().then(() => engine);
