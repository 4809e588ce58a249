//! At whom each attribution is aimed: of everyone in the article who may be meant, the one who is believed.
//!
//! Words name the target more or less likely, as was learned (`model::judge`); whoever they stand for (`likely`) competes with
//! everyone near, since a speech often names its target elsewhere, and with nobody (`seen`). Training reads exactly
//! these (`ascribe aims`). Leaves out how they are weighed; see `model::Choice`.

mod among;
mod likely;
mod seen;

pub use seen::{FEATURES, NOTHING};

use std::sync::LazyLock;

use among::{Aims, Whom};
use likely::{place, with_others};

use super::{resolved::Resolved, source, speakers::Speakers};
use crate::{
    analysis::Kind,
    attributions::Found,
    kinds::{self, Judged},
    model::Choice,
    words::Words,
};

/// So likely one must be at the least. On news-dev one in six is wrong from here on, and more below.
const LEAST: f32 = 0.31;

/// Those of this build; `build.rs` has checked them.
static NETWORK: LazyLock<Option<Choice<FEATURES, NOTHING>>> =
    LazyLock::new(|| Choice::read(include_bytes!("../../../models/aims.bin")));

/// Settles at whom every attribution is aimed.
pub(super) fn settle(speakers: &mut Speakers<'_, '_>, judged: &[Judged], of: &mut [Resolved]) {
    let chosen: Vec<Option<Whom>> = {
        let aims = Aims::new(speakers, judged, of);
        (0..judged.len()).map(|at| chosen(&aims, at)).collect()
    };
    let words = speakers.scene.words;
    for (index, (j, whom)) in judged.iter().zip(chosen).enumerate() {
        let speaker = of[index].actor;
        let doubtful = j.kind == Kind::Accusation;
        let one = &mut of[index];
        match whom {
            Some(Whom::Known(e)) => {
                one.target = Some(e);
                one.at = place(speakers, index, j, e, speaker);
                let all = one.at.map(|at| with_others(&speakers.scene, at));
                if let Some(all) = all.filter(|&all| Some(all) != one.at)
                    && let Some(together) = speakers.target(index, all, speaker, doubtful)
                {
                    (one.target, one.at) = (Some(together), Some(all));
                }
            }
            Some(Whom::Words(span)) => {
                one.target = speakers.target(index, span, speaker, doubtful);
                // "They must go", with nobody known, is aimed at no row of a panel.
                let tokens = words.document.tokens_in(span);
                let lone = tokens.len() == 1 && source::pronoun(words, tokens.start).is_some();
                one.at = Some(span).filter(|_| one.target.is_some() || !lone);
            }
            None => {}
        }
    }
}

/// At whom attribution `index` is aimed; none where that is not likely enough.
fn chosen(aims: &Aims<'_, '_, '_>, index: usize) -> Option<Whom> {
    if !kinds::aimed(aims.judged[index].kind) {
        return None;
    }
    let candidates = aims.candidates(index);
    let seen: Vec<_> = candidates.iter().map(|&w| aims.seen(index, w)).collect();
    let shares = NETWORK.as_ref()?.shares(&seen, &aims.nothing(index));
    let best = candidates.into_iter().zip(shares);
    let best = best.max_by(|a, b| a.1.total_cmp(&b.1));
    best.filter(|b| b.1 >= LEAST).map(|b| b.0)
}

/// One at whom an attribution may be aimed, as training sees it.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The names that it goes by, or the words.
    pub names: Vec<String>,
    /// Its features.
    pub features: Vec<f32>,
}

/// What is seen of nobody and of everyone at whom each attribution may be aimed; none for those that are aimed at nobody. For training.
#[must_use]
pub fn trace(
    words: &Words<'_>,
    found: &[Found],
    judged: &[Judged],
) -> Vec<Option<(Vec<f32>, Vec<Seen>)>> {
    let mut speakers = Speakers::new(words, found);
    let of = speakers.all();
    let aims = Aims::new(&speakers, judged, &of);
    let names = |whom: Whom| match whom {
        Whom::Known(e) => {
            let e = &speakers.scene.cast.entities[e];
            let others = e.names.iter().map(|n| n.0.clone());
            std::iter::once(e.name.clone()).chain(others).collect()
        }
        Whom::Words(span) => vec![span.of(words.document.text()).to_owned()],
    };
    let seen = |index: usize, whom: Whom| Seen {
        names: names(whom),
        features: aims.seen(index, whom).to_vec(),
    };
    (0..judged.len())
        .map(|index| {
            kinds::aimed(judged[index].kind).then(|| {
                let all = aims.candidates(index);
                let all = all.into_iter().map(|w| seen(index, w)).collect();
                (aims.nothing(index).to_vec(), all)
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_of_this_build_are_of_the_shape_of_the_features() {
        assert!(NETWORK.is_some());
    }
}
