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
 * where they stand more than once. The page's own address where there are no words. Of an article of which only such
 * words are left, and "…" for the others (`whole` false), nothing beyond the paragraph stands beside them.
 */
export function linkTo(
  url: string,
  blocks: readonly Block[],
  pieces: readonly Piece[],
  whole = true,
): string {
  const page = (addressOf(url)?.href ?? url).replace(/:~:.*$/s, "");
  const first = pieces[0];
  const text = first && blocks[first.block]?.text;
  if (!first || !text) return page;
  // One paragraph is enough to get there.
  const own = pieces.filter(({ block }) => block === first.block);
  const bare = trimmed(text, first.start, Math.max(...own.map(({ end }) => end)));
  if (!bare) return page;
  const directive = written(surrounded(blocks, first.block, bare, whole));
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

/**
 * The words with as much around them as tells them apart: of their own paragraph, and where they are all of it, of the
 * end of the one before and the beginning of the one after.
 */
function surrounded(
  blocks: readonly Block[],
  block: number,
  { start, end }: Stretch,
  whole: boolean,
): Directive {
  const textOf = (i: number) => blocks[i]?.text ?? "";
  const text = textOf(block);
  const words = text.slice(start, end);
  const list = words.split(" ");
  const long = words.length > WHOLE && list.length > 2 * ENDS;
  // Signs alone are no neighbours that browsers would find.
  const neighbours = (words: string[]) => (/[\p{L}\p{N}]/u.test(words.join("")) ? words.join(" ") : "");
  const [lead, rest] = [text.slice(0, start).trim(), text.slice(end).trim()];
  const around: [string, string][] = [[lead, rest]];
  if (whole) around.push([lead || textOf(block - 1), rest || textOf(block + 1)]);
  let made: Directive = { prefix: "", start: words, end: "", suffix: "" };
  for (const [lead, rest] of around) {
    const before = (lead.split("…").pop() ?? "").trim().split(" ");
    const after = (rest.split("…", 1)[0] ?? "").trim().split(" ");
    for (let beside = list.length < FEW ? BESIDE : 0; ; beside += BESIDE) {
      made = {
        prefix: neighbours(before.slice(Math.max(0, before.length - beside))),
        start: long ? list.slice(0, ENDS).join(" ") : words,
        end: long ? list.slice(-ENDS).join(" ") : "",
        suffix: neighbours(after.slice(0, beside)),
      };
      if (!isElsewhere(textOf, block, start, made)) return made;
      if (beside >= before.length && beside >= after.length) break;
    }
  }
  return made;
}

/** Whether a browser that looks from the top would stop before these words. */
function isElsewhere(
  textOf: (i: number) => string,
  block: number,
  at: number,
  { prefix, start, end, suffix }: Directive,
): boolean {
  const plain = (i: number) => textOf(i).toLowerCase();
  const wanted = start.toLowerCase();
  for (let i = 0; i <= block; i++) {
    const text = plain(i);
    for (let found = text.indexOf(wanted); found >= 0; found = text.indexOf(wanted, found + 1)) {
      if (i === block && found >= at) return false;
      const before = text.slice(0, found).trim() || plain(i - 1);
      const after = text.slice(found + wanted.length).trim() || plain(i + 1);
      // The last words of a long passage may be anywhere after the first.
      if (before.endsWith(prefix.toLowerCase()) && (end || after.startsWith(suffix.toLowerCase())))
        return true;
    }
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
