// Is this English? From the words themselves; a page's `lang` is often its template's, not its text's, and decides only
// where the words do not: names and numbers, a text of a line or two.
// Leaves out which other language it is: nothing depends on that, and the engine looks again.

import { ENGLISH } from "./english";

const SMALL = new Set(ENGLISH.split(" "));
const WORD = /[\p{L}\p{M}]+(?:['’]\p{L}+)?/gu;

/** Fewer words than this that begin with a small letter say nothing: names are written alike everywhere. */
const FEW = 25;
/**
 * A quarter to a half of English news are these words, of lists of goods far fewer; the foreign pages that we have stand
 * below 0.03.
 */
const ENOUGH = 0.09;
/** Below this it is another language whatever the page says. */
const LEAST = 0.04;

/** Whether a text is English; null when it is too short to tell. Looks at the first `limit` characters. */
export function isEnglish(text: string, lang = "", limit = 6000): boolean | null {
  let words = 0;
  let common = 0;
  for (const [word] of text.slice(0, limit).matchAll(WORD)) {
    const small = word.toLowerCase();
    if (SMALL.has(small)) common++;
    // A run of a script without spaces counts by its letters.
    if (/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]/.test(word)) words += word.length;
    else if (!/^\p{Lu}/u.test(word) || SMALL.has(small)) words++;
  }
  const share = common / words;
  if (words >= FEW && share >= ENOUGH) return true;
  if (words >= FEW && share < LEAST) return false;
  return lang === "" ? null : /^en\b/i.test(lang);
}
