// The welcome page in the extension: the story is marked by the engine in the background, as any
// page is. Leaves out what is shown (welcome.tsx).

import { render } from "preact";
import { api } from "../api";
import { goLive, pageSettings, writeArticle } from "../live";
import { extensionOptionsHost } from "../options/host";
import { SAMPLE } from "../sample";
import { extensionStore } from "../settings";
import { language, t } from "../words";
import { Welcome } from "./welcome";

document.documentElement.lang = language();
document.documentElement.dir = api.i18n.getMessage("@@bidi_dir");
document.title = `${t("extensionName")}: ${t("welcomeTitle")}`;
const root = document.querySelector<HTMLElement>("#welcome");
if (root) {
  const read = await extensionStore.load();
  render(
    <Welcome
      host={extensionOptionsHost}
      first={read.settings}
      firefox={api.runtime.getURL("").startsWith("moz-extension:")}
      openOptions={() => void api.runtime.openOptionsPage()}
    />,
    root,
  );
  const story = root.querySelector<HTMLElement>("#story");
  if (!story) throw new Error("no place for the story");
  writeArticle(story, SAMPLE, "h2");
  const conductor = goLive(
    story,
    {
      analyze: (request) => api.runtime.sendMessage(request),
      categorize: (request) => api.runtime.sendMessage(request).catch(() => null),
    },
    pageSettings(read),
  );
  conductor.listen(({ status }) => {
    root.dataset.ready = status;
  });
}
