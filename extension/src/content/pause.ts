// Lets the page breathe: our work on it is cut in slices, and the page's own tasks run between them. The budget of a
// slice stands here and nowhere else. Leaves out what the work is.

/**
 * Milliseconds that we hold the page's thread at a time: far enough below the 50 from which a page feels stuck that
 * neither a step that takes longer than expected nor a slow machine gets there.
 */
const SLICE = 8;

/**
 * Work that can pause at each `yield`; what lies between two should take a fraction of a slice. The page may change
 * meanwhile: who goes on must not count on anything of it being as it was.
 */
export type Steps<T> = Generator<undefined, T>;

/** Takes steps to their end without a pause, where it is known that they are few. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Milliseconds that some work took, all slices together. */
export interface Clock {
  ms: number;
}

export function newClock(): Clock {
  return { ms: 0 };
}

/** One run of our work through several of the page's tasks. */
export interface Work {
  /** Takes steps to their end, with a pause wherever the budget is used up; the time goes on the clock. */
  steps<T>(steps: Steps<T>, clock: Clock): Promise<T>;
  /** Does one small piece without a pause in it. */
  piece<T>(clock: Clock, piece: () => T): T;
  /** A message or timer brought us back: this is another task than the last. */
  resumed(): void;
}

/** Begins some work in the task that is running; `record` keeps the longest of all tasks. */
export function createWork(record: { longest: number }): Work {
  let began = performance.now();
  const note = (clock: Clock, from: number) => {
    const now = performance.now();
    clock.ms += now - from;
    record.longest = Math.max(record.longest, now - began);
  };
  return {
    async steps(steps, clock) {
      for (;;) {
        const from = performance.now();
        let step = steps.next();
        while (!step.done && performance.now() - began < SLICE) step = steps.next();
        note(clock, from);
        if (step.done) return step.value;
        await breathe();
        began = performance.now();
      }
    },
    piece(clock, piece) {
      const from = performance.now();
      const value = piece();
      note(clock, from);
      return value;
    },
    resumed() {
      began = performance.now();
    },
  };
}

interface Scheduling {
  postTask(task: () => void): Promise<void>;
}

/**
 * Comes back after what the page had waiting: a task of its own, behind theirs. Not `scheduler.yield()`, which goes on
 * before every task that waits and keeps a page's timers for as long as our work takes.
 */
function breathe(): Promise<void> {
  const { scheduler } = globalThis as unknown as { scheduler: Scheduling };
  return new Promise((resolve) => void scheduler.postTask(resolve));
}
