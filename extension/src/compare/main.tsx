// The Compare page in the extension: its basket is storage.session, its engine the background's.

import { api } from "../api";
import { readCompareReply } from "../checks";
import type { CompareRequest } from "../protocol";
import { language, t } from "../words";
import { mountCompare } from "./app";
import { emptyBasket, loadBasket, saveBasket, watchBasket } from "./basket";
import type { CompareHost } from "./host";
import { jump } from "./jump";

const host: CompareHost = {
  load: loadBasket,
  save: saveBasket,
  empty: emptyBasket,
  watch: watchBasket,
  async compare(kept, choices) {
    const accounts = kept.map(({ blocks, analysis }) => ({ blocks, analysis }));
    const request: CompareRequest = { type: "compare", accounts, choices };
    const reply: unknown = await api.runtime.sendMessage(request).catch(() => null);
    return readCompareReply(reply, accounts);
  },
  jump: (kept, attribution) => void jump(kept, attribution),
  version: api.runtime.getManifest().version,
};

document.documentElement.lang = language();
document.documentElement.dir = api.i18n.getMessage("@@bidi_dir");
document.title = t("compareTitle");
const root = document.querySelector<HTMLElement>("#compare");
if (root) mountCompare(root, host);
