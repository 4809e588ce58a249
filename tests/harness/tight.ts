// A package whose engine may take little memory, so that a long article makes it trap as it would
// where a machine has none left. Differs from what ships in one number: the most pages of its memory.

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const MEMORY_SECTION = 5;
/** Bytes of the magic number and the version, before the first section. */
const HEADER = 8;

/** Lets the engine of that package grow by so many pages of 64 KiB, and no more. */
export async function tighten(folder: string, pages: number): Promise<void> {
  const path = join(folder, "ascribe_bg.wasm");
  const wasm = await readFile(path);
  let at = HEADER;
  while (at < wasm.length) {
    const id = wasm[at];
    const [size, body] = unsigned(wasm, at + 1);
    if (id === MEMORY_SECTION) {
      // One memory: its flags, then the pages that it has at first, then the most, where there is one.
      const [least] = unsigned(wasm, body + 2);
      const limits = [1, 1, ...leb(least), ...leb(least + pages)];
      const section = [MEMORY_SECTION, ...leb(limits.length), ...limits];
      await writeFile(
        path,
        Buffer.concat([wasm.subarray(0, at), Buffer.from(section), wasm.subarray(body + size)]),
      );
      return;
    }
    at = body + size;
  }
  throw new Error("the engine has no memory of its own");
}

/** The number at `at` (LEB128), and where what follows it begins. */
function unsigned(bytes: Uint8Array, at: number): [number, number] {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++] ?? 0;
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return [value, at];
  }
}

function leb(value: number): number[] {
  const low = value & 0x7f;
  return value > 0x7f ? [low | 0x80, ...leb(value >> 7)] : [low];
}
