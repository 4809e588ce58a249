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
