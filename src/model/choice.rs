//! A choice among few, learned: a small network over the features of each, and the weights of choosing none.
//!
//! Leaves out what the features say.

use super::{
    activation::rectified,
    judge::{affine, dot, softmax},
    numbers::Numbers,
};

/// The trained numbers, for `N` features of one and `M` of none.
pub struct Choice<const N: usize, const M: usize> {
    /// One row a hidden unit: of the features, then what is added.
    hidden: Vec<Vec<f32>>,
    /// Of the hidden units, then what is added.
    score: Vec<f32>,
    nothing: Vec<f32>,
}

impl<const N: usize, const M: usize> Choice<N, M> {
    /// Reads the numbers; none when they are of another shape.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let numbers = Numbers::read(bytes)?;
        let hidden = numbers.rows("hidden", N + 1)?;
        Some(Self {
            score: numbers.rows("score", hidden.len() + 1)?.pop()?,
            nothing: numbers.rows("nothing", M)?.pop()?,
            hidden,
        })
    }

    /// How likely each of `some` is right, in their order; what they lack of 1 has none of them.
    #[must_use]
    pub fn shares(&self, some: &[[f32; N]], none: &[f32; M]) -> Vec<f32> {
        let mut scores: Vec<f32> = some.iter().map(|x| self.score(x)).collect();
        scores.push(dot(&self.nothing, none));
        let mut shares = softmax(&scores);
        shares.pop();
        shares
    }

    fn score(&self, features: &[f32; N]) -> f32 {
        let hidden: Vec<f32> =
            self.hidden.iter().map(|row| rectified(affine(row, features))).collect();
        affine(&self.score, &hidden)
    }
}
