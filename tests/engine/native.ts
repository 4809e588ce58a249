// The engine as a program of this machine, and the nasty texts that it is given.

import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Analysis, Block } from "../../extension/src/analysis";
import { fromRoot } from "../harness/paths";

/** What the engine, compiled for this machine, says of the blocks. xtask says where it is. */
export function analyzeNatively(blocks: readonly Partial<Block>[]): Analysis {
  const program = process.env.ANALYZE;
  if (!program) throw new Error("ANALYZE is not set: start this through `cargo xtask test`");
  const run = spawnSync(program, { input: JSON.stringify(blocks), maxBuffer: 1 << 28, encoding: "utf8" });
  if (run.status !== 0) throw new Error(`the program ended with ${run.status}: ${run.stderr}`);
  return JSON.parse(run.stdout);
}

const answers = new Map<string, Analysis>();

/** The same with single floats, asked once for each text. */
export function natively(blocks: readonly Partial<Block>[]): Analysis {
  const key = JSON.stringify(blocks);
  let answer = answers.get(key);
  if (!answer) {
    answer = single(analyzeNatively(blocks));
    answers.set(key, answer);
  }
  return answer;
}

/** Confidences are single floats: JSON shortens them, JavaScript widens them. */
export function single(analysis: Analysis): Analysis {
  const attributions = analysis.attributions.map((a) => ({
    ...a,
    confidence: Math.fround(a.confidence),
    kind_confidence: Math.fround(a.kind_confidence),
  }));
  return { ...analysis, attributions };
}

/** Our own articles of tests/fixtures/labelled as blocks, by file. */
export function labelledTexts(): { name: string; blocks: { text: string }[] }[] {
  const folder = fromRoot("tests/fixtures/labelled");
  return readdirSync(folder).flatMap((name) => {
    // Marked text, a line of dashes, and what is right for it; what else lies there is no article.
    const [marked = "", labels] = readFileSync(join(folder, name), "utf8").split("\n---\n");
    if (labels === undefined) return [];
    const plain = marked.replace(/[[{<]\d+ |[\]}]|>(?= |$)/gm, "").replace(/^# /, "");
    return [{ name, blocks: plain.split("\n\n").map((text) => ({ text: text.trim() })) }];
  });
}

interface Entry extends Partial<Block> {
  text: string;
  /** Repeats the text. */
  repeat?: number;
  /** Repeats the block. */
  times?: number;
}

/** Every file of tests/fixtures/nasty as blocks, by name. tests/nasty.rs reads them alike. */
export function nastyTexts(): { name: string; blocks: { text: string; role?: Block["role"] }[] }[] {
  const folder = fromRoot("tests/fixtures/nasty");
  return readdirSync(folder).map((file) => {
    const { blocks } = JSON.parse(readFileSync(join(folder, file), "utf8")) as { blocks: Entry[] };
    return {
      name: basename(file, ".json"),
      blocks: blocks.flatMap(({ repeat = 1, times = 1, text, ...rest }) =>
        Array.from({ length: times }, () => ({ ...rest, text: text.repeat(repeat) })),
      ),
    };
  });
}
