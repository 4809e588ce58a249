// One door to all export formats: a name, a media type and the text of the file.

import { addressOf } from "../address";
import { toAnnotations } from "./annotations";
import { toCsv } from "./csv";
import { toJson } from "./json";
import { toMarkdown } from "./markdown";
import type { ExportInput } from "./rows";

export const FORMATS = ["markdown", "csv", "json", "annotations"] as const;
export type Format = (typeof FORMATS)[number];

const KINDS: Record<Format, { ending: string; type: string; write: (input: ExportInput) => string }> = {
  markdown: { ending: "md", type: "text/markdown", write: toMarkdown },
  csv: { ending: "csv", type: "text/csv", write: toCsv },
  json: { ending: "json", type: "application/json", write: toJson },
  annotations: { ending: "jsonld", type: "application/ld+json", write: toAnnotations },
};

/** The file for that format; its name carries site and day, never the title. */
export function exportAs(format: Format, input: ExportInput): { name: string; type: string; text: string } {
  const { ending, type, write } = KINDS[format];
  const site = (addressOf(input.url)?.hostname || "page").replace(/[^a-z0-9.-]/gi, "-");
  return {
    name: `ascribe-${site}-${input.time.toISOString().slice(0, 10)}.${ending}`,
    type,
    text: write(input),
  };
}
