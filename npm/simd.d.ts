/** Whether relaxed SIMD is there. */
export function hasRelaxed(): boolean;
