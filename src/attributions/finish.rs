//! What was put together becomes spans: content in order and in one piece where it touches, forms and parents, in
//! reading order, no two alike.
//!
//! Leaves out how they came about; see `merge`.

use std::ops::Range;

use super::{
    draft::Draft,
    found::{Found, form},
    nested,
};
use crate::{span::Span, words::Words};

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
    nested::nest(r.document, &mut found);
    found
}

/// The token before this fragment is of its paragraph.
fn same_paragraph(r: &Words, c: &Range<usize>) -> bool {
    c.start > 0 && r.document.paragraph_of(c.start - 1) == r.document.paragraph_of(c.start)
}
