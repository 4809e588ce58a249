// What a live range costs its page, and when two are the same. A browser tells every range of each node that the page
// adds or removes, also one that we have let go, until it is collected: ten thousand of them make a page's own changes
// a hundred times slower. So there is one for the same words, and it is taken out of the page when it is not needed.
// Leaves out which words get one (locate.ts).

/** What is in no page. */
const NOWHERE = new Document();

/** Takes a range out of its page for good. */
export function release(range: Range): void {
  range.setStart(NOWHERE, 0);
}

/** Whether two that begin in the same node hold the same words. */
export function sameRange(a: Range, b: Range): boolean {
  return a.startOffset === b.startOffset && a.endContainer === b.endContainer && a.endOffset === b.endOffset;
}

/** Ranges by the node that they begin in. */
export type ByNode = Map<Node, Range[]>;

/** The range of `old` on the same words, taken out of it, in place of the new one; the new one where there is none. */
export function instead(old: ByNode, range: Range): Range {
  const here = old.get(range.startContainer);
  const at = here?.findIndex((other) => sameRange(other, range)) ?? -1;
  const [kept] = at < 0 ? [] : (here as Range[]).splice(at, 1);
  if (!kept) return range;
  release(range);
  return kept;
}
