// The calls, and a fresh engine after one that broke down.

import { __wbg_reset_state, analyze as ask, compare as lay } from "./ascribe.js";

export const analyze = (blocks) => guarded(() => ask(blocks));
export const compare = (accounts, choices) => guarded(() => lay(accounts, choices));

function guarded(call) {
  try {
    return call();
  } catch (error) {
    // The engine's own refusals are plain errors. Anything else (a trap, no stack, no memory) leaves
    // an instance in a state that nobody knows: it is put aside.
    if (Object.getPrototypeOf(error) !== Error.prototype) __wbg_reset_state();
    throw error;
  }
}
