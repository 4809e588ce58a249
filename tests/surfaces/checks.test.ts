// What comes by message is believed only in its own shape: a page, another extension or another version of us may be
// at the other end.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Analysis, Block } from "../../extension/src/analysis";
import {
  readAnalyzeReply,
  readCategorizeReply,
  readCheckReply,
  readCompareReply,
  readCorrectionsReply,
  readFindReply,
  readKeepReply,
  readOpenReply,
  readPageCommand,
  readPageState,
  readPanelCommand,
  readRequest,
} from "../../extension/src/checks";
import { readBasket } from "../../extension/src/compare/basket";
import { attribution } from "../harness/attribution";
import { basket, KEPT, TWO } from "./compare-fixture";

const BLOCKS: Block[] = [
  { text: "The mayor said so.", role: "body" },
  { text: "She denied it.", role: "body" },
];

const SAID = attribution({
  source: [{ block: 0, start: 0, end: 9 }],
  cue: [{ block: 0, start: 10, end: 14 }],
  content: [{ block: 0, start: 15, end: 17 }],
  source_kind: "person",
  actor: 0,
  resolution: "stated",
});

const CORRECTION = {
  id: "0123456789abcdef",
  changes: [{ type: "not_a_statement", passage: "0123456789abcdef" }],
};

function analysis(change: object = {}): Analysis {
  const actor = { name: "mayor", members: [] } as unknown as Analysis["actors"][number];
  return { attributions: [{ ...SAID, ...change }], actors: [actor], truncated: false, declined: null };
}

/** Values that are no message of anyone's. */
const NOTHING: unknown[] = [
  null,
  undefined,
  0,
  "analyze",
  true,
  [],
  [{ type: "load" }],
  {},
  { type: null },
  { type: {} },
];

const SPEC = { looks_for: "rent", pattern: false, place: "said", accents: false };

function refuses(read: (value: unknown) => unknown, values: unknown[]): void {
  for (const value of [...NOTHING, ...values]) assert.equal(read(value), null, JSON.stringify(value));
}

describe("messages", () => {
  it("requests are read in their own shape alone", () => {
    const good = [
      { type: "load" },
      { type: "open", tab: 3 },
      { type: "analyze", generation: 1, awaited: [1], blocks: BLOCKS },
      { type: "style", css: "", before: null },
      { type: "report", status: "marked", found: 0, clashes: 0 },
      { type: "corrections" },
      { type: "correct", correction: CORRECTION, clear: null },
      { type: "correct", correction: CORRECTION, clear: { title: "t", words: "w" } },
      { type: "uncorrect", id: CORRECTION.id },
      { type: "categorize", blocks: BLOCKS, analysis: analysis(), categories: [SPEC] },
      { type: "find", texts: ["a", ""], category: SPEC },
      { type: "check", category: { ...SPEC, looks_for: "(" } },
    ];
    for (const each of good) assert.equal(readRequest(each), each);
    refuses(readRequest, [
      { type: "open", tab: -1 },
      { type: "open", tab: "3" },
      { type: "analyze", generation: 1.5, awaited: [], blocks: BLOCKS },
      { type: "analyze", generation: 1, awaited: ["1"], blocks: BLOCKS },
      { type: "analyze", generation: 1, blocks: BLOCKS },
      { type: "analyze", generation: 1, awaited: [1], blocks: "text" },
      { type: "analyze", generation: 1, awaited: [1], blocks: [{ text: 7, role: "body" }] },
      { type: "analyze", generation: 1, awaited: [1], blocks: [{ text: "", role: "script" }] },
      { type: "style", css: 1, before: null },
      { type: "report", status: "hacked", found: 0, clashes: 0 },
      { type: "report", status: "marked", found: Number.NaN, clashes: 0 },
      { type: "report", status: "marked", found: 1 },
      { type: "correct", correction: null, clear: null },
      { type: "correct", correction: CORRECTION },
      { type: "correct", correction: { ...CORRECTION, id: 1 }, clear: null },
      { type: "correct", correction: CORRECTION, clear: { title: "t" } },
      { type: "correct", correction: CORRECTION, clear: { title: "t".repeat(10_000), words: "w" } },
      ...["__proto__", "constructor", "toString", null, ["denial"]].map((kind) => ({
        type: "correct",
        correction: { id: CORRECTION.id, changes: [{ type: "kind", passage: CORRECTION.id, kind }] },
        clear: null,
      })),
      { type: "uncorrect", id: "all" },
      { type: "categorize", blocks: [], analysis: analysis(), categories: [SPEC] },
      { type: "categorize", blocks: BLOCKS, analysis: analysis(), categories: Array(13).fill(SPEC) },
      { type: "categorize", blocks: BLOCKS, analysis: analysis(), categories: [{ ...SPEC, place: "all" }] },
      { type: "find", texts: [7], category: SPEC },
      { type: "find", texts: ["a"], category: { ...SPEC, pattern: "yes" } },
      { type: "check", category: { ...SPEC, looks_for: "a".repeat(130_001) } },
      { type: "eval", code: "1" },
    ]);
  });

  it("commands of the panel and of the keyboard too", () => {
    for (const good of [
      { type: "jump", attribution: 0 },
      { type: "only", actor: null },
      { type: "marks", on: false },
    ])
      assert.equal(readPanelCommand(good), good);
    refuses(readPanelCommand, [{ type: "jump" }, { type: "only", actor: "a" }, { type: "marks", on: 1 }]);
    assert.deepEqual(readPageCommand({ type: "next" }), { type: "next" });
    refuses(readPageCommand, [{ type: "mark_anyway" }, { type: "__proto__" }]);
  });

  it("what the background says of a tab, and of corrections", () => {
    for (const type of ["opened", "unreadable", "excluded"])
      assert.deepEqual(readOpenReply({ type }), { type });
    refuses(readOpenReply, [{ type: "toString" }, { type: ["opened"] }]);
    const kept = { type: "kept", count: 2 };
    assert.equal(readKeepReply(kept), kept);
    refuses(readKeepReply, [{ type: "kept" }, { type: "kept", count: "2" }, { type: "valueOf" }]);
    const none = { type: "corrections", corrections: [], salt: "", kept: false };
    assert.equal(readCorrectionsReply(none), none);
    refuses(readCorrectionsReply, [
      { ...none, kept: "yes" },
      { ...none, corrections: {} },
      { ...none, salt: null },
      {
        ...none,
        corrections: [{ id: CORRECTION.id, changes: [{ type: "kind", passage: "p", kind: "__proto__" }] }],
      },
    ]);
  });

  it("what a page says of itself, where its pieces lie in its blocks", () => {
    const state = {
      type: "state",
      status: "marked",
      reason: "og:article",
      language: "en",
      url: "https://a.example/",
      title: "The mayor",
      label: null,
      paywalled: false,
      fresh: 0,
      blocks: BLOCKS,
      analysis: analysis(),
      located: [0],
      onlyActor: null,
      ms: { gate: 1, blocks: 1, roundTrip: 1, locate: 1, paint: 1, longest: 1 },
    };
    assert.equal(readPageState(state), state);
    const { language: _, ...silent } = state;
    for (const good of [{ ...state, analysis: null, located: [] }, silent])
      assert.equal(readPageState(good), good);
    refuses(
      readPageState,
      [
        { type: "analysis" },
        { status: "hacked" },
        { title: null },
        { label: "toString" },
        { fresh: -1 },
        { blocks: [BLOCKS[0]], analysis: analysis({ content: [{ block: 1, start: 0, end: 3 }] }) },
        { analysis: {} },
        { located: [1] },
        { onlyActor: 1 },
        { ms: null },
        { ms: { gate: "1" } },
      ].map((wrong) => ({ ...state, ...wrong })),
    );
  });

  it("an answer is believed when it fits the question", () => {
    const read = (value: unknown) => readAnalyzeReply(value, 4, BLOCKS).type;
    const answered = (change: object) =>
      read({ type: "analysis", generation: 4, analysis: analysis(change), ms: 1 });
    assert.equal(answered({}), "analysis");
    assert.equal(answered({ content: [{ block: 1, start: 0, end: 14 }] }), "analysis");
    for (const wrong of [
      { kind: "crime" },
      { kind: "__proto__" },
      { kind: ["denial"] },
      { content: [{ block: 2, start: 0, end: 1 }] },
      { content: [{ block: 1, start: 0, end: 15 }] },
      { content: [{ block: 1, start: 5, end: 4 }] },
      { content: [{ block: 1, start: -1, end: 4 }] },
      { content: "She" },
      { source: [null] },
      { because: [{ block: 0, start: 0, end: 0.5 }] },
      { actor: 1 },
      { through: -1 },
      { parent: 1 },
      { replies: [1] },
      { replies_to: "0" },
      { categories: [12] },
      { categories: null },
      { target: { actor: 1, span: [] } },
      { target: { actor: null, span: [{ block: 9, start: 0, end: 1 }] } },
    ])
      assert.equal(answered(wrong), "failed", JSON.stringify(wrong));
    for (const value of NOTHING) assert.equal(read(value), "failed", JSON.stringify(value));
    assert.equal(
      read({ type: "analysis", generation: 4, analysis: { ...analysis(), actors: [{}] } }),
      "failed",
    );
  });

  it("which categories fit is believed of so many statements and categories", () => {
    const reply = (fits: unknown, partly: unknown = []) => ({ type: "categorized", fits, partly });
    const good = reply([[0, 1], []], [1]);
    assert.equal(readCategorizeReply(good, 2, 2), good);
    refuses(
      (value) => readCategorizeReply(value, 2, 2),
      [
        reply([[0]]),
        reply([[0], [2]]),
        reply([[0], [-1]]),
        reply([[0], ["1"]]),
        reply([[], []], [2]),
        { type: "failed", error: "" },
      ],
    );
  });

  it("where a pattern is found is believed of these texts", () => {
    const texts = ["Bergen", ""];
    const reply = (spans: unknown) => ({ type: "found", spans, partly: false });
    for (const good of [
      reply([[[0, 6]], []]),
      { type: "wrong", wrong: { why: "escape", at: null, message: "" } },
      { type: "failed", error: "no memory" },
    ])
      assert.equal(readFindReply(good, texts), good);
    refuses(
      (value) => readFindReply(value, texts),
      [
        reply([[[0, 6]]]),
        reply([[[0, 7]], []]),
        reply([[[3, 2]], []]),
        reply([[[0, 1, 2]], []]),
        { type: "wrong", wrong: { why: 1, at: null, message: "" } },
      ],
    );
    const checked = { type: "checked", wrong: null };
    assert.equal(readCheckReply(checked), checked);
    refuses(readCheckReply, [{ type: "checked" }, { type: "checked", wrong: "a" }]);
  });

  it("a comparison is read only where its indices lead somewhere", () => {
    const accounts = KEPT.slice(0, 2);
    const reply = (comparison: unknown) => ({ type: "comparison", comparison });
    assert.equal(readCompareReply(reply(TWO), accounts), TWO);
    refuses(
      (value) => readCompareReply(value, accounts),
      [
        { type: "failed", error: "no memory" },
        reply(null),
        reply({ ...TWO, voices: [] }),
        reply({ ...TWO, same: [{ voice: 0, statements: [{ account: 0, index: 9 }], quotations: [] }] }),
        reply({ ...TWO, charges: [{ accuser: 0, accused: 9, sides: [] }] }),
      ],
    );
  });

  it("accounts to compare are read with their own blocks alone", () => {
    const choices = {
      joined: [
        [
          { account: 0, index: 0 },
          { account: 1, index: 2 },
        ],
      ],
      parted: [],
    };
    const good = { type: "compare", accounts: [{ blocks: BLOCKS, analysis: analysis() }], choices };
    assert.equal(readRequest(good), good);
    refuses(readRequest, [
      { ...good, accounts: [{ blocks: [], analysis: analysis() }] },
      { ...good, accounts: null },
      { ...good, choices: { joined: [[{ account: 0 }]], parted: [] } },
    ]);
  });

  it("of a stored basket only what is ours is read", () => {
    assert.deepEqual(readBasket(basket(2)), basket(2));
    const odd = { kept: [7, { url: "a" }, KEPT[0]], joined: [[{ url: "a" }]], parted: 3 };
    assert.deepEqual(readBasket(odd), { kept: [KEPT[0]], joined: [], parted: [] });
    for (const nothing of NOTHING) assert.deepEqual(readBasket(nothing), basket(0));
  });
});
