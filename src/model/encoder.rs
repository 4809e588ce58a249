//! From features to a vector for each token and a score for each tag: table look-ups, a linear
//! layer, a convolution over three tokens, and recurrent layers (`recurrent`).
//!
//! Between layers every number has seven bits, which is as much as they need; training simulates it.
//! Leaves out which tags the scores add up to.

use super::{
    features::Features,
    kernel::{Matrix, ZERO, quantize},
    parts::lay,
    recurrent,
    shape::{CHUNK, TAGS},
    weights::Weights,
};

/// Units in a rectified activation of 1, so that 0 to almost 8 fits.
const UNITS: f32 = 16.0;

/// What the encoder says of every token.
#[derive(Clone, Debug, Default)]
pub struct Encoded {
    /// `width` activations a token.
    pub states: Vec<u8>,
    /// Numbers in a state.
    pub width: usize,
    /// One score for each tag of either layer.
    pub scores: [Vec<[f32; TAGS]>; 2],
}

impl Encoded {
    /// The state of token `at`. Panics when there is no such token.
    #[must_use]
    pub fn state(&self, at: usize) -> &[u8] {
        &self.states[at * self.width..][..self.width]
    }
}

/// Reads the whole document; one state and one row of scores for each token. `told` hears the share of it that the
/// recurrent layers have read, which is nearly all of the work.
#[must_use]
pub fn encode(weights: &Weights, tokens: &[Features], told: &mut dyn FnMut(f32)) -> Encoded {
    let mut states = convolve(&weights.convolution, &look_up(weights, tokens));
    let all = 2 * tokens.len() * weights.recurrent.len();
    let mut read = 0;
    let mut told = |more: usize| {
        read += more;
        told(read as f32 / all as f32);
    };
    for layer in &weights.recurrent {
        states = recurrent::both_ways(layer, &states, tokens.len(), &mut told);
    }
    let width = weights.layers[0].output.width();
    let scores = weights.layers.each_ref().map(|layer| {
        let mut scores = Vec::with_capacity(tokens.len());
        in_chunks(&layer.output, &states, width, tokens.len(), |_, sums| {
            scores.extend(
                sums.chunks_exact(layer.output.outputs())
                    .map(|row| std::array::from_fn(|tag| row[tag])),
            );
        });
        scores
    });
    Encoded { states, width, scores }
}

/// The first layer: one row a token, and a row of zeros before and behind all, so that the first and
/// the last token have neighbours.
fn look_up(weights: &Weights, tokens: &[Features]) -> Vec<u8> {
    let width = weights.input.width();
    let mut looked_up = vec![ZERO; tokens.len() * width];
    for (token, row) in tokens.iter().zip(looked_up.chunks_exact_mut(width)) {
        lay(weights.rows(weights.word(&token.word), &token.fields), row);
    }
    let rows = weights.input.outputs();
    let mut out = vec![0; (tokens.len() + 2) * rows];
    in_chunks(&weights.input, &looked_up, width, tokens.len(), |first, sums| {
        let to = &mut out[(first + 1) * rows..][..sums.len()];
        for (to, &sum) in to.iter_mut().zip(sums) {
            *to = quantize(sum, UNITS, 0);
        }
    });
    out
}

/// The second layer, upon a token and its two neighbours; what the first says of the token is added.
fn convolve(convolution: &Matrix, below: &[u8]) -> Vec<u8> {
    let rows = convolution.outputs();
    let own = &below[rows..below.len() - rows];
    let mut out = vec![0; own.len()];
    in_chunks(convolution, below, rows, own.len() / rows, |first, sums| {
        let here = first * rows..first * rows + sums.len();
        for ((to, &sum), &own) in out[here.clone()].iter_mut().zip(sums).zip(&own[here]) {
            *to = quantize(sum + f32::from(own) / UNITS, UNITS, 0);
        }
    });
    out
}

/// Gives `each` the number of the first token of every chunk and the sums of its tokens.
fn in_chunks(
    matrix: &Matrix,
    x: &[u8],
    stride: usize,
    count: usize,
    mut each: impl FnMut(usize, &[f32]),
) {
    let mut sums = vec![0.0; CHUNK.min(count) * matrix.outputs()];
    for first in (0..count).step_by(CHUNK) {
        let count = CHUNK.min(count - first);
        let sums = &mut sums[..count * matrix.outputs()];
        matrix.apply(&x[first * stride..], stride, count, sums);
        each(first, sums);
    }
}
