//! The learned judge of pairs: how well somebody fits a source, from numbered features.
//!
//! Wide and deep: every feature has a weight of its own for each class of source, and all of them
//! together go through one hidden layer. Sums run in a fixed order, so that every machine gets the
//! same bits. Trained by `training/actors.py`; leaves out what the features mean, see `pair`.

use std::sync::LazyLock;

use super::{pair::FEATURES, source::CLASSES};
use crate::model::layout::{Entry, LayoutError, entries};

/// Width of the hidden layer.
const HIDDEN: usize = 32;

static BYTES: &[u8] = include_bytes!("../../models/actors.bin");
static SCORER: LazyLock<Option<Scorer>> = LazyLock::new(|| Scorer::read(BYTES).ok());

/// The weights.
struct Scorer {
    /// One row for each class of source.
    wide: Vec<Vec<f32>>,
    /// One row for each feature.
    deep: Vec<Vec<f32>>,
    bias: Vec<f32>,
    out: Vec<f32>,
    /// The least probability that is believed, for each class of source.
    least: Vec<f32>,
}

/// How well what the features tell of fits a source of this class; the higher the better. The same for
/// all where the build has no readable weights.
pub(super) fn score(class: usize, features: &[u16]) -> f32 {
    SCORER.as_ref().map_or(0.0, |s| s.score(class, features))
}

/// The least probability that is believed of a source of this class.
pub(super) fn least(class: usize) -> f32 {
    SCORER.as_ref().map_or(2.0, |s| s.least[class])
}

impl Scorer {
    /// Reads the weights.
    ///
    /// # Errors
    /// When the bytes are no model, or one of another shape.
    fn read(bytes: &[u8]) -> Result<Self, LayoutError> {
        let entries = entries(bytes)?;
        let find = |name: &str| -> Result<&Entry<'_>, LayoutError> {
            let entry = entries.iter().find(|e| e.is(name));
            entry.ok_or_else(|| LayoutError::Entry(format!("{name} is missing")))
        };
        let scaled = |name: &str, rows: usize, columns: usize| {
            let entry = find(name)?;
            let (cells, scales) = entry
                .scaled(columns)
                .filter(|(_, scales)| scales.len() == rows)
                .ok_or_else(|| LayoutError::Entry(format!("{name} is {entry}")))?;
            Ok(cells
                .chunks_exact(columns)
                .zip(scales)
                .map(|(row, scale)| row.iter().map(|&w| f32::from(w) * scale).collect())
                .collect())
        };
        let floats = |name: &str, columns: usize| {
            let entry = find(name)?;
            let rows = entry.floats(1, columns);
            rows.and_then(|mut rows| rows.pop())
                .ok_or_else(|| LayoutError::Entry(format!("{name} is {entry}")))
        };
        Ok(Self {
            wide: scaled("wide", CLASSES, FEATURES)?,
            deep: scaled("deep", FEATURES, HIDDEN)?,
            bias: floats("bias", HIDDEN)?,
            out: floats("out", HIDDEN)?,
            least: floats("least", CLASSES)?,
        })
    }

    /// How well what the features tell of fits; the higher the better.
    fn score(&self, class: usize, features: &[u16]) -> f32 {
        let mut hidden = [0.0_f32; HIDDEN];
        hidden.copy_from_slice(&self.bias);
        let mut score = 0.0;
        let wide = &self.wide[class];
        for &f in features {
            score += wide[f as usize];
            for (h, w) in hidden.iter_mut().zip(&self.deep[f as usize]) {
                *h += w;
            }
        }
        for (h, w) in hidden.iter().zip(&self.out) {
            score += h.max(0.0) * w;
        }
        score
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weights_of_this_build_have_the_shape_of_its_features() {
        if let Err(error) = Scorer::read(BYTES) {
            panic!("models/actors.bin: {error}: train again with training/speakers");
        }
    }
}
