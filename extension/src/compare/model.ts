// What the Compare page knows and what follows from it: the basket, which articles are chosen, their comparison, and
// which voices are shown. Leaves out all markup, and talks to the world only through the host.

import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { At, Voice } from "../comparison";
import { MOST_BESIDE } from "../limits";
import { type Basket, choicesFor, type Pair, type Who, without } from "./basket";
import { type Beside, firstIn, presentIn, rowOf, whoAt } from "./beside";
import type { CompareHost } from "./host";
import type { Kept } from "./kept";

/** Which voices are shown: all, those of every article, those of one alone. */
export type Filter = "all" | "both" | number;

export interface CompareModel {
  host: CompareHost;
  /** Null until it is loaded. */
  basket: Signal<Basket | null>;
  /** The chosen articles, in the order of the basket. */
  chosen: ReadonlySignal<readonly Kept[]>;
  /** Null while it is awaited. */
  beside: Signal<Beside | null>;
  failed: Signal<boolean>;
  filter: Signal<Filter>;
  /** Rows of voices that are shown, as indices. */
  shown: ReadonlySignal<number[]>;
  /** The voice whose passages are unfolded. */
  open: Signal<number | null>;
  /**
   * What takes the focus once it is drawn, since what was pressed to join or part voices is gone then: the row of their
   * voice, or the filters, where these do not show it.
   */
  focused: Signal<number | "filters" | null>;
  choose(id: string, on: boolean): void;
  remove(id: string): void;
  empty(): void;
  join(voices: [number, number]): void;
  part(voice: number): void;
}

export function createModel(host: CompareHost): CompareModel {
  const basket = signal<Basket | null>(null);
  /** What the reader chose; null as long as nothing was. */
  const wanted = signal<readonly string[] | null>(null);
  const beside = signal<Beside | null>(null);
  const failed = signal(false);
  const filter = signal<Filter>("all");
  const open = signal<number | null>(null);
  const focused = signal<number | "filters" | null>(null);
  /** Who was joined or parted, until the answer is there. */
  let spoken: Who | null = null;

  const chosen = computed(() => {
    const kept = basket.value?.kept ?? [];
    const ids = wanted.value ?? kept.slice(-MOST_BESIDE).map(({ id }) => id);
    return kept.filter(({ id }) => ids.includes(id));
  });
  const shown = computed(() => {
    const now = beside.value;
    if (!now) return [];
    return now.comparison.voices.flatMap((voice, i) => (passes(voice, filter.value) ? [i] : []));
  });

  let asked = 0;
  let answered = "";
  effect(() => {
    const now = chosen.value;
    const choices = basket.value && choicesFor(basket.value, now);
    // What this page has saved comes back to it as news: the same question is not asked again.
    const about = JSON.stringify([now.map(({ id, time }) => [id, time]), choices]);
    if (about === answered) return;
    answered = about;
    const question = ++asked;
    if (!choices || now.length < 2) {
      beside.value = null;
      failed.value = false;
      return;
    }
    void host.compare(now, choices).then((comparison) => {
      if (question !== asked) return; // asked anew meanwhile
      failed.value = comparison === null;
      if (!comparison) answered = "";
      if (typeof filter.value === "number" && filter.value >= now.length) filter.value = "all";
      const next = comparison && { chosen: now, comparison };
      // Rows have other numbers now: what is unfolded stays with its voice.
      const unfolded = firstIn(open.peek(), beside.peek());
      batch(() => {
        beside.value = next;
        open.value = next && rowOf(unfolded, next);
        const row = next && rowOf(spoken, next);
        if (row !== null) focused.value = shown.value.includes(row) ? row : "filters";
      });
      spoken = null;
    });
  });

  host.watch((next) => {
    basket.value = next;
  });
  void host.load().then((next) => {
    basket.value = next;
  });

  function save(next: Basket): void {
    basket.value = next;
    void host.save(next);
  }

  /** Pairs of one actor of the first with each of the second. */
  function pairs(first: readonly At[], second: readonly At[]): Pair[] {
    const who = (at: At) => whoAt(at, chosen.value);
    return first.flatMap((a) => second.map((b): Pair => [who(a), who(b)]));
  }

  return {
    host,
    basket,
    chosen,
    beside,
    failed,
    filter,
    shown,
    open,
    focused,
    choose(id, on) {
      const ids = chosen.value.map((kept) => kept.id).filter((other) => other !== id);
      wanted.value = on ? [...ids, id] : ids;
    },
    remove(id) {
      if (basket.value) save(without(basket.value, id));
    },
    empty() {
      basket.value = { kept: [], joined: [], parted: [] };
      void host.empty();
    },
    join([one, other]) {
      const now = basket.value;
      const voices = beside.value?.comparison.voices;
      const [first, second] = [voices?.[one]?.actors ?? [], voices?.[other]?.actors ?? []];
      if (!now) return;
      spoken = firstIn(one, beside.value);
      const same = pairs(first, second);
      save({ ...now, joined: [...now.joined, ...same], parted: now.parted.filter((p) => !has(same, p)) });
    },
    part(voice) {
      const now = basket.value;
      const actors = beside.value?.comparison.voices[voice]?.actors ?? [];
      if (!now) return;
      spoken = firstIn(voice, beside.value);
      const apart = actors.flatMap((actor, i) => pairs([actor], actors.slice(i + 1)));
      save({ ...now, parted: [...now.parted, ...apart], joined: now.joined.filter((p) => !has(apart, p)) });
    },
  };
}

function has(pairs: readonly Pair[], pair: Pair): boolean {
  const key = (p: Pair) => JSON.stringify([...p].sort((a, b) => (a.id < b.id ? -1 : 1)));
  return pairs.some((each) => key(each) === key(pair));
}

function passes(voice: Voice, filter: Filter): boolean {
  const present = presentIn(voice);
  if (present.length === 0) return false;
  if (filter === "all") return true;
  if (filter === "both") return present.length === voice.counts.length;
  return present.length === 1 && present[0] === filter;
}
