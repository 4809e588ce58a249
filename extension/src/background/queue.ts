// Whose question is answered next: the engine does one thing at a time, for every tab. A short article goes before a
// long one, a long one makes way between its parts, and a question that nobody waits for is dropped.
// Leaves out the answers (engine.ts) and how an article is parted (budget.ts).

export interface Question<T> {
  /** The tab that asks; undefined for our own pages, whose questions replace none. */
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

interface Waiting {
  question: Question<unknown>;
  settle(answer: unknown): void;
  fail(error: unknown): void;
}

export function createQueue(): Queue {
  let waiting: Waiting[] = [];
  let running = false;

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    while (waiting.length > 0) {
      const next = waiting.reduce((a, b) => (b.question.size < a.question.size ? b : a));
      try {
        const step = next.question.steps.next();
        if (step.done) leave(next)?.settle(step.value);
      } catch (error) {
        leave(next)?.fail(error);
      }
      // Another task: messages that came meanwhile are heard before the next part is begun.
      if (waiting.length > 0) await new Promise((resolve) => setTimeout(resolve));
    }
    running = false;
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
        waiting.push({ question, settle: settle as (answer: unknown) => void, fail });
        void run();
      });
    },
  };
}
