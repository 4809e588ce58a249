// Whose question is answered next: the engine does one thing at a time, for every tab. A short article goes before a
// long one, a long one makes way between its parts, but not for ever, and a question that nobody waits for is dropped.
// Leaves out the answers (engine.ts) and how an article is parted (budget.ts).

export interface Question<T> {
  /** The tab that asks; undefined where none does: such questions replace none. */
  tab: number | undefined;
  generation: number;
  /** The generations that this tab waits for; others of it are dropped. */
  awaited: readonly number[];
  /** The shorter goes first. */
  size: number;
  /** Its parts; the last gives the answer. */
  steps: Iterator<undefined, T>;
}

export interface Queue {
  /** Settles with the answer; rejects where the work throws, and with "superseded" where nobody waits for it. */
  add<T>(question: Question<T>): Promise<T>;
}

/** Turns of others after which a question comes before every shorter one. */
const PATIENCE = 8;

/** A question that is answered in one turn. */
// biome-ignore lint/correctness/useYield: it has one part.
export function* atOnce<T>(ask: () => T): Generator<undefined, T> {
  return ask();
}

interface Waiting {
  question: Question<unknown>;
  /** Turns of others since its last. */
  passed: number;
  settle(answer: unknown): void;
  fail(error: unknown): void;
}

/** `hear` comes back when the messages that came meanwhile have been heard. */
export function createQueue(hear: () => Promise<unknown>): Queue {
  let waiting: Waiting[] = [];
  let running = false;

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    while (waiting.length > 0) {
      const next = waiting.reduce((a, b) => (comesBefore(b, a) ? b : a));
      for (const each of waiting) each.passed++;
      next.passed = 0;
      try {
        const step = next.question.steps.next();
        if (step.done) leave(next)?.settle(step.value);
      } catch (error) {
        leave(next)?.fail(error);
      }
      if (waiting.length > 0) await hear();
    }
    running = false;
  }

  /** Those who waited long enough in their order, then the shorter. */
  function comesBefore(a: Waiting, b: Waiting): boolean {
    const [waited, other] = [a.passed, b.passed].map((passed) => (passed >= PATIENCE ? passed : 0));
    if (waited !== other) return (waited ?? 0) > (other ?? 0);
    return a.question.size < b.question.size;
  }

  function leave(one: Waiting): Waiting | null {
    if (!waiting.includes(one)) return null;
    waiting = waiting.filter((other) => other !== one);
    return one;
  }

  return {
    add<T>(question: Question<T>) {
      const { tab, generation, awaited } = question;
      for (const each of waiting) {
        const { question: other } = each;
        const replaced = other.generation === generation || !awaited.includes(other.generation);
        if (tab !== undefined && other.tab === tab && replaced)
          leave(each)?.fail(new Error("superseded by a later question"));
      }
      return new Promise<T>((settle, fail) => {
        waiting.push({ question, passed: 0, settle: settle as (answer: unknown) => void, fail });
        void run();
      });
    },
  };
}
