// Corrections: what each does to an analysis, and that counts, edges and indices stay of a piece.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Analysis, Attribution } from "../../extension/src/analysis";
import { type Change, isCorrection, passageKey, piecesOf, spotsOf } from "../../extension/src/changes";
import { applyChanges } from "../../extension/src/corrections/apply";
import { readStored } from "../../extension/src/corrections/store";
import { groupOf } from "../../extension/src/kinds";
import { analysis, pageState } from "./fixture";

const { blocks } = pageState();
const SALT = "salt of this page";
const key = (i: number) => {
  const a = analysis.attributions[i];
  if (!a) throw new RangeError(String(i));
  return passageKey(a, blocks, SALT);
};

/** Applies, and checks what must hold of every analysis. */
function corrected(...changes: Change[]): Analysis {
  const before = structuredClone(analysis);
  const after = applyChanges(analysis, blocks, changes, SALT);
  assert.deepEqual(analysis, before, "the analysis given was touched");
  const { attributions, actors } = after;
  const inside = (i: number | null) => i === null || (i >= 0 && i < attributions.length);
  for (const [i, a] of attributions.entries()) {
    assert.ok(inside(a.parent) && inside(a.replies_to), `indices of ${i}`);
    for (const reply of a.replies) assert.equal(attributions[reply]?.replies_to, i);
    if (a.replies_to !== null) assert.ok(attributions[a.replies_to]?.replies.includes(i));
  }
  for (const [i, actor] of actors.entries()) {
    for (const group of ["accusations", "denials", "demands", "views", "statements"] as const) {
      const count = attributions.filter((a) => a.actor === i && groupOf(a.kind) === group).length;
      assert.equal(actor.counts[group], count, `${actor.name}: ${group}`);
    }
    for (const edge of actor.accuses)
      assert.ok(actors[edge.actor]?.accused_by.some((other) => other.actor === i));
  }
  return after;
}

describe("corrections", () => {
  it("none change nothing, not even the object", () =>
    assert.equal(applyChanges(analysis, blocks, [], SALT), analysis));

  it("a passage has a key of its own words", () => {
    assert.equal(new Set(analysis.attributions.map((_, i) => key(i))).size, analysis.attributions.length);
    assert.match(key(0), /^[0-9a-f]{16}$/);
  });

  it("a passage has another key on another page", () => {
    const a = analysis.attributions[0];
    assert.ok(a);
    assert.notEqual(passageKey(a, blocks, "one page"), passageKey(a, blocks, "another"));
  });

  it("an accusation that is none loses target's edge and replies", () => {
    const after = corrected({ type: "kind", passage: key(16), kind: "criticism" });
    assert.equal(after.attributions[16]?.kind, "criticism");
    assert.equal(after.attributions[17]?.replies_to, null);
    assert.deepEqual(after.actors[0]?.accused_by, []);
    assert.deepEqual(after.actors[10]?.criticises, [{ actor: 0, attributions: [16] }]);
  });

  it("absence of a reply is never said of what the reader made an accusation", () => {
    assert.equal(
      corrected({ type: "kind", passage: key(10), kind: "accusation" }).attributions[10]?.reply_state,
      null,
    );
    const lost = corrected({ type: "not_a_statement", passage: key(1) });
    assert.equal(lost.attributions[0]?.reply_state, null);
  });

  it("another speaker takes the passage over", () => {
    const after = corrected({ type: "speaker", passage: key(4), actor: "Lars Brekke" });
    assert.equal(after.attributions[4]?.actor, 3);
    assert.equal(after.actors[2]?.counts.statements, 1);
  });

  it("unclear who belongs to nobody", () => {
    const after = corrected({ type: "speaker", passage: key(4), actor: null });
    assert.deepEqual([after.attributions[4]?.actor, after.attributions[4]?.resolution], [null, "unclear"]);
  });

  it("two names for one: counts, edges and names move over", () => {
    const after = corrected({ type: "same", actor: "Sigrun Arnadottir", as: "Iceland" });
    assert.equal(after.attributions[17]?.actor, 0);
    assert.deepEqual(after.actors[11]?.names, []);
    assert.ok(after.actors[0]?.names.some((name) => name.text === "Sigrun Arnadottir"));
  });

  it("the same both ways is taken once and does not turn in a circle", () => {
    const after = corrected(
      { type: "same", actor: "Iceland", as: "Norway" },
      { type: "same", actor: "Norway", as: "Iceland" },
    );
    assert.equal(after.attributions[0]?.actor, 1);
  });

  it("what is no statement goes, and every index moves", () => {
    const after = corrected({ type: "not_a_statement", passage: key(0) });
    assert.equal(after.attributions.length, analysis.attributions.length - 1);
    assert.equal(after.attributions[0]?.replies_to, null);
    assert.equal(after.attributions[4]?.replies_to, 2);
  });

  it("a speaker whom nobody listed is added by name", () => {
    const after = corrected({ type: "speaker", passage: key(4), actor: "Runa Lund" });
    const at = after.actors.findIndex(({ name }) => name === "Runa Lund");
    assert.equal(after.attributions[4]?.actor, at);
    assert.equal(after.actors[at]?.counts.statements, 1);
    assert.equal(after.attributions[4]?.source_kind, "person");
  });

  it("another target moves the edge; none takes it away", () => {
    const after = corrected({ type: "target", passage: key(16), actor: "Norway" });
    assert.deepEqual(after.actors[10]?.accuses, [{ actor: 1, attributions: [16] }]);
    assert.ok(!after.actors[0]?.accused_by.some(({ actor }) => actor === 10));
    const none = corrected({ type: "target", passage: key(16), actor: null });
    assert.deepEqual([none.attributions[16]?.target, none.actors[10]?.accuses], [null, []]);
  });

  it("a reply is tied to another passage, or to none", () => {
    const after = corrected({ type: "reply", passage: key(5), to: key(16) });
    assert.deepEqual([after.attributions[3]?.replies, after.attributions[3]?.reply_state], [[], null]);
    assert.deepEqual(after.attributions[16]?.replies, [5, 17]);
    const loose = corrected({ type: "reply", passage: key(17), to: null });
    assert.deepEqual([loose.attributions[16]?.replies, loose.attributions[17]?.replies_to], [[], null]);
    const answered = corrected(
      { type: "reply", passage: key(1), to: null },
      { type: "reply", passage: key(15), to: key(0) },
    );
    assert.equal(answered.attributions[0]?.reply_state, "declined");
  });

  it("a denial that is none leaves the lists of denials and of replies", () => {
    const after = corrected({ type: "kind", passage: key(5), kind: "statement" });
    assert.deepEqual(after.actors[1]?.denies, [1]);
    assert.deepEqual([after.attributions[3]?.replies, after.attributions[3]?.reply_state], [[], null]);
  });

  it("other words, by which the passage is then known too", () => {
    const words = spotsOf([{ block: 4, start: 18, end: 24 }], blocks, SALT);
    const once = corrected({ type: "words", passage: key(5), words });
    assert.deepEqual(once.attributions[5]?.content, [{ block: 4, start: 18, end: 24 }]);
    const now = passageKey(once.attributions[5] as Attribution, blocks, SALT);
    const twice = corrected(
      { type: "words", passage: key(5), words },
      { type: "kind", passage: now, kind: "promise" },
    );
    assert.equal(twice.attributions[5]?.kind, "promise");
    assert.deepEqual(piecesOf(words, blocks, "another salt"), null);
  });

  it("a missed statement stands at its place in the text, and every index moves", () => {
    const words = spotsOf([{ block: 5, start: 0, end: 10 }], blocks, SALT);
    const after = corrected(
      { type: "missed", words, kind: "warning", actor: "Norway" },
      { type: "not_a_statement", passage: key(2) },
    );
    assert.deepEqual(after.attributions[7]?.content, [{ block: 5, start: 0, end: 10 }]);
    assert.deepEqual([after.attributions[7]?.kind, after.attributions[7]?.actor], ["warning", 1]);
    assert.equal(after.attributions.length, analysis.attributions.length);
    assert.equal(after.attributions[16]?.replies[0], 17);
  });

  it("changes about what is no longer there are passed over", () => {
    const after = corrected(
      { type: "kind", passage: "0000000000000000", kind: "denial" },
      { type: "speaker", passage: "0000000000000000", actor: "Nobody" },
      { type: "words", passage: key(4), words: [{ block: "0000000000000000", start: 0, end: 1 }] },
      {
        type: "missed",
        words: [{ block: "0000000000000000", start: 0, end: 1 }],
        kind: "denial",
        actor: null,
      },
      { type: "reply", passage: key(4), to: "0000000000000000" },
      { type: "same", actor: "Nobody", as: "Iceland" },
    );
    assert.deepEqual(after.attributions, analysis.attributions);
  });
});

describe("corrections that arrive or were stored", () => {
  const id = "0123456789abcdef";
  const good = { id, changes: [{ type: "kind", passage: id, kind: "denial" }] };
  const page = "a".repeat(64);
  const kept = { ...good, day: "2026-03-04", clear: null };
  const store = (more: object) => ({ version: 2, salt: "b".repeat(32), pages: { [page]: [kept] }, ...more });

  it("what is one is taken", () => {
    assert.ok(isCorrection(good));
    for (const change of [
      { type: "speaker", passage: id, actor: null },
      { type: "same", actor: "Norway", as: "Oslo" },
      { type: "not_a_statement", passage: id },
      { type: "target", passage: id, actor: "Norway" },
      { type: "reply", passage: id, to: null },
      { type: "words", passage: id, words: [{ block: id, start: 0, end: 3 }] },
      { type: "missed", words: [{ block: id, start: 0, end: 3 }], kind: "denial", actor: null },
    ])
      assert.ok(isCorrection({ id, changes: [change] }), change.type);
  });

  it("names of what every object has are no kinds, and there are bounds", () => {
    for (const kind of ["__proto__", "toString", "constructor", 1, null])
      assert.ok(!isCorrection({ id, changes: [{ type: "kind", passage: id, kind }] }), String(kind));
    assert.ok(!isCorrection({ ...good, id: "../" }));
    assert.ok(!isCorrection({ id, changes: [] }));
    assert.ok(!isCorrection({ id, changes: Array.from({ length: 51 }, () => good.changes[0]) }));
    for (const words of [[], null, [{ block: id, start: 3, end: 3 }], [{ block: "x", start: 0, end: 1 }]])
      assert.ok(!isCorrection({ id, changes: [{ type: "words", passage: id, words }] }));
    assert.ok(!isCorrection({ id, changes: [{ type: "speaker", passage: id, actor: "x".repeat(301) }] }));
  });

  it("a store of ours is read; of another version, without pages or without salt it is none", () => {
    assert.deepEqual(readStored(undefined), { stored: null, problem: null });
    assert.deepEqual(readStored(store({})), { stored: store({}), problem: null });
    assert.deepEqual(readStored(store({ version: 3 })), { stored: null, problem: "other version" });
    for (const broken of [store({ pages: null }), store({ salt: undefined }), "x", 7, []])
      assert.deepEqual(readStored(broken), { stored: null, problem: "corrupt" });
  });

  it("a page that is none is a problem and does not take the others with it", () => {
    const pages = { [page]: [kept], other: null };
    assert.deepEqual(readStored(store({ pages })), { stored: store({}), problem: "corrupt" });
  });
});
