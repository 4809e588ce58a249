// A folder of saved news pages, served as they were: `truth.jsonl` lists them, `pages/` holds them.
// The addresses are those of the Python server that comes with such a folder.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type Route, STRICT_CSP } from "./server";

/** What `truth.jsonl` says of a page; other keys are left alone. */
export interface SavedPage {
  id: string;
  file: string;
  charset: string;
  /** Its scripts wipe the page when nothing else can be reached. */
  needs_noscript?: boolean;
}

const POLICIES: Record<string, string> = {
  strict: STRICT_CSP,
  noscripts: "script-src 'none'",
  sandbox: "sandbox",
};

export async function listPages(root: string): Promise<SavedPage[]> {
  const text = await readFile(join(root, "truth.jsonl"), "utf8");
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line));
}

/**
 * `/p/ID` answers with the page's bytes; `?csp=strict|noscripts|sandbox` adds a policy, `?noscript=1`
 * takes scripts out. Every other path is an empty answer, so that what a page links to neither hangs nor loads.
 */
export function savedPages(root: string, pages: readonly SavedPage[]): Route {
  const byId = new Map(pages.map((page) => [page.id, page]));
  return async (url) => {
    const id = decodeURIComponent(url.pathname).match(/^\/p\/([^/]+?)(?:\.html)?$/)?.[1];
    const page = id === undefined ? undefined : byId.get(id);
    if (!page) return { body: "", status: 204 };
    const stored = gunzipSync(await readFile(join(root, page.file)));
    const policy = POLICIES[url.searchParams.get("csp") ?? ""];
    return {
      body: url.searchParams.get("noscript") === "1" ? withoutScripts(stored) : stored,
      type: `text/html; charset=${page.charset}`,
      ...(policy ? { headers: { "content-security-policy": policy } } : {}),
    };
  };
}

/** Takes out scripts, handlers and meta refresh. In latin1, which keeps every byte as it was. */
function withoutScripts(bytes: Uint8Array): Uint8Array {
  let html = Buffer.from(bytes)
    .toString("latin1")
    .replace(/<script\b[^>]*>[\s\S]*?<\/script\s*>|<script\b[^>]*\/>/gi, "")
    .replace(/<meta\b[^>]*http-equiv\s*=\s*["']?refresh[^>]*>/gi, "");
  // One handler of a tag goes in each round.
  for (let before = ""; before !== html; ) {
    before = html;
    html = html.replace(/(<[a-zA-Z][^<>]*?)\son[a-z]+\s*=\s*("[^"]*"|'[^']*')/g, "$1");
  }
  return Buffer.from(html, "latin1");
}
