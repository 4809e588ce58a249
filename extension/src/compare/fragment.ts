// An address that leads to a passage: the words of a statement as a text fragment. Leaves out whether they occur
// twice on the page: only the attributed words are kept.

/** Words up to which they are given whole; longer ones by their beginning and end. */
const WHOLE = 8;
const ENDS = 4;

/** `url` with a fragment for these words; the plain address for none. */
export function linkTo(url: string, words: string): string {
  const list = words.split(/\s+/).filter(Boolean);
  if (list.length === 0) return url;
  const text = (some: string[]) => encodeURIComponent(some.join(" ")).replaceAll("-", "%2D");
  const range = list.length <= WHOLE ? text(list) : `${text(list.slice(0, ENDS))},${text(list.slice(-ENDS))}`;
  return `${url}#:~:text=${range}`;
}
