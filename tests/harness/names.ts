// Every name that our scripts in pages use, read from the scripts as they ship: what a page could take away.

import { readFileSync } from "node:fs";
import { fromRoot } from "./paths";

/** Identifiers and words of the content scripts of a built package, each once. */
export function namesInScripts(): string[] {
  const texts = ["content.js", "content-main.js"].map((name) =>
    readFileSync(fromRoot(`dist/chrome/${name}`), "utf8"),
  );
  return [...new Set(texts.join("\n").match(/[A-Za-z_$][\w$]*/g))].filter((name) => name.length > 2).sort();
}
