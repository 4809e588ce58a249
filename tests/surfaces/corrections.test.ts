// Corrections: what each does to an analysis, and that counts, edges and indices stay of a piece.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Analysis } from "../../extension/src/analysis";
import { applyChanges, type Change, passageKey } from "../../extension/src/corrections";
import { groupOf } from "../../extension/src/kinds";
import { analysis, pageState } from "./fixture";

const { blocks } = pageState();
const key = (i: number) => {
  const a = analysis.attributions[i];
  if (!a) throw new RangeError(String(i));
  return passageKey(a, blocks);
};

/** Applies, and checks what must hold of every analysis. */
function corrected(...changes: Change[]): Analysis {
  const before = structuredClone(analysis);
  const after = applyChanges(analysis, blocks, changes);
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
    assert.equal(applyChanges(analysis, blocks, []), analysis));

  it("a passage has a key of its own words", () => {
    assert.equal(new Set(analysis.attributions.map((_, i) => key(i))).size, analysis.attributions.length);
    assert.match(key(0), /^[0-9a-f]{16}$/);
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

  it("changes about what is no longer there are passed over", () => {
    const after = corrected(
      { type: "kind", passage: "0000000000000000", kind: "denial" },
      { type: "speaker", passage: key(4), actor: "Nobody" },
      { type: "same", actor: "Nobody", as: "Iceland" },
    );
    assert.deepEqual(after.attributions, analysis.attributions);
  });
});
