// Lets the page breathe: long work is cut in slices, and the page's own tasks run between them.

/** Milliseconds of a slice: well under the 50 that make a page feel stuck. */
const SLICE = 12;

interface Scheduling {
  yield?: () => Promise<void>;
}

/** Comes back after the page's waiting tasks had their turn. */
export function breathe(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduling };
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Measures slices: how long all of them took, and the longest. */
export interface Clock {
  ms: number;
  longest: number;
}

export function newClock(): Clock {
  return { ms: 0, longest: 0 };
}

/** Runs a generator to its end in slices, its time on the clock. */
export async function inSlices<T>(steps: Generator<undefined, T>, clock: Clock): Promise<T> {
  for (;;) {
    const began = performance.now();
    let step = steps.next();
    while (!step.done && performance.now() - began < SLICE) step = steps.next();
    note(clock, performance.now() - began);
    if (step.done) return step.value;
    await breathe();
  }
}

/** Runs one piece of work, its time on the clock. */
export function timed<T>(clock: Clock, work: () => T): T {
  const began = performance.now();
  const value = work();
  note(clock, performance.now() - began);
  return value;
}

function note(clock: Clock, ms: number): void {
  clock.ms += ms;
  clock.longest = Math.max(clock.longest, ms);
}
