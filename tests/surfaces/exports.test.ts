// What exports hold, each read back by somebody else's reader (harness/exported.ts). Leaves out the
// press of the button and the file that it leaves (e2e/exports.test.ts).

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, describe, it } from "node:test";
import en from "../../extension/_locales/en/messages.json";
import { cell } from "../../extension/src/export/csv";
import { exportAs, FORMATS } from "../../extension/src/export/export";
import { literal } from "../../extension/src/export/markdown";
import type { ExportInput } from "../../extension/src/export/rows";
import { speakFrom } from "../../extension/src/words";
import { AS, annotationsOf, faultsOfJson, linesOf, type Node, OA, pageOf } from "../harness/exported";
import { fromRoot } from "../harness/paths";
import { analysis, pageState } from "./fixture";

const page = pageState();
const XSD = "http://www.w3.org/2001/XMLSchema#";
const NOTE = "Machine-made: check against the original.";
const LAST = "A mark shows that someone said it, not that it is true.";

function input(more: Partial<ExportInput> = {}): ExportInput {
  return {
    url: "https://news.example/world/mackerel?a=1&b=2",
    title: "A title, with “quotes”, *stars* and\na new line",
    time: new Date("2026-03-04T05:06:07Z"),
    version: "1.2.3",
    blocks: page.blocks,
    analysis,
    chosen: analysis.attributions.map((_, i) => i),
    ...more,
  };
}

/** The sample with one speaker and one passage that a spreadsheet or Markdown could take for its own. */
function hostile(): ExportInput {
  const first = analysis.attributions[0];
  if (!first) throw new Error("the fixture is empty");
  const text = '=HYPERLINK("http://x.example","a"),\n**bold** <b>x</b> | [a](b) 😀 end';
  return input({
    blocks: [{ role: "body", text }],
    analysis: {
      ...analysis,
      actors: analysis.actors.map((actor, i) => (i === 0 ? { ...actor, name: '+cmd|" /C calc"!A0' } : actor)),
      attributions: [
        {
          ...first,
          source: [],
          cue: [],
          replies: [],
          content: [{ block: 0, start: 0, end: text.length }],
          target: null,
        },
      ],
    },
    chosen: [0],
  });
}

before(() => speakFrom(en, "en"));

describe("exports", () => {
  for (const format of FORMATS) {
    it(`${format} carries address, time, version, exact words and what it is not`, () => {
      const { text } = exportAs(format, input({ title: "T" }));
      const words = ["news.example/world/mackerel", "1.2.3", NOTE, LAST, "hiding mackerel catches"];
      for (const part of words) assert.ok(text.includes(part), `${format} lacks ${part}`);
      assert.match(text, /2026-03-04T05:06:07|March 4, 2026/);
    });

    it(`${format} holds only what was chosen`, () => {
      const { text } = exportAs(format, input({ chosen: [5] }));
      assert.ok(text.includes("hiding any catches"));
      if (format !== "json") assert.ok(!text.includes("a compromise was within reach"));
    });
  }

  it("the file's name has site, day and ending, and nothing of the title", () => {
    assert.deepEqual(
      FORMATS.map((format) => exportAs(format, input()).name),
      ["md", "csv", "json", "jsonld"].map((ending) => `ascribe-news.example-2026-03-04.${ending}`),
    );
    assert.equal(exportAs("csv", input({ url: "about:blank" })).name, "ascribe-page-2026-03-04.csv");
  });
});

describe("JSON", () => {
  it("validates, and what is not ours does not", () => {
    const { text } = exportAs("json", input());
    assert.deepEqual(faultsOfJson(JSON.parse(text)), []);
    assert.notDeepEqual(faultsOfJson({ ...JSON.parse(text), format: "other" }), []);
    const file = JSON.parse(text);
    file.analysis.attributions[0].kind = "rumour"; // no kind of ours
    assert.notDeepEqual(faultsOfJson(file), []);
  });

  it("its pieces cut the exact words out of its blocks", () => {
    const file = JSON.parse(exportAs("json", input()).text);
    const [{ block, start, end }] = file.analysis.attributions[9].content;
    assert.equal(file.blocks[block].text.slice(start, end), "2,000 jobs could be lost if the talks collapse");
  });
});

describe("Web Annotations", () => {
  const items = (made: ExportInput) => annotationsOf(exportAs("annotations", made).text);

  it("the W3C's own context defines every term, with the types of its values", async () => {
    const page = await pageOf(exportAs("annotations", input()).text);
    assert.deepEqual(page["@type"], [`${AS}OrderedCollectionPage`]);
    assert.deepEqual(page[`${AS}startIndex`], [{ "@type": `${XSD}nonNegativeInteger`, "@value": 0 }]);
    const whole = page[`${AS}partOf`]?.[0] as unknown as Node;
    assert.deepEqual(whole["@type"], [`${AS}OrderedCollection`]);
    assert.equal(whole[`${AS}totalItems`]?.[0]?.["@value"], analysis.attributions.length);
    const list = page[`${AS}items`]?.[0]?.["@list"] ?? [];
    assert.equal(list.length, analysis.attributions.length);
    for (const item of list) {
      assert.deepEqual(item["@type"], [`${OA}Annotation`]);
      assert.deepEqual(item[`${OA}motivatedBy`], [{ "@id": `${OA}classifying` }]);
      assert.deepEqual(item["http://purl.org/dc/terms/created"], [
        { "@type": `${XSD}dateTime`, "@value": "2026-03-04T05:06:07.000Z" },
      ]);
      const generator = item[`${AS}generator`]?.[0] as unknown as Node;
      assert.deepEqual(generator["@type"], [`${AS}Application`]);
      const bodies = item[`${OA}hasBody`] as unknown as Node[];
      assert.deepEqual(
        bodies.map((body) => [body["@type"][0], body[`${OA}hasPurpose`]?.[0]?.["@id"]]),
        ["classifying", "describing", "describing"].map((purpose) => [`${OA}TextualBody`, `${OA}${purpose}`]),
      );
      for (const target of item[`${OA}hasTarget`] as unknown as Node[]) {
        assert.deepEqual(target["@type"], [`${OA}SpecificResource`]);
        assert.deepEqual(target[`${OA}hasSource`], [{ "@id": input().url }]);
        const selectors = target[`${OA}hasSelector`] as unknown as Node[];
        assert.deepEqual(
          selectors.map((selector) => selector["@type"][0]),
          [`${OA}TextQuoteSelector`, `${OA}TextPositionSelector`],
        );
        for (const edge of ["start", "end"]) {
          assert.equal(selectors[1]?.[OA + edge]?.[0]?.["@type"], `${XSD}nonNegativeInteger`);
        }
      }
    }
  });

  it("each name it comes to is one of the published vocabularies", async () => {
    // The vocabularies themselves, as data: one statement a line, its subject first.
    const published = ["oa", "as"].flatMap((name) =>
      readFileSync(fromRoot(`node_modules/@vocabulary/${name}/${name}.nq`), "utf8")
        .split("\n")
        // The annotation context names Activity Streams by http, its vocabulary by https.
        .map((line) => line.split(" ")[0]?.replace(/^<https?:(.*)>$/, "http:$1")),
    );
    const expanded = JSON.stringify(await pageOf(exportAs("annotations", input()).text));
    const names = new Set(expanded.match(/http:\/\/www\.w3\.org\/ns\/(oa|activitystreams)#\w+/g));
    assert.ok(names.size > 20);
    assert.deepEqual(
      [...names].filter((name) => !published.includes(name)),
      [],
    );
  });

  for (const [what, written, wrong] of [
    ["a property", '"exact":', '"exactly":'],
    ["a type", '"TextQuoteSelector"', '"TextQuotationSelector"'],
    ["a motivation", '"motivation": "classifying"', '"motivation": "classing"'],
    ["a purpose", '"purpose": "describing"', '"purpose": "description"'],
    ["a class", '"AnnotationCollection"', '"Annotations"'],
  ] as const) {
    it(`${what} that the context does not define is refused`, async () => {
      const { text } = exportAs("annotations", input());
      assert.ok(text.includes(written));
      await assert.rejects(annotationsOf(text.replace(written, wrong)));
    });
  }

  it("quote and position point at the same words, counted in code points", async () => {
    const text = (more: ExportInput) => [...more.blocks.map((block) => block.text).join("\n")];
    for (const made of [input(), hostile()]) {
      for (const item of await items(made)) {
        const target = item[`${OA}hasTarget`]?.[0] as unknown as Node;
        const [quote, position] = target[`${OA}hasSelector`] as unknown as [Node, Node];
        const value = (node: Node, name: string) => node[`${OA}${name}`]?.[0]?.["@value"];
        const points = text(made);
        const [start, end] = [Number(value(position, "start")), Number(value(position, "end"))];
        assert.equal(points.slice(start, end).join(""), value(quote, "exact"));
        const before = points.slice(0, start).join("");
        assert.ok(before.endsWith(String(value(quote, "prefix"))));
        assert.ok(
          points
            .slice(end)
            .join("")
            .startsWith(String(value(quote, "suffix"))),
        );
      }
    }
  });
});

describe("CSV", () => {
  const read = (made: ExportInput): Record<string, string>[] => linesOf(exportAs("csv", made).text);

  it("a parser gives back every line and every word", () => {
    const rows = read(input());
    assert.equal(rows.length, analysis.attributions.length);
    assert.equal(rows[4]?.exact_words, "“The landing records do not match what our coastguard has seen,”");
    assert.equal(rows[0]?.title, input().title);
    assert.equal(rows[0]?.target, "Norway");
    assert.equal(rows[0]?.replies, "2");
    assert.equal(rows[1]?.replies_to, "1");
    assert.equal(rows[4]?.paragraph, "4");
  });

  it("no cell is a formula", () => {
    const [row] = read(hostile());
    assert.equal(row?.exact_words?.startsWith("'=HYPERLINK"), true);
    assert.equal(row?.speaker?.startsWith("'+cmd"), true);
    for (const start of ["=", "+", "-", "@", "\t", "\r", " =", "＝", "＠"]) {
      assert.match(cell(`${start}1`).replace(/^"/, ""), /^'/, JSON.stringify(start));
    }
    assert.equal(cell(-1), "-1");
    assert.equal(cell("a-b"), "a-b");
  });
});

describe("Markdown", () => {
  it("words of the page stay words", () => {
    assert.equal(literal("# a *b* [c](d) <e> `f` | g"), "\\# a \\*b\\* \\[c\\](d) \\<e\\> \\`f\\` \\| g");
    assert.equal(literal("1. one\n- two"), "\\1. one - two");
    const { text } = exportAs("markdown", hostile());
    assert.ok(!text.includes("**bold**") && !text.includes("<b>"));
  });

  it("its address cannot end early", () => {
    assert.ok(
      exportAs("markdown", input({ url: "https://a.example/x>y" })).text.includes(
        "<https://a.example/x%3Ey>",
      ),
    );
  });
});
