//! What the border of a paragraph means for who says what: where reported speech ends, and whose a quotation is
//! that the tagger joined to words of another paragraph.
//!
//! Leaves out how the passes follow each other; see `merge`.

use std::ops::Range;

use super::draft::Draft;
use crate::text::Document;

/// A paragraph that is one whole quotation goes on what was said before, but says it anew: it becomes
/// an attribution whose speaker is not named again. One that is left open goes on in the next paragraph, and is whose
/// that is.
pub(super) fn part_lone_quotations(document: &Document, drafts: &mut Vec<Draft>) {
    let lone = |run: &Range<usize>| {
        let paragraph = &document.paragraphs()[document.paragraph_of(run.start)].tokens;
        let quotation = document.quotation_of(paragraph.start);
        quotation.is_some_and(|q| {
            let quotation = &document.quotations()[q];
            quotation.closed && quotation.continues.is_none() && quotation.tokens == *paragraph
        })
    };
    for at in 0..drafts.len() {
        let Some(cue) = drafts[at].cue.clone() else {
            continue;
        };
        let home = document.paragraph_of(cue.start);
        let elsewhere = |run: &Range<usize>| document.paragraph_of(run.start) != home && lone(run);
        let (apart, kept): (Vec<_>, Vec<_>) = drafts[at].content.drain(..).partition(elsewhere);
        drafts[at].content = kept;
        let confidence = drafts[at].confidence;
        drafts.extend(apart.into_iter().map(|content| Draft {
            source: None,
            cue: None,
            content: vec![content],
            confidence,
        }));
    }
    drafts.retain(|d| !d.content.is_empty());
}

/// Reported speech ends with the paragraph that reports it; only a quotation runs on into the next.
/// Without this a headline's accusation would take in the line below it.
pub(super) fn end_with_the_paragraph(document: &Document, drafts: &mut [Draft]) {
    for draft in drafts {
        let Some(cue) = &draft.cue else { continue };
        let home = document.paragraph_of(cue.start);
        let pieces: Vec<Range<usize>> =
            draft.content.iter().flat_map(|run| by_paragraph(document, run)).collect();
        let own = |run: &Range<usize>| document.paragraph_of(run.start) == home;
        // "… says harbour master" of the headline is no part of who speaks in the line below it.
        if let Some(source) = &mut draft.source
            && let Some(here) = by_paragraph(document, source).into_iter().find(own)
        {
            *source = here;
        }
        // "He said:" and a list below: all of it stands elsewhere, and is left as it is.
        if !pieces.iter().any(own) {
            continue;
        }
        let quoted = |run: &Range<usize>| document.quotation_of(run.start).is_some();
        let kept = pieces.into_iter().filter(|run| own(run) || quoted(run));
        draft.content = kept.collect();
    }
}

/// The run in pieces, one for each paragraph that it touches.
pub(super) fn by_paragraph(document: &Document, run: &Range<usize>) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = run.start;
    while start < run.end {
        let end = document.paragraphs()[document.paragraph_of(start)].tokens.end;
        let end = end.clamp(start + 1, run.end);
        pieces.push(start..end);
        start = end;
    }
    pieces
}
