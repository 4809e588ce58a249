// Three kept articles and their comparison written by hand, so that the Compare page is tested on known data and not
// on what the engine finds this week.

import type { Actor, Attribution, Piece } from "../../extension/src/analysis";
import type { Basket } from "../../extension/src/compare/basket";
import { attributedOnly, type Kept } from "../../extension/src/compare/kept";
import type { Comparison } from "../../extension/src/comparison";
import { groupOf } from "../../extension/src/kinds";
import { attribution } from "../harness/attribution";
import { actor } from "./fixture";

type Said = [Partial<Attribution>, source: string, cue: string, content: string];

/** An article of one paragraph a statement, its words found in the paragraph. */
function kept(site: string, title: string, actors: Actor[], paragraphs: string[], said: Said[]): Kept {
  const at = (block: number, words: string): Piece[] => {
    if (words === "") return [];
    const start = paragraphs[block]?.indexOf(words) ?? -1;
    if (start < 0) throw new Error(`block ${block} has no "${words}"`);
    return [{ block, start, end: start + words.length }];
  };
  const attributions = said.map(([more, source, cue, content], block) =>
    attribution({
      source_kind: "person",
      resolution: "stated",
      source: at(block, source),
      cue: at(block, cue),
      content: at(block, content),
      ...more,
    }),
  );
  for (const a of attributions) {
    const speaker = actors[a.actor ?? -1];
    if (speaker) speaker.counts[groupOf(a.kind)] += 1;
  }
  const blocks = paragraphs.map((text) => ({ text, role: "body" as const }));
  return {
    id: `https://${site}/story`,
    url: `https://${site}/story`,
    title,
    site,
    time: "2026-03-04T05:06:07.000Z",
    tab: 7,
    private: false,
    cut: site === "gazette.example",
    ...attributedOnly(blocks, { attributions, actors, truncated: false, declined: null }),
  };
}

const first = kept(
  "post.example",
  "Union says mill hid fumes",
  [
    actor("Paper Workers’ Union", "organization"),
    actor("Harrow Mill", "organization"),
    actor("Ilse Moran", "person"),
  ],
  [
    "The Paper Workers’ Union accused Harrow Mill of hiding readings of chlorine gas from its night shift.",
    "“They knew the numbers and they kept them in a drawer,” Ilse Moran, who leads it, said on Monday.",
  ],
  [
    [
      {
        kind: "accusation",
        actor: 0,
        target: { actor: 1, span: [{ block: 0, start: 33, end: 44 }] },
        reply_state: "none_found",
      },
      "The Paper Workers’ Union",
      "accused",
      "Harrow Mill of hiding readings of chlorine gas from its night shift",
    ],
    [
      { actor: 2, form: "direct" },
      "Ilse Moran",
      "said",
      "“They knew the numbers and they kept them in a drawer,”",
    ],
  ],
);

const second = kept(
  "herald.example",
  "Mill rejects charge over gas",
  [
    actor("Paper Workers’ Union", "organization"),
    actor("Harrow Mill", "organization"),
    actor("Moran", "person"),
    actor("Tomas Veld", "spokesperson"),
  ],
  [
    "The Paper Workers’ Union has accused Harrow Mill of keeping readings of chlorine gas from workers.",
    "The mill denied hiding any readings.",
    "“They knew the numbers,” Moran claimed.",
    "“Every number is on the board by the door,” said Tomas Veld, who speaks for the mill.",
  ],
  [
    [
      {
        kind: "accusation",
        actor: 0,
        target: { actor: 1, span: [{ block: 0, start: 37, end: 48 }] },
        replies: [1],
        reply_state: "denied",
      },
      "The Paper Workers’ Union",
      "has accused",
      "Harrow Mill of keeping readings of chlorine gas from workers",
    ],
    [{ kind: "denial", actor: 1, replies_to: 0 }, "The mill", "denied", "hiding any readings"],
    [{ actor: 2, form: "direct", verb: "distancing" }, "Moran", "claimed", "“They knew the numbers,”"],
    [{ actor: 3, form: "direct" }, "Tomas Veld", "said", "“Every number is on the board by the door,”"],
  ],
);

const third = kept(
  "gazette.example",
  "Fumes at the mill",
  [actor("the union", "organization", { named: false })],
  ["The union says the mill kept its readings of gas to itself."],
  [
    [
      { kind: "accusation", actor: 0, reply_state: "none_found" },
      "The union",
      "says",
      "the mill kept its readings of gas to itself",
    ],
  ],
);

export const KEPT: readonly Kept[] = [first, second, third];

export const basket = (count: number): Basket => ({ kept: KEPT.slice(0, count), joined: [], parted: [] });

const at = (account: number, index: number) => ({ account, index });
const none = { accusations: 0, denials: 0, demands: 0, views: 0, statements: 0 };

/** The comparison of the first two. */
export const TWO: Comparison = {
  voices: [
    {
      name: "Paper Workers’ Union",
      named: true,
      kind: "organization",
      actors: [at(0, 0), at(1, 0)],
      how: "name",
      counts: [
        { ...none, accusations: 1 },
        { ...none, accusations: 1 },
      ],
    },
    {
      name: "Ilse Moran",
      named: true,
      kind: "person",
      actors: [at(0, 2), at(1, 2)],
      how: "part_of_name",
      counts: [
        { ...none, statements: 1 },
        { ...none, statements: 1 },
      ],
    },
    {
      name: "Harrow Mill",
      named: true,
      kind: "organization",
      actors: [at(0, 1), at(1, 1)],
      how: "name",
      counts: [none, { ...none, denials: 1 }],
    },
    {
      name: "Tomas Veld",
      named: true,
      kind: "spokesperson",
      actors: [at(1, 3)],
      how: null,
      counts: [none, { ...none, statements: 1 }],
    },
  ],
  perhaps: [{ voices: [2, 3], how: "role" }],
  same: [
    {
      voice: 1,
      statements: [at(0, 1), at(1, 2)],
      quotations: [
        {
          left: at(0, 1),
          right: at(1, 2),
          runs: [
            {
              change: "same",
              left: words(first, "They knew the numbers"),
              right: words(second, "They knew the numbers"),
            },
            { change: "only_left", left: words(first, "and they kept them in a drawer"), right: [] },
          ],
        },
      ],
    },
  ],
  charges: [
    {
      accuser: 0,
      accused: 2,
      sides: [
        { account: 0, accusations: [0], replies: [], denials: [], state: "none_found" },
        { account: 1, accusations: [0], replies: [1], denials: [], state: "denied" },
      ],
      answered_only_in: [1],
    },
  ],
};

/** The first two once the reader has said that the mill and its spokesman are one voice. */
export const JOINED: Comparison = {
  ...TWO,
  voices: TWO.voices.slice(0, 3).map((voice, row) =>
    row === 2
      ? {
          ...voice,
          actors: [...voice.actors, at(1, 3)],
          how: "chosen",
          counts: [none, { ...none, denials: 1, statements: 1 }],
        }
      : voice,
  ),
  perhaps: [],
};

/** The same where the mill has words in both. */
export const JOINED_IN_BOTH: Comparison = {
  ...JOINED,
  voices: JOINED.voices.map((voice, row) =>
    row === 2 ? { ...voice, counts: [{ ...none, statements: 1 }, voice.counts[1] ?? none] } : voice,
  ),
};

/** The comparison of all three: the third has one more voice. */
export const THREE: Comparison = {
  ...TWO,
  voices: [
    ...TWO.voices.map((voice) => ({ ...voice, counts: [...voice.counts, none] })),
    {
      name: "the union",
      named: false,
      kind: "organization",
      actors: [at(2, 0)],
      how: null,
      counts: [none, none, { ...none, accusations: 1 }],
    },
  ],
  charges: [
    ...TWO.charges,
    {
      accuser: 4,
      accused: null,
      sides: [{ account: 2, accusations: [0], replies: [], denials: [], state: "none_found" }],
      answered_only_in: [],
    },
  ],
};

/** Where these words first stand in an article. */
function words({ blocks }: Kept, text: string): Piece[] {
  const block = blocks.findIndex((each) => each.text.includes(text));
  const start = blocks[block]?.text.indexOf(text) ?? -1;
  if (start < 0) throw new Error(`no "${text}"`);
  return [{ block, start, end: start + text.length }];
}
