// How much is kept and compared at once; apart, so that the panel need not read what reads the basket.

/** Articles in the basket. */
export const MOST_KEPT = 6;
/** Articles laid beside each other: more find no room. */
export const MOST_BESIDE = 3;
