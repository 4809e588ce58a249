// Is this English? From the words themselves; a page's `lang` is often its template's, not its text's, and decides only
// where the words do not: names and numbers, a text of a line or two.
// Leaves out which other language it is: nothing depends on that, and the engine looks again.

/** The commonest function words of English that are not also common words of its neighbours. */
const COMMON = new Set(
  (
    "the of and to that is was on with as it by from his he have are not this but had they which you we were been has " +
    "or she their an be who said would there what can if about when than its into could after out up also"
  ).split(" "),
);
const WORD = /[\p{L}\p{M}]+(?:['’]\p{L}+)?/gu;

/** Fewer words than this that begin with a small letter say nothing: names are written alike everywhere. */
const FEW = 25;
/**
 * English news has 0.30 to 0.45 of these words, German, Dutch and the Romance and Slavic languages below 0.08;
 * lists of goods push English down to about 0.13; the seven foreign pages that we have stand below 0.02.
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
    if (COMMON.has(small)) common++;
    // A run of a script without spaces counts by its letters.
    if (/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]/.test(word)) words += word.length;
    else if (!/^\p{Lu}/u.test(word) || COMMON.has(small)) words++;
  }
  const share = common / words;
  if (words >= FEW && share >= ENOUGH) return true;
  if (words >= FEW && share < LEAST) return false;
  return lang === "" ? null : /^en\b/i.test(lang);
}
