//! The learned judge of pairs: how well somebody fits a source, and from when on it is believed.
//!
//! Trained by `training/actors.py`; leaves out what the features mean, see `pair`.

use std::sync::LazyLock;

use super::{pair::FEATURES, source::CLASSES};
use crate::model::Fitting;

/// The numbers of this build, read at the first use.
static SCORER: LazyLock<Option<Fitting<FEATURES, CLASSES>>> =
    LazyLock::new(|| Fitting::read(include_bytes!("../../models/actors.bin")));

/// How well what the features tell of fits a source of this class; the higher the better. The same for
/// all where the build has no readable numbers.
pub(super) fn score(class: usize, features: &[u16]) -> f32 {
    SCORER.as_ref().map_or(0.0, |s| s.score(class, features))
}

/// The least probability believed of a source of this class; where there are no numbers, one that nothing reaches.
pub(super) fn least(class: usize) -> f32 {
    SCORER.as_ref().map_or(2.0, |s| s.least(class))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_of_this_build_have_the_shape_of_its_features() {
        assert!(SCORER.is_some(), "models/actors.bin: train again with training/speakers");
    }
}
