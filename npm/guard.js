// The one call, and a fresh engine after one that broke down.

import { __wbg_reset_state, analyze as ask } from "./ascribe.js";

export function analyze(blocks) {
  try {
    return ask(blocks);
  } catch (error) {
    // The engine's own refusals are plain errors. Anything else (a trap, no stack, no memory) leaves
    // an instance in a state that nobody knows: it is put aside.
    if (Object.getPrototypeOf(error) !== Error.prototype) __wbg_reset_state();
    throw error;
  }
}
