// The engine in Node: its bytes are read from beside this file.
// Leaves the work to the engine; see index.d.ts for what it gives.

import { readFile } from "node:fs/promises";
import init, * as ascribe from "./ascribe.js";
import { guard } from "./guard.js";

const { analyze, categorize, compare, find, whyNoCategory } = ascribe;
const { load: start, ...engine } = guard({
  start: async () => init({ module_or_path: await readFile(new URL("./ascribe_bg.wasm", import.meta.url)) }),
  calls: { analyze, categorize, compare, find, whyNoCategory },
  reset: ascribe.__wbg_reset_state,
});

export const load = () => start().then(() => engine);
