//! From features to a vector for each token and a score for each tag: table look-ups, a linear
//! layer, a convolution over three tokens, and recurrent layers (GRU, both ways).
//!
//! Long documents go through in segments cut between paragraphs, each with some tokens of its
//! neighbours for context, so that memory stays bounded and cost linear. Leaves out which tags the
//! scores add up to.

use std::ops::Range;

use super::{
    activation::{sigmoid, tanh},
    features::Features,
    kernel::{LIMIT, quantize},
    shape::TAGS,
    weights::{Direction, Weights},
};
use crate::text::Document;

/// What one unit of a rectified activation is worth: 1/1024, so that ±32 fits.
pub const UNIT: f32 = 1024.0;

/// What one unit of a recurrent state, which stays within ±1, is worth.
pub const STATE_UNIT: f32 = 16_384.0;

/// A segment is cut at the first paragraph border behind this many tokens.
const SEGMENT: usize = 1024;

/// Tokens of context on either side of a segment.
const CONTEXT: usize = 96;

/// What the encoder says of every token.
#[derive(Clone, Debug, Default)]
pub struct Encoded {
    /// `width` numbers a token, in units of 1/[`STATE_UNIT`].
    pub states: Vec<i16>,
    /// Numbers in a state.
    pub width: usize,
    /// One score for each tag.
    pub scores: Vec<[f32; TAGS]>,
}

impl Encoded {
    /// The state of token `at`. Panics when there is no such token.
    #[must_use]
    pub fn state(&self, at: usize) -> &[i16] {
        &self.states[at * self.width..][..self.width]
    }
}

/// Reads the whole document; one state and one row of scores for each token.
#[must_use]
pub fn encode(weights: &Weights, document: &Document, features: &[Features]) -> Encoded {
    let width = weights.output.width;
    let mut out = Encoded {
        states: Vec::with_capacity(features.len() * width),
        width,
        scores: Vec::with_capacity(features.len()),
    };
    let mut room = Room::default();
    for segment in segments(document) {
        let from = segment.start.saturating_sub(CONTEXT);
        let to = (segment.end + CONTEXT).min(features.len());
        room.run(weights, &features[from..to]);
        let kept = segment.start - from..segment.end - from;
        out.states
            .extend_from_slice(&room.states[kept.start * width..kept.end * width]);
        out.scores.extend(
            room.scores[kept.start * TAGS..kept.end * TAGS]
                .chunks_exact(TAGS)
                .map(|row| std::array::from_fn(|tag| row[tag])),
        );
    }
    out
}

/// Token ranges that cover the document, each a run of paragraphs (a huge paragraph is cut too).
fn segments(document: &Document) -> Vec<Range<usize>> {
    let count = document.tokens().len();
    let mut out = Vec::new();
    let mut start = 0;
    for paragraph in document.paragraphs() {
        let end = paragraph.tokens.end;
        if end - start >= SEGMENT || end == count {
            while end - start > 2 * SEGMENT {
                out.push(start..start + SEGMENT);
                start += SEGMENT;
            }
            if end > start {
                out.push(start..end);
            }
            start = end;
        }
    }
    out
}

/// The buffers of a run, kept from segment to segment.
#[derive(Default)]
struct Room {
    looked_up: Vec<i16>,
    hidden: Vec<i16>,
    gates: [Vec<f32>; 2],
    sums: Vec<f32>,
    below: Vec<i16>,
    states: Vec<i16>,
    scores: Vec<f32>,
}

impl Room {
    /// Fills `states` and `scores` for these tokens.
    fn run(&mut self, weights: &Weights, tokens: &[Features]) {
        let count = tokens.len();
        self.look_up(weights, tokens);
        let input = &weights.input;
        let hidden = input.rows();
        self.sums.resize(count * hidden, 0.0);
        input.apply(&self.looked_up, input.width, count, &mut self.sums);
        // A row of zeros before and after, so that the first and last token have neighbours.
        self.hidden.clear();
        self.hidden.resize((count + 2) * hidden, 0);
        for (to, &sum) in self.hidden[hidden..].iter_mut().zip(&self.sums) {
            *to = quantize(sum.max(0.0), UNIT);
        }
        weights
            .convolution
            .apply(&self.hidden, hidden, count, &mut self.sums);
        self.states.clear();
        self.states.extend(
            self.sums
                .iter()
                .zip(&self.hidden[hidden..])
                .map(|(&sum, &own)| quantize((sum + f32::from(own) / UNIT).max(0.0), UNIT)),
        );
        for [forward, backward] in &weights.recurrent {
            std::mem::swap(&mut self.below, &mut self.states);
            let width = forward.state.width;
            self.states.resize(count * 2 * width, 0);
            for (direction, gates) in [forward, backward].into_iter().zip(&mut self.gates) {
                gates.resize(count * 3 * width, 0.0);
                let stride = direction.input.width;
                direction.input.apply(&self.below, stride, count, gates);
            }
            recur(forward, &self.gates[0], &mut self.states, 0, 0..count);
            recur(
                backward,
                &self.gates[1],
                &mut self.states,
                width,
                (0..count).rev(),
            );
        }
        self.scores.resize(count * TAGS, 0.0);
        let stride = weights.output.width;
        weights
            .output
            .apply(&self.states, stride, count, &mut self.scores);
    }

    fn look_up(&mut self, weights: &Weights, tokens: &[Features]) {
        let width = weights.input.width;
        self.looked_up.clear();
        self.looked_up.resize(tokens.len() * width, 0);
        for (token, row) in tokens.iter().zip(self.looked_up.chunks_exact_mut(width)) {
            let word = weights.words.row(weights.word(&token.word));
            let fields = weights.fields.iter().zip(&token.fields);
            let parts = fields.map(|(table, &at)| table.row(usize::from(at)));
            let cells = std::iter::once(word).chain(parts).flatten();
            for (to, &cell) in row.iter_mut().zip(cells) {
                *to = i16::from(cell);
            }
        }
    }
}

/// Runs one direction over the tokens in the given order and writes its states, `offset` numbers into
/// each token's row of `states`.
fn recur(
    direction: &Direction,
    gates: &[f32],
    states: &mut [i16],
    offset: usize,
    order: impl Iterator<Item = usize>,
) {
    let width = direction.state.width;
    let mut state = vec![0.0f32; width];
    let mut units = vec![0i16; width];
    let mut back = vec![0.0f32; 3 * width];
    for t in order {
        direction.state.apply(&units, width, 1, &mut back);
        let gates = &gates[t * 3 * width..][..3 * width];
        step(gates, &back, &mut state);
        for (unit, &s) in units.iter_mut().zip(&state) {
            *unit = quantize(s, STATE_UNIT);
        }
        states[t * 2 * width + offset..][..width].copy_from_slice(&units);
    }
}

/// One step of a gated recurrent unit (Cho et al. 2014, with the reset behind the product as in
/// cuDNN and PyTorch).
fn step(gates: &[f32], back: &[f32], state: &mut [f32]) {
    let width = state.len();
    let (reset, rest) = gates.split_at(width);
    let (update, candidate) = rest.split_at(width);
    let (back_reset, rest) = back.split_at(width);
    let (back_update, back_candidate) = rest.split_at(width);
    let (candidate, back_candidate) = (&candidate[..width], &back_candidate[..width]);
    for j in 0..width {
        let r = sigmoid(reset[j] + back_reset[j]);
        let z = sigmoid(update[j] + back_update[j]);
        let n = tanh(candidate[j] + r * back_candidate[j]);
        state[j] = n + z * (state[j] - n);
    }
}

const _: () = assert!(STATE_UNIT <= LIMIT);
