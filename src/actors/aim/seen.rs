//! What is seen of one at whom an attribution may be aimed, and of nobody, as numbers.
//!
//! What moved nothing on held-out articles is left out: what somebody is, how much is said of them, and all but the
//! distance of where they are named. Leaves out who may be meant; see `aim`.

use super::{
    among::{Aims, Whom},
    likely::{Likely, Stands},
};
use crate::{
    actors::source::{self, Class},
    analysis::Kind,
    model::ln,
    span::Span,
};

/// Features of one at whom it may be aimed, and of nobody: of all, of the kind, of words, of one of the cast.
pub const FEATURES: usize = 25;
pub const NOTHING: usize = 12;

/// Those that are aimed, in the order of the trained numbers.
const KINDS: [Kind; 5] =
    [Kind::Accusation, Kind::Criticism, Kind::Praise, Kind::Demand, Kind::Warning];

impl Aims<'_, '_, '_> {
    /// The features of one who may be meant.
    pub fn seen(&self, index: usize, whom: Whom) -> [f32; FEATURES] {
        let likely = &self.likely[index];
        let nobody = likely.nobody;
        let stands = |e: usize| likely.known.get(&e).map_or((0.0, 0.0), |s| (s.named, s.meant));
        // Of the two last groups one is of nothing.
        let ((named, meant), words, known) = match whom {
            Whom::Known(e) => (stands(e), [0.0; 7], self.known(index, e)),
            Whom::Words(span) => ((0.0, 0.0), self.words(index, span), [0.0; 6]),
        };
        let both = log(named + meant);
        let all = [named, log(named), meant, log(meant), both, nobody, log(nobody)];
        joined(&[&all, &self.kinds(index), &words, &known])
    }

    /// Of words that stand for nobody known: how likely they are, and whether they can name anybody, as *us* hardly can.
    fn words(&self, index: usize, span: Span) -> [f32; 7] {
        let share = self.likely[index].words.map_or(0.0, |w| w.1);
        let words = self.scene.words;
        let tokens = words.document.tokens_in(span);
        let capital = words.capital(tokens.end - 1);
        let phrase = source::read(words, &self.scene.cast, tokens);
        let hardly = matches!(phrase.class, Class::First | Class::Other | Class::Amount);
        let tests = [capital, phrase.pronoun(), hardly, phrase.class == Class::Noun];
        let [capital, pronoun, hardly, noun] = tests.map(f32::from);
        [1.0, share, log(share), capital, pronoun, hardly, noun]
    }

    /// Of one of the cast: how much else is aimed at it, how often and how near it is named.
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
            f32::from(before.is_none()),
        ]
    }

    /// The features of being aimed at nobody who can be told, as *Somebody must answer for this* is.
    pub fn nothing(&self, index: usize) -> [f32; NOTHING] {
        let Likely { known, nobody, .. } = &self.likely[index];
        let most = known.values().map(Stands::share).fold(0.0, f32::max);
        let within = f32::from(self.scene.lines[index].parent.is_some());
        let sure = self.judged[index].confidence;
        let own = [1.0, *nobody, log(*nobody), sure, most, log(most), within];
        joined(&[&own, &self.kinds(index)])
    }

    fn kinds(&self, index: usize) -> [f32; KINDS.len()] {
        KINDS.map(|kind| f32::from(self.judged[index].kind == kind))
    }
}

/// Groups of features in one row.
fn joined<const N: usize>(groups: &[&[f32]]) -> [f32; N] {
    let mut out = [0.0; N];
    out.copy_from_slice(&groups.concat());
    out
}

/// Small shares and counts on one scale, on which the first few count most.
fn log(x: f32) -> f32 {
    ln(1.0 + 20.0 * x.max(0.0)) / 3.0
}
