// The options of a harness program, as xtask passes them on. Leaves out their help: xtask prints it.

import { parseArgs } from "node:util";
import { KINDS, type Kind } from "./browsers";

/** `--name value` pairs, `--flag`s and the rest. Fails on what is not declared. */
export function options<N extends string>(names: readonly N[], flags: readonly string[] = []) {
  const parsed = parseArgs({
    allowPositionals: true,
    options: Object.fromEntries([
      ...names.map((name) => [name, { type: "string" as const }]),
      ...flags.map((name) => [name, { type: "boolean" as const }]),
    ]),
  });
  const values: Record<string, unknown> = parsed.values;
  return {
    get: (name: N): string | undefined => values[name] as string | undefined,
    has: (flag: string): boolean => values[flag] === true,
    rest: parsed.positionals,
  };
}

/** The value of `--browser`, or both. */
export function kindsFrom(value: string | undefined): readonly Kind[] {
  return value ? KINDS.filter((kind) => kind === value) : KINDS;
}
