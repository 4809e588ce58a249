// Where corrections are kept: in storage.local, by page, under a salted hash of the page's address, so that the
// list cannot be read as a history. Whoever writes waits for its turn, the options and the background alike.
// Leaves out what a correction does to an analysis (apply.ts). What each field holds is told in PRIVACY.md.

import { addressOf } from "../address";
import { api } from "../api";
import { type Correction, type InClear, isCorrection, isInClear } from "../changes";
import type { CorrectionsReply, CorrectionsRequest } from "../protocol";

const KEY = "corrections";
/** Where stores that could not be read wait for the reader: a list of `{ at, problem, value }`. */
export const CORRECTIONS_ASIDE_KEY = "corrections-set-aside";
/** Grows when the shape changes. */
const VERSION = 2;

/** A correction with its day (ISO 8601) and what the reader lets us keep in clear; null where nothing. */
export interface KeptCorrection extends Correction {
  day: string;
  clear: (InClear & { host: string }) | null;
}

/** The corrections of each page by the hash of its address. */
type Pages = Record<string, KeptCorrection[]>;

interface Stored {
  version: typeof VERSION;
  /** Random, made once; without it nobody can try addresses against the hashes elsewhere. */
  salt: string;
  pages: Pages;
}

/** In private windows, and where the browser does not say which page asks, nothing is kept and nothing comes back. */
const NOTHING: CorrectionsReply = { type: "corrections", corrections: [], salt: "", kept: false };

/** Answers a page's request. Which page it is, the browser says, not the message. */
export async function handleCorrections(
  request: CorrectionsRequest,
  sender: chrome.runtime.MessageSender,
): Promise<CorrectionsReply> {
  // The tab's own first: a page that changed its address without loading has the old one as the sender's.
  const address = sender.tab?.url ?? sender.url;
  if (sender.tab?.incognito || address === undefined) return NOTHING;
  return inTurn(async () => {
    const stored = await load();
    const page = await hashOf(address, stored.salt);
    let corrections = stored.pages[page] ?? [];
    if (request.type !== "corrections") {
      const others = corrections.filter(
        ({ id }) => id !== (request.type === "correct" ? request.correction.id : request.id),
      );
      if (request.type === "correct") others.push(kept(request, address));
      corrections = others;
      await store(withPage(stored, page, corrections));
    }
    return {
      type: "corrections",
      corrections: corrections.map(({ id, changes }) => ({ id, changes })),
      salt: await digest(`${stored.salt}\n${page}`),
      kept: true,
    };
  });
}

function kept(request: CorrectionsRequest & { type: "correct" }, address: string): KeptCorrection {
  const { correction, clear } = request;
  return {
    id: correction.id,
    changes: correction.changes,
    day: new Date().toISOString().slice(0, 10),
    clear: clear && { host: addressOf(address)?.hostname ?? "", title: clear.title, words: clear.words },
  };
}

/** Every corrected page by its hash, the latest first; the corrections of a page in the order in which they were made. */
export async function listCorrections(): Promise<[string, KeptCorrection[]][]> {
  const { pages } = await inTurn(load);
  const latest = (list: KeptCorrection[]) => list.at(-1)?.day ?? "";
  return Object.entries(pages).sort(([, a], [, b]) => latest(b).localeCompare(latest(a)));
}

/** Forgets one correction of a page, or all of them, or those of every page and what was set aside. */
export function forgetCorrections(page?: string, id?: string): Promise<void> {
  return inTurn(async () => {
    if (page === undefined) return api.storage.local.remove([KEY, CORRECTIONS_ASIDE_KEY]);
    const stored = await load();
    const left = id === undefined ? [] : (stored.pages[page] ?? []).filter((each) => each.id !== id);
    await store(withPage(stored, page, left));
  });
}

function withPage(stored: Stored, page: string, corrections: KeptCorrection[]): Stored {
  const pages = { ...stored.pages };
  if (corrections.length > 0) pages[page] = corrections;
  else delete pages[page];
  return { ...stored, pages };
}

/** One after another, whoever asks: two that load, change and store at once would lose what the other changed. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(KEY, work) as Promise<T>;
}

/** What is kept; where there is none, a new store. One that is not ours is set aside, and what is good in it stays. */
async function load(): Promise<Stored> {
  const value: unknown = (await api.storage.local.get(KEY))[KEY];
  const read = readStored(value);
  if (read.stored && !read.problem) return read.stored;
  const stored = read.stored ?? {
    version: VERSION,
    salt: hex(crypto.getRandomValues(new Uint8Array(16))),
    pages: {},
  };
  if (read.problem) await setAside(read.problem, value);
  await store(stored);
  return stored;
}

async function setAside(problem: string, value: unknown): Promise<void> {
  const before: unknown = (await api.storage.local.get(CORRECTIONS_ASIDE_KEY))[CORRECTIONS_ASIDE_KEY];
  const list = Array.isArray(before) ? before : [];
  const aside = { at: new Date().toISOString(), problem, value };
  await api.storage.local.set({ [CORRECTIONS_ASIDE_KEY]: [...list, aside] });
}

async function store(stored: Stored): Promise<void> {
  await api.storage.local.set({ [KEY]: stored });
}

/** Any stored value as a store: null where it is none of this version, with a problem where anything is lost by that. */
export function readStored(value: unknown): {
  stored: Stored | null;
  problem: "corrupt" | "other version" | null;
} {
  if (value === undefined || value === null) return { stored: null, problem: null };
  const { version, salt, pages } = value as Partial<Record<keyof Stored, unknown>>;
  if (version !== VERSION) {
    return { stored: null, problem: Number.isInteger(version) ? "other version" : "corrupt" };
  }
  if (
    typeof salt !== "string" ||
    !/^[0-9a-f]{32}$/.test(salt) ||
    typeof pages !== "object" ||
    pages === null
  ) {
    return { stored: null, problem: "corrupt" };
  }
  const good: Pages = {};
  let problem: "corrupt" | null = null;
  for (const [page, list] of Object.entries(pages)) {
    if (/^[0-9a-f]{64}$/.test(page) && Array.isArray(list) && list.every(isKept)) good[page] = list;
    else problem = "corrupt";
  }
  return { stored: { version: VERSION, salt, pages: good }, problem };
}

function isKept(value: unknown): value is KeptCorrection {
  if (!isCorrection(value)) return false;
  const { day, clear } = value as Partial<Record<keyof KeptCorrection, unknown>>;
  return (
    typeof day === "string" &&
    (clear === null || (isInClear(clear) && typeof (clear as { host?: unknown }).host === "string"))
  );
}

/** SHA-256 of salt and address, without its fragment and without what only counts visitors. */
function hashOf(address: string, salt: string): Promise<string> {
  const url = addressOf(address);
  if (url) {
    url.hash = "";
    for (const name of [...url.searchParams.keys()]) {
      if (/^(utm_|fbclid$|gclid$)/.test(name)) url.searchParams.delete(name);
    }
  }
  return digest(`${salt}\n${url?.href ?? address}`);
}

async function digest(text: string): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))));
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
