//! What is found: in tokens while it is put together, in spans when that is done, in reading order and no two alike, with
//! its form and with the one in whose content it stands.
//!
//! Leaves out how it comes about; see `merge`.

use std::{cmp::Reverse, ops::Range};

use crate::{analysis::Form, span::Span, text::Document, words::Words};

/// An attribution in tokens. Of *The mayor said the pier was safe* the source is *The mayor*, the cue *said*.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// None where nobody is named beside the words.
    pub source: Option<Range<usize>>,
    /// None for a quotation that no verb brings.
    pub cue: Option<Range<usize>>,
    /// Fragments, never none once the passes are through: *“The pier,” she said, “is safe”* has two.
    pub content: Vec<Range<usize>>,
    /// 0 to 1: what the tagger was sure of, or [`RULE_CONFIDENCE`].
    pub confidence: f32,
}

/// What a rule is trusted with where the tagger is silent.
pub(super) const RULE_CONFIDENCE: f32 = 0.6;

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

/// The token with which any part of it begins: what reading order is told by.
pub(super) fn first(d: &Draft) -> usize {
    d.content.iter().chain(&d.cue).chain(&d.source).map(|x| x.start).min().unwrap_or(0)
}

/// In reading order, no two alike, fragments that touch in one: *“The pier” “is safe”* are two pieces of one run. Pieces
/// of two paragraphs stay two, as a mark on the page cannot run over the border of its blocks.
pub(super) fn in_order(r: &Words, mut drafts: Vec<Draft>) -> Vec<Draft> {
    for d in &mut drafts {
        d.content.sort_by_key(|c| c.start);
        d.content.dedup_by(|c, last| {
            let touches = c.start < last.end || c.start == last.end && same_paragraph(r, c);
            if touches {
                last.end = last.end.max(c.end);
            }
            touches
        });
    }
    drafts.sort_by_key(|d| (first(d), d.cue.as_ref().map_or(0, |c| c.start)));
    drafts.dedup_by(|a, b| a.cue == b.cue && a.content == b.content);
    drafts
}

/// Spans, forms and parents, one for each draft.
pub(super) fn finish(r: &Words, drafts: &[Draft]) -> Vec<Found> {
    let span = |x: &Range<usize>| r.document.span(x.clone());
    let one = |d: &Draft| {
        let content: Vec<Span> = d.content.iter().map(span).collect();
        Found {
            source: d.source.iter().map(span).collect(),
            cue: d.cue.iter().map(span).collect(),
            form: form(r.document, &content),
            content,
            parent: None,
            confidence: d.confidence,
        }
    };
    let mut found: Vec<Found> = drafts.iter().map(one).collect();
    nest(r.document, &mut found);
    found
}

/// The token before this fragment is of its paragraph.
fn same_paragraph(r: &Words, c: &Range<usize>) -> bool {
    c.start > 0 && r.document.paragraph_of(c.start - 1) == r.document.paragraph_of(c.start)
}

/// Sets the parent of each: the innermost one in whose content its cue begins; none without a cue. In *Brook said the
/// mayor had denied it* the denial stands in what Brook said. A parent says more than its child, so that nothing stands
/// inside itself, also where two garbled contents hold each other's cue.
pub fn nest(document: &Document, found: &mut [Found]) {
    let contents: Vec<Vec<Range<usize>>> =
        found.iter().map(|f| f.content.iter().map(|&c| document.tokens_in(c)).collect()).collect();
    let length = |at: usize| contents[at].iter().map(Range::len).sum::<usize>();
    // Longest contents first, so that the shortest one around a token is written last.
    let mut order: Vec<usize> = (0..found.len()).collect();
    order.sort_by_key(|&at| Reverse(length(at)));
    let mut owner = vec![None; document.tokens().len()];
    for at in order {
        for tokens in &contents[at] {
            owner[tokens.clone()].fill(Some(at));
        }
    }
    for (at, f) in found.iter_mut().enumerate() {
        let cue = f.cue.first().map(|&cue| document.tokens_in(cue).start);
        let around = cue.and_then(|token| *owner.get(token)?);
        f.parent = around.filter(|&parent| length(parent) > length(at));
    }
}
