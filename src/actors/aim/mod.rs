//! At whom each attribution is aimed: of everyone in the article who may be meant, the one who is believed.
//!
//! Words name the target more or less likely, as was learned (`model::judge`); whoever they stand for (`likely`) competes with
//! everyone near, since a speech often names its target elsewhere, and with nobody (`seen`). Training reads exactly
//! these (`ascribe aims`). Leaves out how they are weighed; see `model::Choice`.

mod among;
mod likely;
mod meant;
mod seen;

use std::sync::LazyLock;

use among::{Aims, Whom};
use likely::with_others;
use seen::{FEATURES, NOTHING};

use super::{resolved::Resolved, source, speakers::Speakers};
use crate::{
    analysis::Kind,
    attributions::Found,
    kinds::{self, Judged},
    model::Choice,
    span::Span,
    words::Words,
};

/// So likely one must be at the least. On news-dev one in six is wrong from here on, and more below.
const LEAST: f32 = 0.31;

/// Those of this build; `build.rs` has checked them.
static NETWORK: LazyLock<Option<Choice<FEATURES, NOTHING>>> =
    LazyLock::new(|| Choice::read(include_bytes!("../../../models/aims.bin")));

/// Settles at whom every attribution is aimed. All are chosen before one is made of the cast, as a choice looks at the
/// others': of *He blamed the board. “It lied,” he said* the second is like the first.
pub(super) fn settle(speakers: &mut Speakers<'_, '_>, judged: &[Judged], of: &mut [Resolved]) {
    let aims = Aims::new(speakers, judged, of);
    let chosen: Vec<_> = (0..judged.len()).map(|at| chosen(&aims, at)).collect();
    for (index, (whom, at)) in chosen.into_iter().enumerate() {
        let charged = judged[index].kind == Kind::Accusation;
        let one = &mut of[index];
        let target = |by: &mut Speakers, span| by.target(index, span, one.actor, charged);
        (one.target, one.at) = match whom {
            Some(Whom::Known(e)) => {
                // "Orr blamed Holt and Reed": both together, where they are one of the cast.
                let all = at.map(|at| with_others(&speakers.scene, at));
                let together = all.filter(|_| all != at).and_then(|all| target(speakers, all));
                if together.is_some() { (together, all) } else { (Some(e), at) }
            }
            Some(Whom::Words(span)) => {
                let known = target(speakers, span);
                // "They must go", with nobody known, is aimed at no row of a panel.
                let words = speakers.scene.words;
                let tokens = words.document.tokens_in(span);
                let lone = tokens.len() == 1 && source::pronoun(words, tokens.start).is_some();
                (known, Some(span).filter(|_| known.is_some() || !lone))
            }
            None => (None, None),
        };
    }
}

/// At whom attribution `index` is aimed, and the likeliest words for one of the cast; none where that is not likely enough.
fn chosen(aims: &Aims<'_, '_, '_>, index: usize) -> (Option<Whom>, Option<Span>) {
    let best = || {
        let candidates = aims.candidates(index);
        let seen: Vec<_> = candidates.iter().map(|&w| aims.seen(index, w)).collect();
        let shares = NETWORK.as_ref()?.shares(&seen, &aims.nothing(index));
        let best = candidates.into_iter().zip(shares).max_by(|a, b| a.1.total_cmp(&b.1));
        best.filter(|b| b.1 >= LEAST).map(|b| b.0)
    };
    let whom = kinds::aimed(aims.judged[index].kind).then(best).flatten();
    let stands = match whom {
        Some(Whom::Known(e)) => aims.likely[index].known.get(&e),
        _ => None,
    };
    (whom, stands.and_then(|stands| stands.at).map(|at| at.0))
}

/// One at whom an attribution may be aimed, as training sees it.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The names that it goes by, or the words.
    pub names: Vec<String>,
    /// Its features.
    pub features: Vec<f32>,
}

/// What is seen of nobody and of everyone at whom each attribution may be aimed; none for those that are aimed at
/// nobody. For training.
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
    let of = |index: usize| {
        let seen = |whom| Seen { names: names(whom), features: aims.seen(index, whom).to_vec() };
        let all = aims.candidates(index).into_iter().map(seen).collect();
        (aims.nothing(index).to_vec(), all)
    };
    let aimed = |index: usize| kinds::aimed(judged[index].kind).then(|| of(index));
    (0..judged.len()).map(aimed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_of_this_build_are_of_the_shape_of_the_features() {
        assert!(NETWORK.is_some());
    }
}
