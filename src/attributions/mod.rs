//! Attributions as spans: who, by which words, what. Leaves out what kind they are and who "he" is.

use crate::{analysis::Form, span::Span};

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
