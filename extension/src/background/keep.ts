// Keeps the article of a tab for comparing, at the reader's press and never otherwise; in a private window only when
// the reader says so there. Leaves out what is kept of it (compare/kept.ts).

import { api } from "../api";
import { readPageState } from "../checks";
import { loadBasket, saveBasket, withKept } from "../compare/basket";
import { keptOf } from "../compare/kept";
import { MOST_KEPT } from "../limits";
import { type KeepReply, type KeepRequest, PANEL_PORT, type PageState } from "../protocol";
import { number, t } from "../words";
import { open } from "./inject";

/** Never rejects: what goes wrong is said in the answer. */
export async function keep({ tab, anyway }: Pick<KeepRequest, "tab" | "anyway">): Promise<KeepReply> {
  try {
    const { incognito } = await api.tabs.get(tab);
    if (incognito && !anyway) return { type: "private" };
    const page = await stateOf(tab);
    const kept = page && keptOf(page, tab, incognito, new Date());
    if (!kept) return { type: "nothing" };
    const basket = withKept(await loadBasket(), kept);
    if (!basket) return { type: "full" };
    await saveBasket(basket);
    return { type: "kept", count: basket.kept.length };
  } catch {
    return { type: "failed" };
  }
}

/** The same by a key or a menu, where only the button can answer. */
export async function keepByCommand(tab: number): Promise<void> {
  const { type } = await open(tab);
  const reply = type === "opened" ? await keep({ tab, anyway: false }) : ({ type: "nothing" } as const);
  const kept = reply.type === "kept";
  const words = kept ? t("kept", number(reply.count), number(MOST_KEPT)) : t(`keep_${reply.type}`);
  await api.action.setBadgeText({ tabId: tab, text: kept ? `${reply.count}/${MOST_KEPT}` : "–" });
  await api.action.setTitle({ tabId: tab, title: `${t("extensionName")}: ${words}` });
}

/** What the page's script knows once it has read the page; null where it says that there is nothing. */
function stateOf(tab: number): Promise<PageState | null> {
  return new Promise((resolve) => {
    const port = api.tabs.connect(tab, { name: PANEL_PORT });
    const settle = (state: PageState | null) => {
      resolve(state);
      port.disconnect();
    };
    port.onMessage.addListener((message: unknown) => {
      const state = readPageState(message);
      if (state && state.status !== "reading") settle(state.analysis ? state : null);
    });
    port.onDisconnect.addListener(() => {
      void api.runtime.lastError; // "nobody there" is an answer, and no error to report
      resolve(null);
    });
  });
}
