//! The learned numbers of replies: a small network over the features of a pair.
//!
//! Leaves out what the features say; see `pair`.

use std::sync::OnceLock;

use crate::model::Numbers;

/// Features of a pair.
pub const FEATURES: usize = 41;

/// Features of answering nothing that stands in the article.
pub const NOTHING: usize = 8;

/// The trained numbers.
pub(super) struct Network {
    /// One row a hidden unit: of the features, then what is added.
    hidden: Vec<Vec<f32>>,
    /// Of the hidden units, then what is added.
    score: Vec<f32>,
    nothing: Vec<f32>,
}

impl Network {
    /// Those of this build, read at the first call; `build.rs` has checked them.
    pub(super) fn shipped() -> Option<&'static Self> {
        static BYTES: &[u8] = include_bytes!("../../models/replies.bin");
        static NETWORK: OnceLock<Option<Network>> = OnceLock::new();
        let read = || {
            let numbers = Numbers::read(BYTES)?;
            let hidden = numbers.rows("hidden", FEATURES + 1)?;
            Some(Network {
                score: numbers.rows("score", hidden.len() + 1)?.pop()?,
                nothing: numbers.rows("nothing", NOTHING)?.pop()?,
                hidden,
            })
        };
        NETWORK.get_or_init(read).as_ref()
    }

    pub(super) fn pair(&self, features: &[f32; FEATURES]) -> f32 {
        let hidden = self
            .hidden
            .iter()
            .map(|row| affine(row, features).max(0.0))
            .collect::<Vec<f32>>();
        affine(&self.score, &hidden)
    }

    pub(super) fn nothing(&self, features: &[f32; NOTHING]) -> f32 {
        dot(&self.nothing, features)
    }
}

fn dot(weights: &[f32], numbers: &[f32]) -> f32 {
    weights
        .iter()
        .zip(numbers)
        .fold(0.0, |sum, (w, x)| sum + w * x)
}

fn affine(row: &[f32], numbers: &[f32]) -> f32 {
    let (bias, weights) = row.split_last().unwrap_or((&0.0, &[]));
    bias + dot(weights, numbers)
}
