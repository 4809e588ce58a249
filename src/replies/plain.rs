//! Which charge a denial answers where its parties and its words leave no doubt, without anything learned.
//!
//! Leaves out every other answer; see `pair`.

use super::pair::Scene;
use crate::{
    analysis::Kind,
    lexicon::{
        classes::{CLAIM_NOUN, FALSEHOOD},
        pronouns::THAT,
        telling::WHOLE,
    },
};

/// How well a denial must fit a charge to leave no doubt: what the accused says with a word of the charge, close by.
const PLAIN: f32 = 3.0;

impl Scene<'_> {
    /// The charge whose parties and words a denial plainly fits, the first of equals: an article names the
    /// charge before it repeats it. "Holt denied that" answers what was said right before it by another. None where
    /// nothing fits so well; then the network is asked.
    pub(super) fn plainly(&self, answer: usize, candidates: &[usize]) -> Option<usize> {
        if self.judged[answer].kind != Kind::Denial {
            return None;
        }
        let bare = self.is_bare(answer);
        // Of "denied that" no charge may stand between the two.
        let last = |to: usize| to < answer && self.charges[answer] == self.charges[to + 1];
        let may = |to: usize| {
            self.judged[to].kind == Kind::Accusation
                && (!bare || last(to))
                && (self.shared(answer, to) > 0 || self.general(answer))
        };
        let charges = candidates.iter().copied().filter(|&to| may(to));
        let plain = charges
            .map(|to| (to, self.fits(answer, to)))
            .filter(|&(_, fits)| fits >= PLAIN)
            .reduce(|best, next| if best.1 >= next.1 { best } else { next });
        let before = answer.checked_sub(1).filter(|&to| {
            let (by, of) = (&self.actors.of[answer], &self.actors.of[to]);
            bare && self.found[answer].parent != Some(to) && by.actor != of.actor
        });
        plain.map(|(to, _)| to).or(before)
    }

    /// How well the parties and the words of a denial fit those of a charge, as one would reckon it by hand: 3 and more
    /// where both do, 0 where either does not. "Holt denied the theft" fits "Orr accused Holt of theft" by both.
    pub(super) fn fits(&self, answer: usize, charge: usize) -> f32 {
        let (by, of) = (&self.actors.of[answer], &self.actors.of[charge]);
        let denier = by.actor.filter(|&denier| of.actor != Some(denier));
        let Some(denier) = denier else { return 0.0 };
        let content = &self.found[charge].content;
        let party = match of.target {
            Some(target) if target == denier => 2.4,
            Some(target) if self.actors.answers_for(denier, target, of.actor) => 2.2,
            _ if self.actors.named_in(self.words, denier, content) => 2.3,
            // Somebody else is accused, by name: it is not this one's to deny.
            Some(_) => return 0.0,
            None => 0.6,
        };
        let fit = match (self.shared(answer, charge), self.general(answer)) {
            (0, false) => 0.0,
            (0, true) => 0.8,
            (n, general) => 0.5 + 0.45 * n.min(4) as f32 + if general { 0.3 } else { 0.0 },
        };
        let (here, there) = (self.paragraph(answer), self.paragraph(charge));
        let away = here.abs_diff(there).min(20) as f32;
        // Without a word in common, only one that comes close behind it can be meant for it.
        if fit == 0.0 && !(party >= 2.2 && away <= 2.0 && there <= here) {
            return 0.0;
        }
        let order = if there <= here { 0.3 } else { 0.0 };
        // The body tells a charge in full; headlines and summaries only announce it.
        let place = if self.is_head(charge) { 0.0 } else { 0.4 };
        party + fit + order + place - 0.06 * away
    }

    /// It says no more than "that" or "it", as of *Holt denied it.*
    fn is_bare(&self, at: usize) -> bool {
        let content = self.words.tokens(&self.found[at].content);
        let pronoun = |&at: &usize| !self.words.is_word(at) || THAT.has(self.words.lower(at));
        !content.is_empty() && content.iter().all(pronoun)
    }

    /// It speaks of a charge without repeating it: "the allegation", "any role", "it". Its first words tell; a longer
    /// content comes to other things.
    pub(super) fn general(&self, answer: usize) -> bool {
        let words = self.words;
        let content = words.tokens(&self.found[answer].content);
        let whole =
            |&at: &usize| words.is(at, CLAIM_NOUN | FALSEHOOD) || WHOLE.has(words.lower(at));
        content.len() <= 3 || content.iter().take(14).any(whole)
    }
}
