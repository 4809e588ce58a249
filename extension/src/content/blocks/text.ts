// The text of a line as it is read, and the table that leads from its offsets back to the text nodes.
// White space is collapsed, soft hyphens and other marks without width are left out, a no-break space is a
// space. Offsets are UTF-16 code units. Leaves out which lines are worth reading (article.ts).

/** Characters that nobody reads: soft hyphen, zero-width space, word joiner, byte-order mark. */
const UNREAD = "\u00ad\u200b\u2060\ufeff";
const ODD = new RegExp(`[\\t\\n\\r\\f\\u00a0${UNREAD}]|  `);
const PIECE = new RegExp(`[${UNREAD}]+|[\\s]+|[^\\s${UNREAD}]+`, "g");

/** Longer nodes are read word by word, so that they can be cut. */
const LONG = 50_000;

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

/**
 * Reads a line's nodes; null stands for a `<br>`. The text neither begins nor ends with a space. Stops after the
 * node, or within one after the word, that brings it to `limit` units.
 */
export function readText(nodes: readonly (Text | null)[], limit = Number.POSITIVE_INFINITY): ReadText {
  let text = "";
  /** Nothing yet, or a space at the end. Kept apart: looking at a text that grows copies it every time. */
  let spaced = true;
  const runs: Run[] = [];
  const add = (node: Text, from: number, part: string) => {
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
    const { data } = node;
    if (data.length < LONG && !ODD.test(data) && !(spaced && data.startsWith(" "))) {
      if (data) add(node, 0, data);
      continue;
    }
    for (const piece of data.matchAll(PIECE)) {
      const part = piece[0];
      if (text.length >= limit) break;
      if (UNREAD.includes(part[0] as string)) continue;
      if (part.trim() !== "") add(node, piece.index, part);
      else if (!spaced) add(node, piece.index, " ");
    }
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
