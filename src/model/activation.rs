//! The curves of the network and of probability, made of additions, products and divisions alone.
//!
//! `libm` differs between platforms in the last bit; these do not. Leaves out vectors: the loops
//! that call these are simple enough for the compiler to vectorise.

/// Hyperbolic tangent, within .0022 of the true one and never beyond ±1: the closest rational function
/// of degree 3 over 2. States are rounded to an eighth of that less exactly.
#[inline(always)]
#[must_use]
pub fn tanh(x: f32) -> f32 {
    let x = x.clamp(-3.07, 3.07);
    let s = x * x;
    x * (2.732_6 + 0.130_05 * s) / (2.753_2 + s)
}

/// Logistic function, within .0011: half of [`tanh`] at half the place, above one half.
#[inline(always)]
#[must_use]
pub fn sigmoid(x: f32) -> f32 {
    let x = x.clamp(-6.14, 6.14);
    let s = x * x;
    0.5 + x * (2.732_6 + 0.032_512_5 * s) / (11.012_8 + s)
}

/// The number where it is above 0, else 0. Not `max`, which in WebAssembly is a call.
#[inline(always)]
#[must_use]
pub fn rectified(x: f32) -> f32 {
    if x > 0.0 { x } else { 0.0 }
}

/// e to the power of `x` for `x <= 0`, within one part in 10^5; 0 below −87.
#[inline]
#[must_use]
pub fn exp(x: f32) -> f32 {
    if x < -87.0 {
        return 0.0;
    }
    // Adding 1.5 · 2^23 and taking it away rounds to a whole number: no call, any lane.
    let turns = x * std::f32::consts::LOG2_E + 12_582_912.0 - 12_582_912.0;
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
            assert!((tanh(x) - x.tanh()).abs() < 2.2e-3, "tanh {x}: {}", tanh(x));
            assert!((sigmoid(x) - 1.0 / (1.0 + (-x).exp())).abs() < 1.1e-3, "sigmoid {x}");
            if x <= 0.0 {
                assert!((exp(x) - x.exp()).abs() <= 1e-5 * x.exp() + 1e-30, "exp {x}");
            }
        }
    }
}
