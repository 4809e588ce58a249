// Reads exported files back with somebody else's reader: a JSON Schema validator, a JSON-LD processor with
// the W3C's own context (tests/vendor/web-annotation), a CSV parser, CommonMark's own reader. Leaves out what they should hold.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import * as commonmark from "commonmark";
import { parse } from "csv-parse/sync";
import jsonld from "jsonld";
import { fromRoot } from "./paths";

/** The Web Annotation vocabulary. */
export const OA = "http://www.w3.org/ns/oa#";
/** Activity Streams, by the name that the annotation context has for it. */
export const AS = "http://www.w3.org/ns/activitystreams#";

/** An expanded node of JSON-LD. */
export type Node = Record<
  string,
  { "@value"?: unknown; "@type"?: string; "@id"?: string; "@list"?: Node[] }[]
> & {
  "@type": string[];
};

const json = (path: string) => JSON.parse(readFileSync(fromRoot(path), "utf8"));

/** What is wrong with a JSON export by its schema; empty where nothing is. */
export function faultsOfJson(file: unknown, schema = "export"): string[] {
  // The analysis' own schema is the engine's, made from its types.
  const ajv = new Ajv2020({
    strict: false,
    formats: {
      "date-time": (text: string) => !Number.isNaN(Date.parse(text)),
      uint32: { type: "number", validate: (n: number) => Number.isInteger(n) && n >= 0 && n < 2 ** 32 },
    },
  });
  ajv.addSchema(json("schema/analysis.schema.json"), "analysis.schema.json");
  ajv.addSchema(json("schema/comparison.schema.json"), "comparison.schema.json");
  const validate = ajv.compile(json(`schema/${schema}.schema.json`));
  validate(file);
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

/**
 * The page of annotations of a JSON-LD export, expanded by the Web Annotation context. Throws at a
 * property, type, motivation or purpose that the context does not define: the processor's safe mode knows
 * the first two, and the others stay what no name may be, an address without a scheme.
 */
export async function pageOf(text: string): Promise<Node> {
  const load = async (url: string) => {
    assert.equal(url, "http://www.w3.org/ns/anno.jsonld");
    return { document: json("tests/vendor/web-annotation/anno.jsonld"), documentUrl: url } as never;
  };
  const options = { documentLoader: load, safe: true } as never;
  const pages = (await jsonld.expand(JSON.parse(text), options)) as unknown as Node[];
  assert.equal(pages.length, 1);
  for (const [, id] of JSON.stringify(pages).matchAll(/"@id":"([^"]*)"/g)) assert.match(id ?? "", /^\w+:/);
  return pages[0] as Node;
}

/** The annotations of a JSON-LD export, expanded as in {@link pageOf}. */
export async function annotationsOf(text: string): Promise<Node[]> {
  return (await pageOf(text))[`${AS}items`]?.[0]?.["@list"] ?? [];
}

/** The lines of a CSV export, by the names of its columns. */
export function linesOf(text: string): Record<string, string>[] {
  return parse(text, { bom: true, columns: true });
}

/** A Markdown export as HTML. */
export function htmlOf(text: string): string {
  return new commonmark.HtmlRenderer({ safe: true }).render(new commonmark.Parser().parse(text));
}

/** The words that a reader of Markdown shows, a line a block. */
export function shownOf(text: string): string {
  const walker = new commonmark.Parser().parse(text).walker();
  let shown = "";
  for (let step = walker.next(); step; step = walker.next()) {
    if (step.entering) shown += step.node.literal ?? "";
    else if (step.node.type === "paragraph" || step.node.type === "heading") shown += "\n";
  }
  return shown;
}
