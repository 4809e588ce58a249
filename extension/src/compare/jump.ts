// To a passage of a kept article: in its tab when that is still open on it, else at its address.

import { api } from "../api";
import { readPageState } from "../checks";
import { wordsOf } from "../describe";
import { linkTo } from "../link";
import { PANEL_PORT, type PanelCommand } from "../protocol";
import { type Kept, withoutFragment } from "./kept";

export async function jump(kept: Kept, attribution: number): Promise<void> {
  const a = kept.analysis.attributions[attribution];
  if (!a) return;
  const pieces = a.content.length > 0 ? a.content : a.cue;
  if (await jumpInTab(kept, wordsOf(pieces, kept.blocks))) return;
  const url = linkTo(kept.url, kept.blocks, pieces, false);
  // What was read in a private window leaves no trace in another.
  if (kept.private) await api.windows.create({ url, incognito: true });
  else await api.tabs.create({ url });
}

/** False where the tab is gone, shows something else, or no longer has these words. */
function jumpInTab(kept: Kept, words: string): Promise<boolean> {
  return new Promise((resolve) => {
    const port = api.tabs.connect(kept.tab, { name: PANEL_PORT });
    port.onDisconnect.addListener(() => {
      void api.runtime.lastError; // the tab is gone, which is an answer
      resolve(false);
    });
    port.onMessage.addListener((message: unknown) => {
      const state = readPageState(message);
      if (!state) return;
      const here = withoutFragment(state.url) === kept.url;
      // Loaded anew and still being read: what it says next tells.
      if (here && state.status === "reading") return;
      const at = here
        ? (state.analysis?.attributions ?? []).findIndex(
            ({ content, cue }) => wordsOf(content.length > 0 ? content : cue, state.blocks) === words,
          )
        : -1;
      if (at < 0) resolve(false);
      else {
        const command: PanelCommand = { type: "jump", attribution: at };
        port.postMessage(command);
        void show(kept.tab).then(
          () => resolve(true),
          () => resolve(false),
        );
      }
      port.disconnect();
    });
  });
}

async function show(id: number): Promise<void> {
  const tab = await api.tabs.update(id, { active: true });
  if (tab?.windowId !== undefined) await api.windows.update(tab.windowId, { focused: true });
}
