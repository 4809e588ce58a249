// The Compare page over a basket of `?kept=2` articles; `?hides` has who is joined speak in both. What it asks
// of its host is left in `calls`.

import { mountCompare } from "../../../extension/src/compare/app";
import type { Basket } from "../../../extension/src/compare/basket";
import { basket, JOINED, JOINED_IN_BOTH, THREE, TWO } from "../compare-fixture";
import { speakAs } from "./words";

const search = new URLSearchParams(location.search);
speakAs(search.get("lang") ?? "en");
const calls: [string, unknown][] = [];
Object.assign(window, { calls });
let tell: ((basket: Basket) => void) | null = null;
const note = (name: string, value: unknown) => void calls.push([name, value]);

const root = document.querySelector<HTMLElement>("#root");
if (root) {
  mountCompare(root, {
    load: async () => basket(Number(search.get("kept") ?? "2")),
    async save(next) {
      note("save", next);
      // As a browser tells it: another object of the same content.
      tell?.(structuredClone(next));
    },
    empty: async () => note("empty", null),
    watch(changed) {
      tell = changed;
    },
    async compare(kept, choices) {
      note("compare", { urls: kept.map(({ url }) => url), choices });
      if (search.has("fails")) return null;
      if (kept.length === 3) return THREE;
      const joined = search.has("hides") ? JOINED_IN_BOTH : JOINED;
      return choices.joined.length > 0 ? joined : TWO;
    },
    jump: (kept, attribution) => note("jump", [kept.url, attribution]),
    version: "1.2.3",
  });
}
