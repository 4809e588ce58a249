//! What the border of a paragraph means for who says what: where reported speech ends, and whose a quotation is
//! that the tagger joined to words of another paragraph.
//!
//! Leaves out how the passes follow each other; see `merge`.

use std::{collections::HashMap, ops::Range};

use super::draft::Draft;
use crate::text::Document;

/// A paragraph that is one whole quotation goes on what was said before, but says it anew: it becomes
/// an attribution whose speaker is not named again.
pub(super) fn part_lone_quotations(document: &Document, drafts: &mut Vec<Draft>) {
    let lone = |run: &Range<usize>| {
        let paragraph = &document.paragraphs()[document.paragraph_of(run.start)].tokens;
        let quotation = document.quotation_of(paragraph.start);
        quotation.is_some_and(|q| {
            let quotation = &document.quotations()[q];
            quotation.continues.is_none() && quotation.tokens == *paragraph
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
/// Without this a headline's accusation would take in the line below it. Gives the runs cut off.
pub(super) fn end_with_the_paragraph(
    document: &Document,
    drafts: &mut [Draft],
) -> Vec<Range<usize>> {
    let mut cut = Vec::new();
    for draft in drafts {
        let Some(cue) = &draft.cue else { continue };
        let home = document.paragraph_of(cue.start);
        let pieces: Vec<Range<usize>> = draft
            .content
            .iter()
            .flat_map(|run| by_paragraph(document, run))
            .collect();
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
        let (kept, rest) = pieces.into_iter().partition(|run| own(run) || quoted(run));
        draft.content = kept;
        cut.extend::<Vec<_>>(rest);
    }
    cut
}

/// The run in pieces, one for each paragraph that it touches.
pub(super) fn by_paragraph(document: &Document, run: &Range<usize>) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = run.start;
    while start < run.end {
        let end = document.paragraphs()[document.paragraph_of(start)]
            .tokens
            .end;
        let end = end.clamp(start + 1, run.end);
        pieces.push(start..end);
        start = end;
    }
    pieces
}

/// A quotation whose own paragraph names its speaker does not go on what another said in the paragraph before.
/// Gives the cues that it is left to.
pub(super) fn leave_to_its_speaker(
    document: &Document,
    rules: &[Draft],
    drafts: &mut Vec<Draft>,
) -> Vec<Range<usize>> {
    let quoted = |run: &Range<usize>| document.quotation_of(run.start);
    let mut speakers: HashMap<usize, &Range<usize>> = HashMap::new();
    for rule in rules.iter().filter(|rule| rule.source.is_some()) {
        let Some(cue) = &rule.cue else { continue };
        let home = document.paragraph_of(cue.start);
        let here = |run: &&Range<usize>| document.paragraph_of(run.start) == home;
        let own = rule.content.iter().filter(here).filter_map(quoted);
        speakers.extend(own.map(|quotation| (quotation, cue)));
    }
    let mut left = Vec::new();
    for draft in &mut *drafts {
        let Some(cue) = &draft.cue else { continue };
        let home = document.paragraph_of(cue.start);
        draft.content.retain(|run| {
            let other = quoted(run)
                .and_then(|quotation| speakers.get(&quotation))
                .filter(|own| {
                    let there = document.paragraph_of(own.start);
                    there != home && document.paragraph_of(run.start) == there
                });
            left.extend(other.map(|&own| own.clone()));
            other.is_none()
        });
    }
    drafts.retain(|d| !d.content.is_empty());
    left
}
