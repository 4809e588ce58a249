//! The curves of the network and of probability, made of additions, products and divisions alone.
//!
//! `libm` differs between platforms in the last bit; these do not. Leaves out vectors: the loops
//! that call these are simple enough for the compiler to vectorise.

/// Hyperbolic tangent, within 1e-4 of the true one: a rational function of degree 7 over 6
/// (the continued fraction of Lambert), clamped where it would leave ±1.
#[inline(always)]
#[must_use]
pub fn tanh(x: f32) -> f32 {
    let x = x.clamp(-4.9, 4.9);
    let s = x * x;
    let over = x * (135_135.0 + s * (17_325.0 + s * (378.0 + s)));
    let under = 135_135.0 + s * (62_370.0 + s * (3_150.0 + s * 28.0));
    over / under
}

/// Logistic function, within 5e-5.
#[inline(always)]
#[must_use]
pub fn sigmoid(x: f32) -> f32 {
    0.5 + 0.5 * tanh(0.5 * x)
}

/// e to the power of `x` for `x <= 0`, within one part in 10^5; 0 below −87.
#[inline]
#[must_use]
pub fn exp(x: f32) -> f32 {
    if x < -87.0 {
        return 0.0;
    }
    let turns = (x * std::f32::consts::LOG2_E + 0.5).floor();
    let rest = x - turns * std::f32::consts::LN_2;
    let series =
        1.0 + rest * (1.0 + rest * (0.5 + rest * (1.0 / 6.0 + rest * (1.0 / 24.0 + rest / 120.0))));
    // Powers of two are exact.
    series * f32::from_bits(((turns as i32 + 127) as u32) << 23)
}

/// Natural logarithm of a positive normal number, within 2e-6.
#[inline]
#[must_use]
pub fn ln(x: f32) -> f32 {
    // x = m · 2^e with m between √½ and √2; ln m = 2 artanh((m − 1) / (m + 1)).
    let shifted = x.to_bits().wrapping_sub(0x3f35_04f3);
    let power = (shifted as i32) >> 23;
    let m = f32::from_bits((shifted & 0x007f_ffff) + 0x3f35_04f3);
    let r = (m - 1.0) / (m + 1.0);
    let s = r * r;
    let series = 2.0 * r * (1.0 + s * (1.0 / 3.0 + s * (0.2 + s / 7.0)));
    power as f32 * std::f32::consts::LN_2 + series
}

#[cfg(test)]
mod tests {
    use super::{exp, ln, sigmoid, tanh};

    #[test]
    fn the_logarithm_is_close_to_the_true_one() {
        for step in 1..=2000 {
            let x = step as f32 / 100.0;
            assert!((ln(x) - x.ln()).abs() < 3e-6, "ln {x}: {}", ln(x));
        }
    }

    #[test]
    fn the_curves_are_close_to_the_true_ones() {
        for step in -2000..=2000 {
            let x = step as f32 / 100.0;
            assert!((tanh(x) - x.tanh()).abs() < 1.5e-4, "tanh {x}: {}", tanh(x));
            assert!(
                (sigmoid(x) - 1.0 / (1.0 + (-x).exp())).abs() < 1e-4,
                "sigmoid {x}"
            );
            if x <= 0.0 {
                assert!(
                    (exp(x) - x.exp()).abs() <= 1e-5 * x.exp() + 1e-30,
                    "exp {x}"
                );
            }
        }
    }
}
