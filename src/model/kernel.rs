//! Products of 8-bit weights with 16-bit activations, summed in 32-bit integers.
//!
//! Integer sums do not depend on their order, so every build (`simd128`, AVX2, plain) gives the same
//! bits. Leaves out what the numbers mean. No allocation.

use super::shape::STEP;

/// Largest magnitude of an activation.
pub const LIMIT: f32 = 32_767.0;

/// A matrix of weights, one row for each output.
#[derive(Clone, Debug)]
pub struct Matrix<'a> {
    /// `rows * width` weights, row after row.
    pub weights: &'a [i8],
    /// Inner length, a multiple of [`STEP`].
    pub width: usize,
    /// What one unit of each row's sum is worth.
    pub scales: Vec<f32>,
    /// Added to each row.
    pub bias: Vec<f32>,
}

impl Matrix<'_> {
    /// Number of outputs.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.scales.len()
    }

    /// For each of `count` inputs (input `t` is `x[t * stride..][..width]`) and each row `r`, writes
    /// the scaled sum plus bias to `out[t * rows + r]`. Panics when a slice is too short.
    pub fn apply(&self, x: &[i16], stride: usize, count: usize, out: &mut [f32]) {
        let rows = self.rows();
        if count == 0 {
            return;
        }
        assert!(self.width.is_multiple_of(STEP) && self.bias.len() == rows);
        assert!(self.weights.len() == rows * self.width && out.len() >= count * rows);
        assert!(x.len() >= (count - 1) * stride + self.width);
        #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
        return wasm::apply(self, x, stride, count, out);
        #[cfg(target_arch = "x86_64")]
        if std::is_x86_feature_detected!("avx2") {
            // SAFETY: the processor has AVX2, and the lengths were checked above.
            return unsafe { avx2::apply(self, x, stride, count, out) };
        }
        #[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
        plain::apply(self, x, stride, count, out);
    }
}

/// Rounds to the nearest 16-bit activation, halves to even, clamped to ±[`LIMIT`].
#[inline(always)]
#[must_use]
pub fn quantize(x: f32, scale: f32) -> i16 {
    // Adding 1.5 · 2^23 leaves the rounded number in the low bits: no call, no branch, any lane.
    ((x * scale).clamp(-LIMIT, LIMIT) + 12_582_912.0).to_bits() as u16 as i16
}

/// Walks the outputs in tiles of four rows by two inputs, then by one, so that each load serves
/// several products and four sums are finished at once. Written out, since closures and iterators do
/// not inline into functions of another target feature.
macro_rules! tiled {
    ($(#[$attribute:meta])* [$($unsafety:tt)?], $lanes:expr, $zero:expr) => {
        $(#[$attribute])*
        pub(super) $($unsafety)? fn apply(m: &Matrix, x: &[i16], stride: usize, count: usize, out: &mut [f32]) {
            let (rows, width) = (m.scales.len(), m.width);
            let (w, scales, bias) = (m.weights, m.scales.as_slice(), m.bias.as_slice());
            let mut t = 0;
            while t + 2 <= count {
                let x0 = &x[t * stride..][..width];
                let x1 = &x[(t + 1) * stride..][..width];
                let (out0, out1) = out[t * rows..][..2 * rows].split_at_mut(rows);
                let mut r = 0;
                while r + 4 <= rows {
                    let (w0, w1) = (&w[r * width..][..width], &w[(r + 1) * width..][..width]);
                    let (w2, w3) = (&w[(r + 2) * width..][..width], &w[(r + 3) * width..][..width]);
                    let (mut a0, mut a1, mut a2, mut a3) = ($zero, $zero, $zero, $zero);
                    let (mut b0, mut b1, mut b2, mut b3) = ($zero, $zero, $zero, $zero);
                    let mut k = 0;
                    while k < width {
                        let (a, b) = (inputs(x0, k), inputs(x1, k));
                        let w = weights(w0, k);
                        a0 = add(a0, w, a);
                        b0 = add(b0, w, b);
                        let w = weights(w1, k);
                        a1 = add(a1, w, a);
                        b1 = add(b1, w, b);
                        let w = weights(w2, k);
                        a2 = add(a2, w, a);
                        b2 = add(b2, w, b);
                        let w = weights(w3, k);
                        a3 = add(a3, w, a);
                        b3 = add(b3, w, b);
                        k += $lanes;
                    }
                    let (scales, bias) = (&scales[r..r + 4], &bias[r..r + 4]);
                    finish(a0, a1, a2, a3, scales, bias, &mut out0[r..r + 4]);
                    finish(b0, b1, b2, b3, scales, bias, &mut out1[r..r + 4]);
                    r += 4;
                }
                t += 2;
            }
            // An odd last input; then the rows that do not fill a tile, for every input.
            while t < count {
                let x = &x[t * stride..][..width];
                let out = &mut out[t * rows..][..rows];
                let mut r = 0;
                while r + 4 <= rows {
                    let (w0, w1) = (&w[r * width..][..width], &w[(r + 1) * width..][..width]);
                    let (w2, w3) = (&w[(r + 2) * width..][..width], &w[(r + 3) * width..][..width]);
                    let (mut a0, mut a1, mut a2, mut a3) = ($zero, $zero, $zero, $zero);
                    let mut k = 0;
                    while k < width {
                        let x = inputs(x, k);
                        a0 = add(a0, weights(w0, k), x);
                        a1 = add(a1, weights(w1, k), x);
                        a2 = add(a2, weights(w2, k), x);
                        a3 = add(a3, weights(w3, k), x);
                        k += $lanes;
                    }
                    finish(a0, a1, a2, a3, &scales[r..r + 4], &bias[r..r + 4], &mut out[r..r + 4]);
                    r += 4;
                }
                t += 1;
            }
            let mut r = rows / 4 * 4;
            while r < rows {
                let w = &w[r * width..][..width];
                let mut t = 0;
                while t < count {
                    let x = &x[t * stride..][..width];
                    let mut sum = $zero;
                    let mut k = 0;
                    while k < width {
                        sum = add(sum, weights(w, k), inputs(x, k));
                        k += $lanes;
                    }
                    out[t * rows + r] = total(sum) as f32 * scales[r] + bias[r];
                    t += 1;
                }
                r += 1;
            }
        }
    };
}

/// 128-bit lanes of WebAssembly.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod wasm {
    use super::Matrix;
    use std::arch::wasm32::{
        f32x4_add, f32x4_convert_i32x4, f32x4_mul, i16x8_load_extend_i8x8, i32x4_add,
        i32x4_dot_i16x8, i32x4_extract_lane, i32x4_shuffle, i32x4_splat, v128, v128_load,
        v128_store,
    };

    #[inline(always)]
    fn weights(w: &[i8], k: usize) -> v128 {
        // SAFETY: `k + 8 <= w.len()`, since `k` and the length are multiples of 8 and `k < len`.
        unsafe { i16x8_load_extend_i8x8(w.as_ptr().add(k)) }
    }

    #[inline(always)]
    fn inputs(x: &[i16], k: usize) -> v128 {
        // SAFETY: as above; the load may be unaligned.
        unsafe { v128_load(x.as_ptr().add(k).cast()) }
    }

    #[inline(always)]
    fn add(sum: v128, w: v128, x: v128) -> v128 {
        i32x4_add(sum, i32x4_dot_i16x8(w, x))
    }

    #[inline(always)]
    fn total(s: v128) -> i32 {
        i32x4_extract_lane::<0>(s)
            + i32x4_extract_lane::<1>(s)
            + i32x4_extract_lane::<2>(s)
            + i32x4_extract_lane::<3>(s)
    }

    /// Four totals at once, scaled, to four outputs.
    #[inline(always)]
    fn finish(a: v128, b: v128, c: v128, d: v128, scales: &[f32], bias: &[f32], out: &mut [f32]) {
        assert!(scales.len() == 4 && bias.len() == 4 && out.len() == 4);
        let two = |a, b| {
            i32x4_add(
                i32x4_shuffle::<0, 4, 1, 5>(a, b),
                i32x4_shuffle::<2, 6, 3, 7>(a, b),
            )
        };
        let (ab, cd) = (two(a, b), two(c, d));
        let sums = i32x4_add(
            i32x4_shuffle::<0, 1, 4, 5>(ab, cd),
            i32x4_shuffle::<2, 3, 6, 7>(ab, cd),
        );
        // SAFETY: four numbers each, as asserted; loads and store may be unaligned.
        unsafe {
            let scaled = f32x4_mul(f32x4_convert_i32x4(sums), v128_load(scales.as_ptr().cast()));
            let shifted = f32x4_add(scaled, v128_load(bias.as_ptr().cast()));
            v128_store(out.as_mut_ptr().cast(), shifted);
        }
    }

    tiled!([], 8, i32x4_splat(0));
}

/// 256-bit lanes of x86, chosen at run time.
#[cfg(target_arch = "x86_64")]
mod avx2 {
    use super::Matrix;
    use std::arch::x86_64::{
        __m256i, _mm_add_epi32, _mm_add_ps, _mm_cvtepi32_ps, _mm_cvtsi128_si32, _mm_loadu_ps,
        _mm_loadu_si128, _mm_mul_ps, _mm_shuffle_epi32, _mm_storeu_ps, _mm256_add_epi32,
        _mm256_castsi256_si128, _mm256_cvtepi8_epi16, _mm256_extracti128_si256, _mm256_hadd_epi32,
        _mm256_loadu_si256, _mm256_madd_epi16, _mm256_setzero_si256,
    };

    #[inline]
    #[target_feature(enable = "avx2")]
    fn weights(w: &[i8], k: usize) -> __m256i {
        // SAFETY: `k + 16 <= w.len()`, since both are multiples of 16 and `k < len`.
        unsafe { _mm256_cvtepi8_epi16(_mm_loadu_si128(w.as_ptr().add(k).cast())) }
    }

    #[inline]
    #[target_feature(enable = "avx2")]
    fn inputs(x: &[i16], k: usize) -> __m256i {
        // SAFETY: as above; the load may be unaligned.
        unsafe { _mm256_loadu_si256(x.as_ptr().add(k).cast()) }
    }

    #[inline]
    #[target_feature(enable = "avx2")]
    fn add(sum: __m256i, w: __m256i, x: __m256i) -> __m256i {
        _mm256_add_epi32(sum, _mm256_madd_epi16(w, x))
    }

    #[inline]
    #[target_feature(enable = "avx2")]
    fn total(sum: __m256i) -> i32 {
        let four = _mm_add_epi32(
            _mm256_castsi256_si128(sum),
            _mm256_extracti128_si256::<1>(sum),
        );
        let two = _mm_add_epi32(four, _mm_shuffle_epi32::<0b01_00_11_10>(four));
        _mm_cvtsi128_si32(_mm_add_epi32(two, _mm_shuffle_epi32::<0b10_11_00_01>(two)))
    }

    /// Four totals at once, scaled, to four outputs.
    #[inline]
    #[target_feature(enable = "avx2")]
    fn finish(
        a: __m256i,
        b: __m256i,
        c: __m256i,
        d: __m256i,
        scales: &[f32],
        bias: &[f32],
        out: &mut [f32],
    ) {
        assert!(scales.len() == 4 && bias.len() == 4 && out.len() == 4);
        let pairs = _mm256_hadd_epi32(_mm256_hadd_epi32(a, b), _mm256_hadd_epi32(c, d));
        let sums = _mm_add_epi32(
            _mm256_castsi256_si128(pairs),
            _mm256_extracti128_si256::<1>(pairs),
        );
        // SAFETY: four numbers each, as asserted; loads and store may be unaligned.
        unsafe {
            let scaled = _mm_mul_ps(_mm_cvtepi32_ps(sums), _mm_loadu_ps(scales.as_ptr()));
            _mm_storeu_ps(
                out.as_mut_ptr(),
                _mm_add_ps(scaled, _mm_loadu_ps(bias.as_ptr())),
            );
        }
    }

    tiled!(#[target_feature(enable = "avx2")] [unsafe], 16, _mm256_setzero_si256());
}

/// Everywhere else.
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
mod plain {
    use super::Matrix;

    type Lanes = [i32; 8];

    #[inline(always)]
    fn weights(w: &[i8], k: usize) -> Lanes {
        std::array::from_fn(|i| i32::from(w[k + i]))
    }

    #[inline(always)]
    fn inputs(x: &[i16], k: usize) -> Lanes {
        std::array::from_fn(|i| i32::from(x[k + i]))
    }

    #[inline(always)]
    fn add(sum: Lanes, w: Lanes, x: Lanes) -> Lanes {
        std::array::from_fn(|i| sum[i] + w[i] * x[i])
    }

    #[inline(always)]
    fn total(sum: Lanes) -> i32 {
        sum.iter().sum()
    }

    #[inline(always)]
    fn finish(
        a: Lanes,
        b: Lanes,
        c: Lanes,
        d: Lanes,
        scales: &[f32],
        bias: &[f32],
        out: &mut [f32],
    ) {
        for (i, sum) in [a, b, c, d].into_iter().enumerate() {
            out[i] = total(sum) as f32 * scales[i] + bias[i];
        }
    }

    tiled!([], 8, [0; 8]);
}

#[cfg(test)]
mod tests {
    use super::{Matrix, quantize};

    /// Numbers without a pattern, the same in every run.
    fn numbers(count: usize, below: i32) -> impl Iterator<Item = i32> {
        let mut state = 7u32;
        (0..count).map(move |_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) as i32 % (2 * below) - below
        })
    }

    #[test]
    fn every_tile_gives_the_sum_of_products() {
        for (rows, width, count) in [(1, 16, 1), (7, 144, 9), (6, 288, 4), (5, 32, 3)] {
            let weights: Vec<i8> = numbers(rows * width, 127).map(|n| n as i8).collect();
            let x: Vec<i16> = numbers(count * width + 5, 30_000)
                .map(|n| n as i16)
                .collect();
            let m = Matrix {
                weights: &weights,
                width,
                scales: vec![0.5; rows],
                bias: vec![1.0; rows],
            };
            let mut out = vec![0.0; rows * count];
            m.apply(&x, width, count, &mut out);
            for t in 0..count {
                for r in 0..rows {
                    let sum: i64 = (0..width)
                        .map(|k| i64::from(weights[r * width + k]) * i64::from(x[t * width + k]))
                        .sum();
                    assert_eq!(
                        out[t * rows + r],
                        sum as f32 * 0.5 + 1.0,
                        "row {r} of input {t}"
                    );
                }
            }
        }
    }

    #[test]
    fn activations_are_clamped_and_rounded() {
        assert_eq!(quantize(0.5, 2048.0), 1024);
        assert_eq!(quantize(-1e9, 2048.0), -32_767);
        assert_eq!(quantize(f32::MAX, 2048.0), 32_767);
        assert_eq!(quantize(0.000_4, 2048.0), 1);
    }
}
