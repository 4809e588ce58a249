// Where Tab goes from the card's ends: to what can have the focus beside its words, so that the reader stays where
// they read. The card lies at the document's end, from where the browser would begin anew. Leaves out opening and
// closing.

import * as dom from "../dom";

const STOPS = "a[href], button, input, select, textarea, summary, [tabindex]";

/**
 * When the focus is at the card's last stop (the first, `backwards`), closes the card and moves it to the next stop of
 * the page after the words (before them); where there is none, closes it and leaves the focus to the browser. False
 * when there is a further stop in the card. Without words it goes around: what is filled in is not closed by a Tab.
 */
export function focusBeside(
  root: ShadowRoot,
  backwards: boolean,
  words: Range | null,
  close: () => void,
): boolean {
  const own = Array.from(root.querySelectorAll(STOPS)).filter(canHaveFocus);
  const end = backwards ? own[0] : own[own.length - 1];
  const now = root.activeElement;
  if (now !== end && !(backwards && now && dom.matches(now, ".card"))) return false;
  if (!words) {
    const other = own[backwards ? own.length - 1 : 0];
    if (other) dom.focus(other, {});
    return true;
  }
  const beside = stopBeside(words, backwards);
  close();
  if (beside) dom.focus(beside, {});
  return beside !== null;
}

function stopBeside(words: Range, backwards: boolean): Element | null {
  const from = backwards ? words.startContainer : words.endContainer;
  let last: Element | null = null;
  for (const stop of dom.querySelectorAll(dom.documentOf(from), STOPS)) {
    const isAfter = (dom.compareDocumentPosition(from, stop) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    if (isAfter && backwards) break;
    if (!(backwards || isAfter) || !canHaveFocus(stop)) continue;
    if (!backwards) return stop;
    last = stop;
  }
  return last;
}

function canHaveFocus(of: Element): boolean {
  return dom.tabIndex(of) >= 0 && !dom.matches(of, ":disabled") && dom.checkVisibility(of);
}
