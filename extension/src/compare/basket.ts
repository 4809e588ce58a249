// The basket: at most six kept articles, and what the reader says of who is whom, in `storage.session`: gone with the
// browser, never written to the disk. Leaves out who may keep what (background/keep.ts).

import { isAccount } from "../analysis-checks";
import { api } from "../api";
import type { At, Choices } from "../comparison";
import { MOST_KEPT } from "../limits";
import type { Kept } from "./kept";

/** An actor of a kept article. */
export interface Who {
  /** Of the article. */
  id: string;
  actor: number;
}

/** Two who are one voice, or who are not. */
export type Pair = [Who, Who];

export interface Basket {
  /** The one kept first is the first. */
  kept: Kept[];
  joined: Pair[];
  parted: Pair[];
}

const KEY = "basket";

export async function loadBasket(): Promise<Basket> {
  return readBasket((await api.storage.session.get(KEY))[KEY]);
}

export async function saveBasket(basket: Basket): Promise<void> {
  await api.storage.session.set({ [KEY]: basket });
}

export async function emptyBasket(): Promise<void> {
  await api.storage.session.remove(KEY);
}

/** Calls back with every later change, from wherever it came; what it returns ends that. */
export function watchBasket(changed: (basket: Basket) => void): () => void {
  const listener = (changes: Record<string, chrome.storage.StorageChange>, area: string) => {
    const change = area === "session" ? changes[KEY] : undefined;
    if (change) changed(readBasket(change.newValue));
  };
  api.storage.onChanged.addListener(listener);
  return () => api.storage.onChanged.removeListener(listener);
}

/** The basket with that article, in the place of an earlier reading of it; null when it is full. */
export function withKept(basket: Basket, kept: Kept): Basket | null {
  const place = basket.kept.findIndex(({ id }) => id === kept.id);
  if (place < 0 && basket.kept.length >= MOST_KEPT) return null;
  // Read anew its actors may have other numbers.
  const rest = place < 0 ? basket : without(basket, kept.id);
  const at = place < 0 ? rest.kept.length : place;
  return { ...rest, kept: [...rest.kept.slice(0, at), kept, ...rest.kept.slice(at)] };
}

/** The basket without that article and what was said of it. */
export function without(basket: Basket, gone: string): Basket {
  const stays = (pair: Pair) => pair.every(({ id }) => id !== gone);
  return {
    kept: basket.kept.filter(({ id }) => id !== gone),
    joined: basket.joined.filter(stays),
    parted: basket.parted.filter(stays),
  };
}

/** What the reader said of these articles, in their order. */
export function choicesFor(basket: Basket, chosen: readonly Kept[]): Choices {
  const at = ({ id, actor }: Who): At | null => {
    const account = chosen.findIndex((kept) => kept.id === id);
    return account < 0 ? null : { account, index: actor };
  };
  const all = (pairs: Pair[]) =>
    pairs.flatMap(([a, b]) => {
      const [one, other] = [at(a), at(b)];
      return one && other ? [[one, other] as [At, At]] : [];
    });
  return { joined: all(basket.joined), parted: all(basket.parted) };
}

/** Any stored value as a basket: what is none of ours is left out. */
export function readBasket(stored: unknown): Basket {
  const value = (typeof stored === "object" && stored !== null ? stored : {}) as Partial<
    Record<keyof Basket, unknown>
  >;
  const list = <T>(of: unknown, is: (each: unknown) => each is T): T[] =>
    Array.isArray(of) ? of.filter(is) : [];
  return {
    kept: list(value.kept, isKept).slice(0, MOST_KEPT),
    joined: list(value.joined, isPair),
    parted: list(value.parted, isPair),
  };
}

function isKept(value: unknown): value is Kept {
  if (!isAccount(value)) return false;
  const { id, url, title, site, time, tab, private: incognito, cut } = value as Partial<Kept>;
  const texts = [id, url, title, site, time].every((text) => typeof text === "string");
  return texts && Number.isInteger(tab) && typeof incognito === "boolean" && typeof cut === "boolean";
}

function isPair(value: unknown): value is Pair {
  const isWho = (who: unknown) =>
    typeof who === "object" &&
    who !== null &&
    typeof (who as Who).id === "string" &&
    Number.isInteger((who as Who).actor);
  return Array.isArray(value) && value.length === 2 && value.every(isWho);
}
