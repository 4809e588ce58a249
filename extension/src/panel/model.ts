// What the panel knows and what follows from it: the page's state, the settings, the search, and
// which attributions are shown. Leaves out all markup, and talks to the page only through the host.

import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { addressOf } from "../address";
import type { Analysis, Attribution, Group } from "../analysis";
import {
  countGroups,
  isUnnamed,
  kindName,
  type Reading,
  speakerName,
  targetName,
  wordsOf,
} from "../describe";
import { GROUPS, groupOf } from "../kinds";
import type { PageState } from "../protocol";
import { DEFAULTS, type Settings } from "../settings";
import type { NoPage, PanelHost } from "./host";

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
  /** Host name of the page; null where there is none. */
  site: ReadonlySignal<string | null>;
  /** The speaker whose passages are unfolded. */
  open: Signal<number | null>;
  reading: ReadonlySignal<Reading | null>;
  counts: ReadonlySignal<ReturnType<typeof countGroups>>;
  /** Indices of the attributions that pass groups, search and "only this speaker". */
  shown: ReadonlySignal<number[]>;
  change(patch: Partial<Settings>): void;
  toggle(group: Group | "unnamed"): void;
  preset(which: Preset): void;
  jump(attribution: number): void;
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

  const reading = computed<Reading | null>(() => {
    const analysis = page.value?.analysis;
    return page.value && analysis ? { analysis, blocks: page.value.blocks } : null;
  });
  const site = computed(() => {
    // The host knows the tab's address only where the browser shows it; the page always does.
    const known = none.value === "connecting" ? null : host.site();
    return known ?? (page.value ? addressOf(page.value.url)?.hostname || null : null);
  });
  const counts = computed(() => countGroups(reading.value?.analysis ?? EMPTY));
  const shown = computed(() => {
    const now = reading.value;
    if (!now) return [];
    const words = query.value.trim().toLocaleLowerCase();
    const only = page.value?.onlyActor ?? null;
    return now.analysis.attributions.flatMap((a, i) =>
      passes(a, settings.value) &&
      (only === null || a.actor === only) &&
      (words === "" || textOf(now, a).includes(words))
        ? [i]
        : [],
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

  host.settings.watch((next) => {
    settings.value = next;
  });
  void host.settings.load().then((read) => {
    settings.value = read.settings;
  });
  host.start(
    (state) => {
      page.value = state;
      none.value = null;
    },
    (why) => {
      page.value = null;
      none.value = why;
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
    site,
    open,
    reading,
    counts,
    shown,
    change,
    toggle(group) {
      const now = settings.value;
      if (group === "unnamed") change({ unnamed: !now.unnamed });
      else change({ groups: { ...now.groups, [group]: !now.groups[group] } });
    },
    preset(which) {
      const on = (group: Group) =>
        which === "all" || (which === "clash" && (group === "accusations" || group === "denials"));
      const groups = Object.fromEntries(GROUPS.map((g) => [g, on(g)])) as Record<Group, boolean>;
      change({ groups, ...(which === "none" ? { unnamed: false } : {}) });
    },
    jump: (attribution) => host.post({ type: "jump", attribution }),
    only: (actor) => host.post({ type: "only", actor }),
  };
}

function passes(a: Attribution, settings: Settings): boolean {
  return settings.groups[groupOf(a.kind)] || (settings.unnamed && isUnnamed(a));
}

/** Everything about an attribution that a search looks through, in lower case. */
function textOf(reading: Reading, a: Attribution): string {
  const names = a.actor === null ? [] : (reading.analysis.actors[a.actor]?.names ?? []);
  return [
    kindName(a.kind),
    speakerName(reading, a),
    ...names.map((name) => name.text),
    targetName(reading, a) ?? "",
    wordsOf(a.source, reading.blocks),
    wordsOf(a.cue, reading.blocks),
    wordsOf(a.content, reading.blocks),
  ]
    .join("\n")
    .toLocaleLowerCase();
}
