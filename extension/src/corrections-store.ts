// Where corrections are kept: in storage.local, by page, under a salted hash of the page's address,
// so that the list cannot be read as a history. Only the background and the options use this file.
// Leaves out what a correction does to an analysis (corrections.ts).

import { addressOf } from "./address";
import { api } from "./api";
import type { Change } from "./corrections";
import type { CorrectionsReply, CorrectionsRequest } from "./protocol";

const KEY = "corrections";

/** What the reader corrected on one page. */
export interface CorrectedPage {
  /** Day of the last change, ISO 8601. */
  changed: string;
  changes: Change[];
}

interface Stored {
  version: 1;
  /** Random, made once; without it nobody can try addresses against the hashes elsewhere. */
  salt: string;
  pages: Record<string, CorrectedPage>;
}

/** Answers a page's request; in private windows nothing is kept and nothing comes back. */
export async function handleCorrections(
  request: CorrectionsRequest,
  sender: chrome.runtime.MessageSender,
): Promise<CorrectionsReply> {
  if (sender.tab?.incognito) return { type: "corrections", changes: [], kept: false };
  const stored = await load();
  const key = await hashOf(request.url, stored.salt);
  const changes = stored.pages[key]?.changes ?? [];
  if (request.type === "correct") {
    changes.push(request.change);
    stored.pages[key] = { changed: new Date().toISOString().slice(0, 10), changes };
    await api.storage.local.set({ [KEY]: stored });
  }
  return { type: "corrections", changes, kept: true };
}

/** Every corrected page by its hash, the latest first. */
export async function listCorrections(): Promise<[string, CorrectedPage][]> {
  const { pages } = await load();
  return Object.entries(pages).sort(([, a], [, b]) => b.changed.localeCompare(a.changed));
}

/** Forgets one page's corrections, or all. */
export async function forgetCorrections(hash?: string): Promise<void> {
  if (hash === undefined) {
    await api.storage.local.remove(KEY);
    return;
  }
  const stored = await load();
  delete stored.pages[hash];
  await api.storage.local.set({ [KEY]: stored });
}

async function load(): Promise<Stored> {
  const stored: unknown = (await api.storage.local.get(KEY))[KEY];
  if (isStored(stored)) return stored;
  return { version: 1, salt: hex(crypto.getRandomValues(new Uint8Array(16))), pages: {} };
}

function isStored(value: unknown): value is Stored {
  const stored = value as Partial<Stored> | undefined;
  return stored?.version === 1 && typeof stored.salt === "string" && typeof stored.pages === "object";
}

/** SHA-256 of salt and address, without its fragment and without what only counts visitors. */
async function hashOf(address: string, salt: string): Promise<string> {
  const url = addressOf(address);
  if (url) {
    url.hash = "";
    for (const name of [...url.searchParams.keys()]) {
      if (/^(utm_|fbclid$|gclid$)/.test(name)) url.searchParams.delete(name);
    }
  }
  const bytes = new TextEncoder().encode(`${salt}\n${url?.href ?? address}`);
  return hex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
