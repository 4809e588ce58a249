// W3C Web Annotations (JSON-LD), one for each attribution, motivation "classifying". Each piece of
// the words is found again by quote (with 32 characters around it) and by position.

import type { Piece } from "../analysis";
import { kindName } from "../describe";
import { t } from "../words";
import { type ExportInput, type Row, rowsOf } from "./rows";

/** Characters kept before and after a quotation, enough to tell two apart. */
const AROUND = 32;

/** An annotation page. Positions are code points in the blocks' text joined with single newlines. */
export function toAnnotations(input: ExportInput): string {
  const text = joined(input);
  const items = rowsOf(input).map((row) => annotation(input, text, row));
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

interface Joined {
  text: string;
  /** Where each block begins, in UTF-16 code units. */
  starts: number[];
}

function joined({ blocks }: ExportInput): Joined {
  const starts: number[] = [];
  let text = "";
  for (const block of blocks) {
    if (starts.length > 0) text += "\n";
    starts.push(text.length);
    text += block.text;
  }
  return { text, starts };
}

function annotation(input: ExportInput, text: Joined, row: Row): object {
  const a = row.attribution;
  const kind = kindName(a.kind);
  const heading = row.target ? t("cardHeadingTarget", kind, row.target) : kind;
  const pieces = a.content.length > 0 ? a.content : a.cue;
  const body = (purpose: string, value: string) => ({
    type: "TextualBody",
    purpose,
    format: "text/plain",
    value,
  });
  return {
    id: `urn:uuid:${crypto.randomUUID()}`,
    type: "Annotation",
    motivation: "classifying",
    created: input.time.toISOString(),
    generator: { id: "urn:ascribe", type: "Software", name: `Ascribe ${input.version}` },
    body: [
      body("classifying", a.kind),
      body("describing", `${heading} — ${row.speaker}${row.certainty ? ` (${row.certainty})` : ""}`),
      body("describing", `${t("paragraph")} ${row.paragraph}. ${t("machineMade")} ${t("lastLine")}`),
    ],
    target: pieces.map((piece) => ({
      type: "SpecificResource",
      source: input.url,
      selector: selectors(text, piece),
    })),
  };
}

function selectors({ text, starts }: Joined, piece: Piece): object[] {
  const base = starts[piece.block] ?? 0;
  const [start, end] = [base + piece.start, base + piece.end];
  const points = (to: number) => [...text.slice(0, to)].length;
  return [
    {
      type: "TextQuoteSelector",
      exact: text.slice(start, end),
      prefix: whole(text.slice(Math.max(0, start - AROUND), start)),
      suffix: whole(text.slice(end, end + AROUND)),
    },
    { type: "TextPositionSelector", start: points(start), end: points(end) },
  ];
}

/** Without half a surrogate pair at either end. */
function whole(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, "");
}
