// An analysis of the sample written by hand, so that the surfaces are tested on known data and not
// on what the engine finds this week.

import type {
  Actor,
  Analysis,
  Attribution,
  Block,
  Edge,
  Merge,
  Piece,
  SourceKind,
} from "../../extension/src/analysis";
import { groupOf } from "../../extension/src/kinds";
import type { PageState } from "../../extension/src/protocol";
import { SAMPLE, SAMPLE_TITLE } from "../../extension/src/sample";
import { attribution } from "../harness/attribution";

const blocks = [...SAMPLE];

/** Where these words first stand in a block; fails the test when they do not. */
function at(block: number, words: string): Piece[] {
  const start = blocks[block]?.text.indexOf(words) ?? -1;
  if (start < 0) throw new Error(`block ${block} has no "${words}"`);
  return [{ block, start, end: start + words.length }];
}

export function actor(
  name: string,
  kind: SourceKind,
  more: Partial<Actor> = {},
  names: [string, Merge][] = [],
): Actor {
  return {
    name,
    kind,
    named: true,
    names: [{ text: name, how: "same", count: 1 }, ...names.map(([text, how]) => ({ text, how, count: 1 }))],
    speaks_for: null,
    through: [],
    members: [],
    counts: { accusations: 0, denials: 0, demands: 0, views: 0, statements: 0 },
    accuses: [],
    accused_by: [],
    demands_of: [],
    criticises: [],
    denies: [],
    no_own_words: false,
    ...more,
  };
}

const actors: Actor[] = [
  actor("Iceland", "organization", {}, [["Reykjavik", "seat"]]),
  actor("Norway", "organization", { through: [3] }, [["Oslo", "seat"]]),
  actor("Halla Jonsdottir", "person", { speaks_for: 0 }, [
    ["Jonsdottir", "part_of_name"],
    ["She", "pronoun"],
  ]),
  actor("Lars Brekke", "spokesperson", { speaks_for: 1 }, [["Brekke", "part_of_name"]]),
  actor("European Union", "organization"),
  actor("Nordic Seafarers’ Union", "organization"),
  actor("Maren Dahl", "person", { speaks_for: 5 }),
  actor("Two officials close to the talks", "unnamed", { named: false }, [["They", "pronoun"]]),
  actor("Study by the University of Bergen", "document"),
  actor("European Commission", "organization"),
  actor("Einar Thorsson", "person"),
  actor("Sigrun Arnadottir", "person"),
];

export function says(
  actorIndex: number | null,
  more: Partial<Attribution> & Pick<Attribution, "content">,
): Attribution {
  return attribution({
    source_kind: actorIndex === null ? "unresolved" : (actors[actorIndex]?.kind ?? "unresolved"),
    confidence: 0.9,
    actor: actorIndex,
    resolution: actorIndex === null ? "unclear" : "stated",
    ...more,
  });
}

const attributions: Attribution[] = [
  says(0, {
    kind: "accusation",
    source: at(0, "Iceland"),
    cue: at(0, "accuses"),
    content: at(0, "hiding mackerel catches"),
    target: { actor: 1, span: at(0, "Norway") },
    replies: [1],
    reply_state: "denied",
  }),
  says(1, {
    kind: "denial",
    source: at(1, "Oslo"),
    cue: at(1, "denies"),
    content: at(1, "the charge"),
    resolution: "inferred",
    because: at(0, "Norway"),
    replies_to: 0,
  }),
  says(5, {
    kind: "warning",
    source: at(1, "A seafarers’ union"),
    cue: at(1, "warns"),
    content: at(1, "that jobs are at risk"),
    resolution: "inferred",
  }),
  says(0, {
    kind: "accusation",
    source: at(2, "Iceland"),
    cue: at(2, "accused"),
    content: at(2, "under-reporting its mackerel catches in the North Sea"),
    target: { actor: 1, span: at(2, "Norway") },
    replies: [5],
    reply_state: "denied",
  }),
  says(2, {
    form: "direct",
    source: at(3, "Fisheries Minister Halla Jonsdottir"),
    cue: at(3, "told"),
    content: at(3, "“The landing records do not match what our coastguard has seen,”"),
  }),
  says(1, {
    kind: "denial",
    source: at(4, "Norway"),
    cue: at(4, "has denied"),
    content: at(4, "hiding any catches"),
    replies_to: 3,
  }),
  says(2, {
    source: at(3, "She"),
    cue: at(3, "said"),
    content: at(3, "at least 40 trawlers had unloaded at night since March"),
    resolution: "inferred",
    because: at(3, "Halla Jonsdottir"),
  }),
  says(1, {
    form: "direct",
    source: at(4, "Lars Brekke, a spokesman for the Norwegian Fisheries Ministry"),
    cue: at(4, "said"),
    content: at(4, "“Every tonne is weighed and every weight is published,”"),
    through: 3,
    source_kind: "spokesperson",
  }),
  says(2, {
    kind: "demand",
    source: at(5, "Jonsdottir"),
    cue: at(5, "called on"),
    content: at(5, "send inspectors to the ports of both countries before the season opens in June"),
    target: { actor: 4, span: at(5, "the European Union") },
  }),
  says(5, {
    kind: "warning",
    source: at(6, "The Nordic Seafarers’ Union"),
    cue: at(6, "warned"),
    content: at(6, "2,000 jobs could be lost if the talks collapse"),
  }),
  says(6, {
    kind: "criticism",
    form: "mixed",
    source: at(6, "Its chairwoman, Maren Dahl"),
    cue: at(6, "described"),
    content: at(6, "the dispute as “reckless on both sides”"),
  }),
  says(7, {
    source: at(7, "Two officials close to the talks, who asked not to be named"),
    cue: at(7, "said"),
    content: at(7, "a compromise was within reach"),
  }),
  says(7, {
    source: at(7, "They"),
    cue: at(7, "added"),
    content: at(7, "a joint weighing station had been discussed"),
    resolution: "inferred",
    because: at(7, "Two officials"),
  }),
  says(8, {
    source: at(8, "a study by the University of Bergen"),
    cue: at(8, "according to"),
    content: at(8, "Mackerel stocks have fallen by a fifth since 2019"),
  }),
  says(3, {
    kind: "promise",
    source: at(9, "Brekke"),
    cue: at(9, "promised"),
    content: at(9, "Norway would open its port records on Friday"),
  }),
  says(9, {
    kind: "no_comment",
    source: at(9, "The European Commission"),
    cue: at(9, "declined"),
    content: at(9, "to comment"),
  }),
  says(10, {
    kind: "accusation",
    source: at(10, "Iceland’s opposition leader, Einar Thorsson"),
    cue: at(10, "accused"),
    content: at(10, "picking a fight before an election"),
    target: { actor: 0, span: at(10, "the government") },
    replies: [17],
    reply_state: "denied",
  }),
  says(11, {
    kind: "denial",
    form: "mixed",
    source: at(10, "Prime Minister Sigrun Arnadottir"),
    cue: at(10, "denied"),
    content: at(10, "that, saying the records “speak for themselves”"),
    replies_to: 16,
  }),
];

function edge(edges: Edge[] | undefined, other: number, attribution: number): void {
  const known = edges?.find((e) => e.actor === other);
  if (known) known.attributions.push(attribution);
  else edges?.push({ actor: other, attributions: [attribution] });
}

for (const [i, a] of attributions.entries()) {
  const speaker = actors[a.actor ?? -1];
  if (!speaker) continue;
  speaker.counts[groupOf(a.kind)] += 1;
  if (a.kind === "denial") speaker.denies.push(i);
  const target = a.target?.actor;
  if (target === undefined || target === null) continue;
  if (a.kind === "accusation") {
    edge(speaker.accuses, target, i);
    edge(actors[target]?.accused_by, a.actor as number, i);
  }
  if (a.kind === "demand") edge(speaker.demands_of, target, i);
  if (a.kind === "criticism") edge(speaker.criticises, target, i);
}

export const analysis: Analysis = { attributions, actors, truncated: false, declined: null };

/**
 * The analysis of the sample as it is read from a page, without its dateline: what follows that stands so many units
 * before. Null for any other blocks.
 */
export function analysisAsRead(read: readonly Block[]): Analysis | null {
  if (read.length !== blocks.length || !read.every(({ text }, i) => blocks[i]?.text.endsWith(text)))
    return null;
  const cut = read.map(({ text }, i) => (blocks[i]?.text.length ?? 0) - text.length);
  return JSON.parse(JSON.stringify(analysis), (_, value) => {
    const { block, start, end } = value ?? {};
    if (typeof block !== "number" || typeof start !== "number") return value;
    const by = cut[block] ?? 0;
    return { ...value, start: start - by, end: end - by };
  });
}

/** The same, but the first accusation has no reply in the text. */
const unanswered: Analysis = {
  ...analysis,
  attributions: attributions.map((a, i) =>
    i === 0 ? { ...a, replies: [], reply_state: "none_found" } : i === 1 ? { ...a, replies_to: null } : a,
  ),
};

/** The page as the content script would tell it. */
export function pageState(options: Partial<PageState> & { unanswered?: boolean } = {}): PageState {
  const { unanswered: open, ...more } = options;
  return {
    type: "state",
    status: "marked",
    reason: "json-ld:NewsArticle",
    url: "https://news.example/world/mackerel",
    title: SAMPLE_TITLE,
    label: null,
    paywalled: false,
    fresh: 0,
    blocks,
    analysis: open ? unanswered : analysis,
    located: attributions.map((_, i) => i),
    onlyActor: null,
    ms: { gate: 1, blocks: 2, roundTrip: 40, locate: 1, paint: 1, longest: 4 },
    ...more,
  };
}
