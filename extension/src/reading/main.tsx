// The reading copy's page: asks the article's tab (`?tab=7`) once for what the panel shows. Nothing
// is stored, so it lasts as long as its tab.

import { render } from "preact";
import { api } from "../api";
import { readPageState } from "../checks";
import { PANEL_PORT, type PageState } from "../protocol";
import { extensionStore } from "../settings";
import { language, t } from "../words";
import { ReadingCopy } from "./copy";

const root = document.querySelector<HTMLElement>("#reading");
document.documentElement.lang = language();
document.documentElement.dir = api.i18n.getMessage("@@bidi_dir");

const { categories } = (await extensionStore.load()).settings;

function show(page: PageState | null): void {
  if (!root || root.dataset.ready !== undefined) return;
  root.dataset.ready = "";
  document.title = t("readingTitle", page?.title ?? "");
  if (page)
    render(
      <ReadingCopy
        page={page}
        categories={categories}
        time={new Date()}
        version={api.runtime.getManifest().version}
      />,
      root,
    );
  else root.textContent = t("readingGone");
}

const tab = Number(new URLSearchParams(location.search).get("tab"));
if (Number.isInteger(tab) && tab > 0) {
  const port = api.tabs.connect(tab, { name: PANEL_PORT });
  port.onMessage.addListener((message: unknown) => {
    const state = readPageState(message);
    if (!state?.analysis) return;
    show(state);
    port.disconnect();
  });
  port.onDisconnect.addListener(() => show(null));
} else show(null);
