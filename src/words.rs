//! The words of a document with their classes, looked up once.
//!
//! Leaves out what the classes mean together.

use std::{cell::OnceCell, ops::Range};

use crate::{
    lexicon::{
        classes::{AUXILIARY, Bits},
        clauses::{BE, MODALS},
        people,
        traits::Traits,
        vocabulary,
    },
    span::Span,
    text::Document,
};

/// Classes that a word may be of: those of what is done by it and of whom it names.
pub trait Classes: Copy {
    /// True when token `at` is of any of these.
    fn hold(self, words: &Words<'_>, at: usize) -> bool;
}

impl Classes for Bits {
    fn hold(self, words: &Words<'_>, at: usize) -> bool {
        words.bits(at).intersects(self)
    }
}

impl Classes for Traits {
    fn hold(self, words: &Words<'_>, at: usize) -> bool {
        words.traits(at).intersects(self)
    }
}

/// Lower-case words and word classes of every token, by token index.
#[derive(Debug)]
pub struct Words<'d> {
    /// The document that they are of.
    pub document: &'d Document,
    lower: String,
    ends: Vec<u32>,
    bits: Vec<Bits>,
    traits: OnceCell<Vec<Traits>>,
}

impl<'d> Words<'d> {
    /// Looks up every token of `document`.
    #[must_use]
    pub fn new(document: &'d Document) -> Self {
        let count = document.tokens().len();
        let mut words = Self {
            document,
            lower: String::with_capacity(document.text().len()),
            ends: Vec::with_capacity(count),
            bits: Vec::with_capacity(count),
            traits: OnceCell::new(),
        };
        for at in 0..count {
            let start = words.lower.len();
            let word = document.word(at);
            if word.is_ascii() {
                words.lower.push_str(word);
                words.lower[start..].make_ascii_lowercase();
            } else {
                // One character for one, so that nothing of the text is lost or split.
                words.lower.extend(
                    word.chars().map(|c| {
                        if c == '’' { '\'' } else { c.to_lowercase().next().unwrap_or(c) }
                    }),
                );
            }
            words.bits.push(vocabulary::bits(&words.lower[start..]));
            words.ends.push(u32::try_from(words.lower.len()).unwrap_or(u32::MAX));
        }
        words
    }

    /// The token before `at` likewise; empty where the text begins with `at`.
    #[must_use]
    pub fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |before| self.lower(before))
    }

    /// Token `at` in lower case, apostrophes straight; empty beyond the last token.
    #[must_use]
    // Hundreds of places ask: in each of them its code would make the engine 14 kB larger, compressed.
    #[inline(never)]
    pub fn lower(&self, at: usize) -> &str {
        let Some(&end) = self.ends.get(at) else {
            return "";
        };
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.lower[start as usize..end as usize]
    }

    /// The word as written; empty beyond the last token.
    #[must_use]
    pub fn word(&self, at: usize) -> &'d str {
        self.document.tokens().get(at).map_or("", |t| t.span.of(self.document.text()))
    }

    /// The classes of token `at`; none beyond the last token.
    #[must_use]
    pub fn bits(&self, at: usize) -> Bits {
        self.bits.get(at).copied().unwrap_or_default()
    }

    /// What token `at` says about the one whom it names; nothing beyond the last token. All are looked up when one is first
    /// asked for.
    #[must_use]
    pub fn traits(&self, at: usize) -> Traits {
        let all = || (0..self.bits.len()).map(|at| people::traits(self.lower(at)));
        let traits = self.traits.get_or_init(|| all().collect());
        traits.get(at).copied().unwrap_or_default()
    }

    /// What any of these tokens says.
    #[must_use]
    pub fn traits_of(&self, tokens: Range<usize>) -> Traits {
        tokens.map(|at| self.traits(at)).collect()
    }

    /// True when token `at` is of any of `classes`; false beyond the last token.
    #[must_use]
    pub fn is(&self, at: usize, classes: impl Classes) -> bool {
        classes.hold(self, at)
    }

    /// True for a form of *be* that may make a passive.
    #[must_use]
    pub fn be(&self, at: usize) -> bool {
        BE.has(self.lower(at))
    }

    /// True when the word begins with a capital letter.
    #[must_use]
    pub fn capital(&self, at: usize) -> bool {
        self.word(at).chars().next().is_some_and(char::is_uppercase)
    }

    /// True for words and numbers, false for marks and beyond the last token.
    #[must_use]
    pub fn is_word(&self, at: usize) -> bool {
        self.document.tokens().get(at).is_some_and(|t| t.is_word())
    }

    /// The quotation that token `at` stands in; none outside of any and beyond the last token.
    #[must_use]
    pub fn quotation(&self, at: usize) -> Option<usize> {
        let known = at < self.bits.len();
        known.then(|| self.document.quotation_of(at)).flatten()
    }

    /// A form of *be*, *have* or *do*, or a modal verb; not *'s*, which may be something else.
    #[must_use]
    pub fn auxiliary(&self, at: usize) -> bool {
        let lower = self.lower(at);
        self.is(at, AUXILIARY) && lower != "'s" || MODALS.has(lower)
    }

    /// The token where the first of `spans` begins, or the last one of the text behind it; none
    /// without spans or in a text without words.
    #[must_use]
    pub fn place(&self, spans: &[Span]) -> Option<usize> {
        let last = self.document.tokens().len().checked_sub(1)?;
        Some(self.document.token_at(spans.first()?.start).min(last))
    }

    /// The token indices of `spans`, in their order.
    #[must_use]
    pub fn tokens(&self, spans: &[Span]) -> Vec<usize> {
        spans.iter().flat_map(|&s| self.document.tokens_in(s)).collect()
    }

    /// Lower-case words of `tokens`, each between single spaces: `" has denied "`.
    #[must_use]
    pub fn joined(&self, tokens: &[usize]) -> String {
        let mut out = String::from(" ");
        for &at in tokens {
            out.push_str(self.lower(at));
            out.push(' ');
        }
        out
    }
}
