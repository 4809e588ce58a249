// Markdown: for notes, class and mail. What the article says is escaped, so that it stays text.

import { kindName } from "../describe";
import { language, t } from "../words";
import { type ExportInput, type Row, rowsOf } from "./rows";

export function toMarkdown(input: ExportInput): string {
  const rows = rowsOf(input);
  const day = new Intl.DateTimeFormat(language(), { dateStyle: "long", timeStyle: "short" }).format(
    input.time,
  );
  return [
    `# ${literal(input.title)}`,
    "",
    `<${encodeURI(decodeSafely(input.url)).replaceAll(">", "%3E")}>  `,
    `${literal(day)} · Ascribe ${literal(input.version)}`,
    "",
    `**${literal(t("machineMade"))}** ${literal(t("lastLine"))}`,
    "",
    ...rows.flatMap(entry),
  ].join("\n");
}

function entry(row: Row): string[] {
  const kind = kindName(row.attribution.kind);
  const heading = row.target ? t("cardHeadingTarget", kind, row.target) : kind;
  const who =
    row.certainty && row.certainty !== row.speaker ? `${row.speaker} (${row.certainty})` : row.speaker;
  const line = (label: string, value: string) => (value ? [`   - ${literal(label)}: ${literal(value)}`] : []);
  const links = [row.repliesTo, ...row.replies].filter((n) => n !== null).map((n) => `#${n}`);
  return [
    `${row.number}. **${literal(heading)}** — ${literal(who)}`,
    ...line(t("through"), row.through),
    ...line(t("says"), row.content),
    ...line(t("wordsUsed"), row.cue),
    ...line(t("paragraph"), String(row.paragraph)),
    ...line(t(row.repliesTo === null ? "replyHere" : "answers"), links.join(", ")),
    "",
  ];
}

/** Text that Markdown shows as it is. Line ends become spaces. */
export function literal(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_{}[\]<>#|~&]/g, "\\$&")
    .replace(/^([-+=]|\d+[.)])/, "\\$1");
}

/** An address that is already encoded must not be encoded twice. */
function decodeSafely(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
