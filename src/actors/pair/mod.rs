//! What is seen of one source and one who may be meant by it, as numbered features, and how well that fits.
//!
//! Training reads exactly these (`ascribe pairs`), so that training and running cannot differ. Each
//! group of features takes one value. How they are weighed is learned (`training/actors.py`);
//! leaves out the network itself, see `model`.

mod around;
mod asked;
mod features;
mod fit;
mod place;
mod words;

use std::sync::LazyLock;

pub(super) use asked::Asked;
pub use features::FEATURES;

use around::{around, nature};
use features::{Of, Out, SIZES, step};
use fit::fit;
use place::{history, place};
use words::text;

use super::{scene::Scene, source::CLASSES};
use crate::model::Fitting;

/// What a candidate is. One description may be shown as "the minister" or as "the minister of fisheries".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum What {
    /// One of the cast.
    Known,
    /// Whoever the source's own words describe, by their noun alone.
    Short,
    /// The same by all of the words.
    Full,
    /// "Owen Slate's mother" for "his mother", "Halden Ferries spokeswoman".
    Told,
    /// Several at once.
    Joined,
    /// It cannot be told.
    Nobody,
}

/// Somebody who may be meant, before it is scored.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub what: What,
    pub entity: Option<usize>,
    /// The name that choosing it would give; none for one of the cast and for nobody.
    pub name: Option<String>,
    pub features: Vec<u16>,
}

/// Gives every candidate its features. Nobody has those of the source alone: it is believed where no other fits.
pub(super) fn describe(scene: &Scene<'_, '_>, asked: &Asked<'_>, candidates: &mut [Candidate]) {
    let around = around(scene, asked);
    let at = asked.phrase.tokens.start;
    let nearest: Vec<Option<usize>> =
        candidates.iter().map(|c| c.entity.and_then(|e| scene.before(e, at))).collect();
    let fits: Vec<usize> =
        candidates.iter().map(|c| c.entity.map_or(4, |e| fit(scene, asked.phrase, e))).collect();
    let mut order: Vec<usize> = (0..candidates.len()).filter(|&i| nearest[i].is_some()).collect();
    order.sort_by_key(|&i| std::cmp::Reverse((nearest[i], i)));
    // The nearest of all and, as the reader passes over who cannot be meant, the nearest of those who fit.
    let mut ranks = vec![[usize::MAX; 2]; candidates.len()];
    let mut fitting = 0;
    for (rank, &i) in order.iter().enumerate() {
        let fits = fits[i] >= 2;
        ranks[i] = [rank, if fits { fitting } else { usize::MAX }];
        fitting += usize::from(fits);
    }
    for (i, candidate) in candidates.iter_mut().enumerate() {
        let mut out = Out(Vec::with_capacity(SIZES.len()));
        out.0.extend_from_slice(&around);
        out.put(Of::Fitting, fitting);
        out.put(Of::What, candidate.what as usize);
        if let Some(e) = candidate.entity {
            nature(scene, e, &mut out);
            out.put(Of::Fit, fits[i]);
            let [rank, fit_rank] = ranks[i];
            // The last step is for those who are not spoken of before.
            out.put(Of::Rank, step(rank, &[1, 2, 3, 4, 7, usize::MAX]));
            out.put(Of::FitRank, fit_rank);
            place(scene, asked, e, nearest[i], &mut out);
            history(scene, asked, e, &mut out);
            text(scene, asked, e, &mut out);
        }
        candidate.features = out.0;
    }
}

/// The numbers of this build, read at the first use.
static SCORER: LazyLock<Option<Fitting<FEATURES, CLASSES>>> =
    LazyLock::new(|| Fitting::read(include_bytes!("../../../models/actors.bin")));

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
