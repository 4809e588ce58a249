// JSON: the engine's own analysis with the text that its pieces point into, and where it is from.
// Its schema is schema/export.schema.json.

import type { Analysis, Block, CategorySpec } from "../analysis";
import { specsOf } from "../settings";
import { t } from "../words";
import type { ExportInput } from "./rows";

/** What a JSON export holds. Pieces are UTF-16 code units within a block's text, end-exclusive. */
export interface ExportFile {
  format: "ascribe-export";
  /** Grows when the shape changes. */
  formatVersion: 1;
  generator: { name: "Ascribe"; version: string };
  /** The page: `time` is when it was read, ISO 8601. */
  source: { url: string; title: string; time: string };
  note: string;
  /** Indices into `analysis.attributions` of what was shown when it was exported. */
  chosen: number[];
  /** The reader's own categories, which `categories` of each attribution are indices into. */
  categories: (CategorySpec & { name: string })[];
  blocks: Block[];
  analysis: Analysis;
}

export function toJson(input: ExportInput): string {
  const file: ExportFile = {
    format: "ascribe-export",
    formatVersion: 1,
    generator: { name: "Ascribe", version: input.version },
    source: { url: input.url, title: input.title, time: input.time.toISOString() },
    note: `${t("machineMade")} ${t("lastLine")}`,
    chosen: [...input.chosen],
    categories: specsOf(input.categories).map((spec, i) => ({
      name: input.categories[i]?.name ?? "",
      ...spec,
    })),
    blocks: [...input.blocks],
    analysis: input.analysis,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
