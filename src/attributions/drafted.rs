//! For the tests of this room's parts: paragraphs of plain words, and attributions of them written and read as words.
//!
//! Leaves out what is expected of them.

use std::ops::Range;

use super::found::Draft;
use crate::{
    analysis::{Block, Role},
    span::Span,
    text::Document,
};

/// The paragraphs as a document, all of them body.
pub(super) fn document(paragraphs: &[&str]) -> Document {
    let block = |text: &&str| Block { text: (*text).to_owned(), role: Role::Body };
    Document::new(&paragraphs.iter().map(block).collect::<Vec<_>>())
}

/// Where `words` first stand.
#[track_caller]
pub(super) fn tokens(document: &Document, words: &str) -> Range<usize> {
    let start = document.text().find(words);
    let start = start.unwrap_or_else(|| panic!("{words:?} is not in the text"));
    document.tokens_in(Span::new(start, start + words.len()))
}

/// An attribution of certain confidence; an empty source or cue is none.
#[track_caller]
pub(super) fn draft(document: &Document, [source, cue, content]: [&str; 3]) -> Draft {
    let part = |words: &str| (!words.is_empty()).then(|| tokens(document, words));
    Draft {
        source: part(source),
        cue: part(cue),
        content: vec![tokens(document, content)],
        confidence: 1.0,
    }
}

/// Source, cue and content of an attribution, fragments parted by " … ".
pub(super) fn parts(document: &Document, d: &Draft) -> [String; 3] {
    let words = |run: &Range<usize>| document.span(run.clone()).of(document.text()).to_owned();
    let content: Vec<String> = d.content.iter().map(words).collect();
    [
        d.source.as_ref().map(words).unwrap_or_default(),
        d.cue.as_ref().map(words).unwrap_or_default(),
        content.join(" … "),
    ]
}
