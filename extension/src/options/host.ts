// What the options need from the browser: storage, permissions, corrections, shortcuts.

import type { CategorySpec, WrongPattern } from "../analysis";
import { api } from "../api";
import { readCheckReply } from "../checks";
import {
  CORRECTIONS_ASIDE_KEY,
  forgetCorrections,
  type KeptCorrection,
  listCorrections,
} from "../corrections/store";
import type { CheckRequest } from "../protocol";
import { extensionStore, SET_ASIDE_KEY, type SettingsStore } from "../settings";

export interface OptionsHost {
  settings: SettingsStore;
  /** Asks for these origins; false when the reader says no. Must be called within a press. */
  request(origins: string[]): Promise<boolean>;
  /** Gives these origins back. */
  release(origins: string[]): Promise<void>;
  /** What is wrong with a category, if anything; null too where the engine cannot say. Never rejects. */
  check(category: CategorySpec): Promise<WrongPattern | null>;
  corrections(): Promise<[string, KeptCorrection[]][]>;
  /** Forgets one correction of a page, or all of them, or those of every page. */
  forget(page?: string, id?: string): Promise<void>;
  /** Settings and corrections that could not be read, as they were; null for none. */
  setAside(): Promise<unknown>;
  dropSetAside(): Promise<void>;
  /** The keys as the browser has them now: name and shortcut ("" for none). */
  keys(): Promise<{ name: string; description: string; shortcut: string }[]>;
  /** Opens the browser's own page for shortcuts; null where no extension may. */
  openKeys: (() => void) | null;
  version: string;
  /** The published error rates; null where the package has none. */
  figures(): Promise<Figures | null>;
}

/** `figures.json` as the build writes it (xtask/src/figures.rs): shares of a hundred. */
export interface Figures {
  articles: number;
  statements: number;
  /** Speaker, verb and words together. */
  whole: Rate;
  /** The words of what is said, word by word. */
  words: Rate;
}

interface Rate {
  /** Of what is marked, how much is right. */
  right: number;
  /** Of what people marked, how much is found. */
  found: number;
}

interface Commands {
  openShortcutSettings?: () => Promise<void>;
}

export const extensionOptionsHost: OptionsHost = {
  settings: extensionStore,
  request: (origins) => api.permissions.request({ origins }),
  async release(origins) {
    await api.permissions.remove({ origins });
  },
  async check(category) {
    const request: CheckRequest = { type: "check", category };
    const reply = readCheckReply(await api.runtime.sendMessage(request).catch(() => null));
    return reply?.type === "checked" ? reply.wrong : null;
  },
  corrections: listCorrections,
  forget: forgetCorrections,
  async setAside() {
    const aside = await api.storage.local.get([SET_ASIDE_KEY, CORRECTIONS_ASIDE_KEY]);
    return Object.keys(aside).length > 0 ? aside : null;
  },
  dropSetAside: () => api.storage.local.remove([SET_ASIDE_KEY, CORRECTIONS_ASIDE_KEY]),
  keys: async () =>
    // A phone has none.
    ((await (api as Partial<typeof api>).commands?.getAll()) ?? []).map((command) => ({
      name: command.name ?? "",
      description: command.description ?? "",
      shortcut: command.shortcut ?? "",
    })),
  openKeys: () => {
    const firefox = (api.commands as Commands).openShortcutSettings;
    if (firefox) void firefox.call(api.commands);
    else void api.tabs.create({ url: "chrome://extensions/shortcuts" });
  },
  get version() {
    return api.runtime.getManifest().version;
  },
  async figures() {
    const answer = await fetch(api.runtime.getURL("figures.json")).catch(() => null);
    return answer?.ok ? ((await answer.json()) as Figures) : null;
  },
};
