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

/// How much of `content` stands in quotation marks, by its words alone, for marks and stops stand in and out of them as a
/// house has it: *“The pier is safe”* is direct, *the pier is “safe”* mixed. `Indirect` for empty content.
#[must_use]
pub fn form(document: &Document, content: &[Span]) -> Form {
    let tokens = || content.iter().flat_map(|&span| document.tokens_in(span));
    let words = || tokens().filter(|&at| document.tokens()[at].is_word());
    let quoted = |at: usize| document.quotation_of(at).is_some();
    match (words().any(quoted), words().all(quoted)) {
        (true, true) => Form::Direct,
        (true, false) => Form::Mixed,
        (false, _) => Form::Indirect,
    }
}
