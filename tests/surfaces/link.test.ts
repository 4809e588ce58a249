// Addresses that lead to a passage: what stands in them, by the published rules. Leaves out that browsers get there.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Block, Piece } from "../../extension/src/analysis";
import { linkTo } from "../../extension/src/link";

const URL_ = "https://news.example/a";
const body = (...texts: string[]): Block[] => texts.map((text) => ({ role: "body", text }));

/** The pieces of those words where they stand for the `nth` time in a block. */
function words(blocks: readonly Block[], block: number, text: string, nth = 0): Piece[] {
  let start = -1;
  for (let i = 0; i <= nth; i++) start = blocks[block]?.text.indexOf(text, start + 1) ?? -1;
  assert.ok(start >= 0, text);
  return [{ block, start, end: start + text.length }];
}

const directive = (link: string) => link.slice(link.indexOf(":~:text=") + 8);

describe("a link to a passage", () => {
  const once = body("The mayor said the old bridge was safe to cross, and left.");

  it("has the words, without the quotation marks around them", () => {
    const pieces = words(once, 0, "the old bridge was safe to cross,");
    assert.equal(linkTo(URL_, once, pieces), `${URL_}#:~:text=the%20old%20bridge%20was%20safe%20to%20cross`);
    const quoted = body("He said: “The bridge is safe, I say.”");
    assert.equal(
      directive(linkTo(URL_, quoted, words(quoted, 0, "“The bridge is safe, I say.”"))),
      "The%20bridge%20is%20safe%2C%20I%20say",
    );
  });

  it("keeps the page's own fragment and drops an older passage's", () => {
    const pieces = words(once, 0, "the old bridge was safe");
    assert.ok(linkTo(`${URL_}#top`, once, pieces).startsWith(`${URL_}#top:~:text=the%20old`));
    assert.ok(linkTo(`${URL_}#:~:text=other`, once, pieces).startsWith(`${URL_}#:~:text=the%20old`));
  });

  it("writes a hyphen, a comma and an ampersand so that they are no signs of the rules", () => {
    const blocks = body("They said a well-known pair, Salt & Sons, was to blame for it.");
    const link = directive(
      linkTo(URL_, blocks, words(blocks, 0, "a well-known pair, Salt & Sons, was to blame")),
    );
    assert.equal(link, "a%20well%2Dknown%20pair%2C%20Salt%20%26%20Sons%2C%20was%20to%20blame");
  });

  it("of long words has the first and the last", () => {
    const blocks = body(
      `She said ${"one two three four five six seven eight nine ten ".repeat(4)}and no more.`,
    );
    const [piece] = words(blocks, 0, "one two");
    assert.ok(piece);
    const link = directive(linkTo(URL_, blocks, [{ ...piece, end: blocks[0]?.text.length ?? 0 }]));
    assert.equal(link, "one%20two%20three%20four%20five%20six,eight%20nine%20ten%20and%20no%20more");
  });

  it("of words that stand elsewhere too has what stands beside them, as far as it takes", () => {
    const blocks = body(
      "The mayor said that it was not so at all. The clerk said that it was not so at all.",
      "Later the clerk of the town said that it was not so at all. Nobody else did.",
    );
    const text = "it was not so at all";
    assert.equal(directive(linkTo(URL_, blocks, words(blocks, 0, text))), encodeURIComponent(text));
    assert.equal(
      directive(linkTo(URL_, blocks, words(blocks, 0, text, 1))),
      `clerk%20said%20that-,${encodeURIComponent(text)}`,
    );
    assert.equal(
      directive(linkTo(URL_, blocks, words(blocks, 1, text))),
      `town%20said%20that-,${encodeURIComponent(text)},-.%20Nobody%20else`,
    );
  });

  it("of a whole paragraph that stands twice has the end of the one before, and the beginning of the next", () => {
    const blocks = body(
      "The bridge is safe to cross",
      "The mayor of Tolvik was asked twice.",
      "The bridge is safe to cross",
      "Nobody asked a third time.",
    );
    assert.equal(
      directive(linkTo(URL_, blocks, words(blocks, 2, "The bridge is safe to cross"))),
      "was%20asked%20twice.-,The%20bridge%20is%20safe%20to%20cross,-Nobody%20asked%20a",
    );
    // Of a kept article only attributed words are left: what stands beside them is not known.
    assert.equal(
      directive(linkTo(URL_, blocks, words(blocks, 2, "The bridge is safe to cross"), false)),
      "The%20bridge%20is%20safe%20to%20cross",
    );
  });

  it("has nothing of beyond an ellipsis, which stands for words that were left out", () => {
    const blocks = body("Berg said … it was safe … Falk said so too, it was safe … and left");
    assert.equal(
      directive(linkTo(URL_, blocks, words(blocks, 0, "it was safe", 1), false)),
      "said%20so%20too%2C-,it%20was%20safe",
    );
  });

  it("of few words has its neighbours: they may stand where we did not read", () => {
    assert.equal(
      directive(linkTo(URL_, once, words(once, 0, "was safe"))),
      "the%20old%20bridge-,was%20safe,-to%20cross%2C%20and",
    );
  });

  it("without words is the page", () => assert.equal(linkTo(URL_, once, []), URL_));
});
