// What the Compare page needs from where it stands: the basket, the engine, ways to a passage. The extension and the
// tests each give their own. Leaves out everything that is shown.

import type { Choices, Comparison } from "../comparison";
import type { Basket } from "./basket";
import type { Kept } from "./kept";

export interface CompareHost {
  load(): Promise<Basket>;
  save(basket: Basket): Promise<void>;
  empty(): Promise<void>;
  /** Calls back with every later change, from wherever it came. */
  watch(changed: (basket: Basket) => void): void;
  /** Null where the engine could not answer. */
  compare(kept: readonly Kept[], choices: Choices): Promise<Comparison | null>;
  /** Shows the passage in its tab, or at its address. */
  jump(kept: Kept, attribution: number): void;
  /** Version of the extension, for exports. */
  version: string;
}
