// The text that is measured on: our own, of news, varied by number. Leaves out measuring.

import type { Block } from "../../extension/src/analysis";
import { SAMPLE } from "../../extension/src/sample";

/** Blocks of about so many words; another `variant` gives other names and numbers. */
export function newsText(words: number, variant = 1): Block[] {
  const blocks: Block[] = [];
  for (let have = 0, at = 0; have < words; at++) {
    const { text } = SAMPLE[at % SAMPLE.length] as Block;
    const number = at * 7 + variant;
    blocks.push({
      role: "body",
      text: `${text} That was entry ${number} of the log of harbour ${number % 97}.`,
    });
    have += text.split(/\s+/).length + 11;
  }
  return blocks;
}
