//! The chain of tags (a linear-chain CRF): the best path through the scores, and how probable each of
//! its tags is.
//!
//! Leaves out what the tags mean, save that an inside follows only its own beginning or inside.

use super::{activation::exp, parts::Tags, shape::TAGS};

/// Odd tags begin what the next even one continues.
const fn follows(after: usize, tag: usize) -> bool {
    tag == 0 || tag % 2 == 1 || (after == tag || after + 1 == tag)
}

/// Far below any score that adds up.
const NEVER: f32 = -1e9;

/// The best tag of every token (Viterbi). `scores` is one row a token; empty gives empty.
#[must_use]
pub fn best(layer: &Tags, scores: &[[f32; TAGS]]) -> Vec<u8> {
    let Some(first) = scores.first() else {
        return Vec::new();
    };
    let mut from = vec![[0u8; TAGS]; scores.len()];
    let mut score: [f32; TAGS] = std::array::from_fn(|tag| {
        let may_start = tag == 0 || tag % 2 == 1;
        first[tag] + if may_start { layer.start[tag] } else { NEVER }
    });
    for (row, from) in scores.iter().zip(&mut from).skip(1) {
        let mut next = [NEVER; TAGS];
        for tag in 0..TAGS {
            for (before, so_far) in score.iter().enumerate() {
                let s = so_far + layer.transitions[before][tag];
                if follows(before, tag) && s > next[tag] {
                    next[tag] = s;
                    from[tag] = before as u8;
                }
            }
        }
        score = std::array::from_fn(|tag| next[tag] + row[tag]);
    }
    let mut tag = (0..TAGS).fold(0, |best, tag| if score[tag] > score[best] { tag } else { best });
    let mut path = vec![0; scores.len()];
    for (at, from) in path.iter_mut().zip(&from).rev() {
        *at = tag as u8;
        tag = usize::from(from[tag]);
    }
    path
}

/// The probability of every tag of every token (forward–backward, each row scaled to sum to one).
#[must_use]
pub fn probabilities(layer: &Tags, scores: &[[f32; TAGS]]) -> Vec<[f32; TAGS]> {
    let transitions: [[f32; TAGS]; TAGS] = std::array::from_fn(|before| {
        std::array::from_fn(|tag| {
            if follows(before, tag) { grown(layer.transitions[before][tag]) } else { 0.0 }
        })
    });
    let mut out: Vec<[f32; TAGS]> = scores.iter().map(odds).collect();
    let mut forward = Vec::with_capacity(scores.len());
    for (at, row) in out.iter().enumerate() {
        let reach: [f32; TAGS] = std::array::from_fn(|tag| match forward.last() {
            None if tag == 0 || tag % 2 == 1 => grown(layer.start[tag]),
            None => 0.0,
            Some(before) => dot(before, |b| transitions[b][tag]),
        });
        debug_assert_eq!(at, forward.len());
        forward.push(scaled(std::array::from_fn(|tag| reach[tag] * row[tag])));
    }
    let mut behind = [1.0; TAGS];
    for (row, forward) in out.iter_mut().zip(&forward).rev() {
        let ahead: [f32; TAGS] = std::array::from_fn(|tag| row[tag] * behind[tag]);
        *row = scaled(std::array::from_fn(|tag| forward[tag] * behind[tag]));
        behind = scaled(std::array::from_fn(|before| dot(&ahead, |tag| transitions[before][tag])));
    }
    out
}

fn dot(row: &[f32; TAGS], weight: impl Fn(usize) -> f32) -> f32 {
    row.iter().enumerate().fold(0.0, |sum, (tag, &x)| sum + x * weight(tag))
}

/// e to the power of each score, relative to the largest.
fn odds(row: &[f32; TAGS]) -> [f32; TAGS] {
    let top = row.iter().copied().fold(NEVER, f32::max);
    row.map(|score| exp(score - top))
}

/// e to the power of a transition, which may be above 0.
fn grown(score: f32) -> f32 {
    if score > 0.0 { 1.0 / exp(-score) } else { exp(score) }
}

/// Sums to one; all equal where everything has vanished.
fn scaled(row: [f32; TAGS]) -> [f32; TAGS] {
    let sum: f32 = row.iter().sum();
    if sum > 0.0 { row.map(|x| x / sum) } else { [1.0 / TAGS as f32; TAGS] }
}
