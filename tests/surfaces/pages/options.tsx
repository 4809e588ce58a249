// The options over a store in the page. `?aside` begins with settings that were set aside,
// `?corrected` with corrections, `?refuse` answers every request for a permission with no.

import { render } from "preact";
import { pageSettings } from "../../../extension/src/live";
import type { OptionsHost } from "../../../extension/src/options/host";
import { Options } from "../../../extension/src/options/options";
import { readSettings } from "../../../extension/src/settings";
import { speakAs } from "./words";

const search = new URLSearchParams(location.search);
speakAs(search.get("lang") ?? "en");
const calls: unknown[] = [];
const first = readSettings({ ...readSettings(undefined).settings, sites: ["news.example"], when: "sites" });
const store = pageSettings(first);
let corrected = search.has("corrected");
let aside: unknown = search.has("aside") ? { problem: "newer" } : null;

const host: OptionsHost = {
  settings: { ...store, save: async (settings) => void calls.push(["save", settings]) },
  async request(origins) {
    calls.push(["request", origins]);
    return !search.has("refuse");
  },
  release: async (origins) => void calls.push(["release", origins]),
  corrections: async () =>
    corrected
      ? [
          [
            "0123456789abcdef",
            { changed: "2026-03-04", changes: [{ type: "kind", passage: "0", kind: "denial" }] },
          ],
        ]
      : [],
  async forget(hash) {
    calls.push(["forget", hash ?? null]);
    corrected = false;
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
