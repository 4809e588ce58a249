// Dates written out in a text, as articles have one and rules and manuals the day of their last change.
// Leaves out dates that a page gives in its markup (judge.ts).

/** A date written out: "12 May 2031", "May 12, 2031", "2031.05.12". */
export const DATE =
  /(?<!\d)\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*,? (?:19|20)\d\d|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2},? (?:19|20)\d\d|(?<!\d)(?:19|20)\d\d[-./]\d\d[-./]\d\d\b/i;

const CHANGED = /\b(?:updated|modified|effective|revised|reviewed|version|since)\b/i;

/** Whether there is a date that is not that of a last change, as rules and manuals have. */
export function isDated(text: string): boolean {
  const found = DATE.exec(text);
  return found !== null && !CHANGED.test(text.slice(Math.max(0, found.index - 40), found.index));
}
