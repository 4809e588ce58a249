// The engine in the background: started by the first question, lost with the worker, started again by the next.
// Leaves out who asks (main.ts), whose turn it is (queue.ts), how much of an article is read (budget.ts) and how many
// are compared (protocol.ts).

import init, { __wbg_reset_state, analyze, categorize, compare, find, whyNoCategory } from "ascribe-engine";
import { guard } from "../../../npm/guard";
import type { Analysis, Block, CategorySpec, WrongPattern } from "../analysis";
import { api } from "../api";
import type { Comparison } from "../comparison";
import { afterAWhile } from "../progress";
import type {
  AnalyzeReply,
  AnalyzeRequest,
  CategorizeReply,
  CategorizeRequest,
  CheckReply,
  CheckRequest,
  CompareReply,
  CompareRequest,
  FindReply,
  FindRequest,
  Share,
} from "../protocol";
import { type Ask, within } from "./budget";
import { createMemory } from "./memory";
import { atOnce, createQueue } from "./queue";
import { categorized, found } from "./sought";

const engine = guard({
  start: () => init({ module_or_path: api.runtime.getURL("ascribe_bg.wasm") }),
  calls: {
    analyze: (blocks: Block[], mostBytes: number, told: (share: number) => void) =>
      analyze(blocks, { mostBytes }, told) as Analysis,
    categorize: (blocks: Block[], analysis: Analysis, categories: CategorySpec[]) =>
      categorize(blocks, analysis, categories),
    find: (texts: readonly string[], category: CategorySpec) => find(texts, category),
    why: (category: CategorySpec) => (whyNoCategory(category) ?? null) as WrongPattern | null,
    compare: ({ accounts, choices }: CompareRequest) => compare(accounts, choices) as Comparison,
  },
  reset: __wbg_reset_state,
});
const memory = createMemory();
// A task of its own is not enough: Chromium tells first that somebody will speak, and what is said only when it has been
// told that this was heard. What the browser answers comes behind both.
const queue = createQueue(() => api.runtime.getPlatformInfo().catch(() => null));

/** Starts it where it is not: an article's text will come soon. */
export function warm(): void {
  // Who asks next is told.
  engine.load().catch(() => {});
}

/** Never rejects: what goes wrong is said in the answer. `tab` is the one that asks, if any. */
export async function answer(request: AnalyzeRequest, tab?: number): Promise<AnalyzeReply> {
  const { generation, awaited, blocks } = request;
  const told = afterAWhile((share) => tellPanels(tab, share));
  const outcome = await given(async () => {
    let ms = 0;
    const ask: Ask = (mostBytes, told) => {
      const began = performance.now();
      const analysis = engine.analyze(blocks, mostBytes, told);
      const took = performance.now() - began;
      ms += took;
      return { analysis, ms: took };
    };
    const known = memory.find(blocks);
    if (known) return { analysis: known, ms };
    const size = lengthOf(blocks);
    const analysis = await queue.add({ tab, generation, awaited, size, steps: within(size, ask, told) });
    memory.keep(blocks, analysis);
    return { analysis, ms };
  });
  return "error" in outcome
    ? { type: "failed", generation, ...outcome }
    : { type: "analysis", generation, ...outcome };
}

/** Never rejects: what goes wrong is said in the answer. A tab that asks anew no longer waits for what it asked. */
export async function compared(request: CompareRequest, tab?: number): Promise<CompareReply> {
  const outcome = await given(async () => {
    const size = request.accounts.reduce((sum, { blocks }) => sum + lengthOf(blocks), 0);
    const steps = atOnce(() => engine.compare(request));
    return { comparison: await queue.add({ tab, generation: 0, awaited: [0], size, steps }) };
  });
  return "error" in outcome ? { type: "failed", ...outcome } : { type: "comparison", ...outcome };
}

/** Panels are told of every tab, and hear what is about theirs. */
function tellPanels(tab: number | undefined, share: number): void {
  if (tab === undefined) return;
  const message: Share = { type: "share", tab, share };
  // Mostly no panel is open.
  void api.runtime.sendMessage(message).catch(() => {});
}

const clock = () => performance.now();

/** Never rejects: what goes wrong is said in the answer. A question of another kind waits for its turn too. */
export async function fitting(request: CategorizeRequest): Promise<CategorizeReply> {
  const outcome = await given(() =>
    queue.add({
      ...NOBODY,
      size: lengthOf(request.blocks),
      steps: categorized(request, engine.categorize, clock),
    }),
  );
  return "error" in outcome ? { type: "failed", ...outcome } : { type: "categorized", ...outcome };
}

/** Never rejects: what goes wrong is said in the answer. */
export async function sought({ texts, category }: FindRequest): Promise<FindReply> {
  const outcome = await given(async () => {
    const wrong = engine.why(category);
    if (wrong) return { wrong };
    const ask = (some: readonly string[]) => engine.find(some, category);
    return queue.add({ ...NOBODY, size: 0, steps: found(texts, ask, clock) });
  });
  if ("error" in outcome) return { type: "failed", ...outcome };
  return "wrong" in outcome ? { type: "wrong", ...outcome } : { type: "found", ...outcome };
}

/** Never rejects: what goes wrong is said in the answer. */
export async function checked({ category }: CheckRequest): Promise<CheckReply> {
  const outcome = await given(async () => ({ wrong: engine.why(category) }));
  return "error" in outcome ? { type: "failed", ...outcome } : { type: "checked", ...outcome };
}

/** Whose questions replace none. */
const NOBODY = { tab: undefined, generation: 0, awaited: [] };

/** UTF-16 units of their text. */
function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

/** What the engine gives, started where it is not; or why it does not. */
async function given<T extends object>(work: () => Promise<T>): Promise<T | { error: string }> {
  try {
    await engine.load();
    return await work();
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
