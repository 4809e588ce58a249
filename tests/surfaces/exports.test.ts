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
import {
  AS,
  annotationsOf,
  faultsOfJson,
  htmlOf,
  linesOf,
  type Node,
  OA,
  pageOf,
  shownOf,
} from "../harness/exported";
import { fromRoot } from "../harness/paths";
import { analysis, pageState } from "./fixture";

const page = pageState();
const XSD = "http://www.w3.org/2001/XMLSchema#";
const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
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
    categories: [],
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

    it(`${format} carries how likely the kind is, and says where it is only likely`, () => {
      const attributions = analysis.attributions.map((a) => ({ ...a, kind_confidence: 0.5625 }));
      const { text } = exportAs(format, input({ analysis: { ...analysis, attributions } }));
      const said = format === "markdown" ? shownOf(text) : text;
      assert.equal(said.match(/0\.56/g)?.length, attributions.length);
      if (format === "markdown" || format === "annotations")
        assert.match(text, /Accusation \(probably\) → Norway/);
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
      for (const body of bodies) {
        assert.ok([`${OA}TextualBody`, `${OA}SpecificResource`].includes(body["@type"][0] ?? ""));
        assert.equal(body[`${OA}hasPurpose`]?.length, 1);
      }
      for (const target of item[`${OA}hasTarget`] as unknown as Node[]) {
        assert.deepEqual(target["@type"], [`${OA}SpecificResource`]);
        assert.deepEqual(target[`${OA}hasSource`], [{ "@id": input().url }]);
        const selectors = target[`${OA}hasSelector`] as unknown as Node[];
        assert.deepEqual(
          selectors.map((selector) => selector["@type"][0]),
          [`${OA}TextQuoteSelector`],
        );
      }
    }
  });

  it("carries who, cue and words, the cue's place, whom it aims at, and what it answers", async () => {
    const [accusation, denial] = await items(input());
    const bodies = (item: Node | undefined) => item?.[`${OA}hasBody`] as unknown as Node[];
    const purpose = (body: Node) => body[`${OA}hasPurpose`]?.[0]?.["@id"]?.slice(OA.length);
    const values = (item: Node | undefined, of: string) =>
      bodies(item)
        .filter((body) => purpose(body) === of)
        .map((body) => {
          const selector = body[`${OA}hasSelector`]?.[0] as unknown as Node | undefined;
          return selector?.[`${OA}exact`]?.[0]?.["@value"] ?? body[`${RDF}value`]?.[0]?.["@value"];
        });
    assert.deepEqual(values(accusation, "describing").slice(1, 3), [
      "Iceland accuses hiding mackerel catches",
      "accuses",
    ]);
    assert.deepEqual(values(accusation, "identifying"), ["Norway", "Norway"]);
    const linked = (item: Node | undefined) =>
      bodies(item)
        .filter((body) => purpose(body) === "linking")
        .map((body) => body[`${OA}hasSource`]?.[0]?.["@id"]);
    assert.deepEqual(linked(accusation), [denial?.["@id"]]);
    assert.deepEqual(linked(denial), [accusation?.["@id"]]);
  });

  it("a split quotation is one annotation of one stretch; a reply that was not chosen is not linked", async () => {
    const first = analysis.attributions[0];
    const second = analysis.attributions[5];
    assert.ok(first && second);
    const [a, b] = [second.content[0], second.cue[0]];
    assert.ok(a && b);
    const attributions = [{ ...second, content: [b, a] }];
    const [item] = await items(input({ analysis: { ...analysis, attributions }, chosen: [0] }));
    const targets = item?.[`${OA}hasTarget`] as unknown as Node[];
    assert.equal(targets.length, 1);
    const selector = targets[0]?.[`${OA}hasSelector`]?.[0] as unknown as Node;
    assert.equal(selector[`${OA}exact`]?.[0]?.["@value"], "has denied hiding any catches");
    assert.ok(!JSON.stringify(item).includes("#linking"));
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

  it("quote and what stands around it are the paragraph's own words", async () => {
    for (const made of [input(), hostile()]) {
      const targets = (await items(made)).flatMap((item) => item[`${OA}hasTarget`] as unknown as Node[]);
      for (const target of targets) {
        const quote = target[`${OA}hasSelector`]?.[0] as unknown as Node;
        const [prefix, exact, suffix] = ["prefix", "exact", "suffix"].map(
          (name) => quote[`${OA}${name}`]?.[0]?.["@value"],
        );
        const around = `${prefix}${exact}${suffix}`;
        assert.ok(
          made.blocks.some(({ text }) => text.includes(around)),
          around,
        );
      }
    }
  });

  it("twice as many are twice the work", () => {
    const work = (count: number) => {
      const text = "The mayor said no. ".repeat(count);
      const first = analysis.attributions[0];
      assert.ok(first);
      const attributions = Array.from({ length: count }, (_, i) => ({
        ...first,
        cue: [],
        source: [],
        target: null,
        replies: [],
        content: [{ block: 0, start: i * 19, end: i * 19 + 17 }],
      }));
      const made = input({
        blocks: [{ role: "body", text }],
        analysis: { ...analysis, attributions },
        chosen: attributions.map((_, i) => i),
      });
      return handedOut(() => exportAs("annotations", made));
    };
    const [once, twice] = [work(500), work(1000)];
    assert.ok(once > 500 * 17, "nothing was counted");
    assert.ok(twice <= once * 2.1, `${once}, then ${twice}`);
  });
});

/** UTF-16 units that strings gave out while that ran: by slices, and one after another. */
function handedOut(run: () => void): number {
  const { slice } = String.prototype;
  const walk = String.prototype[Symbol.iterator];
  let units = 0;
  String.prototype.slice = function (...range) {
    const part = slice.apply(this, range);
    units += part.length;
    return part;
  };
  String.prototype[Symbol.iterator] = function () {
    units += this.length;
    return walk.call(this);
  };
  try {
    run();
  } finally {
    String.prototype.slice = slice;
    String.prototype[Symbol.iterator] = walk;
  }
  return units;
}

describe("CSV", () => {
  const read = (made: ExportInput): Record<string, string>[] => linesOf(exportAs("csv", made).text);

  it("a parser gives back every line and every word", () => {
    const rows = read(input());
    assert.equal(rows.length, analysis.attributions.length);
    assert.equal(rows[4]?.exact_words, "“The landing records do not match what our coastguard has seen,”");
    assert.equal(rows[0]?.title, input().title);
    assert.equal(rows[0]?.target, "Norway");
    assert.equal(rows[0]?.kind_confidence, "1");
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
  it("words of the page stay words, as CommonMark shows them", () => {
    for (const words of [
      "# a *b* [c](d) <e> `f` | g &amp; ~h~",
      "0.1.0 is out",
      "24. November",
      "7) seven",
      "- two",
      "+ three",
      "= four",
      "a\\b \\* c",
      "1. one",
    ])
      assert.equal(shownOf(literal(words)).trim(), words);
    const shown = shownOf(exportAs("markdown", hostile()).text);
    assert.ok(shown.includes("**bold** <b>x</b> | [a](b) 😀 end"));
    assert.ok(shownOf(exportAs("markdown", input({ version: "0.1.0" })).text).includes("· Ascribe 0.1.0"));
  });

  it("its address is a link to the page, encoded once, and cannot end early", () => {
    for (const url of [
      "https://a.example/x?u=https%3A%2F%2Fb.example&v=50%25",
      "https://a.example/caf%C3%A9/%5Bx%5D",
      "https://a.example/x%3Ey",
    ]) {
      const html = htmlOf(exportAs("markdown", input({ url })).text);
      const [, href] = /<a href="([^"]*)">/.exec(html) ?? [];
      assert.equal(href?.replaceAll("&amp;", "&"), url);
    }
    const html = htmlOf(exportAs("markdown", input({ url: "https://a.example/x>y z" })).text);
    assert.ok(html.includes('href="https://a.example/x%3Ey%20z"'), html.slice(0, 300));
  });

  it("is one list, with as many items as were chosen, each with who, cue and words", () => {
    const many = Array.from({ length: 26 }, (_, i) => analysis.attributions[i % 18]).flatMap((a) =>
      a ? [{ ...a, replies: [], replies_to: null }] : [],
    );
    const made = input({ analysis: { ...analysis, attributions: many }, chosen: many.map((_, i) => i) });
    const html = htmlOf(exportAs("markdown", made).text);
    const outer = html.match(/^<ul>$/gm) ?? [];
    assert.equal(outer.length - (html.match(/<li>[^\n]*\n<ul>$/gm) ?? []).length, 1);
    assert.equal((html.match(/<li><strong>#\d+ /g) ?? []).length, 26);
    assert.ok(html.includes("<strong>#24 Denial</strong> — Norway <em>has denied</em> hiding any catches"));
    assert.ok(html.includes("— <em>according to</em> Study by the University of Bergen Mackerel stocks"));
  });

  it("what is chosen keeps its number, and answers by it", () => {
    const shown = shownOf(exportAs("markdown", input({ chosen: [3, 5] })).text);
    assert.match(shown, /#4 Accusation → Norway — Iceland accused under-reporting/);
    assert.match(
      shown,
      /#6 Denial — Norway has denied hiding any catches\nParagraph: 5\nHow sure[^\n]*: 1.00\nAnswers: #4/,
    );
  });
});
