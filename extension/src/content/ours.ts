// What our scripts leave for each other in a page: the judge for gate and conductor, the gate for the conductor, and the
// conductor for itself where it is loaded twice. Under a symbol, since whatever a page calls by our name (`<a id=ascribe>`, a frame, a form) is a global
// of every script. Leaves out what is done with it.

import type { Conductor, World } from "./world";

interface Ours {
  /** Whether this page is an article. */
  judge?: World["judge"];
  /** Begins to look whether it is one. */
  gate?: () => void;
  /** When the gate let the page through, by `performance.now()`. */
  begun?: number;
  /** The one that marks this page. */
  conductor?: Conductor;
}

const KEY = Symbol.for("ascribe");
const scope = globalThis as { [KEY]?: Ours };

scope[KEY] ??= {};

export const ours: Ours = scope[KEY];
