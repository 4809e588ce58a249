//! What is seen of an answer and of what it may answer, and which that is most likely.
//!
//! `training/replies.py` learns from what `ascribe replying` prints, so that training and running see the same. Leaves
//! out what leaves no doubt (`plain`) and what is made of the probabilities.

use std::{collections::BTreeSet, sync::LazyLock};

use crate::{
    actors::Actors,
    analysis::{Kind, Role, Verb},
    attributions::Found,
    kinds::{Judged, ORDER},
    lexicon::classes::{
        AUXILIARY, Bits, CLAIM_NOUN, CLAUSE, DETERMINER, FIRST_PERSON, NEGATION, PREPOSITION,
    },
    model::Choice,
    words::Words,
};

/// Features of a pair.
pub const FEATURES: usize = 41;

/// Features of answering nothing that stands in the article, as a denial of what others have printed does.
pub const NOTHING: usize = 8;

/// Those of this build, read at the first use; `build.rs` has checked them.
static NETWORK: LazyLock<Option<Choice<FEATURES, NOTHING>>> =
    LazyLock::new(|| Choice::read(include_bytes!("../../models/replies.bin")));

/// How many attributions before and behind it may be what one answers, so that cost stays linear.
const BEFORE: usize = 30;
const BEHIND: usize = 12;

/// So likely an accusation counts among the charges that stand between two others.
const LIKELY: f32 = 0.25;

/// What is seen of the attributions of a document.
pub struct Scene<'a> {
    pub(super) words: &'a Words<'a>,
    pub(super) found: &'a [Found],
    pub(super) judged: &'a [Judged],
    pub(super) actors: &'a Actors,
    /// Beginnings of the content words of each, sorted.
    stems: Vec<Vec<&'a str>>,
    paragraphs: Vec<usize>,
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
        let mut charges = vec![0];
        for j in judged {
            let charge = share(j, Kind::Accusation) >= LIKELY;
            charges.push(charges[charges.len() - 1] + usize::from(charge));
        }
        let document = words.document;
        let place = |f: &Found| words.place(&f.cue).or_else(|| words.place(&f.content));
        // A text without words has no paragraphs to ask for.
        let first = (!document.tokens().is_empty()).then_some(0);
        let at = |of: &dyn Fn(usize) -> usize| {
            found.iter().map(|f| place(f).or(first).map_or(0, of)).collect()
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

    /// Those that `answer` may answer, in reading order; some stand behind it: *Holt denied it. Orr had accused her.*
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
        let is_named = |actor: Option<usize>, at: usize| {
            let content = &self.found[at].content;
            actor.is_some_and(|actor| self.actors.named_in(self.words, actor, content))
        };
        let aimed = of.target.is_some() && of.target == by.actor;
        let speaks_for = |(by, target)| self.actors.answers_for(by, target, of.actor);
        let speaks_for = by.actor.zip(of.target).is_some_and(speaks_for);
        let named = is_named(by.actor, to);
        let shared = self.shared(answer, to);
        let least = self.fewer(answer, to).max(1);
        let (here, there) = (self.paragraphs[answer], self.paragraphs[to]);
        let (back, ahead) = (here.saturating_sub(there), there.saturating_sub(here));
        let sentence = self.sentences[answer] == self.sentences[to];
        let before = to < answer;
        let [first, last] = if before { [to, answer] } else { [answer, to] };
        let between = self.charges[last] - self.charges[first + 1];
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
        let charges = self.charges[answer] - self.charges[answer.saturating_sub(BEFORE)];
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

    /// What `answer` answers most likely, the first of equals, and how likely; none where nothing else is said.
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

/// A feature that holds or does not, as the network has it.
fn yes(test: bool) -> f32 {
    f32::from(test)
}

fn share(judged: &Judged, kind: Kind) -> f32 {
    judged.shares[ORDER.iter().position(|&k| k == kind).unwrap_or(0)]
}

/// Beginnings of the words that carry meaning, sorted, each once: five letters tell *collaborate* and *collaboration*
/// alike. Short words and those of grammar stand in every sentence.
fn stems<'a>(words: &'a Words<'a>, found: &Found) -> Vec<&'a str> {
    const FUNCTION: Bits = AUXILIARY
        .union(CLAUSE)
        .union(DETERMINER)
        .union(PREPOSITION)
        .union(NEGATION)
        .union(FIRST_PERSON)
        .union(CLAIM_NOUN);
    let tells = |&at: &usize| words.is_word(at) && !words.is(at, FUNCTION);
    let tokens = words.tokens(&found.content).into_iter().filter(tells);
    let long = tokens.map(|at| words.lower(at)).filter(|word| word.len() > 3);
    let stem = |word: &'a str| &word[..word.char_indices().nth(5).map_or(word.len(), |(i, _)| i)];
    long.map(stem).collect::<BTreeSet<_>>().into_iter().collect()
}

/// How many of two sorted lists are in both.
fn common(a: &[&str], b: &[&str]) -> usize {
    a.iter().filter(|w| b.binary_search(w).is_ok()).count()
}
