// Press releases and company news, by their words: what the wires that carry them write before the first sentence, and
// how a company speaks of its own day. Leaves out whether the page is an article at all (judge.ts).

import { DATE } from "./dates";

/** Where it says so itself, or the wire does. */
const SAID =
  /\bfor immediate release\b|[(/](?:(?:globe|pr) ?newswire|business ?wire|ein ?presswire|accesswire)[)/]/i;

/** "TOLVIK, May 12, 2031 – The shipping line Norrlast today announced". */
const ANNOUNCES = new RegExp(
  `(?:${DATE.source})\\W{1,20}[^!?\\n]{0,240}\\b(?:today announced|announced today|(?:pleased|proud) to announce)\\b`,
  "i",
);

/** UTF-16 units that are looked at of what opens a text, and of the text. */
const OPENING = 1000;

/** Whether a text is what an office or a company tells the press. `opening` is what stands before it. */
export function isRelease(opening: string, text: string): boolean {
  const first = text.slice(0, OPENING);
  return [opening.slice(0, OPENING), first].some((part) => SAID.test(part) || ANNOUNCES.test(part));
}
