// The options over a store in the page. `?aside` begins with settings that were set aside,
// `?corrected` with corrections, `?own` with categories, `?refuse` answers every request for a permission with no.

import { render } from "preact";
import type { KeptCorrection } from "../../../extension/src/corrections/store";
import { pageSettings } from "../../../extension/src/live";
import type { OptionsHost } from "../../../extension/src/options/host";
import { Options } from "../../../extension/src/options/options";
import { readSettings } from "../../../extension/src/settings";
import { OWN } from "../own";
import { speakAs } from "./words";

const CORRECTED: [string, KeptCorrection[]][] = [
  [
    "0123456789abcdef",
    [
      { id: "1", day: "2026-03-04", clear: null, changes: [{ type: "kind", passage: "0", kind: "denial" }] },
      {
        id: "2",
        day: "2026-03-05",
        clear: { host: "news.example", title: "Iceland accuses Norway", words: "hiding mackerel catches" },
        changes: [{ type: "speaker", passage: "0", actor: "Iceland" }],
      },
    ],
  ],
];

const search = new URLSearchParams(location.search);
speakAs(search.get("lang") ?? "en");
const calls: unknown[] = [];
const first = readSettings({
  ...readSettings(undefined).settings,
  sites: ["news.example"],
  when: "sites",
  categories: search.has("own") ? OWN : [],
});
const store = pageSettings(first);
let corrected: [string, KeptCorrection[]][] = search.has("corrected") ? CORRECTED : [];
let aside: unknown = search.has("aside") ? { problem: "newer" } : null;

const host: OptionsHost = {
  settings: { ...store, save: async (settings) => void calls.push(["save", settings]) },
  async request(origins) {
    calls.push(["request", origins]);
    return !search.has("refuse");
  },
  release: async (origins) => void calls.push(["release", origins]),
  check: async ({ looks_for }) =>
    looks_for.includes("(") ? { why: "group_unclosed", at: looks_for.indexOf("("), message: "" } : null,
  corrections: async () => corrected,
  async forget(page, id) {
    calls.push(["forget", page ?? null, id ?? null]);
    corrected = corrected
      .map(([of, list]): [string, KeptCorrection[]] => [of, list.filter((each) => id && each.id !== id)])
      .filter(([of, list]) => page !== undefined && (of !== page || list.length > 0));
  },
  setAside: async () => aside,
  async dropSetAside() {
    aside = null;
  },
  keys: async () => [
    { name: "_execute_action", description: "", shortcut: "Alt+Shift+S" },
    { name: "next", description: "Next mark", shortcut: "" },
  ],
  openKeys: () => calls.push(["keys"]),
  version: "1.2.3",
  figures: async () => ({
    articles: 12,
    statements: 1345,
    whole: { right: 71, found: 62 },
    words: { right: 88, found: 91 },
  }),
};

Object.assign(window, { calls });
const root = document.querySelector<HTMLElement>("#root");
if (root) {
  render(<Options host={host} first={first.settings} />, root);
  root.dataset["ready"] = "";
}
