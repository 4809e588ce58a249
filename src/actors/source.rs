//! How a source, a target or an owner is put: by a pronoun, by a name, by a noun, or not at all.
//!
//! Reads one phrase by its own words. Leaves out who is meant; see `pair`.

use std::ops::Range;

use super::cast::Cast;
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

/// Tokens of a source that are read; what comes behind tells no more who it is, and cost stays bounded.
const LONGEST: usize = 80;

/// Words that stand before a phrase without belonging to it: "*according to* the mayor", "*later* the mayor".
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
    match words.lower(at) {
        "which" | "that" => Some(Class::Which),
        _ if words.is(at, FIRST_PERSON) => Some(Class::First),
        word => lists.into_iter().find(|(list, _)| list.has(word)).map(|(_, class)| class),
    }
}

/// The first fragment of `spans` that holds a word, as tokens; none where no fragment does.
pub(super) fn run(words: &Words<'_>, spans: &[Span]) -> Option<Range<usize>> {
    let mut runs = spans.iter().map(|&span| words.document.tokens_in(span));
    runs.find(|run| run.clone().any(|at| words.is_word(at)))
}

/// Reads the phrase in `tokens`; one of no words when they say nothing. Of *according to the mayor of Lund,* the phrase is
/// *the mayor of Lund*, the main of it *the mayor*, its head *mayor*.
pub(super) fn read(words: &Words<'_>, cast: &Cast, tokens: Range<usize>) -> Phrase {
    let (mut start, mut end) = (tokens.start, tokens.end.min(tokens.start + LONGEST));
    while start + 1 < end && leads(words, start) {
        start += 1;
    }
    let trailing = |at: usize| {
        let lower = words.lower(at);
        let more = at > start && (BEHIND_SOURCE.has(lower) || REFLEXIVE.has(lower));
        !words.is_word(at) && words.word(at) != ")" || more
    };
    while end > start && trailing(end - 1) {
        end -= 1;
    }
    if !(start..end).any(|at| words.is_word(at) && !ARTICLES.has(words.lower(at))) {
        return Phrase::empty(tokens.start);
    }
    // "US" is no pronoun.
    let us = words.word(start).len() == 2 && words.word(start).chars().all(char::is_uppercase);
    if end - start == 1
        && !us
        && let Some(class) = pronoun(words, start)
    {
        return Phrase { class, tokens: start..end, main: start..end, ..Phrase::empty(start) };
    }
    let within = start..end;
    let names = cast.mentioned_in(within).filter(|m| m.name).map(|m| &m.tokens);
    let names: Vec<&Range<usize>> = names.collect();
    // "The head of the Bank of Lund": what stands within a name ends nothing.
    let stops = |&at: &usize| {
        let lower = words.lower(at);
        let mark = !words.is_word(at) && !matches!(lower, "'" | "'s" | "&" | "\"" | "“" | "”");
        let breaks = words.is(at, PREPOSITION | CLAUSE | AUXILIARY)
            && !matches!(lower, "and" | "or" | "'s" | "'");
        (mark || breaks || trails(words, at)) && !names.iter().any(|name| name.contains(&at))
    };
    let stop = (start + 1..end).find(stops).unwrap_or(end);
    let noun = |&at: &usize| words.is_word(at) && words.lower(at) != "'s";
    let head = (start..stop).rev().find(noun).unwrap_or(start);
    let t = words.traits(head);
    let class = match pronoun(words, head) {
        _ if names.iter().any(|name| name.end == head + 1) => Class::Name,
        Some(class @ (Class::Amount | Class::Other)) => class,
        _ if t.intersects(GROUP) => Class::Group,
        _ if t.intersects(PERSON) => Class::Person,
        _ if t.intersects(DOCUMENT) && !t.intersects(BODY) => Class::Document,
        _ if t.intersects(MEDIA) => Class::Media,
        _ if t.intersects(BODY) => Class::Body,
        _ => Class::Noun,
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

/// How a description opens that begins with token `at`: who is new comes as *a clerk*, who is known as *the clerk*.
pub(super) fn opening(words: &Words<'_>, at: usize) -> Opening {
    match words.lower(at) {
        "the" => Opening::Definite,
        word if word == "another" || ARTICLES.has(word) => Opening::Indefinite,
        word if OWNING.has(word) => Opening::Owned,
        word if POINTING.has(word) || SAME.has(word) => Opening::Shown,
        word if AMOUNTS.has(word) || COUNTED.has(word) => Opening::Counted,
        _ => Opening::Bare,
    }
}
