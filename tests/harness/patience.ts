// How long what is waited for may take. Leaves out runs over pages that nobody knows (visitor.ts).

/** Milliseconds: generous, since a busy machine takes its time and only a failure waits that long. */
export const PATIENCE = 120_000;
