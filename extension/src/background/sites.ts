// On which sites the gate runs by itself: the reader's choice, as far as the browser has allowed it.
// Leaves out asking for permission: only a surface may, on a click.

import { api } from "../api";
import { extensionStore, type Settings } from "../settings";
import { GATE, JUDGE } from "./inject";

const ID = "gate";

/** Registers the gate for exactly the sites of the settings, or takes it away. */
export async function follow(): Promise<void> {
  const { settings } = await extensionStore.load();
  const matches = await allowed(wanted(settings));
  const excludeMatches = settings.excluded.map(pattern).filter((each) => each !== null);
  const before = await api.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (matches.length === 0) {
    if (before.length > 0) await api.scripting.unregisterContentScripts({ ids: [ID] });
    return;
  }
  const script = {
    id: ID,
    js: [JUDGE, GATE],
    matches,
    excludeMatches,
    runAt: "document_idle" as const,
    persistAcrossSessions: true,
  };
  if (before.length > 0) await api.scripting.updateContentScripts([script]);
  else await api.scripting.registerContentScripts([script]);
}

function wanted({ when, sites }: Settings): string[] {
  if (when === "all") return ["http://*/*", "https://*/*"];
  return when === "sites" ? sites.map(pattern).filter((each) => each !== null) : [];
}

/** A site's match pattern; null for what no pattern can name (an IPv6 address in brackets). */
function pattern(host: string): string | null {
  return /^[\w.-]+$/.test(host) ? `*://${host}/*` : null;
}

/** A pattern without permission must not be registered: the gate would run nowhere, or the call fail. */
async function allowed(patterns: string[]): Promise<string[]> {
  const checks = await Promise.all(patterns.map((each) => api.permissions.contains({ origins: [each] })));
  return patterns.filter((_, index) => checks[index]);
}
