// The options in the extension. Leaves out the page itself (options.tsx), which tests mount alone.

import { render } from "preact";
import { api } from "../api";
import { extensionStore } from "../settings";
import { language, t } from "../words";
import { extensionOptionsHost } from "./host";
import { Options } from "./options";

document.documentElement.lang = language();
document.documentElement.dir = api.i18n.getMessage("@@bidi_dir");
document.title = `${t("options")} – ${t("extensionName")}`;
const root = document.querySelector<HTMLElement>("#options");
if (root) {
  const read = await extensionStore.load();
  render(<Options host={extensionOptionsHost} first={read.settings} />, root);
  root.dataset.ready = "";
}
