//! What is seen of one at whom an attribution may be aimed, and of nobody, as numbers.
//!
//! What moved nothing on held-out articles is left out: what somebody is, how much is said of them, and all but the
//! distance of where they are named. Leaves out who may be meant; see `aim`.

use super::{
    among::{Aims, Whom},
    likely::Stands,
};
use crate::{
    actors::source::{self, Class},
    analysis::Kind,
    model::ln,
    span::Span,
};

/// Features of one at whom it may be aimed, and of nobody.
pub const FEATURES: usize = 25;
pub const NOTHING: usize = 12;

const KINDS: [Kind; 5] =
    [Kind::Accusation, Kind::Criticism, Kind::Praise, Kind::Demand, Kind::Warning];

impl Aims<'_, '_, '_> {
    /// The features of one who may be meant.
    pub fn seen(&self, index: usize, whom: Whom) -> [f32; FEATURES] {
        let likely = &self.likely[index];
        let mut out = [0.0; FEATURES];
        let (all, rest) = out.split_at_mut(7);
        let (kinds, rest) = rest.split_at_mut(KINDS.len());
        let (words, known) = rest.split_at_mut(7);
        kinds.copy_from_slice(&self.kinds(index));
        let (named, meant) = match whom {
            Whom::Known(e) => {
                known.copy_from_slice(&self.known(index, e));
                likely.known.get(&e).map_or((0.0, 0.0), |s| (s.named, s.meant))
            }
            Whom::Words(span) => {
                words.copy_from_slice(&self.words(index, span));
                (0.0, 0.0)
            }
        };
        all.copy_from_slice(&[
            named,
            log(named),
            meant,
            log(meant),
            log(named + meant),
            likely.nobody,
            log(likely.nobody),
        ]);
        out
    }

    fn words(&self, index: usize, span: Span) -> [f32; 7] {
        let share = self.likely[index].words.map_or(0.0, |w| w.1);
        let words = self.scene.words;
        let tokens = words.document.tokens_in(span);
        let capital = words.capital(tokens.end - 1);
        let phrase = source::read(words, &self.scene.cast, tokens);
        let hardly = matches!(phrase.class, Class::First | Class::Other | Class::Amount);
        [
            1.0,
            share,
            log(share),
            yes(capital),
            yes(phrase.pronoun()),
            yes(hardly),
            yes(phrase.class == Class::Noun),
        ]
    }

    fn known(&self, index: usize, e: usize) -> [f32; 6] {
        let scene = self.scene;
        let document = scene.words.document;
        let at = scene.lines[index].at;
        // In the whole of the article, and in what the same speaker said last.
        let others = self.all.get(e).copied().unwrap_or(0.0) - self.likely[index].of(e);
        let last = self.previous(index).map_or(0.0, |at| self.likely[at].of(e));
        let before = scene.before(e, at).map(|m| {
            let there = document.sentence_of(scene.cast.mentions[m].tokens.start);
            (document.sentence_of(at.min(document.tokens().len() - 1)) - there) as f32
        });
        [
            log(others),
            (others / 3.0).min(1.0),
            last,
            log(scene.of.get(e).map_or(0, Vec::len) as f32),
            before.map_or(0.0, |sentences| 1.0 / (1.0 + sentences)),
            yes(before.is_none()),
        ]
    }

    /// The features of being aimed at nobody who can be told.
    pub fn nothing(&self, index: usize) -> [f32; NOTHING] {
        let likely = &self.likely[index];
        let most = likely.known.values().map(Stands::share).fold(0.0, f32::max);
        let mut out = [0.0; NOTHING];
        let (own, kinds) = out.split_at_mut(NOTHING - KINDS.len());
        own.copy_from_slice(&[
            1.0,
            likely.nobody,
            log(likely.nobody),
            self.judged[index].confidence,
            most,
            log(most),
            yes(self.scene.lines[index].parent.is_some()),
        ]);
        kinds.copy_from_slice(&self.kinds(index));
        out
    }

    fn kinds(&self, index: usize) -> [f32; KINDS.len()] {
        KINDS.map(|kind| yes(self.judged[index].kind == kind))
    }
}

const fn yes(is: bool) -> f32 {
    if is { 1.0 } else { 0.0 }
}

/// Small shares and counts on one scale.
fn log(x: f32) -> f32 {
    ln(1.0 + 20.0 * x.max(0.0)) / 3.0
}
