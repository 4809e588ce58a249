// A statement of nobody in particular, for tests to make their own of. Leaves out whole analyses.

import type { Attribution } from "../../extension/src/analysis";

/** A plain statement of these words, with what a test wants told otherwise. */
export function attribution(more: Partial<Attribution> & Pick<Attribution, "content">): Attribution {
  return {
    kind: "statement",
    form: "indirect",
    source: [],
    cue: [],
    verb: "neutral",
    source_kind: "unnamed",
    kind_confidence: 1,
    confidence: 1,
    parent: null,
    actor: null,
    resolution: "unclear",
    because: [],
    through: null,
    target: null,
    replies_to: null,
    replies: [],
    reply_state: null,
    categories: [],
    ...more,
  };
}
