// Whether the page shows only the beginning of its article. Says so only with the page's own word for it, or with a
// barrier in sight: "no reply found" must never be shown of a text that was cut.

import * as dom from "../dom";
import { beginningOf } from "./beginning";
import type { Signals } from "./gate/signals";
import type { Steps } from "./pause";

/** A barrier asks for something in words. */
const ASKS =
  /subscri|sign ?in|log ?in|register|already a member|to (?:continue|keep) reading|free trial|unlock/i;
/** A page that gives less than this share of the words it counts is cut. */
const SHARE = 0.6;
/** A barrier is a few words; more is the article behind it. */
const LONG = 3000;
/** Barriers looked at. */
const MOST = 40;

/** @param lines The article's text as it can be read. @param barriers What is called a barrier on the page. */
export function* isCut(
  doc: Document,
  signals: Signals,
  lines: readonly { text: string }[],
  barriers: readonly Element[],
): Steps<boolean> {
  if (signals.wordCount > 100 && wordsOf(lines) < signals.wordCount * SHARE) return true;
  if (
    signals.notFree &&
    signals.lockedParts.length > 0 &&
    !signals.lockedParts.some((part) => isShown(doc, part))
  )
    return true;
  for (const barrier of barriers.slice(0, MOST)) {
    yield;
    const text = beginningOf(barrier, LONG);
    if (
      text.length > 20 &&
      text.length < LONG &&
      ASKS.test(text) &&
      dom.checkVisibility(barrier, { visibilityProperty: true })
    )
      return true;
  }
  return false;
}

function wordsOf(lines: readonly { text: string }[]): number {
  let words = 0;
  for (const { text } of lines) words += text.split(" ").length;
  return words;
}

/** Whether the part behind a selector is there and can be read. */
function isShown(doc: Document, selector: string): boolean {
  try {
    const part = dom.querySelector(doc, selector);
    return (
      part !== null &&
      beginningOf(part, LONG).trim().length > 200 &&
      dom.checkVisibility(part, { visibilityProperty: true })
    );
  } catch {
    return true; // not a selector: the page says nothing with it
  }
}
