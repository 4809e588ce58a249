//! An attribution as spans of the text, and how much of it is quoted.
//!
//! Leaves out how it was found.

use crate::{analysis::Form, span::Span, text::Document};

/// One attribution as spans, before anyone has judged its kind or resolved its source.
/// Spans are bytes of the joined text, end-exclusive, in reading order, one entry a fragment.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Who says so; empty when the text names nobody here.
    pub source: Vec<Span>,
    /// By which words; may be empty for a quotation that goes on.
    pub cue: Vec<Span>,
    /// What is said.
    pub content: Vec<Span>,
    /// How much of the content is quoted.
    pub form: Form,
    /// Index of the one in whose content this one stands.
    pub parent: Option<usize>,
    /// 0 to 1.
    pub confidence: f32,
}

/// How much of `content` stands in quotation marks, by its words. `Indirect` for empty content.
#[must_use]
pub fn form(document: &Document, content: &[Span]) -> Form {
    let (mut quoted, mut bare) = (false, false);
    for &span in content {
        for at in document.tokens_in(span) {
            if document.tokens()[at].is_word() {
                match document.quotation_of(at) {
                    Some(_) => quoted = true,
                    None => bare = true,
                }
            }
        }
    }
    match (quoted, bare) {
        (true, false) => Form::Direct,
        (true, true) => Form::Mixed,
        (false, _) => Form::Indirect,
    }
}
