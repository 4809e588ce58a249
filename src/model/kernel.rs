//! Products of 8-bit weights with 7-bit activations, summed in 32-bit integers.
//!
//! Integer sums do not depend on their order, and with seven bits no step of any processor's product
//! can overflow, so every build and every processor gives the same bits: relaxed SIMD, `simd128`, VNNI,
//! AVX2, none. Which instructions each has is in the modules below, how they are
//! put together in [`tile`]. Leaves out what the numbers mean.

mod matrix;
#[cfg(not(target_arch = "wasm32"))]
mod plain;
mod tile;
#[cfg(target_arch = "wasm32")]
mod wasm;
#[cfg(target_arch = "x86_64")]
mod x86;

#[cfg(test)]
mod tests;

pub use matrix::{MOST, Matrix, Sign, ZERO};

impl Matrix {
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
