// The welcome page with known marks in place of the engine's.

import { render } from "preact";
import { goLive, pageSettings, writeArticle } from "../../../extension/src/live";
import type { OptionsHost } from "../../../extension/src/options/host";
import { SAMPLE } from "../../../extension/src/sample";
import { readSettings } from "../../../extension/src/settings";
import { Welcome } from "../../../extension/src/welcome/welcome";
import { analysisAsRead } from "../fixture";
import { speakAs } from "./words";

speakAs(new URLSearchParams(location.search).get("lang") ?? "en");
const first = readSettings(undefined);
const settings = pageSettings(first);
const calls: unknown[] = [];
const host: OptionsHost = {
  settings,
  async request(origins) {
    calls.push(["request", origins]);
    return true;
  },
  release: async () => {},
  check: async () => null,
  corrections: async () => [],
  forget: async () => {},
  setAside: async () => null,
  dropSetAside: async () => {},
  keys: async () => [{ name: "next", description: "Next mark", shortcut: "Alt+Shift+J" }],
  openKeys: null,
  version: "1.2.3",
  figures: async () => null,
};
const saved = async () => {
  const { badge, density } = (await settings.load()).settings;
  return { badge, density };
};
Object.assign(window, { calls, saved });
const root = document.querySelector<HTMLElement>("#root");
if (root) {
  render(
    <Welcome
      host={host}
      first={first.settings}
      firefox={false}
      openOptions={() => calls.push(["options"])}
    />,
    root,
  );
  const story = root.querySelector<HTMLElement>("#story");
  if (!story) throw new Error("no place for the story");
  writeArticle(story, SAMPLE, "h2");
  const conductor = goLive(
    story,
    {
      categorize: async () => null,
      async analyze({ generation, blocks }) {
        calls.push(["analyze", blocks.map((block) => block.text)]);
        // The marks are of the sample: they fit only where the story alone was read.
        const analysis = analysisAsRead(blocks);
        return analysis
          ? { type: "analysis", generation, analysis, ms: 1 }
          : { type: "failed", generation, error: `read ${blocks.length} blocks of ${SAMPLE.length}` };
      },
    },
    settings,
  );
  conductor.listen(({ status }) => {
    if (status === "marked" || status === "failed") root.dataset["ready"] = status;
  });
}
