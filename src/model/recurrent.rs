//! A layer of gated recurrent units, both ways over all tokens.
//!
//! What comes in is multiplied for many tokens at once, what comes back for one after another. Leaves
//! out the products themselves, see `kernel`.

use super::{
    activation::{sigmoid, tanh},
    kernel::{ZERO, quantize},
    parts::Direction,
    shape::CHUNK,
};

/// Units in a state of 1; states stay within ±1.
const UNITS: f32 = 63.0;

/// The states of `count` tokens: what the first direction has read up to each, then what the second
/// has from the end down to it. `read` hears of so many more tokens, in either direction.
#[must_use]
pub fn both_ways(
    layer: &[Direction; 2],
    below: &[u8],
    count: usize,
    read: &mut dyn FnMut(usize),
) -> Vec<u8> {
    let width = layer[0].state.width();
    let mut states = vec![ZERO; count * 2 * width];
    let chunks = (0..count).step_by(CHUNK).map(|first| first..count.min(first + CHUNK));
    let mut forward = Way::new(&layer[0], below, 0);
    for chunk in chunks.clone() {
        let tokens = chunk.len();
        forward.enter(chunk.start, tokens);
        for t in chunk {
            forward.step(t, &mut states);
        }
        read(tokens);
    }
    let mut backward = Way::new(&layer[1], below, width);
    for chunk in chunks.rev() {
        let tokens = chunk.len();
        backward.enter(chunk.start, tokens);
        for t in chunk.rev() {
            backward.step(t, &mut states);
        }
        read(tokens);
    }
    states
}

/// One direction on its way.
struct Way<'a> {
    direction: &'a Direction,
    below: &'a [u8],
    /// Where its numbers stand in a token's row.
    offset: usize,
    /// The first token of `gates`.
    first: usize,
    gates: Vec<f32>,
    back: Vec<f32>,
    state: Vec<f32>,
    units: Vec<u8>,
}

impl<'a> Way<'a> {
    fn new(direction: &'a Direction, below: &'a [u8], offset: usize) -> Self {
        let width = direction.state.width();
        Self {
            direction,
            below,
            offset,
            first: 0,
            gates: vec![0.0; CHUNK * direction.input.outputs()],
            back: vec![0.0; direction.state.outputs()],
            state: vec![0.0; width],
            units: vec![ZERO; width],
        }
    }

    /// Computes what comes in for the next `count` tokens.
    fn enter(&mut self, first: usize, count: usize) {
        let input = &self.direction.input;
        let stride = input.width();
        input.apply(&self.below[first * stride..], stride, count, &mut self.gates);
        self.first = first;
    }

    /// Reads token `t`, which is among those last entered.
    fn step(&mut self, t: usize, states: &mut [u8]) {
        let (width, rows) = (self.state.len(), self.back.len());
        self.direction.state.apply(&self.units, width, 1, &mut self.back);
        let gates = &self.gates[(t - self.first) * rows..][..rows];
        step(gates, &self.back, &mut self.state, &mut self.units);
        states[t * 2 * width + self.offset..][..width].copy_from_slice(&self.units);
    }
}

/// One step of a gated recurrent unit (Cho et al. 2014, with the reset behind the product as in
/// cuDNN and PyTorch). `gates` and `back` hold reset, update and candidate of all units.
fn step(gates: &[f32], back: &[f32], state: &mut [f32], units: &mut [u8]) {
    #[cfg(target_arch = "x86_64")]
    if super::kernel::has_avx2() {
        // SAFETY: the processor has AVX2.
        return unsafe { step_avx2(gates, back, state, units) };
    }
    step_anywhere(gates, back, state, units);
}

/// The same operations in wider lanes, so the same bits.
#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2")]
fn step_avx2(gates: &[f32], back: &[f32], state: &mut [f32], units: &mut [u8]) {
    step_anywhere(gates, back, state, units);
}

#[inline(always)]
fn step_anywhere(gates: &[f32], back: &[f32], state: &mut [f32], units: &mut [u8]) {
    let width = state.len();
    let (reset, rest) = gates.split_at(width);
    let (update, rest) = rest.split_at(width);
    let candidate = &rest[..width];
    let (back_reset, rest) = back.split_at(width);
    let (back_update, rest) = rest.split_at(width);
    let (back_candidate, units) = (&rest[..width], &mut units[..width]);
    for j in 0..width {
        let r = sigmoid(reset[j] + back_reset[j]);
        let z = sigmoid(update[j] + back_update[j]);
        let n = tanh(candidate[j] + r * back_candidate[j]);
        state[j] = n + z * (state[j] - n);
        units[j] = quantize(state[j], UNITS, ZERO);
    }
}
