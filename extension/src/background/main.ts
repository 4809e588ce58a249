// The background: wakes for an event, answers it, sleeps again; it keeps nothing alive and never opens a tab on an
// update. Every listener is set at the top, so that a worker started by an event hears it.
// Leaves out what each answer is made of: engine.ts, inject.ts, sites.ts, button.ts.

import { api } from "../api";
import { readRequest } from "../checks";
import { handleCorrections } from "../corrections/store";
import type { PageCommand, Request } from "../protocol";
import { t } from "../words";
import { show } from "./button";
import { answer, checked, compared, fitting, sought, warm } from "./engine";
import { load, open, style } from "./inject";
import { keep, keepByCommand } from "./keep";
import { follow } from "./sites";

const MENU = "who_says_selection";
const KEEP = "keep";
const COMPARE = "compare";

// A phone has no keys and no menu of the right button; what is not there is left out.
const { commands, contextMenus } = api as Partial<typeof api>;

api.runtime.onInstalled.addListener(({ reason }) => {
  contextMenus?.removeAll(() => {
    contextMenus.create({ id: MENU, title: t("menuWhoSays"), contexts: ["selection"] });
    contextMenus.create({ id: KEEP, title: t("keepForComparing"), contexts: ["action"] });
    contextMenus.create({ id: COMPARE, title: t("compareKept"), contexts: ["action"] });
  });
  void follow();
  if (reason === "install") void api.tabs.create({ url: api.runtime.getURL("welcome.html") });
});

api.runtime.onStartup.addListener(() => void follow());
api.permissions.onAdded.addListener(() => void follow());
api.permissions.onRemoved.addListener(() => void follow());
api.storage.onChanged.addListener((changes, area) => {
  if (area === "local" && changes["settings"]) void follow();
});

api.runtime.onMessage.addListener((message: unknown, sender, reply) => {
  const request = sender.id === api.runtime.id ? readRequest(message) : null;
  if (!request) return;
  void handle(request, sender).then(reply, (error: unknown) => {
    console.error("ascribe:", request.type, error);
    reply(undefined);
  });
  return true; // the answer comes later
});

async function handle(request: Request, sender: chrome.runtime.MessageSender): Promise<unknown> {
  const tab = sender.tab?.id;
  switch (request.type) {
    case "analyze":
      return answer(request, tab);
    case "keep":
      return keep(request);
    case "compare":
      return compared(request, tab);
    case "categorize":
      return fitting(request);
    case "find":
      return sought(request);
    case "check":
      return checked(request);
    case "open":
      return open(request.tab);
    case "corrections":
    case "correct":
    case "uncorrect":
      return handleCorrections(request, sender);
    case "load":
      warm();
      return tab === undefined ? undefined : load(tab);
    case "style":
      return tab === undefined ? undefined : style(tab, request);
    case "report":
      return tab === undefined ? undefined : show(tab, request);
  }
}

/** A command or a menu is the reader's gesture: where nothing is loaded yet, it loads. */
async function command(type: PageCommand["type"], tab: chrome.tabs.Tab | undefined): Promise<void> {
  const id = tab?.id ?? (await api.tabs.query({ active: true, currentWindow: true }))[0]?.id;
  if (id === undefined) return;
  const message: PageCommand = { type };
  try {
    await api.tabs.sendMessage(id, message);
  } catch {
    // Nobody there to hear it. What is loaded now marks by itself; a toggle would take that back.
    const { type: opened } = await open(id);
    if (opened === "opened" && type !== "toggle_marks") await api.tabs.sendMessage(id, message);
  }
}

async function keepIn(tab: chrome.tabs.Tab | undefined): Promise<void> {
  const id = tab?.id ?? (await api.tabs.query({ active: true, currentWindow: true }))[0]?.id;
  if (id !== undefined) await keepByCommand(id);
}

commands?.onCommand.addListener((name, tab) => {
  if (name === "keep") void keepIn(tab);
  if (name === "toggle_marks" || name === "next" || name === "previous") void command(name, tab);
});
contextMenus?.onClicked.addListener(({ menuItemId }, tab) => {
  if (menuItemId === MENU) void command("who_says_selection", tab);
  if (menuItemId === KEEP) void keepIn(tab);
  if (menuItemId === COMPARE) void api.tabs.create({ url: api.runtime.getURL("compare.html") });
});
