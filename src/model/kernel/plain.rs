//! What every processor can do, and the reference for those that can do more.

use super::{
    matrix::{DEEP, Matrix, ROWS},
    tile::tiled,
};

const LANES: usize = ROWS;

type Sums = [i32; LANES];
type Weights = [i8; LANES * DEEP];
type Inputs = [u8; DEEP];

unsafe fn start(from: *const i32) -> Sums {
    // SAFETY: the caller has eight numbers there.
    unsafe { from.cast::<Sums>().read_unaligned() }
}

unsafe fn weights(from: *const i8) -> Weights {
    // SAFETY: the caller has four weights of eight rows there.
    unsafe { from.cast::<Weights>().read_unaligned() }
}

unsafe fn inputs(from: *const u8) -> Inputs {
    // SAFETY: the caller has four activations there.
    unsafe { from.cast::<Inputs>().read_unaligned() }
}

fn add(mut sums: Sums, w: Weights, x: Inputs) -> Sums {
    for (lane, sum) in sums.iter_mut().enumerate() {
        for (k, &x) in x.iter().enumerate() {
            *sum += i32::from(w[lane * DEEP + k]) * i32::from(x);
        }
    }
    sums
}

unsafe fn finish(sums: Sums, scales: *const f32, bias: *const f32, out: *mut f32) {
    for (lane, &sum) in sums.iter().enumerate() {
        // SAFETY: the caller has eight numbers at each place.
        unsafe { *out.add(lane) = sum as f32 * *scales.add(lane) + *bias.add(lane) };
    }
}

tiled!(many: [1] by 4, one: [1]);
