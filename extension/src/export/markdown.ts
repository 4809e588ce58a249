// Markdown: for notes, class and mail. What the article says is escaped, so that it stays text. Bullets and not
// numbers: what is chosen keeps its number in the article, which a numbered list would count anew.

import { addressOf } from "../address";
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
    `${link(input.url)}  `,
    literal(`${day} · Ascribe ${input.version}`),
    "",
    `**${literal(t("machineMade"))}** ${literal(t("lastLine"))}`,
    "",
    ...rows.flatMap(entry),
  ].join("\n");
}

/** `- **#5 Denial** — Norway *has denied* hiding any catches`, and under it what is known besides. */
function entry(row: Row): string[] {
  const cue = row.cue && `*${literal(row.cue)}*`;
  const who = literal(row.speaker);
  const saying = [...(row.cueFirst ? [cue, who] : [who, cue]), literal(row.content)]
    .filter(Boolean)
    .join(" ");
  const how = row.certainty === row.speaker ? "" : row.certainty;
  const line = (label: string, value: string) => (value ? [`  - ${literal(label)}: ${literal(value)}`] : []);
  const links = [row.repliesTo, ...row.replies].filter((n) => n !== null).map((n) => `#${n}`);
  return [
    `- **#${row.number} ${literal(row.heading)}** — ${saying}`,
    ...line(t("whoSaysSo"), how),
    ...line(t("through"), row.through),
    ...line(t("alsoIn"), row.own),
    ...line(t("paragraph"), String(row.paragraph)),
    ...line(t("kindSure"), row.sure),
    ...line(t(row.repliesTo === null ? "replyHere" : "answers"), links.join(", ")),
  ];
}

/** Text that Markdown shows as it is. Line ends become spaces. */
export function literal(text: string): string {
  return (
    text
      .replace(/\s+/g, " ")
      .trim()
      .replace(/[\\`*_{}[\]<>#|~&]/g, "\\$&")
      // A digit takes no backslash: the point or bracket after it does.
      .replace(/^([-+=])/, "\\$1")
      .replace(/^(\d+)([.)])/, "$1\\$2")
  );
}

/** An address as a link to itself, already encoded as the browser has it; as text where it is none. */
function link(url: string): string {
  const address = addressOf(url)?.href;
  return address ? `<${address.replace(/[<>\s]/g, encodeURIComponent)}>` : literal(url);
}
