// CSV after RFC 4180, one attribution a line. A cell that a spreadsheet would run as a formula gets
// an apostrophe before it: the words are a stranger's.

import { t } from "../words";
import { type ExportInput, rowsOf } from "./rows";

const COLUMNS = [
  "number",
  "paragraph",
  "kind",
  "kind_confidence",
  "form",
  "speaker",
  "how_worked_out",
  "through",
  "source_kind",
  "target",
  "source_words",
  "cue_words",
  "exact_words",
  "replies_to",
  "replies",
  "categories",
  "url",
  "title",
  "time",
  "version",
  "note",
] as const;

/** With a byte order mark (spreadsheets take the text for Latin-1 without it) and CRLF. */
export function toCsv(input: ExportInput): string {
  const page = [
    input.url,
    input.title,
    input.time.toISOString(),
    input.version,
    `${t("machineMade")} ${t("lastLine")}`,
  ];
  const lines = rowsOf(input).map((row) => [
    row.number,
    row.paragraph,
    row.attribution.kind,
    Number(row.sure),
    row.attribution.form,
    row.speaker,
    row.certainty,
    row.through,
    row.attribution.source_kind,
    row.target,
    row.source,
    row.cue,
    row.content,
    row.repliesTo ?? "",
    row.replies.join(" "),
    row.own,
    ...page,
  ]);
  return `\uFEFF${[COLUMNS, ...lines].map((cells) => `${cells.map(cell).join(",")}\r\n`).join("")}`;
}

/** One cell: quoted where it must be, and never a formula. */
export function cell(value: string | number): string {
  let text = String(value);
  // White space before the sign does not stop a spreadsheet; nor do the full-width signs.
  if (typeof value === "string" && /^\s*[=+\-@＝＋－＠]|^[\t\r]/u.test(text)) text = `'${text}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
