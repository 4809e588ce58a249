// The beginning of an element's text, read no further than is asked for: a page may hold megabytes in one paragraph, or
// a million nodes in one element, and `textContent` copies all of them. Leaves out what is done with it.

import * as dom from "../dom";

/** Text nodes looked at. */
const MOST = 500;

/** The first `units` UTF-16 units of the element's text as it stands, of its first few hundred text nodes at most. */
export function beginningOf(element: Element, units: number): string {
  const walker = dom.createTreeWalker(dom.documentOf(element), element, NodeFilter.SHOW_TEXT);
  let text = "";
  for (let seen = 0; seen < MOST && text.length < units; seen++) {
    const node = walker.nextNode() as Text | null;
    if (!node) break;
    text += node.substringData(0, units - text.length);
  }
  return text;
}
