// The text of a line as it is read, and the table that leads from its offsets back to the text nodes.
// White space is collapsed, soft hyphens and other marks without width are left out, a no-break space is a
// space. Offsets are UTF-16 code units. Leaves out which lines are worth reading (article.ts).

/** Characters that nobody reads: soft hyphen, zero-width space, word joiner, byte-order mark. */
const UNREAD = "\u00ad\u200b\u2060\ufeff";
/** What is not read as it stands: everything without width, and white space save a single plain space. */
const ODD = new RegExp(`[\\s${UNREAD}]{2,}|[\\t\\n\\v\\f\\r\\u00a0${UNREAD}]`);
const GAPS = new RegExp(ODD, "g");
const WHITE = new RegExp(`[^\\S${UNREAD}]`);

/** A node that begins with a mark that stands by no word of its own. */
const STOP = /^[.,;:!?](?:\s|$)/;

/** A text is cut at the end of a word, unless that is farther than this. */
const WORD = 200;

/** A stretch that is the same in the text and in a node, save that any white space counts as a space. */
export interface Run {
  /** Offset in the text of its first unit. */
  readonly at: number;
  readonly node: Text;
  /** Offset in the node's data. */
  readonly from: number;
  length: number;
}

export interface ReadText {
  readonly text: string;
  /** In order of `at`; they do not overlap. Spaces that stand for a `<br>` belong to none. */
  readonly runs: readonly Run[];
}

/** Where to cut a node after `limit` units: at the end of the word there. */
function cutAt(node: Text, limit: number): number {
  const space = node.substringData(limit, WORD).search(/\s/);
  return space >= 0 ? limit + space : limit;
}

/**
 * Reads a line's nodes; null stands for a `<br>`. The text neither begins nor ends with a space, and has none between two
 * nodes of which the second begins with a stop. Stops after the
 * node that brings it to `limit` units, or within one that is far longer after the word. With `within` only that part of
 * each node is read.
 */
export function readText(
  nodes: readonly (Text | null)[],
  limit = Number.POSITIVE_INFINITY,
  within: { from: number; to: number } | null = null,
): ReadText {
  let text = "";
  /** Nothing yet, or a space at the end. Kept apart: looking at a text that grows copies it every time. */
  let spaced = true;
  const first = within?.from ?? 0;
  const runs: Run[] = [];
  /** A stop after a node that ends with a space: what stood between was said to screen readers alone. */
  const close = () => {
    const last = runs[runs.length - 1];
    if (!last || last.at + last.length !== text.length) return;
    text = text.slice(0, -1);
    if (--last.length === 0) runs.pop();
    spaced = false;
  };
  const add = (node: Text, from: number, part: string) => {
    if (part === "") return;
    const last = runs[runs.length - 1];
    if (
      last &&
      last.node === node &&
      last.from + last.length === from &&
      last.at + last.length === text.length
    ) {
      last.length += part.length;
    } else {
      runs.push({ at: text.length, node, from, length: part.length });
    }
    text += part;
    spaced = part.endsWith(" ");
  };
  for (const node of nodes) {
    if (text.length >= limit) break;
    if (!node) {
      if (!spaced) text += " ";
      spaced = true;
      continue;
    }
    const left = limit - text.length;
    // The part alone: `data` copies the whole, which is slow where one node holds a book.
    const whole = node.length > left + WORD ? node.substringData(0, cutAt(node, left)) : node.data;
    const data = within ? node.substringData(within.from, Math.min(within.to - within.from, left)) : whole;
    if (spaced && text !== "" && STOP.test(data)) close();
    let from = spaced && data.startsWith(" ") ? 1 : 0;
    for (const gap of ODD.test(data) ? data.matchAll(GAPS) : []) {
      if (gap.index > from) add(node, first + from, data.slice(from, gap.index));
      const white = gap[0].search(WHITE);
      if (white >= 0 && !spaced) add(node, first + gap.index + white, " ");
      from = gap.index + gap[0].length;
    }
    add(node, first + from, data.slice(from));
  }
  const trimmed = text.trimEnd();
  while (runs.length > 0) {
    const last = runs[runs.length - 1] as Run;
    if (last.at < trimmed.length) {
      last.length = Math.min(last.length, trimmed.length - last.at);
      break;
    }
    runs.pop();
  }
  return { text: trimmed, runs };
}

/** The same without its first `units`. */
export function withoutStart({ text, runs }: ReadText, units: number): ReadText {
  const left = runs.flatMap(({ at, node, from, length }) => {
    const gone = Math.min(Math.max(0, units - at), length);
    return gone === length ? [] : [{ at: at + gone - units, node, from: from + gone, length: length - gone }];
  });
  return { text: text.slice(units), runs: left };
}
