// Is this English? From the words themselves; a page's `lang` is often its template's, not its text's.
// Leaves out which other language it is: nothing depends on that.

/** The commonest function words of English that are not also common words of its neighbours. */
const COMMON = new Set(
  (
    "the of and to that is was for on with as it at by from his he have are not this but had they which you we were been has " +
    "or her she their an be who said would there what will can if about when than its into them could after out up also"
  ).split(" "),
);
const WORD = /[\p{L}\p{M}]+(?:['’]\p{L}+)?/gu;

/** Fewer words than this say nothing. */
const FEW = 25;
/**
 * English news has 0.30 to 0.45 of these words, German, Dutch and the Romance and Slavic languages below 0.08;
 * lists of goods push English
 * down to about 0.13; the seven foreign pages that we have stand below 0.02.
 */
const ENOUGH = 0.09;

/** Whether a text is English; null when it is too short to tell. Looks at the first `limit` characters. */
export function isEnglish(text: string, limit = 6000): boolean | null {
  let words = 0;
  let common = 0;
  let foreign = 0;
  for (const [word] of text.slice(0, limit).matchAll(WORD)) {
    words++;
    if (COMMON.has(word.toLowerCase())) common++;
    // A run of a script without spaces counts by its letters.
    else if (/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]/.test(word)) foreign += word.length;
  }
  if (words + foreign < FEW) return null;
  return common / (words + foreign) >= ENOUGH;
}
