// The reader's settings: their shape, their defaults and their way in and out of storage.
// Leaves out every surface that shows them. What cannot be read is set aside, never thrown away.

import { addressOf } from "./address";
import type { CategorySpec, Group, Place } from "./analysis";
import { api } from "./api";

/** Grows when the shape changes; `migrate` brings older ones up. */
export const SETTINGS_VERSION = 2;

/** What may differ from site to site. */
export interface SiteLook {
  groups: Record<Group, boolean>;
  /** The overlay over unnamed or unclear sources. */
  unnamed: boolean;
  weight: "thin" | "normal" | "strong";
  /** Quiet: plain statements have a faint line, so that the others are seen at a glance. */
  density: "quiet" | "full";
}

/** What a category of the reader's own is drawn as: behind the words, or as a line over them. */
export const CATEGORY_LINES = ["tint", "solid", "double", "dashed", "dotted"] as const;

/** A category of the reader's own: what it looks for (kept as typed, be it wrong), and how it is shown. */
export interface Category {
  name: string;
  /** Words parted by commas or line ends, or a pattern. */
  looksFor: string;
  pattern: boolean;
  place: Place;
  /** Whether an accent makes another letter. */
  accents: boolean;
  /** `#rrggbb`. */
  colour: string;
  line: (typeof CATEGORY_LINES)[number];
  on: boolean;
}

/** Categories that there may be, as in the engine; and the UTF-16 units of a name and of what is looked for. */
export const MOST_CATEGORIES = 12;
export const LONGEST_NAME = 40;
export const LONGEST_LOOKED_FOR = 100_000;

/** What the engine is asked for. */
export function specsOf(categories: readonly Category[]): CategorySpec[] {
  return categories.map(({ looksFor, pattern, place, accents }) => ({
    looks_for: looksFor,
    pattern,
    place,
    accents,
  }));
}

export interface Settings extends SiteLook {
  version: number;
  /** When pages are marked: on the toolbar button, on the listed sites, on every article. */
  when: "click" | "sites" | "all";
  /** Host names that are always marked. */
  sites: string[];
  /** Host names where nothing loads. */
  excluded: string[];
  look: "lines" | "tint";
  /** Own colours by group, `#rrggbb`; null keeps ours. */
  colours: Record<Group, string | null>;
  /** Milliseconds of rest before the card opens; null opens on click only. */
  cardDelay: 0 | 400 | 800 | null;
  strip: boolean;
  badge: boolean;
  /** Their own categories, told apart by their place in the list. */
  categories: Category[];
  /** What the reader has otherwise on a site, by its host name. */
  own: Record<string, SiteLook>;
}

/** Sites that may have a look of their own. */
const MOST_SITES = 500;

/** The settings as they are on that site; null for none. */
export function settingsFor(settings: Settings, host: string | null): Settings {
  const own = host !== null && Object.hasOwn(settings.own, host) ? settings.own[host] : undefined;
  return own ? { ...settings, ...own } : settings;
}

export const DEFAULTS: Settings = {
  version: SETTINGS_VERSION,
  when: "click",
  sites: [],
  excluded: [],
  groups: { accusations: true, denials: true, demands: true, views: true, statements: true },
  unnamed: false,
  look: "lines",
  weight: "normal",
  density: "quiet",
  colours: { accusations: null, denials: null, demands: null, views: null, statements: null },
  cardDelay: 400,
  strip: false,
  badge: false,
  categories: [],
  own: {},
};

/** What reading gave: `set_aside` when the stored value was not ours or from a newer version. */
export interface Read {
  settings: Settings;
  problem: "corrupt" | "newer" | null;
}

/** Any stored value as settings. Absent gives the defaults; a field that is no good, its default. */
export function readSettings(stored: unknown): Read {
  const fresh = (problem: Read["problem"]) => ({ settings: structuredClone(DEFAULTS), problem });
  if (stored === undefined || stored === null) return fresh(null);
  if (!isRecord(stored) || !Number.isInteger(stored.version)) return fresh("corrupt");
  const version = stored.version as number;
  if (version > SETTINGS_VERSION) return fresh("newer");
  if (version < 1 || [stored.sites, stored.excluded].some(isTooMany)) return fresh("corrupt");
  return { settings: clean(migrate(stored, version)), problem: null };
}

/** Hosts of one list; nobody has that many, and what the browser registers for each must stay small. */
const MOST_HOSTS = 5000;

function isTooMany(list: unknown): boolean {
  return Array.isArray(list) && list.length > MOST_HOSTS;
}

/** Brings settings of one version to the next. */
export type Step = (old: Record<string, unknown>) => Record<string, unknown>;

/** The step from version n at index n - 1; as many as there were versions before this one. */
export const STEPS: readonly Step[] = [(old) => ({ ...old, categories: [] })];

/** Settings of that version in the shape that the last step gives. */
export function migrate(
  stored: Record<string, unknown>,
  version: number,
  steps: readonly Step[] = STEPS,
): Record<string, unknown> {
  return steps.slice(version - 1).reduce((value, step) => step(value), stored);
}

function clean(value: Record<string, unknown>): Settings {
  const d = DEFAULTS;
  const colours = isRecord(value.colours) ? value.colours : {};
  const names = Object.keys(d.groups) as Group[];
  const byGroup = <T>(of: (group: Group) => T) =>
    Object.fromEntries(names.map((g) => [g, of(g)])) as Record<Group, T>;
  return {
    version: SETTINGS_VERSION,
    when: oneOf(value.when, ["click", "sites", "all"], d.when),
    sites: hosts(value.sites),
    excluded: hosts(value.excluded),
    ...siteLook(value, byGroup),
    look: oneOf(value.look, ["lines", "tint"], d.look),
    colours: byGroup((g) => colour(colours[g])),
    cardDelay: oneOf(value.cardDelay, [0, 400, 800, null], d.cardDelay),
    strip: flag(value.strip, d.strip),
    badge: flag(value.badge, d.badge),
    categories: (Array.isArray(value.categories) ? value.categories : [])
      .filter(isRecord)
      .slice(0, MOST_CATEGORIES)
      .map(category),
    own: Object.fromEntries(
      Object.entries(isRecord(value.own) ? value.own : {})
        .filter(([host, look]) => hostOf(host) === host && isRecord(look))
        .slice(0, MOST_SITES)
        .map(([host, look]) => [host, siteLook(look as Record<string, unknown>, byGroup)]),
    ),
  };
}

function category(value: Record<string, unknown>): Category {
  const text = (of: unknown, most: number) => (typeof of === "string" ? of.slice(0, most) : "");
  return {
    name: text(value.name, LONGEST_NAME),
    looksFor: text(value.looksFor, LONGEST_LOOKED_FOR),
    pattern: flag(value.pattern, false),
    place: oneOf(value.place, ["said", "speaker", "target", "anywhere"], "anywhere"),
    accents: flag(value.accents, false),
    colour: colour(value.colour) ?? "#7a5cd6",
    line: oneOf(value.line, CATEGORY_LINES, "tint"),
    on: flag(value.on, true),
  };
}

function siteLook(
  value: Record<string, unknown>,
  byGroup: <T>(of: (group: Group) => T) => Record<Group, T>,
): SiteLook {
  const d = DEFAULTS;
  const groups = isRecord(value.groups) ? value.groups : {};
  return {
    groups: byGroup((g) => flag(groups[g], d.groups[g])),
    unnamed: flag(value.unnamed, d.unnamed),
    weight: oneOf(value.weight, ["thin", "normal", "strong"], d.weight),
    density: oneOf(value.density, ["quiet", "full"], d.density),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function oneOf<T>(value: unknown, allowed: readonly T[], otherwise: T): T {
  return allowed.includes(value as T) ? (value as T) : otherwise;
}

function flag(value: unknown, otherwise: boolean): boolean {
  return typeof value === "boolean" ? value : otherwise;
}

function colour(value: unknown): string | null {
  return typeof value === "string" && /^#[0-9a-f]{6}$/i.test(value) ? value : null;
}

function hosts(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return [...new Set(value.map(hostOf).filter((host) => host !== null))].sort();
}

/** The host name in what a reader typed ("Example.com", "https://example.com/a"); null when none. */
export function hostOf(value: unknown): string | null {
  if (typeof value !== "string" || value.trim() === "") return null;
  const text = value.trim();
  const url = addressOf(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`);
  // Chromium takes "two words" for a host and writes it "two%20words".
  const named = url !== null && /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)$/.test(url.hostname);
  return named && /^https?:$/.test(url.protocol) ? url.hostname : null;
}

/** Where settings are kept: the browser's storage in the extension, the page's own in the demo. */
export interface SettingsStore {
  load(): Promise<Read>;
  save(settings: Settings): Promise<void>;
  /** Calls back with every later change, from wherever it came; what it returns ends that. */
  watch(changed: (settings: Settings) => void): () => void;
}

const KEY = "settings";
/** Where a value that could not be read waits for the reader: `{ at, problem, value }`. */
export const SET_ASIDE_KEY = "settings-set-aside";

/** The store in `storage.local`, with what it cannot read put under `SET_ASIDE_KEY`. */
export const extensionStore: SettingsStore = {
  async load() {
    const stored = (await api.storage.local.get(KEY))[KEY];
    const read = readSettings(stored);
    if (read.problem) {
      const aside = { at: new Date().toISOString(), problem: read.problem, value: stored };
      // Where even that cannot be written it stays where it is, and is asked for again.
      await api.storage.local.set({ [SET_ASIDE_KEY]: aside, [KEY]: read.settings }).catch(() => undefined);
    }
    return read;
  },
  async save(settings) {
    await api.storage.local.set({ [KEY]: settings });
  },
  watch(changed) {
    const listener = (changes: Record<string, chrome.storage.StorageChange>, area: string) => {
      const change = area === "local" ? changes[KEY] : undefined;
      if (!change) return;
      const read = readSettings(change.newValue);
      if (!read.problem) changed(read.settings);
    };
    api.storage.onChanged.addListener(listener);
    return () => api.storage.onChanged.removeListener(listener);
  },
};
