// An address that leads to a passage: a text fragment (`#:~:text=`) by the rules of
// https://wicg.github.io/scroll-to-text-fragment/. Leaves out copying it.

import { addressOf } from "./address";
import type { Block, Piece } from "./analysis";

/** UTF-16 units up to which the passage's words are given whole; of longer ones their first and last words. */
const WHOLE = 120;
/** Words of each end of a longer passage, and words beside one that are added at a time. */
const ENDS = 6;
const BESIDE = 3;
/** Fewer words than this may stand elsewhere on the page, where we did not read. */
const FEW = 4;

/**
 * The page's address with the words of these pieces as its text fragment, and enough of what stands around them
 * where they stand more than once. The page's own address where there are no words.
 */
export function linkTo(url: string, blocks: readonly Block[], pieces: readonly Piece[]): string {
  const page = (addressOf(url)?.href ?? url).replace(/:~:.*$/s, "");
  const first = pieces[0];
  const text = first && blocks[first.block]?.text;
  if (!first || !text) return page;
  // One paragraph is enough to get there.
  const own = pieces.filter(({ block }) => block === first.block);
  const bare = trimmed(text, first.start, Math.max(...own.map(({ end }) => end)));
  if (!bare) return page;
  const directive = written(surrounded(blocks, first.block, bare));
  return `${page}${page.includes("#") ? "" : "#"}:~:text=${directive}`;
}

/** Where words are in a block's text. */
interface Stretch {
  start: number;
  end: number;
}

interface Directive {
  prefix: string;
  start: string;
  end: string;
  suffix: string;
}

/** Without quotation marks and other signs at its ends, which some browsers do not take for the bound of a word. */
function trimmed(text: string, from: number, to: number): Stretch | null {
  let [start, end] = [from, to];
  while (start < end && !isWord(text, start)) start++;
  while (start < end && !isWord(text, end - 1)) end--;
  return start < end ? { start, end } : null;
}

function isWord(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.slice(at, at + 1)) || /[\uD800-\uDFFF]/.test(text[at] ?? "");
}

/** The words with as much around them as tells them apart, taken from their own paragraph. */
function surrounded(blocks: readonly Block[], block: number, { start, end }: Stretch): Directive {
  const text = blocks[block]?.text ?? "";
  const words = text.slice(start, end);
  const list = words.split(" ");
  const [before, after] = [text.slice(0, start).trim().split(" "), text.slice(end).trim().split(" ")];
  // Signs alone are no neighbours that browsers would find.
  const neighbours = (words: string[]) => (/[\p{L}\p{N}]/u.test(words.join("")) ? words.join(" ") : "");
  const long = words.length > WHOLE && list.length > 2 * ENDS;
  const directive = (beside: number): Directive => ({
    prefix: beside > 0 ? neighbours(before.slice(-beside)) : "",
    start: long ? list.slice(0, ENDS).join(" ") : words,
    end: long ? list.slice(-ENDS).join(" ") : "",
    suffix: beside > 0 ? neighbours(after.slice(0, beside)) : "",
  });
  let beside = list.length < FEW ? BESIDE : 0;
  while (isElsewhere(blocks, block, start, directive(beside)) && beside < before.length + after.length)
    beside += BESIDE;
  return directive(beside);
}

/** Whether a browser that looks from the top would stop before these words. */
function isElsewhere(blocks: readonly Block[], block: number, at: number, directive: Directive): boolean {
  const { prefix, start, suffix, end } = directive;
  const wanted = (end ? [prefix, start] : [prefix, start, suffix]).filter(Boolean).join(" ").toLowerCase();
  const flat = (text: string) => text.toLowerCase().replace(/\s+/g, " ");
  for (const [i, { text }] of blocks.slice(0, block + 1).entries()) {
    const found = flat(text)
      .replace(/(?<=\p{L}) (?=[^\p{L}\p{N}]+ )/gu, " ")
      .indexOf(wanted);
    if (found >= 0 && (i < block || found + (prefix ? prefix.length + 1 : 0) < at)) return true;
  }
  return false;
}

/** Per cent, also for the hyphen, which ends a prefix and begins a suffix. */
function written({ prefix, start, end, suffix }: Directive): string {
  const code = (words: string) => encodeURIComponent(words).replaceAll("-", "%2D");
  return [prefix && `${code(prefix)}-`, code(start), code(end), suffix && `-${code(suffix)}`]
    .filter(Boolean)
    .join(",");
}
