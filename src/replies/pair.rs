//! How well one attribution answers another, as it was learned: features of the pair and a small network
//! over them.
//!
//! Trained by `training/replies.py` on what `ascribe pairs --replies` prints, so that training and running
//! see the same. Leaves out what is made of the probabilities.

use std::sync::OnceLock;

use crate::{
    actors::Actors,
    analysis::{Kind, Role, Verb},
    attributions::Found,
    kinds::{
        Judged, ORDER, Words,
        vocabulary::{
            AUXILIARY, CLAIM_NOUN, CLAUSE, DETERMINER, FALSEHOOD, FIRST_PERSON, NEGATION,
            PREPOSITION,
        },
    },
    model::Numbers,
};

/// Features of a pair.
pub const FEATURES: usize = 41;

/// Features of answering nothing that stands in the article.
pub const NOTHING: usize = 8;

/// How many attributions before and behind it may be what one answers, so that cost stays linear.
const BEFORE: usize = 30;
const BEHIND: usize = 12;

/// How well a denial must fit a charge to leave no doubt.
const PLAIN: f32 = 3.0;

/// Words that deny a charge without repeating it.
const WHOLE: &[&str] = &[
    "wrongdoing",
    "involvement",
    "collaboration",
    "responsibility",
    "role",
    "guilty",
    "innocent",
    "wrong",
    "true",
    "breach",
    "any",
    "anything",
];

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
    charges: Vec<usize>,
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
        let place = |f: &Found| {
            words
                .place(&f.cue)
                .or_else(|| words.place(&f.content))
                .unwrap_or(0)
        };
        let mut charges = vec![0];
        for j in judged {
            charges
                .push(charges[charges.len() - 1] + usize::from(share(j, Kind::Accusation) >= 0.25));
        }
        let document = words.document;
        let at = |of: &dyn Fn(usize) -> usize| {
            let count = document.tokens().len();
            found
                .iter()
                .map(|f| {
                    if count == 0 {
                        0
                    } else {
                        of(place(f).min(count - 1))
                    }
                })
                .collect()
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
                self.actors
                    .named_in(self.words, actor, &self.found[at].content)
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

    /// How well the parties and the words of a denial fit those of a charge, as one would reckon it by
    /// hand: 3 and more where both do, 0 where either does not.
    fn fits(&self, answer: usize, charge: usize) -> f32 {
        let (by, of) = (&self.actors.of[answer], &self.actors.of[charge]);
        let Some(denier) = by.actor.filter(|&denier| of.actor != Some(denier)) else {
            return 0.0;
        };
        let content = &self.found[charge].content;
        let party = match of.target {
            Some(target) if target == denier => 2.4,
            Some(target) if self.actors.answers_for(denier, target, of.actor) => 2.2,
            _ if self.actors.named_in(self.words, denier, content) => 2.3,
            // Somebody else is accused, by name: it is not this one's to deny.
            Some(_) => return 0.0,
            None => 0.6,
        };
        let (shared, general) = (self.shared(answer, charge), self.general(answer));
        let fit = match (shared, general) {
            (0, false) => 0.0,
            (0, true) => 0.8,
            (n, general) => 0.5 + 0.45 * n.min(4) as f32 + if general { 0.3 } else { 0.0 },
        };
        let (here, there) = (self.paragraphs[answer], self.paragraphs[charge]);
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

    /// It stands in the headline or the lines under it.
    fn is_head(&self, at: usize) -> bool {
        let paragraph = self.words.document.paragraphs().get(self.paragraphs[at]);
        matches!(
            paragraph.map(|p| p.role),
            Some(Role::Headline | Role::Standfirst | Role::Summary)
        )
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

    /// What `answer` answers most likely, and how likely; none where nothing else is said. Where parties and
    /// words of a denial plainly fit a charge, that is the one, the first of equals: an article names the
    /// charge before it repeats it. "denied that" answers what was said right before it by another.
    #[must_use]
    pub fn best(&self, answer: usize) -> Option<(usize, f32)> {
        let net = Network::shipped()?;
        let candidates = self.candidates(answer);
        if self.judged[answer].kind == Kind::Denial {
            let bare = self.is_bare(answer);
            let charges = candidates
                .iter()
                .filter(|&&to| self.judged[to].kind == Kind::Accusation)
                .filter(|&&to| {
                    !bare || to < answer && self.charges[answer] == self.charges[to + 1]
                });
            let plain = charges
                .map(|&to| (to, self.fits(answer, to)))
                .filter(|&(_, fits)| fits >= PLAIN)
                .reduce(|best, next| if best.1 >= next.1 { best } else { next });
            let before = answer.checked_sub(1).filter(|&to| {
                let (by, of) = (&self.actors.of[answer], &self.actors.of[to]);
                bare && self.found[answer].parent != Some(to) && by.actor != of.actor
            });
            if let Some(to) = plain.map(|(to, _)| to).or(before) {
                return Some((to, 1.0));
            }
        }
        let mut scores: Vec<f32> = candidates
            .iter()
            .map(|&to| net.pair(&self.pair(answer, to)))
            .collect();
        scores.push(net.nothing(&self.nothing(answer)));
        let shares = crate::model::softmax(&scores);
        let best = (1..candidates.len()).fold(
            0,
            |best, at| if shares[at] > shares[best] { at } else { best },
        );
        candidates.get(best).map(|&to| (to, shares[best]))
    }

    /// It says no more than "that" or "it".
    fn is_bare(&self, at: usize) -> bool {
        let content = self.words.tokens(&self.found[at].content);
        let pronoun = |&at: &usize| {
            !self.words.is_word(at)
                || matches!(
                    self.words.lower(at),
                    "that" | "it" | "this" | "them" | "all" | "of"
                )
        };
        !content.is_empty() && content.iter().all(pronoun)
    }

    /// It speaks of a charge without repeating it: "the allegation", "any role", "it".
    fn general(&self, answer: usize) -> bool {
        let content = self.words.tokens(&self.found[answer].content);
        content.len() <= 3
            || content.iter().take(14).any(|&at| {
                self.words.is(at, CLAIM_NOUN | FALSEHOOD) || WHOLE.contains(&self.words.lower(at))
            })
    }
}

/// The trained numbers.
struct Network {
    /// One row a hidden unit: of the features, then what is added.
    hidden: Vec<Vec<f32>>,
    /// Of the hidden units, then what is added.
    score: Vec<f32>,
    nothing: Vec<f32>,
}

impl Network {
    /// Those of this build, read at the first call; `build.rs` has checked them.
    fn shipped() -> Option<&'static Self> {
        static BYTES: &[u8] = include_bytes!("../../models/replies.bin");
        static NETWORK: OnceLock<Option<Network>> = OnceLock::new();
        let read = || {
            let numbers = Numbers::read(BYTES)?;
            let hidden = numbers.rows("hidden", FEATURES + 1)?;
            Some(Network {
                score: numbers.rows("score", hidden.len() + 1)?.pop()?,
                nothing: numbers.rows("nothing", NOTHING)?.pop()?,
                hidden,
            })
        };
        NETWORK.get_or_init(read).as_ref()
    }

    fn pair(&self, features: &[f32; FEATURES]) -> f32 {
        let hidden = self
            .hidden
            .iter()
            .map(|row| affine(row, features).max(0.0))
            .collect::<Vec<f32>>();
        affine(&self.score, &hidden)
    }

    fn nothing(&self, features: &[f32; NOTHING]) -> f32 {
        dot(&self.nothing, features)
    }
}

fn dot(weights: &[f32], numbers: &[f32]) -> f32 {
    weights
        .iter()
        .zip(numbers)
        .fold(0.0, |sum, (w, x)| sum + w * x)
}

fn affine(row: &[f32], numbers: &[f32]) -> f32 {
    let (bias, weights) = row.split_last().unwrap_or((&0.0, &[]));
    bias + dot(weights, numbers)
}

fn share(judged: &Judged, kind: Kind) -> f32 {
    judged.shares[ORDER.iter().position(|&k| k == kind).unwrap_or(0)]
}

/// Beginnings of the words that carry meaning: five letters tell *collaborate* and *collaboration*
/// alike.
fn stems<'a>(words: &'a Words<'a>, found: &Found) -> Vec<&'a str> {
    const FUNCTION: u64 =
        AUXILIARY | CLAUSE | DETERMINER | PREPOSITION | NEGATION | FIRST_PERSON | CLAIM_NOUN;
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
