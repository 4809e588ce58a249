/**
 * Holds an engine: `load` starts it once, and anew after a start that failed. The calls are to be made
 * once it has resolved.
 */
export function guard<Calls extends object>(engine: {
  start(): Promise<unknown>;
  calls: Calls;
  /** Puts an instance aside that broke down. */
  reset(): void;
}): Calls & { load(): Promise<unknown> };
