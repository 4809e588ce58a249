// What the toolbar button says of a tab: the number of accusations and denials where the reader wants a badge, and a
// title in words.
// Leaves out the panel that it opens.

import { api } from "../api";
import type { ReportRequest } from "../protocol";
import { extensionStore } from "../settings";
import { t, tn } from "../words";

/** Grey that carries white figures at 4.5:1. */
const GROUND = "#454646";

export async function show(tab: number, { status, found, clashes }: ReportRequest): Promise<void> {
  const { settings } = await extensionStore.load();
  const marked = status === "marked";
  const text = settings.badge && marked && clashes > 0 ? String(Math.min(clashes, 999)) : "";
  const title = marked ? `${t("actionTitle")} (${tn("passages", found)})` : t("actionTitle");
  await api.action.setBadgeBackgroundColor({ tabId: tab, color: GROUND });
  await api.action.setBadgeText({ tabId: tab, text });
  await api.action.setTitle({ tabId: tab, title });
}
