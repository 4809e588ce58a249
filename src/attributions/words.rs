//! The small words of English grammar, as far as the rules lean on them, and the reading that
//! holds each token's lower-case form and classes.
//!
//! Leaves out open classes: whether *support* is a noun or a verb is for `cues` to weigh.

use std::{borrow::Cow, ops::Range};

use crate::text::{Document, TokenKind};

/// Classes of small words; a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Class(u32);

impl Class {
    pub const BE: Self = Self(1);
    pub const HAVE: Self = Self(1 << 1);
    /// will, could, did, do not and the like.
    pub const MODAL: Self = Self(1 << 2);
    pub const NOT: Self = Self(1 << 3);
    pub const ADVERB: Self = Self(1 << 4);
    /// he, they, I: subjects only.
    pub const SUBJECT: Self = Self(1 << 5);
    pub const DETERMINER: Self = Self(1 << 6);
    pub const PREPOSITION: Self = Self(1 << 7);
    /// because, while, that: opens a clause of its own.
    pub const SUBORDINATOR: Self = Self(1 << 8);
    pub const CONJUNCTION: Self = Self(1 << 9);
    /// Tuesday, yesterday, January.
    pub const TIME: Self = Self(1 << 10);
    /// who, which, that.
    pub const RELATIVE: Self = Self(1 << 11);
    /// 's, his, their.
    pub const POSSESSIVE: Self = Self(1 << 12);
    /// him, them, me.
    pub const OBJECT: Self = Self(1 << 13);
    /// what, whether, how.
    pub const WH: Self = Self(1 << 14);
    /// I, we, you, my.
    pub const FIRST: Self = Self(1 << 15);
    pub const AUXILIARY: Self = Self(Self::BE.0 | Self::HAVE.0 | Self::MODAL.0);

    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

fn classify(word: &str) -> Class {
    match word {
        "is" | "are" | "was" | "were" | "be" | "been" | "being" | "am" | "'m" | "’m" | "'re"
        | "’re" => Class::BE,
        "has" | "have" | "had" | "having" | "'ve" | "’ve" => Class::HAVE,
        "will" | "would" | "can" | "could" | "may" | "might" | "must" | "shall" | "should"
        | "do" | "does" | "did" | "ca" | "wo" | "'ll" | "’ll" | "'d" | "’d" => Class::MODAL,
        "not" | "n't" | "n’t" | "never" | "cannot" => Class::NOT,
        "also" | "then" | "later" | "again" | "only" | "just" | "still" | "even" | "once"
        | "often" | "ever" | "now" | "further" | "long" | "since" | "already" | "soon"
        | "simply" | "always" | "instead" | "earlier" | "thus" | "first" | "sometimes" | "all"
        | "both" | "so" | "far" | "twice" | "too" => match word {
            "since" => Class::ADVERB.or(Class::PREPOSITION).or(Class::SUBORDINATOR),
            "all" | "both" => Class::ADVERB.or(Class::DETERMINER),
            "so" => Class::ADVERB.or(Class::CONJUNCTION),
            _ => Class::ADVERB,
        },
        "he" | "she" | "they" => Class::SUBJECT,
        "it" => Class::SUBJECT.or(Class::OBJECT),
        "i" | "we" => Class::SUBJECT.or(Class::FIRST),
        "you" => Class::SUBJECT.or(Class::OBJECT).or(Class::FIRST),
        "him" | "them" | "himself" | "herself" | "themselves" | "itself" => Class::OBJECT,
        "me" | "us" | "myself" | "ourselves" => Class::OBJECT.or(Class::FIRST),
        "the" | "a" | "an" | "these" | "those" | "some" | "any" | "no" | "many" | "most"
        | "several" | "few" | "each" | "every" | "one" | "two" | "three" | "four" | "five"
        | "another" | "other" | "others" | "this" => Class::DETERMINER,
        "his" | "its" | "their" => Class::DETERMINER.or(Class::POSSESSIVE),
        "her" => Class::DETERMINER.or(Class::POSSESSIVE).or(Class::OBJECT),
        "my" | "our" | "your" => Class::DETERMINER.or(Class::POSSESSIVE).or(Class::FIRST),
        "'s" | "’s" => Class::POSSESSIVE,
        "that" => Class::SUBORDINATOR
            .or(Class::RELATIVE)
            .or(Class::DETERMINER),
        "who" | "which" => Class::RELATIVE.or(Class::WH),
        "whom" | "whose" => Class::WH,
        "what" | "whether" | "how" | "why" => Class::WH.or(Class::SUBORDINATOR),
        "where" | "when" => Class::WH.or(Class::SUBORDINATOR),
        "if" | "because" | "while" | "although" | "though" | "whereas" | "unless" => {
            Class::SUBORDINATOR
        }
        "as" | "after" | "before" | "until" | "like" => Class::SUBORDINATOR.or(Class::PREPOSITION),
        "in" | "on" | "at" | "by" | "for" | "from" | "with" | "of" | "to" | "about" | "during"
        | "under" | "over" | "against" | "between" | "through" | "into" | "amid" | "despite"
        | "without" | "within" | "among" | "across" | "near" | "via" | "inside" | "outside"
        | "off" | "toward" | "towards" | "upon" | "than" | "following" | "up" | "out" => {
            Class::PREPOSITION
        }
        "and" | "or" | "but" | "nor" | "yet" => Class::CONJUNCTION,
        "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday"
        | "today" | "yesterday" | "tomorrow" | "tonight" | "january" | "february" | "april"
        | "june" | "july" | "august" | "september" | "october" | "november" | "december"
        | "jan." | "feb." | "aug." | "sept." | "oct." | "nov." | "dec." | "morning"
        | "afternoon" | "evening" | "night" | "week" | "month" | "year" | "weekend" | "ago" => {
            Class::TIME
        }
        _ if word.len() > 4 && word.ends_with("ly") && !NOT_ADVERBS.contains(&word) => {
            Class::ADVERB
        }
        _ => Class::default(),
    }
}

/// Words in -ly that name people and things.
const NOT_ADVERBS: &[&str] = &[
    "family", "italy", "july", "reply", "rally", "supply", "assembly", "ally", "daily", "weekly",
    "early", "emily", "kelly", "reilly", "apply", "imply", "comply", "bully", "monopoly",
    "anomaly", "friendly", "elderly", "likely", "unlikely", "only", "holy", "ugly", "lonely",
    "sally", "molly",
];

fn starts_sentence(document: &Document, at: usize) -> bool {
    document.sentences()[document.sentence_of(at)].tokens.start == at
}

/// A document with what the rules ask about each token.
pub(super) struct Reading<'a> {
    pub document: &'a Document,
    lower: Vec<Cow<'a, str>>,
    class: Vec<Class>,
}

impl<'a> Reading<'a> {
    pub fn new(document: &'a Document) -> Self {
        let lower: Vec<Cow<str>> = (0..document.tokens().len())
            .map(|at| {
                let word = document.word(at);
                if word.chars().any(char::is_uppercase) {
                    Cow::Owned(word.to_lowercase())
                } else {
                    Cow::Borrowed(word)
                }
            })
            .collect();
        let class = (0..lower.len())
            .map(|at| match lower[at].as_ref() {
                // May and March, Ms. May and marches.
                "may" if document.word(at) != "may" && !starts_sentence(document, at) => {
                    Class::TIME
                }
                word => classify(word),
            })
            .collect();
        Self {
            document,
            lower,
            class,
        }
    }

    /// The token's lower-case form; empty beyond the ends.
    pub fn word(&self, at: usize) -> &str {
        self.lower.get(at).map_or("", |w| w)
    }

    pub fn is(&self, at: usize, class: Class) -> bool {
        self.class.get(at).is_some_and(|c| c.any(class))
    }

    pub fn kind(&self, at: usize) -> Option<TokenKind> {
        self.document.tokens().get(at).map(|t| t.kind)
    }

    pub fn is_word(&self, at: usize) -> bool {
        self.document.tokens().get(at).is_some_and(|t| t.is_word())
    }

    pub fn capital(&self, at: usize) -> bool {
        at < self.lower.len() && self.document.word(at).starts_with(char::is_uppercase)
    }

    pub fn quotation(&self, at: usize) -> Option<usize> {
        (at < self.lower.len())
            .then(|| self.document.quotation_of(at))
            .flatten()
    }

    /// Token range of the sentence that holds `at`.
    pub fn sentence(&self, at: usize) -> Range<usize> {
        self.document.sentences()[self.document.sentence_of(at)]
            .tokens
            .clone()
    }

    /// An adverb and nothing else: not *both* or *all*.
    pub fn is_adverb(&self, at: usize) -> bool {
        self.is(at, Class::ADVERB) && !self.is(at, Class::DETERMINER)
    }

    /// Opens a clause and nothing else: not *after* or *as*.
    pub fn is_subordinator(&self, at: usize) -> bool {
        self.is(at, Class::SUBORDINATOR) && !self.is(at, Class::PREPOSITION)
    }

    /// A day, a month, a number after one, or `last week`.
    pub fn is_time(&self, at: usize) -> bool {
        self.is(at, Class::TIME)
            || matches!(
                self.word(at),
                "last" | "this" | "next" | "earlier" | "late" | "early" | "march" | "may"
            ) && self.is(at + 1, Class::TIME)
            || self.kind(at) == Some(TokenKind::Number) && at > 0 && self.is(at - 1, Class::TIME)
    }
}
