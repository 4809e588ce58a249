//! Whom the words of a target mean, by the judge of sources.
//!
//! Leaves out which words they are; see `likely`.

use crate::{
    actors::{
        pair::{self, What},
        source::{self, Class, Phrase},
        speakers::Speakers,
    },
    span::Span,
};

/// How far it must be believed at the least whom a charge means: a wrong one is a harm to somebody who exists.
const CHARGED: f32 = 0.5;

impl Speakers<'_, '_> {
    /// Whom of the cast the words of `span`, in attribution `index`, stand for, and how sure that is; never its speaker. Of
    /// *Orr blamed the company* that may be Halden Ferries; none where it is whoever the words describe.
    pub fn stands_for(
        &self,
        index: usize,
        span: Span,
        speaker: Option<usize>,
    ) -> Option<(usize, f32)> {
        let phrase = self.told_by(span)?;
        let (candidates, best, sure) = self.judged(index, &phrase, Some(speaker));
        let best = &candidates[best];
        best.entity.filter(|_| best.what == What::Known).map(|entity| (entity, sure))
    }

    /// Whom the words of `span` mean, made one of the cast where it is new; none for what cannot be told, and for the speaker.
    pub fn target(
        &mut self,
        index: usize,
        span: Span,
        speaker: Option<usize>,
        charged: bool,
    ) -> Option<usize> {
        let phrase = self.told_by(span)?;
        let (mut candidates, best, sure) = self.judged(index, &phrase, Some(speaker));
        let least = pair::least(phrase.class as usize);
        if sure < if charged { least.max(CHARGED) } else { least } {
            return None;
        }
        let chosen = candidates.swap_remove(best);
        let entity = self.one(&phrase, chosen)?;
        let several = &self.scene.cast.entities[entity].members;
        Some(entity).filter(|e| speaker.is_none_or(|s| *e != s && !several.contains(&s)))
    }

    /// The words of a target, where they can tell who is meant; none for *us*, *some*, *anyone*, *who*.
    fn told_by(&self, span: Span) -> Option<Phrase> {
        use Class::{Amount, Empty, First, Other, Which, Who};
        let tokens = self.scene.words.document.tokens_in(span);
        let tokens = Some(tokens).filter(|tokens| !tokens.is_empty())?;
        let phrase = source::read(self.scene.words, &self.scene.cast, tokens);
        let nobody = matches!(phrase.class, Empty | Amount | Other | First | Who | Which);
        (!nobody).then_some(phrase)
    }
}
