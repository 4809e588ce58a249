// Whether this browser or Node has relaxed SIMD: Chrome since 114, Firefox since 146, Node since 22.
// Leaves out which engine is then loaded.

/** A module of one function: `i32x4.relaxed_dot_i8x16_i7x16_add_s` of its three arguments. */
// biome-ignore format: one section a line.
const RELAXED = Uint8Array.of(
  0, 97, 115, 109, 1, 0, 0, 0,
  1, 8, 1, 96, 3, 123, 123, 123, 1, 123,
  3, 2, 1, 0,
  10, 13, 1, 11, 0, 32, 0, 32, 1, 32, 2, 253, 147, 2, 11,
);

export const hasRelaxed = () => WebAssembly.validate(RELAXED);
