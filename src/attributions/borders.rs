//! What the border of a paragraph means for who says what: where reported speech ends, and whose a quotation is
//! that the tagger joined to words of another paragraph.
//!
//! Leaves out how the passes follow each other; see `merge`.

use std::ops::Range;

use super::found::Draft;
use crate::text::Document;

/// A paragraph that is one whole quotation goes on what was said before, but says it anew: it becomes an attribution
/// whose speaker is not named again. Behind *“The pier is closed,” said Ada Brook.* that is *“It will stay closed.”* as
/// a paragraph of its own.
pub(super) fn part_lone_quotations(document: &Document, drafts: &mut Vec<Draft>) {
    for at in 0..drafts.len() {
        let Draft { cue: Some(cue), content, confidence, .. } = &mut drafts[at] else { continue };
        let (home, confidence) = (document.paragraph_of(cue.start), *confidence);
        let apart = content.extract_if(.., |run| {
            let paragraph = document.paragraph_of(run.start);
            paragraph != home && is_whole_quotation(document, paragraph)
        });
        let alone = |run| Draft { source: None, cue: None, content: vec![run], confidence };
        let apart: Vec<Draft> = apart.map(alone).collect();
        drafts.extend(apart);
    }
    drafts.retain(|d| !d.content.is_empty());
}

/// Whether the paragraph is one quotation from its first token to its last. One that is left open goes on in the next
/// paragraph, and is whose that is; so is the one that it goes on in.
fn is_whole_quotation(document: &Document, paragraph: usize) -> bool {
    let tokens = &document.paragraphs()[paragraph].tokens;
    document.quotation_of(tokens.start).is_some_and(|q| {
        let quotation = &document.quotations()[q];
        quotation.closed && quotation.continues.is_none() && quotation.tokens == *tokens
    })
}

/// Reported speech ends with the paragraph that reports it; only a quotation runs on into the next. Without this the
/// headline *Brook says the pier is rotten* would take in the line below it, *A storm is near*.
pub(super) fn end_with_the_paragraph(document: &Document, drafts: &mut [Draft]) {
    for draft in drafts {
        let Some(cue) = &draft.cue else { continue };
        let home = document.paragraph_of(cue.start);
        let own = |run: &Range<usize>| document.paragraph_of(run.start) == home;
        // "… says harbour master" of the headline is no part of who speaks in the line below it.
        if let Some(source) = &mut draft.source
            && let Some(here) = by_paragraph(document, source).into_iter().find(own)
        {
            *source = here;
        }
        let pieces = draft.content.iter().flat_map(|run| by_paragraph(document, run));
        let mut pieces: Vec<Range<usize>> = pieces.collect();
        // "He said:" and a list below: all of it stands elsewhere, and is left as it is.
        if pieces.iter().any(own) {
            pieces.retain(|run| own(run) || document.quotation_of(run.start).is_some());
            draft.content = pieces;
        }
    }
}

/// The run in pieces, one for each paragraph that it touches; none of an empty run.
fn by_paragraph(document: &Document, run: &Range<usize>) -> Vec<Range<usize>> {
    let tokens: Vec<usize> = run.clone().collect();
    let together = |a: &usize, b: &usize| document.paragraph_of(*a) == document.paragraph_of(*b);
    tokens.chunk_by(together).map(|piece| piece[0]..piece[0] + piece.len()).collect()
}
