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

/** Ranges by the node and offset that they begin at: at one offset begin few, in one node may begin thousands. */
export type ByPlace = Map<Node, Map<number, Range[]>>;

export function byPlace(ranges: Iterable<Range>): ByPlace {
  const all: ByPlace = new Map();
  for (const range of ranges) {
    const { startContainer, startOffset } = range;
    const here = all.get(startContainer) ?? new Map<number, Range[]>();
    all.set(startContainer, here);
    const list = here.get(startOffset);
    if (list) list.push(range);
    else here.set(startOffset, [range]);
  }
  return all;
}

/** The range of `all` on the same words, taken out of it; undefined where there is none. */
export function takeSame(all: ByPlace, range: Range): Range | undefined {
  const list = all.get(range.startContainer)?.get(range.startOffset);
  const at =
    list?.findIndex(
      (other) => other.endContainer === range.endContainer && other.endOffset === range.endOffset,
    ) ?? -1;
  return at < 0 ? undefined : list?.splice(at, 1)[0];
}

/** What is left in `all`. */
export function* left(all: ByPlace): Generator<Range, void> {
  for (const here of all.values()) for (const list of here.values()) yield* list;
}

/** The range of `old` on the same words, taken out of it, in place of the new one; the new one where there is none. */
export function instead(old: ByPlace, range: Range): Range {
  const kept = takeSame(old, range);
  if (!kept) return range;
  release(range);
  return kept;
}
