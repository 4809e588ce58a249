//! How well somebody fits, learned: a network over the numbers of the features that hold of a pair.
//!
//! Wide and deep: every feature has a weight of its own for each class of what is asked about, and all of them
//! together go through one hidden layer. Sums run in a fixed order, so that every machine gets the same bits.
//! Leaves out what the features mean.

use super::{activation::rectified, numbers::Numbers};

/// Width of the hidden layer.
const HIDDEN: usize = 32;

/// The trained numbers, for `F` features and `C` classes.
pub struct Fitting<const F: usize, const C: usize> {
    /// One row for each class.
    wide: Vec<Vec<f32>>,
    /// One row for each feature.
    deep: Vec<Vec<f32>>,
    bias: Vec<f32>,
    out: Vec<f32>,
    /// The least probability that is believed, for each class.
    least: Vec<f32>,
}

impl<const F: usize, const C: usize> Fitting<F, C> {
    /// Reads the numbers; none when they are of another shape.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let numbers = Numbers::read(bytes)?;
        Some(Self {
            wide: numbers.scaled("wide", F).filter(|rows| rows.len() == C)?,
            deep: numbers.scaled("deep", HIDDEN).filter(|rows| rows.len() == F)?,
            bias: numbers.rows("bias", HIDDEN)?.pop()?,
            least: numbers.rows("least", C)?.pop()?,
            out: numbers.rows("out", HIDDEN)?.pop()?,
        })
    }

    /// How well what the features tell of fits; the higher the better.
    #[must_use]
    pub fn score(&self, class: usize, features: &[u16]) -> f32 {
        let mut hidden = [0.0; HIDDEN];
        hidden.copy_from_slice(&self.bias);
        let (mut score, wide) = (0.0, &self.wide[class]);
        for &f in features {
            score += wide[f as usize];
            for (h, w) in hidden.iter_mut().zip(&self.deep[f as usize]) {
                *h += w;
            }
        }
        for (h, w) in hidden.iter().zip(&self.out) {
            score += rectified(*h) * w;
        }
        score
    }

    /// The least probability that is believed of this class.
    #[must_use]
    pub fn least(&self, class: usize) -> f32 {
        self.least[class]
    }
}
