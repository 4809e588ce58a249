//! The instructions of WebAssembly: relaxed SIMD where the build has it, else `simd128`. Leaves out which build is for
//! whom; see `xtask/src/engine.rs`.

use std::arch::wasm32::{
    f32x4_add, f32x4_convert_i32x4, f32x4_mul, v128, v128_load, v128_load32_splat, v128_store,
};

use super::{
    matrix::{DEEP, Matrix},
    tile::tiled,
};

const LANES: usize = 4;

/// Four rows, scaled and shifted, to `out`.
#[inline(always)]
unsafe fn scale(sums: v128, scales: *const f32, bias: *const f32, out: *mut f32) {
    // SAFETY: the caller has four numbers at each place.
    unsafe {
        let scaled = f32x4_mul(f32x4_convert_i32x4(sums), v128_load(scales.cast()));
        v128_store(out.cast(), f32x4_add(scaled, v128_load(bias.cast())));
    }
}

#[cfg(target_feature = "relaxed-simd")]
mod instructions {
    use std::arch::wasm32::i32x4_relaxed_dot_i8x16_i7x16_add;

    use super::{scale, v128, v128_load, v128_load32_splat};

    /// One lane for each of four rows.
    pub type Sums = v128;

    #[inline(always)]
    pub unsafe fn start(from: *const i32) -> Sums {
        // SAFETY: the caller has four numbers there.
        unsafe { v128_load(from.cast()) }
    }

    #[inline(always)]
    pub unsafe fn weights(from: *const i8) -> v128 {
        // SAFETY: the caller has four weights of four rows there.
        unsafe { v128_load(from.cast()) }
    }

    #[inline(always)]
    pub unsafe fn inputs(from: *const u8) -> v128 {
        // SAFETY: the caller has four activations there; the load may be unaligned.
        unsafe { v128_load32_splat(from.cast()) }
    }

    // What is left to a machine is how it adds two products in 16 bits, where these never overflow.
    #[inline(always)]
    pub fn add(sums: Sums, w: v128, x: v128) -> Sums {
        i32x4_relaxed_dot_i8x16_i7x16_add(w, x, sums)
    }

    #[inline(always)]
    pub unsafe fn finish(sums: Sums, scales: *const f32, bias: *const f32, out: *mut f32) {
        // SAFETY: as the caller promises.
        unsafe { scale(sums, scales, bias, out) }
    }
}

#[cfg(not(target_feature = "relaxed-simd"))]
mod instructions {
    use std::arch::wasm32::{
        i16x8_extend_high_i8x16, i16x8_extend_low_i8x16, i32x4_add, i32x4_dot_i16x8, i32x4_shuffle,
        i32x4_splat,
    };

    use super::{scale, v128, v128_load, v128_load32_splat};

    /// Two lanes for each of two rows, then for the other two.
    pub type Sums = (v128, v128);

    #[inline(always)]
    pub unsafe fn start(from: *const i32) -> Sums {
        // SAFETY: the caller has four numbers there.
        let four = unsafe { v128_load(from.cast()) };
        let none = i32x4_splat(0);
        (i32x4_shuffle::<0, 4, 1, 4>(four, none), i32x4_shuffle::<2, 4, 3, 4>(four, none))
    }

    #[inline(always)]
    pub unsafe fn weights(from: *const i8) -> Sums {
        // SAFETY: the caller has four weights of four rows there.
        let w = unsafe { v128_load(from.cast()) };
        (i16x8_extend_low_i8x16(w), i16x8_extend_high_i8x16(w))
    }

    #[inline(always)]
    pub unsafe fn inputs(from: *const u8) -> v128 {
        // SAFETY: the caller has four activations there; the load may be unaligned.
        i16x8_extend_low_i8x16(unsafe { v128_load32_splat(from.cast()) })
    }

    #[inline(always)]
    pub fn add(sums: Sums, w: Sums, x: v128) -> Sums {
        (i32x4_add(sums.0, i32x4_dot_i16x8(w.0, x)), i32x4_add(sums.1, i32x4_dot_i16x8(w.1, x)))
    }

    #[inline(always)]
    pub unsafe fn finish(sums: Sums, scales: *const f32, bias: *const f32, out: *mut f32) {
        let even = i32x4_shuffle::<0, 2, 4, 6>(sums.0, sums.1);
        let odd = i32x4_shuffle::<1, 3, 5, 7>(sums.0, sums.1);
        // SAFETY: as the caller promises.
        unsafe { scale(i32x4_add(even, odd), scales, bias, out) }
    }
}

use instructions::{add, finish, inputs, start, weights};

#[cfg(target_feature = "relaxed-simd")]
tiled!(many: [2] by 4, one: [8, 4, 2]);
#[cfg(not(target_feature = "relaxed-simd"))]
tiled!(many: [2] by 2, one: [4, 2]);
