// Reads exported files back with somebody else's reader: a JSON Schema validator, a JSON-LD processor, a
// CSV parser. anno-terms.json holds, in our own writing, those terms of the Web Annotation vocabulary
// that we use; in safe mode the processor refuses every other. Leaves out what they should hold.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "csv-parse/sync";
import jsonld from "jsonld";
import { fromRoot } from "./paths";

/** The Web Annotation vocabulary. */
export const OA = "http://www.w3.org/ns/oa#";

/** An expanded node of JSON-LD. */
export type Node = Record<string, { "@value"?: unknown; "@id"?: string; "@list"?: Node[] }[]> & {
  "@type": string[];
};

const json = (path: string) => JSON.parse(readFileSync(fromRoot(path), "utf8"));

/** Our own terms, by their short names. */
export const terms: { "@context": Record<string, string | Record<string, string>> } = json(
  "tests/harness/anno-terms.json",
);

/** What is wrong with a JSON export by its schema; empty where nothing is. */
export function faultsOfJson(file: unknown): string[] {
  // The analysis' own schema is the engine's, made from its types.
  const ajv = new Ajv2020({
    strict: false,
    formats: {
      "date-time": (text: string) => !Number.isNaN(Date.parse(text)),
      uint32: { type: "number", validate: (n: number) => Number.isInteger(n) && n >= 0 && n < 2 ** 32 },
    },
  });
  ajv.addSchema(json("schema/analysis.schema.json"), "analysis.schema.json");
  const validate = ajv.compile(json("schema/export.schema.json"));
  validate(file);
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

/** The annotations of a JSON-LD export, expanded; throws at a term that is not among ours. */
export async function annotationsOf(text: string): Promise<Node[]> {
  const load = async (url: string) => {
    assert.equal(url, "http://www.w3.org/ns/anno.jsonld");
    return { document: terms, documentUrl: url } as never;
  };
  const options = { documentLoader: load, safe: true } as never;
  const [page] = (await jsonld.expand(JSON.parse(text), options)) as unknown as Node[];
  return page?.["http://www.w3.org/ns/activitystreams#items"]?.[0]?.["@list"] ?? [];
}

/** The lines of a CSV export, by the names of its columns. */
export function linesOf(text: string): Record<string, string>[] {
  return parse(text, { bom: true, columns: true });
}
