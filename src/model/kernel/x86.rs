//! The instructions of x86, chosen at run time: VNNI where there is one of its two encodings, else
//! AVX2.
//!
//! Leaves out older processors, see `plain`.

use std::{
    arch::x86_64::{
        __m256i, _mm256_add_epi32, _mm256_add_ps, _mm256_cvtepi32_ps, _mm256_dpbusd_avx_epi32,
        _mm256_dpbusd_epi32, _mm256_loadu_ps, _mm256_loadu_si256, _mm256_madd_epi16,
        _mm256_maddubs_epi16, _mm256_mul_ps, _mm256_set1_epi16, _mm256_set1_epi32,
        _mm256_storeu_ps,
    },
    sync::OnceLock,
};

/// What a processor has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// VNNI as servers have had it since 2019.
    Vnni512,
    /// VNNI as other machines have it.
    Vnni,
    /// AVX2 alone.
    Avx2,
    /// Not even that.
    Less,
}

/// The best that this processor has.
pub fn level() -> Level {
    static LEVEL: OnceLock<Level> = OnceLock::new();
    *LEVEL.get_or_init(|| *levels().first().unwrap_or(&Level::Less))
}

/// All that this processor has, the best first.
pub fn levels() -> Vec<Level> {
    use std::is_x86_feature_detected as has;
    let all = [
        (Level::Vnni512, has!("avx512vnni") && has!("avx512vl")),
        (Level::Vnni, has!("avxvnni")),
        (Level::Avx2, has!("avx2")),
        (Level::Less, true),
    ];
    all.into_iter().filter_map(|(level, has)| has.then_some(level)).collect()
}

/// The same for each set of instructions, which differ in how they multiply and add.
macro_rules! variant {
    ($name:ident, $feature:literal, |$sum:ident, $w:ident, $x:ident| $add:expr) => {
        pub mod $name {
            use super::super::{
                matrix::{DEEP, Matrix},
                tile::tiled,
            };
            #[allow(clippy::wildcard_imports, reason = "each variant needs others of them")]
            use super::*;

            const LANES: usize = 8;
            type Vector = __m256i;

            #[inline]
            #[target_feature(enable = $feature)]
            unsafe fn start(from: *const i32) -> Vector {
                // SAFETY: the caller has eight numbers there.
                unsafe { _mm256_loadu_si256(from.cast()) }
            }

            #[inline]
            #[target_feature(enable = $feature)]
            unsafe fn weights(from: *const i8) -> Vector {
                // SAFETY: the caller has four weights of eight rows there.
                unsafe { _mm256_loadu_si256(from.cast()) }
            }

            #[inline]
            #[target_feature(enable = $feature)]
            unsafe fn inputs(from: *const u8) -> Vector {
                // SAFETY: the caller has four activations there.
                _mm256_set1_epi32(unsafe { from.cast::<i32>().read_unaligned() })
            }

            #[inline]
            #[target_feature(enable = $feature)]
            fn add($sum: Vector, $w: Vector, $x: Vector) -> Vector {
                $add
            }

            #[inline]
            #[target_feature(enable = $feature)]
            unsafe fn finish(sums: Vector, scales: *const f32, bias: *const f32, out: *mut f32) {
                // SAFETY: the caller has eight numbers at each place.
                unsafe {
                    let scaled = _mm256_mul_ps(_mm256_cvtepi32_ps(sums), _mm256_loadu_ps(scales));
                    _mm256_storeu_ps(out, _mm256_add_ps(scaled, _mm256_loadu_ps(bias)));
                }
            }

            tiled!(#[target_feature(enable = $feature)] many: [3, 1] by 4, one: [14, 6, 4, 1]);
        }
    };
}

variant!(vnni512, "avx2,avx512vnni,avx512vl", |sum, w, x| _mm256_dpbusd_epi32(sum, x, w));
variant!(vnni, "avx2,avxvnni", |sum, w, x| _mm256_dpbusd_avx_epi32(sum, x, w));
// Two products of 7 by 8 bits stay within 16.
variant!(avx2, "avx2", |sum, w, x| _mm256_add_epi32(
    sum,
    _mm256_madd_epi16(_mm256_maddubs_epi16(x, w), _mm256_set1_epi16(1))
));
