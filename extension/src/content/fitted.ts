// Which of the reader's own categories each statement fits: asked of the engine again whenever an answer, a correction
// or a category is new, and never of the text. Leaves out what they look like.

import type { Analysis } from "../analysis";
import { readCategorizeReply } from "../checks";
import { type Settings, specsOf } from "../settings";
import type { Reading } from "./reading";
import type { World } from "./world";

interface Answer {
  /** The categories that it is about. */
  about: string;
  /** The analysis with them; as it was until there is an answer, and where there is none. */
  analysis: Analysis;
  partly: readonly number[];
}

export interface Fitted {
  /** The analysis of a reading, corrected and with what it fits; null where there is none. */
  shown(reading: Reading): Analysis | null;
  /** Categories that took so long that not every statement was looked at. */
  partly(reading: Reading): readonly number[];
  /** Asks about what is not known yet; true when an answer changed what is shown. */
  ask(readings: readonly Reading[]): Promise<boolean>;
}

export function createFitted(
  world: Pick<World, "categorize">,
  corrected: (reading: Reading) => Analysis | null,
  settings: () => Settings,
): Fitted {
  const answers = new WeakMap<Analysis, Answer>();

  function known(reading: Reading): Answer | null {
    const analysis = corrected(reading);
    return (analysis && settings().categories.length > 0 && answers.get(analysis)) || null;
  }

  async function askOne({ analysed }: Reading, analysis: Analysis): Promise<boolean> {
    const categories = specsOf(settings().categories);
    const about = JSON.stringify(categories);
    const before = answers.get(analysis);
    if (before?.about === about) return false;
    const pending = { about, analysis: before?.analysis ?? analysis, partly: [] };
    answers.set(analysis, pending);
    const given = await world.categorize({ type: "categorize", blocks: [...analysed], analysis, categories });
    // Another question was asked since.
    if (answers.get(analysis) !== pending) return false;
    const reply = readCategorizeReply(given, analysis.attributions.length, categories.length);
    const attributions = analysis.attributions.map((a, i) => ({ ...a, categories: reply?.fits[i] ?? [] }));
    answers.set(analysis, { about, analysis: { ...analysis, attributions }, partly: reply?.partly ?? [] });
    return true;
  }

  return {
    shown: (reading) => known(reading)?.analysis ?? corrected(reading),
    partly: (reading) => known(reading)?.partly ?? [],
    async ask(readings) {
      if (settings().categories.length === 0) return false;
      const asked = readings.map((reading) => {
        const analysis = corrected(reading);
        return analysis && askOne(reading, analysis);
      });
      return (await Promise.all(asked)).some(Boolean);
    },
  };
}
