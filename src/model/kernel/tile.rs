//! How a matrix is walked: in tiles of some rows by some inputs whose sums all stay in registers, so
//! that each load of weights serves several inputs, and each load of inputs several rows.
//!
//! A macro, since each set of instructions needs functions of its own target feature, into which
//! nothing else inlines. Leaves out the instructions.

/// Defines `apply`. In scope must be `LANES`, the rows of a vector, and `start`, `weights` (of four
/// columns), `inputs` (four activations, for all rows), `add` and `finish`. The lists say how many
/// vectors of rows a tile may have, by several inputs and by one, the largest first.
macro_rules! tiled {
    ($(#[$feature:meta])* many: [$($many:literal),*] by $at_once:literal, one: [$($one:literal),*]) => {
        /// All outputs of all inputs.
        ///
        /// # Safety
        /// `x` has `(count - 1) * stride + width` numbers, `out` has `count * outputs`.
        $(#[$feature])*
        pub unsafe fn apply(m: &Matrix, x: &[u8], stride: usize, count: usize, out: &mut [f32]) {
            let vectors = m.outputs() / LANES;
            let (x, out) = (x.as_ptr(), out.as_mut_ptr());
            let together = count / $at_once * $at_once;
            // SAFETY: a tile is taken only where so many vectors of rows and so many inputs are left.
            unsafe {
                let mut v = 0;
                $(while together > 0 && $many <= vectors - v {
                    let mut t = 0;
                    while t < together {
                        tile::<$many, $at_once>(m, v, x.add(t * stride), stride, out.add(t * m.outputs()));
                        t += $at_once;
                    }
                    v += $many;
                })*
                let mut t = together;
                while t < count {
                    let mut v = 0;
                    $(while $one <= vectors - v {
                        tile::<$one, 1>(m, v, x.add(t * stride), stride, out.add(t * m.outputs()));
                        v += $one;
                    })*
                    t += 1;
                }
            }
        }

        /// The outputs of `VECTORS` vectors of rows, from vector `first` on, of `INPUTS` inputs.
        $(#[$feature])*
        #[inline]
        unsafe fn tile<const VECTORS: usize, const INPUTS: usize>(
            m: &Matrix, first: usize, x: *const u8, stride: usize, out: *mut f32,
        ) {
            // SAFETY: the caller's tile lies within the matrix, the inputs and the outputs.
            unsafe {
                let row = first * LANES;
                let mut w = m.blocks.as_ptr().cast::<i8>().add(row * DEEP);
                let mut sums = [[start(m.start.as_ptr().add(row)); INPUTS]; VECTORS];
                for v in 0..VECTORS {
                    sums[v] = [start(m.start.as_ptr().add(row + v * LANES)); INPUTS];
                }
                let mut k = 0;
                while k < m.width {
                    let mut four = [inputs(x.add(k)); INPUTS];
                    for i in 1..INPUTS {
                        four[i] = inputs(x.add(i * stride + k));
                    }
                    for v in 0..VECTORS {
                        let w = weights(w.add(v * LANES * DEEP));
                        for i in 0..INPUTS {
                            sums[v][i] = add(sums[v][i], w, four[i]);
                        }
                    }
                    w = w.add(m.outputs() * DEEP);
                    k += DEEP;
                }
                for v in 0..VECTORS {
                    let row = row + v * LANES;
                    for i in 0..INPUTS {
                        let (scales, bias) = (m.scales.as_ptr().add(row), m.bias.as_ptr().add(row));
                        finish(sums[v][i], scales, bias, out.add(i * m.outputs() + row));
                    }
                }
            }
        }
    };
}
pub(super) use tiled;
