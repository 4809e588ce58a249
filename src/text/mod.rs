//! Text as the rules and the tagger read it: blocks joined into one string, cut into tokens,
//! sentences and quotations.
//!
//! Leaves out every judgement about meaning: no word list here knows what *said* is. Everything is
//! total (any string gives a document) and linear in the length of the text.

mod abbreviations;
mod document;
mod letters;
mod paragraph;
mod quotations;
mod sentences;
mod tokens;
mod utf16;

#[cfg(test)]
mod tests;

pub use document::Document;
pub use letters::without_accent;
pub use paragraph::{Paragraph, SEPARATOR};
pub use quotations::Quotation;
pub use sentences::Sentence;
pub use tokens::{Token, TokenKind};
pub use utf16::Utf16;
