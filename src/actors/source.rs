//! How a source, a target or an owner is put: by a pronoun, by a name, by a noun, or not at all.
//!
//! Reads one phrase by its own words. Leaves out who is meant; see `pair`.

use std::ops::Range;

use super::{cast::Cast, mentions::mentions_in};
use crate::{
    lexicon::{
        classes::{ADVERB, AUXILIARY, CLAUSE, FIRST_PERSON, PREPOSITION},
        clauses::{BEFORE_SOURCE, BEHIND_SOURCE, TRAILING},
        pronouns::{
            ALONE, AMOUNTS, ANYBODY, ARTICLES, COUNTED, HE, IT, OWNING, POINTING, REFLEXIVE, SAME,
            SHE, THEY, WHO,
        },
        traits::{BODY, DOCUMENT, GROUP, MEDIA, PERSON},
    },
    span::Span,
    words::Words,
};

/// What the phrase is, as far as its words tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Class {
    He,
    She,
    They,
    It,
    /// I, we.
    First,
    /// who, whom.
    Who,
    /// which, that.
    Which,
    /// you, this, one: seldom anybody who can be told.
    Other,
    /// some, others, both, many.
    Amount,
    /// No words at all.
    Empty,
    /// Ends in a name.
    Name,
    Person,
    Group,
    Body,
    Media,
    Document,
    /// A noun of no list.
    Noun,
}

/// How many classes there are.
pub(super) const CLASSES: usize = 17;

/// How a description opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Opening {
    Bare,
    Definite,
    Indefinite,
    /// his, her, its, their, my, your.
    Owned,
    /// this, that, these, those, such.
    Shown,
    /// One, two, several.
    Counted,
}

/// A phrase, read.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    pub class: Class,
    pub opening: Opening,
    /// Without what leads to it and the mark behind it; empty when there are no words.
    pub tokens: Range<usize>,
    /// Up to its first preposition, clause or mark.
    pub main: Range<usize>,
    /// The noun, the pronoun or the last word of the name.
    pub head: usize,
}

impl Phrase {
    /// No words; `at` is where they would stand.
    pub fn empty(at: usize) -> Self {
        Self { class: Class::Empty, opening: Opening::Bare, tokens: at..at, main: at..at, head: at }
    }

    /// True for a pronoun of the third person.
    pub fn pronoun(&self) -> bool {
        (self.class as u8) <= Class::Which as u8
    }
}

/// Tokens of a source that are read; what comes behind tells no more who it is.
const LONGEST: usize = 80;

/// Words that stand before a phrase without belonging to it.
fn leads(words: &Words<'_>, at: usize) -> bool {
    !words.is_word(at)
        || words.is(at, ADVERB) && !words.capital(at)
        || BEFORE_SOURCE.has(words.lower(at))
}

/// What a pronoun, an amount or a word for anybody is, by that one word; none for any other.
pub(super) fn pronoun(words: &Words<'_>, at: usize) -> Option<Class> {
    let lists = [
        (HE, Class::He),
        (SHE, Class::She),
        (THEY, Class::They),
        (IT, Class::It),
        (WHO, Class::Who),
        (ANYBODY, Class::Other),
        (AMOUNTS, Class::Amount),
        (ALONE, Class::Amount),
    ];
    let lower = words.lower(at);
    match lower {
        "which" | "that" => Some(Class::Which),
        _ if words.is(at, FIRST_PERSON) => Some(Class::First),
        _ => {
            let list = lists.iter().find(|(list, _)| list.has(lower));
            list.map(|&(_, class)| class)
        }
    }
}

/// The first fragment of `spans` that holds a word, as tokens.
pub(super) fn run(words: &Words<'_>, spans: &[Span]) -> Option<Range<usize>> {
    spans
        .iter()
        .map(|&s| words.document.tokens_in(s))
        .find(|r| r.clone().any(|at| words.is_word(at)))
}

/// Reads the phrase in `tokens`; one of no words when they say nothing.
pub(super) fn read(words: &Words<'_>, cast: &Cast, tokens: Range<usize>) -> Phrase {
    let (mut start, mut end) = (tokens.start, tokens.end.min(tokens.start + LONGEST));
    while start + 1 < end && leads(words, start) {
        start += 1;
    }
    while end > start
        && (!words.is_word(end - 1) && words.word(end - 1) != ")"
            || end - start > 1
                && (BEHIND_SOURCE.has(words.lower(end - 1)) || REFLEXIVE.has(words.lower(end - 1))))
    {
        end -= 1;
    }
    let article = |at: usize| ARTICLES.has(words.lower(at));
    if !(start..end).any(|at| words.is_word(at) && !article(at)) {
        return Phrase::empty(tokens.start);
    }
    let us = words.word(start).len() == 2 && words.word(start).chars().all(char::is_uppercase);
    if end - start == 1
        && !us
        && let Some(class) = pronoun(words, start)
    {
        return Phrase {
            class,
            opening: Opening::Bare,
            tokens: start..end,
            main: start..end,
            head: start,
        };
    }
    let names = mentions_in(cast, start..end);
    let inside = |at: usize| {
        names.iter().any(|&m| {
            let m = &cast.mentions[m];
            m.name && m.tokens.contains(&at)
        })
    };
    let stop = (start + 1..end)
        .find(|&at| {
            let mark = !words.is_word(at)
                && !matches!(words.lower(at), "'" | "'s" | "&" | "\"" | "“" | "”");
            let breaks = words.is(at, PREPOSITION | CLAUSE | AUXILIARY)
                && !matches!(words.lower(at), "and" | "or" | "'s" | "'");
            (mark || breaks || trails(words, at)) && !inside(at)
        })
        .unwrap_or(end);
    let head = (start..stop)
        .rev()
        .find(|&at| words.is_word(at) && words.lower(at) != "'s")
        .unwrap_or(start);
    let closing = names.iter().any(|&m| {
        let m = &cast.mentions[m];
        m.name && m.tokens.end == head + 1
    });
    let t = words.traits(head);
    let class = if closing {
        Class::Name
    } else if let Some(class @ (Class::Amount | Class::Other)) = pronoun(words, head) {
        class
    } else if t.intersects(GROUP) {
        Class::Group
    } else if t.intersects(PERSON) {
        Class::Person
    } else if t.intersects(DOCUMENT) && !t.intersects(BODY) {
        Class::Document
    } else if t.intersects(MEDIA) {
        Class::Media
    } else if t.intersects(BODY) {
        Class::Body
    } else {
        Class::Noun
    };
    Phrase { class, opening: opening(words, start), tokens: start..end, main: start..stop, head }
}

/// Whether the word tells more of those before it, and is no part of their name: "officials *close* to the talks",
/// "a person *briefed* on it".
fn trails(words: &Words<'_>, at: usize) -> bool {
    let lower = words.lower(at);
    let tells = TRAILING.has(lower) || lower.ends_with("ed") || lower.ends_with("ing");
    let noun = PERSON | GROUP | BODY | MEDIA | DOCUMENT;
    tells
        && words.is(at + 1, PREPOSITION)
        && words.traits(at - 1).intersects(PERSON | GROUP)
        && !words.traits(at).intersects(noun)
}

pub(super) fn opening(words: &Words<'_>, at: usize) -> Opening {
    match words.lower(at) {
        "the" => Opening::Definite,
        "another" => Opening::Indefinite,
        word if ARTICLES.has(word) => Opening::Indefinite,
        word if OWNING.has(word) => Opening::Owned,
        word if POINTING.has(word) || SAME.has(word) => Opening::Shown,
        word if AMOUNTS.has(word) || COUNTED.has(word) => Opening::Counted,
        _ => Opening::Bare,
    }
}
