//! The reading that holds each token's lower-case form and its classes of grammar.
//!
//! Leaves out which word is of which class; see `lexicon::grammar`.

use std::{borrow::Cow, ops::Range};

pub(super) use crate::lexicon::grammar::Class;
use crate::{
    lexicon::{clauses::RELATIVE_TIME, grammar::classify},
    text::{Document, TokenKind},
};

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
            || (RELATIVE_TIME.has(self.word(at)) || matches!(self.word(at), "march" | "may"))
                && self.is(at + 1, Class::TIME)
            || self.kind(at) == Some(TokenKind::Number) && at > 0 && self.is(at - 1, Class::TIME)
    }
}
