//! Every variant that this processor can run, against the sum of products, bit for bit.

use proptest::prelude::*;

use super::{MOST, Matrix, Sign, ZERO, plain, quantize};

/// One way to fill `out` for `count` inputs.
type Apply = unsafe fn(&Matrix, &[u8], usize, usize, &mut [f32]);

/// All variants, with their names.
fn variants() -> Vec<(&'static str, Apply)> {
    let mut out: Vec<(&'static str, Apply)> = vec![("plain", plain::apply)];
    #[cfg(target_arch = "x86_64")]
    for level in super::x86::levels() {
        use super::x86::{Level, avx2, vnni, vnni512};
        match level {
            Level::Vnni512 => out.push(("vnni512", vnni512::apply)),
            Level::Vnni => out.push(("vnni", vnni::apply)),
            Level::Avx2 => out.push(("avx2", avx2::apply)),
            Level::Less => {}
        }
    }
    out
}

/// A matrix as its parts, and inputs for it.
#[derive(Clone, Debug)]
struct Case {
    weights: Vec<i8>,
    width: usize,
    scales: Vec<f32>,
    bias: Vec<f32>,
    sign: Sign,
    x: Vec<u8>,
    stride: usize,
    count: usize,
}

impl Case {
    /// What must come out, computed in another way: no tile, no offset folded in.
    fn expected(&self) -> Vec<f32> {
        let rows = self.scales.len();
        let outputs = rows.next_multiple_of(8);
        let zero = if self.sign == Sign::With { ZERO } else { 0 };
        let mut out = vec![0.0; self.count * outputs];
        for t in 0..self.count {
            let x = &self.x[t * self.stride..][..self.width];
            for r in 0..rows {
                let row = &self.weights[r * self.width..][..self.width];
                let products = row.iter().zip(x);
                let sum: i64 =
                    products.map(|(&w, &x)| i64::from(w) * (i64::from(x) - i64::from(zero))).sum();
                out[t * outputs + r] = sum as f32 * self.scales[r] + self.bias[r];
            }
        }
        out
    }

    fn check(&self) {
        let m = Matrix::new(&self.weights, self.width, &self.scales, &self.bias, self.sign);
        let bits = |out: &[f32]| out.iter().map(|x| x.to_bits()).collect::<Vec<_>>();
        let expected = bits(&self.expected());
        for (name, apply) in variants() {
            let mut out = vec![f32::NAN; self.count * m.outputs()];
            // SAFETY: `variants` lists what the processor has, and the lengths fit.
            unsafe { apply(&m, &self.x, self.stride, self.count, &mut out) };
            assert_eq!(bits(&out), expected, "{name}");
        }
        let mut out = vec![f32::NAN; self.count * m.outputs()];
        m.apply(&self.x, self.stride, self.count, &mut out);
        assert_eq!(bits(&out), expected, "as chosen");
    }
}

/// Small and large, random and at the ends, rows that overlap and rows that do not touch.
fn cases() -> impl Strategy<Value = Case> {
    (1usize..130, 1usize..30, 0usize..10, 0usize..40).prop_flat_map(
        |(rows, fours, count, stride)| {
            let width = 4 * fours;
            let weight = prop_oneof![any::<i8>(), Just(i8::MIN), Just(i8::MAX)];
            let input = prop_oneof![0..=MOST, Just(MOST), Just(0)];
            let number = -2.0f32..2.0;
            (
                prop::collection::vec(weight, rows * width),
                prop::collection::vec(number.clone(), rows),
                prop::collection::vec(number, rows),
                prop_oneof![Just(Sign::With), Just(Sign::Without)],
                prop::collection::vec(input, count * stride + width),
            )
                .prop_map(move |(weights, scales, bias, sign, x)| Case {
                    weights,
                    width,
                    scales,
                    bias,
                    sign,
                    x,
                    stride,
                    count,
                })
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn every_variant_gives_the_sum_of_products(case in cases()) {
        case.check();
    }
}

#[test]
fn the_largest_sums_do_not_overflow() {
    for (weight, input) in [(i8::MIN, MOST), (i8::MAX, MOST), (i8::MIN, 0), (i8::MAX, 0)] {
        for sign in [Sign::With, Sign::Without] {
            let (rows, width, count) = (336, 512, 5);
            Case {
                weights: vec![weight; rows * width],
                width,
                scales: vec![1.0; rows],
                bias: vec![0.0; rows],
                sign,
                x: vec![input; count * width],
                stride: width,
                count,
            }
            .check();
        }
    }
}

#[test]
fn activations_are_clamped_and_rounded() {
    assert_eq!(quantize(0.5, 16.0, 0), 8);
    assert_eq!(quantize(-1e9, 16.0, 0), 0);
    assert_eq!(quantize(f32::MAX, 16.0, 0), MOST);
    assert_eq!(quantize(2.5, 1.0, 0), 2);
    assert_eq!(quantize(3.5, 1.0, 0), 4);
    assert_eq!(quantize(-1.0, 63.0, ZERO), 1);
    assert_eq!(quantize(1.0, 63.0, ZERO), 127);
    assert!(quantize(f32::NAN, 63.0, ZERO) <= MOST);
}
