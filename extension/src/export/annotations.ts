// W3C Web Annotations (JSON-LD), one for each attribution, motivation "classifying". Its words are found again by
// quote, with what stands around them in their paragraph. Positions are left out: the standard counts them in the
// text of the whole document, of which we read the article alone.

import type { Piece } from "../analysis";
import { ownOf } from "../own";
import { t } from "../words";
import { type ExportInput, type Row, rowsOf } from "./rows";

/** UTF-16 units kept before and after a quotation, enough to tell two apart. */
const AROUND = 32;

/** An annotation page. */
export function toAnnotations(input: ExportInput): string {
  const rows = rowsOf(input);
  const ids = new Map(rows.map((row) => [row.number, `urn:uuid:${crypto.randomUUID()}`]));
  const items = rows.map((row) => annotation(input, row, ids));
  const page = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: `urn:uuid:${crypto.randomUUID()}`,
    type: "AnnotationPage",
    partOf: {
      id: `urn:uuid:${crypto.randomUUID()}`,
      type: "AnnotationCollection",
      label: `${input.title} — ${t("machineMade")} ${t("lastLine")}`,
      total: items.length,
    },
    startIndex: 0,
    items,
  };
  return `${JSON.stringify(page, null, 2)}\n`;
}

function annotation(input: ExportInput, row: Row, ids: ReadonlyMap<number, string>): object {
  const a = row.attribution;
  const body = (purpose: string, value: string) => ({
    type: "TextualBody",
    purpose,
    format: "text/plain",
    value,
  });
  const words = (pieces: readonly Piece[]) =>
    stretches(pieces).map((piece) => ({
      type: "SpecificResource",
      source: input.url,
      selector: quote(input, piece),
    }));
  const saying = [...(row.cueFirst ? [row.cue, row.speaker] : [row.speaker, row.cue]), row.content];
  const others = [...(row.repliesTo === null ? [] : [row.repliesTo]), ...row.replies];
  return {
    id: ids.get(row.number),
    type: "Annotation",
    motivation: "classifying",
    created: input.time.toISOString(),
    generator: { id: "urn:ascribe", type: "Software", name: `Ascribe ${input.version}` },
    body: [
      body("classifying", a.kind),
      body("describing", `${row.heading} — ${row.speaker}${row.certainty ? ` (${row.certainty})` : ""}`),
      body("describing", saying.filter(Boolean).join(" ")),
      ...(row.target ? [body("identifying", row.target)] : []),
      ...ownOf(a, input.categories).map((index) => body("tagging", input.categories[index]?.name ?? "")),
      // The reporter's words, and whom they aim at, where they stand.
      ...words(a.cue).map((each) => ({ ...each, purpose: "describing" })),
      ...words(a.target?.span ?? []).map((each) => ({ ...each, purpose: "identifying" })),
      // What it answers, and what answers it, where that is among what was chosen.
      ...others.flatMap((other) => {
        const source = ids.get(other);
        return source ? [{ type: "SpecificResource", purpose: "linking", source }] : [];
      }),
      body("describing", `kind_confidence: ${row.sure}`),
      body("describing", `${t("paragraph")} ${row.paragraph}. ${t("machineMade")} ${t("lastLine")}`),
    ],
    target: words(a.content.length > 0 ? a.content : a.cue),
  };
}

/** One stretch a paragraph, from its first word to its last: several targets would be as many annotations. */
function stretches(pieces: readonly Piece[]): Piece[] {
  const found = new Map<number, Piece>();
  for (const { block, start, end } of pieces) {
    const known = found.get(block);
    if (!known) found.set(block, { block, start, end });
    else [known.start, known.end] = [Math.min(known.start, start), Math.max(known.end, end)];
  }
  return [...found.values()];
}

function quote({ blocks }: ExportInput, { block, start, end }: Piece): object {
  const text = blocks[block]?.text ?? "";
  return {
    type: "TextQuoteSelector",
    exact: text.slice(start, end),
    prefix: whole(text.slice(Math.max(0, start - AROUND), start)),
    suffix: whole(text.slice(end, end + AROUND)),
  };
}

/** Without half a surrogate pair at either end. */
function whole(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, "");
}
