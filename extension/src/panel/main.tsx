// The panel in the extension: connects to the content script of the tab in view. The same page is
// toolbar popup, side panel and sidebar; at the side it follows the reader from tab to tab.

import { addressOf } from "../address";
import { api } from "../api";
import {
  readFindReply,
  readKeepReply,
  readOpenReply,
  readPageState,
  readPointed,
  readShare,
} from "../checks";
import {
  type FindRequest,
  type KeepRequest,
  type OpenRequest,
  PANEL_PORT,
  type PageState,
  type PanelCommand,
} from "../protocol";
import { extensionStore } from "../settings";
import { language } from "../words";
import { mountPanel } from "./app";
import { fitPopup } from "./fit";
import type { NoPage, PanelHost } from "./host";
import { searchSpec } from "./search";

const atSide = new URLSearchParams(location.search).has("side");

let tab: chrome.tabs.Tab | null = null;
let port: chrome.runtime.Port | null = null;
let tell: {
  state: (state: PageState) => void;
  none: (why: NoPage) => void;
  pointed: (attribution: number | null) => void;
  read: (share: number) => void;
} | null = null;

// The background tells it of every tab.
api.runtime.onMessage.addListener((message: unknown) => {
  const read = readShare(message);
  if (read && read.tab === tab?.id) tell?.read(read.share);
});

async function connect(): Promise<void> {
  port?.disconnect();
  port = null;
  tab = (await api.tabs.query({ active: true, currentWindow: true }))[0] ?? null;
  tell?.none("connecting");
  const id = tab?.id;
  if (id === undefined) return tell?.none("unreadable");
  // A page that has our script already answers at once, without the background.
  if (await listen(id, false)) return;
  const request: OpenRequest = { type: "open", tab: id };
  const reply = readOpenReply(await api.runtime.sendMessage(request));
  if (tab?.id !== id) return; // the reader moved on meanwhile
  if (reply?.type !== "opened") return tell?.none(reply?.type ?? "unreadable");
  await listen(id, true);
}

/**
 * Listens to the script in that tab; false once it is known that none answers. Unless the background has
 * `agreed`, a page without marks is no answer: only the background knows whether its site is switched off.
 */
function listen(id: number, agreed: boolean): Promise<boolean> {
  const opened = api.tabs.connect(id, { name: PANEL_PORT });
  port = opened;
  return new Promise((resolve) => {
    let heard = agreed;
    opened.onMessage.addListener((message: unknown) => {
      const pointed = readPointed(message);
      if (pointed) return port === opened ? tell?.pointed(pointed.attribution) : undefined;
      const state = readPageState(message);
      if (port !== opened || !state) return resolve(true);
      if (!heard && state.status === "off") {
        port = null;
        opened.disconnect();
        return resolve(false);
      }
      heard = true;
      tell?.state(state);
      resolve(true);
    });
    opened.onDisconnect.addListener(() => {
      void api.runtime.lastError; // "nobody there" is an answer, and no error to report
      if (port === opened) {
        port = null;
        if (heard) tell?.none("gone");
      }
      resolve(heard);
    });
  });
}

interface Sides {
  sidebarAction?: { open(): Promise<void> };
  sidePanel?: typeof api.sidePanel;
}
const { sidebarAction, sidePanel } = api as Sides;
/** A phone has no side: there the panel is a page of the whole window. */
const hasSide = sidebarAction !== undefined || sidePanel !== undefined;
const isPopup = !atSide && hasSide;

function openAtSide(): void {
  if (sidebarAction) void sidebarAction.open();
  else if (tab?.windowId !== undefined) void sidePanel?.open({ windowId: tab.windowId });
  window.close();
}

const host: PanelHost = {
  start(state, none, pointed, read) {
    tell = { state, none, pointed, read };
    void connect().catch(() => none("unreadable"));
  },
  restart: () => void connect().catch(() => tell?.none("unreadable")),
  post: (command: PanelCommand) => port?.postMessage(command),
  settings: extensionStore,
  async find(texts, pattern) {
    const request: FindRequest = { type: "find", texts, category: searchSpec(pattern) };
    const reply: unknown = await api.runtime.sendMessage(request).catch(() => null);
    return readFindReply(reply, texts);
  },
  site() {
    const url = tab?.url ? addressOf(tab.url) : null;
    return url && /^https?:$/.test(url.protocol) ? url.hostname : null;
  },
  alwaysOn: (site) => api.permissions.request({ origins: [`*://${site}/*`] }),
  keepAtSide: isPopup ? openAtSide : null,
  openOptions: () => {
    void api.runtime.openOptionsPage();
    if (!atSide) window.close();
  },
  openReadingCopy: () => {
    void api.tabs.create({ url: api.runtime.getURL(`reading.html?tab=${tab?.id ?? ""}`) });
    if (!atSide) window.close();
  },
  async keep(anyway) {
    const request: KeepRequest = { type: "keep", tab: tab?.id ?? -1, anyway };
    const reply = tab?.id === undefined ? null : await api.runtime.sendMessage(request);
    return readKeepReply(reply) ?? { type: "failed" };
  },
  openCompare: () => {
    void api.tabs.create({ url: api.runtime.getURL("compare.html") });
    if (!atSide) window.close();
  },
  close: atSide ? null : () => window.close(),
  beside: atSide,
  popup: isPopup,
  embedded: false,
  version: api.runtime.getManifest().version,
};

document.documentElement.lang = language();
document.documentElement.dir = api.i18n.getMessage("@@bidi_dir");
document.documentElement.dataset.as = atSide ? "side" : hasSide ? "popup" : "page";
const root = document.querySelector<HTMLElement>("#panel");
if (root) {
  mountPanel(root, host);
  if (isPopup) fitPopup(root);
}

if (atSide) {
  api.tabs.onActivated.addListener(() => host.restart());
  api.tabs.onUpdated.addListener((id, change) => {
    if (id === tab?.id && change.status === "complete" && !port) host.restart();
  });
}
