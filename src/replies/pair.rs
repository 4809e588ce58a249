//! What is seen of an answer and of what it may answer, and which that is most likely.
//!
//! `training/replies.py` learns from what `ascribe replying` prints, so that training and running see the
//! same. Leaves out the learned numbers (`network`), what leaves no doubt (`plain`), and what is made of
//! the probabilities.

use super::network::{FEATURES, NETWORK, NOTHING};
use crate::{
    actors::Actors,
    analysis::{Kind, Role, Verb},
    attributions::Found,
    kinds::{Judged, ORDER},
    lexicon::classes::{
        AUXILIARY, Bits, CLAIM_NOUN, CLAUSE, DETERMINER, FIRST_PERSON, NEGATION, PREPOSITION,
    },
    words::Words,
};

/// How many attributions before and behind it may be what one answers, so that cost stays linear.
const BEFORE: usize = 30;
const BEHIND: usize = 12;

/// What is seen of the attributions of a document.
pub struct Scene<'a> {
    pub(super) words: &'a Words<'a>,
    pub(super) found: &'a [Found],
    pub(super) judged: &'a [Judged],
    pub(super) actors: &'a Actors,
    /// Beginnings of the content words of each, sorted.
    stems: Vec<Vec<&'a str>>,
    pub(super) paragraphs: Vec<usize>,
    sentences: Vec<usize>,
    /// Before each attribution, how many are likely to be an accusation.
    pub(super) charges: Vec<usize>,
}

/// Whether attributions of this kind answer others.
#[must_use]
pub const fn answers(kind: Kind) -> bool {
    matches!(kind, Kind::Denial | Kind::Admission | Kind::NoComment)
}

impl<'a> Scene<'a> {
    /// All slices are in the order of `found`.
    #[must_use]
    pub fn new(
        words: &'a Words<'a>,
        found: &'a [Found],
        judged: &'a [Judged],
        actors: &'a Actors,
    ) -> Self {
        let place =
            |f: &Found| words.place(&f.cue).or_else(|| words.place(&f.content)).unwrap_or(0);
        let mut charges = vec![0];
        for j in judged {
            charges
                .push(charges[charges.len() - 1] + usize::from(share(j, Kind::Accusation) >= 0.25));
        }
        let document = words.document;
        let at = |of: &dyn Fn(usize) -> usize| {
            let count = document.tokens().len();
            found.iter().map(|f| if count == 0 { 0 } else { of(place(f).min(count - 1)) }).collect()
        };
        Self {
            stems: found.iter().map(|f| stems(words, f)).collect(),
            paragraphs: at(&|token| document.paragraph_of(token)),
            sentences: at(&|token| document.sentence_of(token)),
            words,
            found,
            judged,
            actors,
            charges,
        }
    }

    /// The paragraph that it stands in.
    pub(super) fn paragraph(&self, at: usize) -> usize {
        self.paragraphs[at]
    }

    /// How many words two have in common.
    pub(super) fn shared(&self, one: usize, other: usize) -> usize {
        common(&self.stems[one], &self.stems[other])
    }

    /// How many words the shorter of two has.
    pub(super) fn fewer(&self, one: usize, other: usize) -> usize {
        self.stems[one].len().min(self.stems[other].len())
    }

    /// Those that `answer` may answer, in reading order.
    #[must_use]
    pub fn candidates(&self, answer: usize) -> Vec<usize> {
        let range = answer.saturating_sub(BEFORE)..self.found.len().min(answer + BEHIND + 1);
        range.filter(|&at| at != answer).collect()
    }

    /// Features of `answer` as an answer to `to`.
    #[must_use]
    pub fn pair(&self, answer: usize, to: usize) -> [f32; FEATURES] {
        let (a, b) = (&self.judged[answer], &self.judged[to]);
        let (by, of) = (&self.actors.of[answer], &self.actors.of[to]);
        let yes = |test: bool| f32::from(u8::from(test));
        let is_named = |actor: Option<usize>, at: usize| {
            actor.is_some_and(|actor| {
                self.actors.named_in(self.words, actor, &self.found[at].content)
            })
        };
        let aimed = of.target.is_some() && of.target == by.actor;
        let speaks_for = by
            .actor
            .zip(of.target)
            .is_some_and(|(by, target)| self.actors.answers_for(by, target, of.actor));
        let named = is_named(by.actor, to);
        let shared = self.shared(answer, to);
        let least = self.fewer(answer, to).max(1);
        let (here, there) = (self.paragraphs[answer], self.paragraphs[to]);
        let (back, ahead) = (here.saturating_sub(there), there.saturating_sub(here));
        let sentence = self.sentences[answer] == self.sentences[to];
        let before = to < answer;
        let between = if before {
            self.charges[answer] - self.charges[to + 1]
        } else {
            self.charges[to] - self.charges[answer + 1]
        };
        let general = self.general(answer);
        let charge = share(b, Kind::Accusation);
        let mut out = [0.0; FEATURES];
        out[..ORDER.len()].copy_from_slice(&b.shares);
        let rest = [
            yes(a.kind == Kind::Denial),
            yes(a.kind == Kind::Admission),
            yes(a.kind == Kind::NoComment),
            yes(by.actor.is_some() && by.actor == of.actor),
            yes(aimed),
            yes(named),
            yes(speaks_for),
            yes(is_named(of.actor, answer)),
            shared.min(4) as f32 / 4.0,
            shared as f32 / least as f32,
            yes(here == there && !sentence),
            yes(sentence && before),
            yes(sentence && !before),
            yes(back == 1),
            yes(back == 2 || back == 3),
            yes((4..9).contains(&back)),
            yes(back >= 9),
            yes(ahead == 1 || ahead == 2),
            yes(ahead > 2),
            yes(self.found[to].parent == Some(answer)),
            yes(self.found[answer].parent == Some(to)),
            yes(general),
            yes(general && before && between == 0) * charge,
            yes(b.verb == Verb::Distancing),
            yes(self.is_head(to)),
            between.min(3) as f32 / 3.0,
            charge * yes(aimed || named || speaks_for),
            yes(before && answer - to == 1),
            self.fits(answer, to) / 4.0,
        ];
        out[ORDER.len()..].copy_from_slice(&rest);
        out
    }

    /// It stands in the headline or the lines under it.
    pub(super) fn is_head(&self, at: usize) -> bool {
        let paragraph = self.words.document.paragraphs().get(self.paragraphs[at]);
        matches!(paragraph.map(|p| p.role), Some(Role::Headline | Role::Standfirst | Role::Summary))
    }

    /// Features of answering nothing.
    #[must_use]
    pub fn nothing(&self, answer: usize) -> [f32; NOTHING] {
        let kind = self.judged[answer].kind;
        let yes = |test: bool| f32::from(u8::from(test));
        let from = answer.saturating_sub(BEFORE);
        let charges = self.charges[answer] - self.charges[from];
        [
            1.0,
            yes(kind == Kind::Denial),
            yes(kind == Kind::Admission),
            yes(kind == Kind::NoComment),
            yes(charges == 0),
            charges.min(4) as f32 / 4.0,
            yes(self.general(answer)),
            self.judged[answer].confidence,
        ]
    }

    /// What `answer` answers most likely, and how likely; none where nothing else is said.
    #[must_use]
    pub fn best(&self, answer: usize) -> Option<(usize, f32)> {
        let net = NETWORK.as_ref()?;
        let candidates = self.candidates(answer);
        if let Some(to) = self.plainly(answer, &candidates) {
            return Some((to, 1.0));
        }
        let pairs: Vec<_> = candidates.iter().map(|&to| self.pair(answer, to)).collect();
        let shares = net.shares(&pairs, &self.nothing(answer));
        let best = (1..candidates.len())
            .fold(0, |best, at| if shares[at] > shares[best] { at } else { best });
        candidates.get(best).map(|&to| (to, shares[best]))
    }
}

fn share(judged: &Judged, kind: Kind) -> f32 {
    judged.shares[ORDER.iter().position(|&k| k == kind).unwrap_or(0)]
}

/// Beginnings of the words that carry meaning: five letters tell *collaborate* and *collaboration*
/// alike.
fn stems<'a>(words: &'a Words<'a>, found: &Found) -> Vec<&'a str> {
    const FUNCTION: Bits = AUXILIARY
        .union(CLAUSE)
        .union(DETERMINER)
        .union(PREPOSITION)
        .union(NEGATION)
        .union(FIRST_PERSON)
        .union(CLAIM_NOUN);
    let mut out: Vec<&str> = words
        .tokens(&found.content)
        .into_iter()
        .filter(|&at| words.is_word(at) && !words.is(at, FUNCTION) && words.lower(at).len() > 3)
        .map(|at| {
            let word = words.lower(at);
            let end = word.char_indices().nth(5).map_or(word.len(), |(i, _)| i);
            &word[..end]
        })
        .collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// How many of two sorted lists are in both.
fn common(a: &[&str], b: &[&str]) -> usize {
    a.iter().filter(|w| b.binary_search(w).is_ok()).count()
}
