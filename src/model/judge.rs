//! What is done by saying it and at whom it is aimed, as it was learned: twelve probabilities for one
//! attribution, and one for each of its words.
//!
//! The words of source, cue, content and of what else the cue's sentence holds are looked up in the
//! tagger's tables and a small one of the judge's own, read both ways by a recurrent layer, and summed
//! up by role. Leaves out what is made of the probabilities; see `kinds`.

use std::ops::Range;

use super::{
    activation::{exp, rectified},
    features::Features,
    judge_weights::{GREATEST, Judge, ROLES},
    kernel::{ZERO, quantize},
    parts::lay,
    recurrent,
    shape::KINDS,
    weights::Weights,
};
use crate::text::Document;

/// The most tokens of each role: from its beginning and from its end.
const LIMITS: [(usize, usize); ROLES] = [(10, 4), (10, 0), (44, 14), (16, 4)];

/// Units in a rectified activation of 1, and in a state of 1; those of the encoder.
const UNITS: f32 = 16.0;
const STATE_UNITS: f32 = 63.0;

/// What was made of one attribution.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Judgement {
    /// Of the kinds, in the order in which the trainer has them.
    pub shares: [f32; KINDS],
    /// The tokens that were read and how likely each names at whom it is aimed; what they lack of 1 has nobody.
    pub aims: Vec<(usize, f32)>,
}

/// Judges one attribution by its tokens, see [`roles`]: the mean of what the judges make of it. All kinds are alike when
/// there is no token.
#[must_use]
pub fn judge(
    judges: &[Judge<'_>],
    weights: &Weights<'_>,
    features: &[Features],
    roles: &[Vec<usize>; ROLES],
) -> Judgement {
    let read: Vec<(usize, usize)> = (1..)
        .zip(roles.iter().zip(LIMITS))
        .flat_map(|(role, (tokens, (head, tail)))| {
            let gap = if tokens.len() > head + tail { head..tokens.len() - tail } else { 0..0 };
            (0..tokens.len()).filter(move |at| !gap.contains(at)).map(move |at| (role, tokens[at]))
        })
        .collect();
    if read.is_empty() {
        return Judgement { shares: [1.0 / KINDS as f32; KINDS], aims: Vec::new() };
    }
    let (mut shares, mut aims) = ([0.0; KINDS], vec![0.0; read.len() + 1]);
    for judge in judges {
        let opinion = judge.opinion(weights, features, &read);
        let part = |to: &mut f32, share: f32| *to += share / judges.len() as f32;
        shares.iter_mut().zip(opinion.0).for_each(|(to, x)| part(to, x));
        aims.iter_mut().zip(opinion.1).for_each(|(to, x)| part(to, x));
    }
    Judgement { shares, aims: read.iter().map(|r| r.1).zip(aims).collect() }
}

impl Judge<'_> {
    /// The probabilities of the kinds, and of each token that is read, and last of nobody, as the target.
    fn opinion(
        &self,
        weights: &Weights<'_>,
        features: &[Features],
        read: &[(usize, usize)],
    ) -> ([f32; KINDS], Vec<f32>) {
        let states = self.states(weights, features, read);
        let numbers: Vec<f32> =
            states.iter().map(|&x| (f32::from(x) - f32::from(ZERO)) / STATE_UNITS).collect();
        let pooled = self.pooled(read, &states, &numbers);
        let mut hidden = vec![0.0; self.hidden.outputs()];
        self.hidden.apply(&pooled, pooled.len(), 1, &mut hidden);
        hidden.truncate(self.hidden.rows());
        hidden.iter_mut().for_each(|x| *x = rectified(*x));
        let scores = std::array::from_fn(|kind| affine(&self.output[kind], &hidden));
        (softmax(&scores), self.aims(&numbers, &hidden))
    }

    /// How likely each state, and last nobody, is the target.
    fn aims(&self, numbers: &[f32], hidden: &[f32]) -> Vec<f32> {
        let units: Vec<u8> = hidden.iter().map(|&x| quantize(x, UNITS, 0)).collect();
        let mut like = vec![0.0; self.aim.outputs()];
        self.aim.apply(&units, units.len(), 1, &mut like);
        like.truncate(self.aim.rows());
        let nobody = affine(&self.nobody, hidden);
        let states = numbers.chunks_exact(like.len());
        let scores: Vec<f32> =
            states.map(|state| dot(&like, state) / 8.0).chain([nobody]).collect();
        softmax(&scores)
    }

    /// A row of activations for each token that is read: both directions of the recurrent layer.
    fn states(
        &self,
        weights: &Weights<'_>,
        features: &[Features],
        read: &[(usize, usize)],
    ) -> Vec<u8> {
        let width = self.input.width();
        let mut looked_up = vec![ZERO; read.len() * width];
        for (&(role, token), row) in read.iter().zip(looked_up.chunks_exact_mut(width)) {
            let features = &features[token];
            let word = weights.word(&features.word);
            let own = [self.own.row(usize::from(self.rows[word])), self.role.row(role)];
            lay(weights.rows(word, &features.fields).chain(own), row);
        }
        let rows = self.input.outputs();
        let mut sums = vec![0.0; read.len() * rows];
        self.input.apply(&looked_up, width, read.len(), &mut sums);
        let below: Vec<u8> = sums.iter().map(|&x| quantize(x, UNITS, 0)).collect();
        recurrent::both_ways(&self.layer, &below, read.len(), &mut |_| ())
    }

    /// For each role the mean of its states, weighed by how much it looks at each, and for some the
    /// greatest numbers beside it; zeros for a role without tokens.
    fn pooled(&self, read: &[(usize, usize)], states: &[u8], numbers: &[f32]) -> Vec<u8> {
        let width = states.len() / read.len();
        let mut out = Vec::with_capacity(self.hidden.width());
        for role in 0..ROLES {
            let tokens: Range<usize> = {
                let first = read.partition_point(|r| r.0 <= role);
                first..read.partition_point(|r| r.0 <= role + 1)
            };
            let part = tokens.start * width..tokens.end * width;
            let mine = || numbers[part.clone()].chunks_exact(width);
            let scores: Vec<f32> = mine().map(|state| affine(&self.look[role], state)).collect();
            let top = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            let shares: Vec<f32> = scores.iter().map(|s| exp(s - top)).collect();
            let all: f32 = shares.iter().sum();
            let mut mean = vec![0.0; width];
            for (state, share) in mine().zip(&shares) {
                let share = share / all;
                mean.iter_mut().zip(state).for_each(|(to, x)| *to += share * x);
            }
            out.extend(mean.iter().map(|&x| quantize(x, STATE_UNITS, ZERO)));
            if GREATEST.contains(&role) {
                let mut greatest = vec![if tokens.is_empty() { ZERO } else { 0 }; width];
                for state in states[part.clone()].chunks_exact(width) {
                    greatest.iter_mut().zip(state).for_each(|(to, &x)| *to = x.max(*to));
                }
                out.extend(greatest);
            }
        }
        out
    }
}

/// The tokens of each role of an attribution: source, cue and content as they are given, and what else
/// stands in the sentence of the cue (of the content, or the source, where there is none).
#[must_use]
pub fn roles(
    document: &Document,
    source: &[usize],
    cue: &[usize],
    content: &[usize],
) -> [Vec<usize>; ROLES] {
    let anchor = [cue, content, source].into_iter().find(|t| !t.is_empty());
    let rest = anchor.map_or_else(Vec::new, |anchor| {
        let last = if cue.is_empty() { anchor[0] } else { anchor[anchor.len() - 1] };
        let sentence = |at: usize| document.sentences()[document.sentence_of(at)].tokens.clone();
        let mut own: Vec<usize> = [source, cue, content].into_iter().flatten().copied().collect();
        own.sort_unstable();
        (sentence(anchor[0]).start..sentence(last).end)
            .filter(|at| own.binary_search(at).is_err())
            .collect()
    });
    [source.to_vec(), cue.to_vec(), content.to_vec(), rest]
}

/// A row of weights with what is added behind them, upon these numbers.
pub(super) fn affine(row: &[f32], numbers: &[f32]) -> f32 {
    let (bias, weights) = row.split_last().unwrap_or((&0.0, &[]));
    dot(weights, numbers) + bias
}

/// The sum of products, in eight lanes that are added up last: always in this order, so the same bits anywhere.
pub(super) fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut sums = [0.0; 8];
    let (a, b) = (a.chunks(sums.len()), b.chunks(sums.len()));
    for (a, b) in a.zip(b) {
        sums.iter_mut().zip(a.iter().zip(b)).for_each(|(sum, (a, b))| *sum += a * b);
    }
    sums.iter().sum()
}

/// Shares that add up to one and grow with e to the power of the scores; in their order.
#[must_use]
pub fn softmax<S: AsRef<[f32]> + AsMut<[f32]> + Clone>(scores: &S) -> S {
    let mut out = scores.clone();
    let top = scores.as_ref().iter().copied().fold(f32::NEG_INFINITY, f32::max);
    for score in out.as_mut() {
        *score = exp(*score - top);
    }
    let all: f32 = out.as_ref().iter().sum();
    for share in out.as_mut() {
        *share /= all;
    }
    out
}
