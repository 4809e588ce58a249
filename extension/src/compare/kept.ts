// A kept article: what was found in it, with the attributed words alone. The rest of its text is left out before
// anything is kept. Leaves out where it is kept (basket.ts).

import { addressOf } from "../address";
import type { Analysis, Block, Piece } from "../analysis";
import type { Account } from "../comparison";
import type { PageState } from "../protocol";

export interface Kept extends Account {
  /** What one article has that is kept once: its address, read in a private window or not. */
  id: string;
  /** The address without its fragment. */
  url: string;
  title: string;
  /** The host name; empty where there is none. */
  site: string;
  /** When it was kept, ISO 8601. */
  time: string;
  /** The tab that it was read in, to jump there while it is open. */
  tab: number;
  /** Read in a private window, where a site may show other words. */
  private: boolean;
  /** Only a part of the article was there or was read. */
  cut: boolean;
}

/** Marks of quotation, which belong to the words that they stand around. */
const QUOTE = /["'“”„‟«»‘’‚‹›]/;

/** What is kept of a page; null where nothing was found on it. */
export function keptOf(page: PageState, tab: number, incognito: boolean, time: Date): Kept | null {
  if (!page.analysis || page.analysis.attributions.length === 0) return null;
  const address = addressOf(page.url);
  const url = withoutFragment(page.url);
  return {
    // No address has a fragment here, so that this is nobody else's.
    id: incognito ? `${url}#private` : url,
    url,
    title: page.title,
    site: address?.hostname ?? "",
    time: time.toISOString(),
    tab,
    private: incognito,
    cut: page.paywalled || page.analysis.truncated,
    ...attributedOnly(page.blocks, page.analysis),
  };
}

export function withoutFragment(url: string): string {
  return url.split("#")[0] ?? url;
}

/** The same analysis over blocks that hold no word beyond those of its pieces; between two stretches stands "…". */
export function attributedOnly(blocks: readonly Block[], analysis: Analysis): Account {
  const runs = blocks.map((): [number, number][] => []);
  for (const { block, start, end } of piecesOf(analysis)) {
    const text = blocks[block]?.text;
    if (text === undefined || start >= end) continue;
    const from = QUOTE.test(text[start - 1] ?? "") ? start - 1 : start;
    runs[block]?.push([from, QUOTE.test(text[end] ?? "") ? end + 1 : end]);
  }
  const cut = blocks.map(({ text }, i) => stretches(text, merged(runs[i] ?? [])));
  const move = (pieces: readonly Piece[]): Piece[] =>
    pieces.map(({ block, start, end }) => {
      const shift = cut[block]?.shift ?? (() => 0);
      return { block, start: shift(start), end: shift(start) + end - start };
    });
  return {
    blocks: blocks.map(({ role }, i) => ({ role, text: cut[i]?.text ?? "" })),
    analysis: {
      ...analysis,
      attributions: analysis.attributions.map((a) => ({
        ...a,
        source: move(a.source),
        cue: move(a.cue),
        content: move(a.content),
        because: move(a.because),
        target: a.target && { ...a.target, span: move(a.target.span) },
        // Places in a list of the reader's that may be another tomorrow.
        categories: [],
      })),
    },
  };
}

function piecesOf({ attributions }: Analysis): Piece[] {
  return attributions.flatMap(({ source, cue, content, because, target }) => [
    ...source,
    ...cue,
    ...content,
    ...because,
    ...(target?.span ?? []),
  ]);
}

/** Runs in order, those that touch as one. */
function merged(runs: [number, number][]): [number, number][] {
  const out: [number, number][] = [];
  for (const [start, end] of runs.sort((a, b) => a[0] - b[0])) {
    const last = out[out.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else out.push([start, end]);
  }
  return out;
}

/** These runs of a text alone, and where an offset within one of them has gone. */
function stretches(text: string, runs: readonly [number, number][]) {
  let out = "";
  const moved: { start: number; end: number; by: number }[] = [];
  let before = 0;
  for (const [start, end] of runs) {
    const between = text.slice(before, start);
    if (out !== "") out += between.trim() === "" ? between : " … ";
    moved.push({ start, end, by: out.length - start });
    out += text.slice(start, end);
    before = end;
  }
  const shift = (at: number) => at + (moved.find(({ start, end }) => start <= at && at < end)?.by ?? 0);
  return { text: out, shift };
}
