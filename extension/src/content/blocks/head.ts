// Headline, stand-first and summary: what stands before the body, inside its box or above it.
// Leaves out the body's own roles (article.ts).

import { type ArticleLine, isSeen, type Named } from "./lines";
import { Says } from "./names";
import { endsAsSentence } from "./phrases";
import { says } from "./root";
import { readText } from "./text";
import { type Box, isBox, type Line } from "./walk";

const HEADING = /^H[1-6]$/;
/** More stand-first than this is not one: the name means the body. */
const SMALL = 700;
/** UTF-16 units of a line before the body that are read. */
const LONGEST = 5000;
/** A line of body this long begins it. */
const BEGINS = 80;

/** Headline, stand-first and summary stand before the body; the same names inside it mean nothing. */
export function settleHead(lines: ArticleLine[], named: Named): void {
  let body = false;
  let standfirst = 0;
  const [first] = lines;
  // A text without markup has its headline in its first line.
  if (first?.line.within && first.line.length < BEGINS && !endsAsSentence(first.text))
    first.role = "headline";
  for (const { role, text } of lines) if (role === "standfirst") standfirst += text.length;
  for (const [at, line] of lines.entries()) {
    if (line.role === "standfirst" && standfirst > SMALL) line.role = "body";
    if (!body && isHeadline(line, named)) line.role = "headline";
    else if (!body && line.role === "body" && line.text === named.description && !opensBody(lines, at))
      line.role = "standfirst";
    if (line.role === "body" || line.role === "live") body ||= line.text.length > BEGINS;
    else if (body && (line.role === "standfirst" || line.role === "summary")) line.role = "body";
  }
}

/** Whether the next line is a paragraph of the same kind beside it: many pages are described by their first paragraph. */
function opensBody(lines: readonly ArticleLine[], at: number): boolean {
  const [line, next] = [lines[at]?.line, lines[at + 1]];
  if (!line || next?.role !== "body") return false;
  const bold = line.bold * 2 > line.length && next.line.bold * 2 <= next.line.length;
  return line.box.parent === next.line.box.parent && line.box.tag === next.line.box.tag && !bold;
}

function isHeadline({ line, role, text }: ArticleLine, { title }: Named): boolean {
  if (role !== "heading" && role !== "standfirst") return false;
  return line.box.tag === "H1" || (role === "heading" && sameWords(text, title));
}

/** The headline and the stand-first that stand before the root, outside it: the last ones on the way there. */
export function findHead(top: Box, root: Box, lines: readonly ArticleLine[]): ArticleLine[] {
  const head: ArticleLine[] = [];
  if (lines.some((line) => line.role === "headline")) return head;
  const add = (box: Box, role: "headline" | "standfirst") => {
    if (role === "headline") head.length = 0;
    if (!isSeen(box.element)) return;
    for (const line of linesOf(box)) {
      const read = readText(line.nodes, LONGEST, line.within);
      if (read.text) head.push({ ...read, line, role });
    }
  };
  const visit = (box: Box): boolean => {
    if (box === root) return true;
    for (const part of box.parts) {
      if (!isBox(part)) continue;
      const named = says(part, Says.standfirst) && part.length < SMALL && part.linked * 2 < part.length;
      if (part.tag === "H1") add(part, "headline");
      else if (named && (head.length > 0 || HEADING.test(part.tag))) add(part, "standfirst");
      else if (visit(part)) return true;
    }
    return false;
  };
  visit(top);
  return head;
}

function linesOf(box: Box): Line[] {
  return box.parts.flatMap((part) => (isBox(part) ? linesOf(part) : [part]));
}

/** Whether two titles share most of their words: the document's title often adds the site's name. */
function sameWords(a: string, b: string): boolean {
  const set = new Set(b.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const own = a.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return own.length > 2 && own.filter((word) => set.has(word)).length >= own.length * 0.8;
}
