// Inside a page: the three measured side by side on the same texts, and marks against elements.
// Leaves out who opens the page and what becomes of the numbers (run.ts).

import type { Block } from "../../extension/src/analysis";
import { newsText } from "./text";

/** Milliseconds of each run. */
export type Times = Record<string, number[]>;

export interface Report {
  /** By words of the text, then by what was measured. */
  engines: Record<string, Times>;
  /** Marks on this many ranges, by way of drawing. */
  marks: Times;
  ranges: number;
  /** Milliseconds from nothing to the first answer. */
  starts: Record<string, number>;
  /** Milliseconds of comparing three articles, beyond their analyses. */
  comparing: number[];
  /** Bytes of the engine's memory after all runs. */
  memory: number;
}

interface Peer {
  name: string;
  run(blocks: Block[], text: string): unknown;
}

// Addresses of the server, not files for the bundler to find.
const load = (url: string) => import(url);

interface Engine {
  compare(accounts: { blocks: Block[]; analysis: unknown }[], choices: object): unknown;
  analyze(blocks: Block[]): unknown;
  memory(): number;
}

async function startEngine(first: Block): Promise<Engine> {
  const engine = await load("/ascribe/ascribe.js");
  const { memory } = await engine.default({ module_or_path: "/ascribe/ascribe_bg.wasm" });
  engine.analyze([first]);
  return { analyze: engine.analyze, compare: engine.compare, memory: () => memory.buffer.byteLength };
}

async function startAll(first: Block, starts: Report["starts"]): Promise<{ engine: Engine; peers: Peer[] }> {
  const timed = async <T>(name: string, start: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    const started = await start();
    starts[name] = performance.now() - began;
    return started;
  };
  const ascribe = await timed("Ascribe", () => startEngine(first));
  const nlp = await timed("compromise", async () => {
    const { default: nlp } = await load("/compromise/compromise-three.mjs");
    nlp(first.text).people().out("array");
    return nlp;
  });
  const linter = await timed("Harper", async () => {
    const { LocalLinter } = await load("/harper/index.js");
    const { binary } = await load("/harper/binary.js");
    const linter = new LocalLinter({ binary });
    await linter.lint(first.text, { language: "plaintext" });
    return linter;
  });
  const peers: Peer[] = [
    { name: "Ascribe", run: (blocks) => ascribe.analyze(blocks) },
    {
      name: "compromise",
      run: (_, text) => {
        const document = nlp(text);
        return [document.quotations(), document.people(), document.places()].map((v) => v.out("array"));
      },
    },
    { name: "Harper", run: (_, text) => linter.lint(text, { language: "plaintext" }) },
  ];
  return { engine: ascribe, peers };
}

/** One round runs each once, so that what the machine does meanwhile falls on all alike. */
async function rounds(words: number, count: number, peers: Peer[]): Promise<Times> {
  const times: Times = Object.fromEntries(peers.map(({ name }) => [name, []]));
  for (let round = -1; round < count; round++) {
    // Another text each time: nothing may be remembered from the last.
    const blocks = newsText(words, round + 2);
    const text = blocks.map((block) => block.text).join("\n\n");
    for (const { name, run } of peers) {
      const began = performance.now();
      await run(blocks, text);
      if (round >= 0) times[name]?.push(performance.now() - began);
    }
  }
  return times;
}

/** Three articles beside each other, others each round; their analyses are not counted. */
function comparing(words: number, count: number, { analyze, compare }: Engine): number[] {
  const times: number[] = [];
  for (let round = -1; round < count; round++) {
    const accounts = [0, 1, 2].map((account) => {
      const blocks = newsText(words, 3 * (round + 2) + account);
      return { blocks, analysis: analyze(blocks) };
    });
    const began = performance.now();
    compare(accounts, { joined: [], parted: [] });
    if (round >= 0) times.push(performance.now() - began);
  }
  return times;
}

/** Draws on `count` ranges, layout and style included, and takes it away again. */
function marks(count: number, runs: number): Times {
  const times: Times = { "custom highlights": [], "mark elements": [] };
  const host = document.createElement("article");
  document.body.append(host);
  const fill = () => {
    host.replaceChildren(
      ...newsText(count * 12).map(({ text }) => {
        const paragraph = document.createElement("p");
        paragraph.textContent = text;
        return paragraph;
      }),
    );
    void host.offsetHeight;
  };
  const places = (): [Text, number][] => {
    const found: [Text, number][] = [];
    for (const paragraph of host.children) {
      const node = paragraph.firstChild as Text;
      for (let at = 0; at + 30 < node.length && found.length < count; at += 60) found.push([node, at]);
    }
    return found;
  };
  const range = ([node, at]: [Text, number]): Range => {
    const made = document.createRange();
    made.setStart(node, at);
    made.setEnd(node, at + 30);
    return made;
  };
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    "::highlight(bench), mark { background: none; text-decoration: underline dotted 4px #0794b5 }",
  );
  document.adoptedStyleSheets.push(sheet);
  const settle = () => void host.offsetHeight;
  for (let run = -1; run < runs; run++) {
    fill();
    let wanted = places();
    let began = performance.now();
    CSS.highlights.set("bench", new Highlight(...wanted.map(range)));
    settle();
    if (run >= 0) times["custom highlights"]?.push(performance.now() - began);
    CSS.highlights.delete("bench");
    fill();
    wanted = places();
    began = performance.now();
    // From the last one, since wrapping splits the text behind a range; one range at a time, since
    // each that lives has to be moved at every change.
    for (const place of wanted.reverse()) {
      const [, at] = place;
      const words = place[0].splitText(at);
      words.splitText(30);
      const mark = document.createElement("mark");
      words.replaceWith(mark);
      mark.append(words);
    }
    settle();
    if (run >= 0) times["mark elements"]?.push(performance.now() - began);
  }
  host.remove();
  return times;
}

/** Everything, or under `?only=comparing` that alone. */
async function report(): Promise<Report | Pick<Report, "comparing">> {
  const [first = { text: "", role: "body" as const }] = newsText(10);
  if (new URLSearchParams(location.search).get("only") === "comparing") {
    return { comparing: comparing(1_000, 15, await startEngine(first)) };
  }
  const starts: Report["starts"] = {};
  const { engine, peers } = await startAll(first, starts);
  const engines: Report["engines"] = {};
  for (const [words, count] of [
    [1_000, 11],
    [10_000, 5],
  ] as const) {
    engines[words] = await rounds(words, count, peers);
  }
  const ranges = 500;
  const compared = comparing(1_000, 15, engine);
  return {
    engines,
    marks: marks(ranges, 15),
    ranges,
    starts,
    comparing: compared,
    memory: engine.memory(),
  };
}

const scope = globalThis as { benchReport?: Awaited<ReturnType<typeof report>>; benchError?: string };
report().then(
  (done) => {
    scope.benchReport = done;
  },
  (error: unknown) => {
    scope.benchError = String(error);
  },
);
