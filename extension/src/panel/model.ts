// What the panel knows and what follows from it: the page's state, the settings, the search, and
// which attributions are shown. Leaves out all markup, and talks to the page only through the host.

import { computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { addressOf } from "../address";
import type { Analysis, Attribution, Group } from "../analysis";
import { copyText } from "../card/copy";
import { countGroups, isUnnamed, type Reading } from "../describe";
import { GROUPS, groupOf } from "../kinds";
import { ownOf } from "../own";
import type { PageState } from "../protocol";
import { DEFAULTS, type Settings, type SiteLook, settingsFor } from "../settings";
import { t } from "../words";
import type { NoPage, PanelHost } from "./host";
import { createSearch, type Search } from "./search";

export type Tab = "speakers" | "exchanges" | "order" | "map";
export const TABS: readonly Tab[] = ["speakers", "exchanges", "order", "map"];
export type Preset = "all" | "clash" | "none";

export interface Model {
  host: PanelHost;
  page: Signal<PageState | null>;
  none: Signal<NoPage | null>;
  settings: Signal<Settings>;
  /** Whether the last change could not be kept. */
  unsaved: ReadonlySignal<boolean>;
  tab: Signal<Tab>;
  query: Signal<string>;
  search: Search;
  /** Host name of the page; null where there is none. */
  site: ReadonlySignal<string | null>;
  /** The speaker whose passages are unfolded. */
  open: Signal<number | null>;
  /** Speakers whose passages the reader folded since the search began, which unfolds all that match. */
  folded: Signal<ReadonlySet<number>>;
  /** The attribution that the reader points at on the page, where the panel stands beside it. */
  pointed: Signal<number | null>;
  /** The share of the article that is read, 0 to 1, while that takes long. */
  share: Signal<number | null>;
  /** The reader wants head and filters in full, although the list would need the room. */
  unfolded: Signal<boolean>;
  /** A row was pressed, and the page can be brought back to where it was before. */
  away: Signal<boolean>;
  reading: ReadonlySignal<Reading | null>;
  counts: ReadonlySignal<ReturnType<typeof countGroups>>;
  /** Of each of the reader's own categories, how many statements fit it. */
  ownCounts: ReadonlySignal<number[]>;
  /** Indices of the attributions that pass groups, search and "only this speaker". */
  shown: ReadonlySignal<number[]>;
  /** The settings as they are on this site. */
  look: ReadonlySignal<Settings>;
  /** Whether this site has a look of its own. */
  owned: ReadonlySignal<boolean>;
  change(patch: Partial<Settings>): void;
  /** Changes how the marks of this site look: of this site alone where it has a look of its own. */
  changeLook(patch: Partial<SiteLook>): void;
  /** Gives this site a look of its own, as it is now, or takes it away. */
  own(on: boolean): void;
  toggle(group: Group | "unnamed"): void;
  /** Switches a category of the reader's own, by its place in the settings. */
  toggleOwn(index: number): void;
  preset(which: Preset): void;
  /** Indices of the attributions that are marked on the page. */
  located: ReadonlySignal<ReadonlySet<number>>;
  jump(attribution: number): void;
  /** Puts words on the clipboard and says so at the foot. */
  copy(words: string): Promise<void>;
  /** What the last press came to; spoken, and shown until the next. */
  outcome: Signal<string>;
  /** Back to where the page was before the first jump. */
  back(): void;
  /** Shows on the page which mark a row is about. */
  point(attribution: number): void;
  only(actor: number | null): void;
}

const EMPTY: Analysis = { attributions: [], actors: [], truncated: false, declined: null };

export function createModel(host: PanelHost): Model {
  const page = signal<PageState | null>(null);
  const none = signal<NoPage | null>("connecting");
  const settings = signal<Settings>(structuredClone(DEFAULTS));
  const unsaved = signal(false);
  const tab = signal<Tab>("speakers");
  const query = signal("");
  const open = signal<number | null>(null);
  const pointed = signal<number | null>(null);
  const share = signal<number | null>(null);
  const away = signal(false);
  const unfolded = signal(false);
  const outcome = signal("");

  const reading = computed<Reading | null>(() => {
    const analysis = page.value?.analysis;
    return page.value && analysis ? { analysis, blocks: page.value.blocks } : null;
  });
  const site = computed(() => {
    // The host knows the tab's address only where the browser shows it; the page always does.
    const known = none.value === "connecting" ? null : host.site();
    return known ?? (page.value ? addressOf(page.value.url)?.hostname || null : null);
  });
  const look = computed(() => settingsFor(settings.value, site.value));
  const owned = computed(() => site.value !== null && Object.hasOwn(settings.value.own, site.value));
  const counts = computed(() => countGroups(reading.value?.analysis ?? EMPTY));
  const ownCounts = computed(() => {
    const all = reading.value?.analysis.attributions ?? [];
    return settings.value.categories.map(
      (_, index) => all.filter(({ categories }) => categories.includes(index)).length,
    );
  });
  const search = createSearch(host, query, reading);
  const folded = signal<ReadonlySet<number>>(new Set());
  effect(() => {
    // With every letter anew, whatever was found of the last.
    if (query.value !== "") folded.value = new Set();
  });
  const shown = computed(() => {
    const now = reading.value;
    if (!now) return [];
    const only = page.value?.onlyActor ?? null;
    return now.analysis.attributions.flatMap((a, i) =>
      passes(a, look.value) && (only === null || a.actor === only) && search.has(now, a) ? [i] : [],
    );
  });

  function change(patch: Partial<Settings>): void {
    settings.value = { ...settings.value, ...patch };
    void host.settings.save(settings.value).then(
      () => {
        unsaved.value = false;
      },
      () => {
        unsaved.value = true;
      },
    );
  }

  function changeLook(patch: Partial<SiteLook>): void {
    const host = site.value;
    if (host === null || !owned.value) {
      change(patch);
      return;
    }
    const { groups, unnamed, weight, density } = look.value;
    change({ own: { ...settings.value.own, [host]: { groups, unnamed, weight, density, ...patch } } });
  }

  function own(on: boolean): void {
    const host = site.value;
    if (host === null) return;
    const { [host]: _, ...others } = settings.value.own;
    const { groups, unnamed, weight, density } = look.value;
    change({ own: on ? { ...others, [host]: { groups, unnamed, weight, density } } : others });
  }

  host.settings.watch((next) => {
    settings.value = next;
  });
  void host.settings.load().then((read) => {
    settings.value = read.settings;
  });
  host.start(
    (state) => {
      if (page.value?.url !== state.url) away.value = false;
      // Each reading begins anew.
      if (state.status !== "reading" || page.value?.status !== "reading") share.value = null;
      page.value = state;
      none.value = null;
    },
    (why) => {
      page.value = null;
      away.value = false;
      share.value = null;
      none.value = why;
    },
    (attribution) => {
      pointed.value = attribution;
      // Its row must be there to be seen.
      const actor = reading.value?.analysis.attributions[attribution ?? -1]?.actor ?? null;
      if (tab.value === "speakers" && actor !== null) open.value = actor;
    },
    (read) => {
      // What comes behind the answer is about nothing that is awaited.
      if (page.value === null || page.value.status === "reading") share.value = read;
    },
  );

  return {
    host,
    page,
    none,
    settings,
    unsaved,
    tab,
    query,
    search,
    site,
    open,
    folded,
    pointed,
    share,
    away,
    unfolded,
    located: computed(() => new Set(page.value?.located ?? [])),
    reading,
    counts,
    ownCounts,
    shown,
    look,
    owned,
    change,
    changeLook,
    own,
    toggle(group) {
      const now = look.value;
      if (group === "unnamed") changeLook({ unnamed: !now.unnamed });
      else changeLook({ groups: { ...now.groups, [group]: !now.groups[group] } });
    },
    toggleOwn(index) {
      const categories = settings.value.categories.map((each, i) =>
        i === index ? { ...each, on: !each.on } : each,
      );
      change({ categories });
    },
    preset(which) {
      const on = (group: Group) =>
        which === "all" || (which === "clash" && (group === "accusations" || group === "denials"));
      const groups = Object.fromEntries(GROUPS.map((g) => [g, on(g)])) as Record<Group, boolean>;
      changeLook({ groups, ...(which === "none" ? { unnamed: false } : {}) });
      if (which === "none" && settings.value.categories.some(({ on }) => on))
        change({ categories: settings.value.categories.map((each) => ({ ...each, on: false })) });
    },
    jump(attribution) {
      away.value = true;
      host.post({ type: "jump", attribution });
    },
    outcome,
    async copy(words) {
      outcome.value = t((await copyText(words, document.body)) ? "copied" : "notCopied");
    },
    back() {
      away.value = false;
      host.post({ type: "back" });
    },
    point(attribution) {
      if (host.beside) host.post({ type: "point", attribution });
    },
    only: (actor) => host.post({ type: "only", actor }),
  };
}

function passes(a: Attribution, settings: Settings): boolean {
  return (
    settings.groups[groupOf(a.kind)] ||
    (settings.unnamed && isUnnamed(a)) ||
    ownOf(a, settings.categories).length > 0
  );
}
