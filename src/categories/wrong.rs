//! Why there is no such category: what is wrong, in a word that a surface can put into its reader's
//! language, where it is, and in the words of `regex`.
//!
//! Leaves out those words of a surface.

use std::fmt;

use regex_syntax::{ast, hir};
use serde::Serialize;

/// What is wrong with what a reader looks for.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WrongPattern {
    /// What it is.
    pub why: Why,
    /// The place in what was typed, in UTF-16 units; null where it has none.
    pub at: Option<u32>,
    /// The same in English, in `regex`'s own words where they are its.
    pub message: String,
}

/// The cases that a reader can mend, each in its own way.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Nothing is looked for.
    Nothing,
    /// It is found in nothing at all, so in every text.
    Everywhere,
    /// What was typed is too long, or one word of it is.
    TooLong,
    /// The pattern stands for too much.
    TooLarge,
    /// A `(` without its `)`.
    GroupUnclosed,
    /// A `)` without its `(`.
    GroupUnopened,
    /// What follows `(?` is no group.
    Group,
    /// A `[` without its `]`.
    ClassUnclosed,
    /// A range of letters that is none, such as `z-a`.
    ClassRange,
    /// A backslash before what it says nothing about.
    Escape,
    /// `*`, `+`, `?` or `{` with nothing before it.
    Repetition,
    /// A count in braces that is none.
    Count,
    /// A reference back to a group, which would take more than linear time.
    BackReference,
    /// A look around, which would likewise.
    LookAround,
    /// A property of letters that is not among those known here.
    Property,
    /// Anything else.
    Other,
}

impl WrongPattern {
    pub(super) fn new(why: Why, message: impl Into<String>) -> Self {
        Self { why, at: None, message: message.into() }
    }

    /// What `regex` has to say about a pattern that it did not take.
    pub(super) fn of(pattern: &str, error: &regex::Error) -> Self {
        let message = error.to_string();
        if matches!(error, regex::Error::CompiledTooBig(_)) {
            return Self::new(Why::TooLarge, message);
        }
        // `regex` gives a text; its parser, asked again, the case and the place.
        let (why, byte) = match regex_syntax::Parser::new().parse(pattern) {
            Err(regex_syntax::Error::Parse(error)) => {
                (of_syntax(error.kind()), Some(error.span().start.offset))
            }
            Err(regex_syntax::Error::Translate(error)) => {
                (of_meaning(error.kind()), Some(error.span().start.offset))
            }
            _ => (Why::Other, None),
        };
        let units = |byte: usize| pattern.get(..byte).map(|before| before.encode_utf16().count());
        Self { why, at: byte.and_then(units).and_then(|at| u32::try_from(at).ok()), message }
    }
}

fn of_syntax(kind: &ast::ErrorKind) -> Why {
    use ast::ErrorKind as K;
    match kind {
        K::GroupUnclosed => Why::GroupUnclosed,
        K::GroupUnopened => Why::GroupUnopened,
        K::GroupNameDuplicate { .. }
        | K::GroupNameEmpty
        | K::GroupNameInvalid
        | K::GroupNameUnexpectedEof
        | K::FlagDanglingNegation
        | K::FlagDuplicate { .. }
        | K::FlagRepeatedNegation { .. }
        | K::FlagUnexpectedEof
        | K::FlagUnrecognized => Why::Group,
        K::ClassUnclosed => Why::ClassUnclosed,
        K::ClassRangeInvalid | K::ClassRangeLiteral | K::ClassEscapeInvalid => Why::ClassRange,
        K::EscapeHexEmpty
        | K::EscapeHexInvalid
        | K::EscapeHexInvalidDigit
        | K::EscapeUnexpectedEof
        | K::EscapeUnrecognized => Why::Escape,
        K::RepetitionMissing => Why::Repetition,
        K::RepetitionCountInvalid
        | K::RepetitionCountDecimalEmpty
        | K::RepetitionCountUnclosed
        | K::DecimalEmpty
        | K::DecimalInvalid => Why::Count,
        K::UnsupportedBackreference => Why::BackReference,
        K::UnsupportedLookAround => Why::LookAround,
        K::NestLimitExceeded(_) | K::CaptureLimitExceeded => Why::TooLarge,
        _ => Why::Other,
    }
}

fn of_meaning(kind: &hir::ErrorKind) -> Why {
    use hir::ErrorKind as K;
    match kind {
        K::UnicodePropertyNotFound
        | K::UnicodePropertyValueNotFound
        | K::UnicodePerlClassNotFound => Why::Property,
        _ => Why::Other,
    }
}

impl fmt::Display for WrongPattern {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message)
    }
}

impl std::error::Error for WrongPattern {}
