//! Products of 8-bit weights with 7-bit activations, summed in 32-bit integers.
//!
//! Integer sums do not depend on their order, and with seven bits no step of any processor's product
//! can overflow, so every build and every processor gives the same bits: `simd128`, VNNI,
//! AVX2, none. Which instructions each has is in the modules below, how they are
//! put together in [`tile`]. Leaves out what the numbers mean.

#[cfg(not(target_arch = "wasm32"))]
mod plain;
mod tile;
#[cfg(target_arch = "wasm32")]
mod wasm;
#[cfg(target_arch = "x86_64")]
mod x86;

#[cfg(test)]
mod tests;

/// Largest activation.
pub const MOST: u8 = 127;

/// Stands for 0 where activations have a sign: they are then between 1 and [`MOST`].
pub const ZERO: u8 = 64;

/// Rows are padded to a multiple of this, in the weights and in what comes out.
pub const ROWS: usize = 8;

/// Products that one instruction sums in one lane.
const DEEP: usize = 4;

/// [`DEEP`] weights of each of [`ROWS`] rows, one row after another.
#[derive(Clone, Copy, Debug)]
#[repr(C, align(32))]
struct Block([i8; ROWS * DEEP]);

/// A matrix of weights, one row for each output.
#[derive(Clone, Debug)]
pub struct Matrix {
    /// For every [`DEEP`] columns, these columns of all rows.
    blocks: Vec<Block>,
    /// Inner length, a multiple of [`DEEP`].
    width: usize,
    /// How many rows are real.
    rows: usize,
    /// Where each row's sum begins, so that [`ZERO`] counts as 0.
    start: Vec<i32>,
    /// What one unit of each row's sum is worth.
    scales: Vec<f32>,
    /// Added to each row.
    bias: Vec<f32>,
}

/// How activations are to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// As they are, from 0.
    Without,
    /// [`ZERO`] less.
    With,
}

impl Matrix {
    /// Packs `weights`, row after row of `width`. Panics unless there is one scale and one bias a row
    /// and `width` is a multiple of four.
    #[must_use]
    pub fn new(weights: &[i8], width: usize, scales: &[f32], bias: &[f32], sign: Sign) -> Self {
        let rows = scales.len();
        assert!(width.is_multiple_of(DEEP) && weights.len() == rows * width && bias.len() == rows);
        let padded = rows.next_multiple_of(ROWS);
        let mut blocks = vec![Block([0; ROWS * DEEP]); width / DEEP * padded / ROWS];
        let mut start = vec![0; padded];
        for (r, row) in weights.chunks_exact(width).enumerate() {
            for (at, four) in row.chunks_exact(DEEP).enumerate() {
                let block = &mut blocks[(at * padded + r) / ROWS].0;
                block[r % ROWS * DEEP..][..DEEP].copy_from_slice(four);
            }
            if sign == Sign::With {
                let sum: i32 = row.iter().map(|&w| i32::from(w)).sum();
                start[r] = -i32::from(ZERO) * sum;
            }
        }
        let pad = |numbers: &[f32]| {
            let mut out = numbers.to_vec();
            out.resize(padded, 0.0);
            out
        };
        Self {
            blocks,
            width,
            rows,
            start,
            scales: pad(scales),
            bias: pad(bias),
        }
    }

    /// Number of rows.
    #[must_use]
    pub const fn rows(&self) -> usize {
        self.rows
    }

    /// Number of outputs for each input: one a row, then zeros up to a multiple of [`ROWS`].
    #[must_use]
    pub const fn outputs(&self) -> usize {
        self.scales.len()
    }

    /// Inner length.
    #[must_use]
    pub const fn width(&self) -> usize {
        self.width
    }

    /// For each of `count` inputs (input `t` is `x[t * stride..][..width]`, none above [`MOST`]) and
    /// each row `r`, writes the scaled sum plus bias to `out[t * outputs + r]`. Panics when a slice is
    /// too short.
    pub fn apply(&self, x: &[u8], stride: usize, count: usize, out: &mut [f32]) {
        if count == 0 {
            return;
        }
        assert!(out.len() >= count * self.outputs());
        // Whoever calls may give the rest of a longer text, which is not looked at.
        let x = &x[..(count - 1) * stride + self.width];
        debug_assert!(x.iter().all(|&x| x <= MOST));
        // SAFETY: the lengths were checked above, those of the matrix when it was made, and the
        // processor has what each variant asks for.
        unsafe {
            #[cfg(target_arch = "wasm32")]
            return wasm::apply(self, x, stride, count, out);
            #[cfg(target_arch = "x86_64")]
            match x86::level() {
                x86::Level::Vnni512 => return x86::vnni512::apply(self, x, stride, count, out),
                x86::Level::Vnni => return x86::vnni::apply(self, x, stride, count, out),
                x86::Level::Avx2 => return x86::avx2::apply(self, x, stride, count, out),
                x86::Level::Less => {}
            }
            #[cfg(not(target_arch = "wasm32"))]
            plain::apply(self, x, stride, count, out);
        }
    }
}

/// Whether the processor has AVX2, whatever else it has.
#[cfg(target_arch = "x86_64")]
#[must_use]
pub fn has_avx2() -> bool {
    x86::level() != x86::Level::Less
}

/// Rounds `x * scale + zero` to the nearest activation, halves to even, clamped to 0 to [`MOST`].
#[inline(always)]
#[must_use]
pub fn quantize(x: f32, scale: f32, zero: u8) -> u8 {
    // Adding 1.5 · 2^23 leaves the rounded number in the low bits: no call, no branch, any lane.
    let scaled = (x * scale + f32::from(zero)).clamp(0.0, f32::from(MOST));
    (scaled + 12_582_912.0).to_bits() as u8 & MOST
}
