// A comparison as a file: Markdown to read, CSV of the voices, JSON of everything. Each carries the addresses, the
// time, the version, and what the page says at its end. Leaves out what is shown (app.tsx).

import type { Comparison } from "../comparison";
import { cueOf, kindInWords, speakerName, wordsOf } from "../describe";
import { cell } from "../export/csv";
import { literal } from "../export/markdown";
import { GROUPS } from "../kinds";
import { language, t } from "../words";
import { attributionAt, type Beside, presentIn, readingOf } from "./beside";
import { answeredOnly, headingOf } from "./charges";
import type { Kept } from "./kept";
import { nameOf } from "./places";
import { quoteAlike, speakerOf } from "./same";

export const COMPARE_FORMATS = ["markdown", "csv", "json"] as const;
export type CompareFormat = (typeof COMPARE_FORMATS)[number];

export interface CompareInput {
  beside: Beside;
  /** Rows of voices wanted, as indices. */
  shown: readonly number[];
  time: Date;
  /** Version of the extension. */
  version: string;
}

const KINDS: Record<CompareFormat, { ending: string; type: string; write: (input: CompareInput) => string }> =
  {
    markdown: { ending: "md", type: "text/markdown", write: toMarkdown },
    csv: { ending: "csv", type: "text/csv", write: toCsv },
    json: { ending: "json", type: "application/json", write: toJson },
  };

/** The file for that format; its name carries the day, never a title or a site. */
export function exportComparison(format: CompareFormat, input: CompareInput) {
  const { ending, type, write } = KINDS[format];
  const name = `ascribe-comparison-${input.time.toISOString().slice(0, 10)}.${ending}`;
  return { name, type, text: write(input) };
}

function note(): string {
  return `${t("machineMade")} ${t("compareReminder")} ${t("lastLine")}`;
}

function toMarkdown({ beside, shown, time, version }: CompareInput): string {
  const { chosen, comparison } = beside;
  const day = new Intl.DateTimeFormat(language(), { dateStyle: "long", timeStyle: "short" }).format(time);
  const titles = chosen.map(({ title, url }, i) => [
    `${i + 1}. ${literal(title)}  `,
    `   <${url.replaceAll(">", "%3E").replaceAll("<", "%3C")}>`,
  ]);
  const voices = shown.flatMap((row) => {
    const voice = comparison.voices[row];
    if (!voice) return [];
    const amounts = voice.counts.map((counts) => {
      const parts = GROUPS.filter((group) => counts[group] > 0);
      return parts.map((group) => `${t(`group_${group}`)} ${counts[group]}`).join(", ") || "–";
    });
    return [`| ${[voice.name, ...amounts].map(literal).join(" | ")} |`];
  });
  const head = [t("compareVoice"), ...chosen.map((_, i) => nameOf(chosen, i))].map(literal);
  const line = (account: number, index: number) => {
    const a = attributionAt(beside, { account, index });
    if (!a) return [];
    const reading = readingOf(beside, account);
    const cue = cueOf(a, reading.blocks);
    const said = [
      speakerName(reading, a),
      kindInWords(reading, a),
      `${t("kindSure")}: ${a.kind_confidence.toFixed(2)}`,
      cue && t("quoted", cue),
      wordsOf(a.content, reading.blocks),
    ];
    return [`- ${account + 1}: ${said.filter(Boolean).map(literal).join(" — ")}`];
  };
  const charges = comparison.charges.flatMap((charge) => [
    `### ${literal(headingOf(beside, charge))}`,
    "",
    ...[answeredOnly(beside, charge)].filter(Boolean).flatMap((words) => [`**${literal(words)}**`, ""]),
    ...charge.sides.flatMap(({ account, accusations, replies, denials, state }) => [
      ...[...accusations, ...replies, ...denials].flatMap((index) => line(account, index)),
      ...(state === "none_found" ? [`- ${account + 1}: ${literal(noReply(chosen, account))}`] : []),
    ]),
    "",
  ]);
  const same = comparison.same.flatMap((one) => [
    `### ${literal(speakerOf(beside, one))}`,
    "",
    ...one.statements.flatMap(({ account, index }) => line(account, index)),
    ...one.quotations
      .filter((quotations) => !quoteAlike(quotations))
      .flatMap(({ left, right, runs }) =>
        [
          { account: left.account, of: runs.map((run) => ({ run, pieces: run.left })) },
          { account: right.account, of: runs.map((run) => ({ run, pieces: run.right })) },
        ].map(({ account, of }) => {
          const { blocks } = readingOf(beside, account);
          const words = of.flatMap(({ run, pieces }) => {
            const text = literal(wordsOf(pieces, blocks));
            if (text === "") return [];
            return [run.change === "same" ? text : `**${text}**`];
          });
          return `  - ${literal(t("quotedIn", nameOf(chosen, account)))}: ${words.join(" ")}`;
        }),
      ),
    "",
  ]);
  return [
    `# ${literal(t("compareTitle"))}`,
    "",
    ...titles.flat(),
    "",
    `${literal(day)} · Ascribe ${literal(version)}`,
    "",
    `**${literal(note())}**`,
    "",
    `## ${literal(t("compareVoices"))}`,
    "",
    `| ${head.join(" | ")} |`,
    `|${" --- |".repeat(head.length)}`,
    ...voices,
    "",
    `## ${literal(t("tab_exchanges"))}`,
    "",
    ...charges,
    `## ${literal(t("compareSame"))}`,
    "",
    ...same,
  ].join("\n");
}

function noReply(chosen: readonly Kept[], account: number): string {
  return t(chosen[account]?.cut ? "cutNoReply" : "noReplyFound");
}

/** One voice a line: in which articles it was found, and how much of what in each. */
function toCsv({ beside, shown, time, version }: CompareInput): string {
  const { chosen, comparison } = beside;
  const columns = chosen.flatMap((_, i) => GROUPS.map((group) => `${group}_${i + 1}`));
  const sources = chosen.map((_, i) => `url_${i + 1}`);
  const head = ["voice", "named", "kind", "found_in", ...columns, ...sources, "time", "version", "note"];
  const lines = shown.flatMap((row) => {
    const voice = comparison.voices[row];
    if (!voice) return [];
    return [
      [
        voice.name,
        String(voice.named),
        voice.kind,
        presentIn(voice)
          .map((i) => i + 1)
          .join(" "),
        ...voice.counts.flatMap((counts) => GROUPS.map((group) => counts[group])),
        ...chosen.map(({ url }) => url),
        time.toISOString(),
        version,
        note(),
      ],
    ];
  });
  return `\uFEFF${[head, ...lines].map((cells) => `${cells.map(cell).join(",")}\r\n`).join("")}`;
}

/** What a JSON export holds; its schema is schema/comparison-export.schema.json. */
export interface ComparisonFile {
  format: "ascribe-comparison";
  /** Grows when the shape changes. */
  formatVersion: 1;
  generator: { name: "Ascribe"; version: string };
  time: string;
  note: string;
  /** The articles with the attributed words alone; indices of the comparison count them. */
  articles: Omit<Kept, "id" | "tab" | "private">[];
  comparison: Comparison;
}

function toJson({ beside, time, version }: CompareInput): string {
  const file: ComparisonFile = {
    format: "ascribe-comparison",
    formatVersion: 1,
    generator: { name: "Ascribe", version },
    time: time.toISOString(),
    note: note(),
    articles: beside.chosen.map(({ id: _, tab: _tab, private: _private, ...kept }) => kept),
    comparison: beside.comparison,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
