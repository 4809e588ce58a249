//! Quotations under a label: a paragraph that names who speaks and ends with a colon, and the quotation below it.
//!
//! Leaves out labels within a paragraph, which the tagger reads.

use std::ops::{Range, RangeInclusive};

use super::{
    draft::{Draft, RULE_CONFIDENCE},
    finish::first,
};
use crate::{lexicon::classes::QUESTION_WORD, patterns, span::Span, words::Words};

/// Tokens of a label from its name on, the colon among them: longer ones are sentences that end in a colon.
const LENGTHS: RangeInclusive<usize> = 2..=12;

/// `Mr. Smith:`, `And from Chairwoman Levitt:` as a paragraph of its own before a quotation.
pub(super) fn label(r: &Words, drafts: &mut Vec<Draft>) {
    let pairs = r.document.paragraphs().windows(2);
    let found = pairs.filter_map(|pair| labelled(r, &pair[0].tokens, &pair[1].tokens));
    let found: Vec<Draft> = found.collect();
    // Who had them without a name has them by the label. Labels are in reading order.
    let start = |d: &Draft| d.content[0].start;
    drafts.retain(|d| {
        let bare = d.source.is_none() && d.content.len() == 1;
        !bare || found.binary_search_by_key(&start(d), start).is_err()
    });
    drafts.extend(found);
    drafts.sort_by_key(first);
}

/// The quotation that is all of the paragraph `below`, said by whom the paragraph `label` names; none where the one is no
/// label or the other says more: *Ada Brook:* above *“The pier is safe.” So she thought.*
fn labelled(r: &Words, label: &Range<usize>, below: &Range<usize>) -> Option<Draft> {
    let name = behind_lead(r, label);
    if !LENGTHS.contains(&name.len()) || r.lower(name.end - 1) != ":" || !r.capital(name.start) {
        return None;
    }
    let source = name.start..name.end - 1;
    // Behind an empty paragraph the token is the next one's.
    let q = r.quotation(below.start).filter(|_| !below.is_empty() && is_name(r, &source))?;
    let quote = r.document.quotations()[q].tokens.clone();
    // A full stop may stand behind the closing mark.
    (quote.start == below.start && quote.end + 1 >= below.end).then_some(Draft {
        source: Some(source),
        cue: Some(name.end - 1..name.end),
        content: vec![quote],
        confidence: RULE_CONFIDENCE,
    })
}

/// Half of its words have capitals, none is an auxiliary or asks: *What Brook Said:* is a heading.
fn is_name(r: &Words, name: &Range<usize>) -> bool {
    let words: Vec<usize> = name.clone().filter(|&t| r.lower(t) != ",").collect();
    let plain = |&t: &usize| !r.auxiliary(t) && !r.is(t, QUESTION_WORD) && r.is_word(t);
    let capitals = words.iter().filter(|&&t| r.capital(t)).count();
    words.iter().all(plain) && capitals * 2 >= words.len()
}

/// The tokens of a label from its name on; all of them where nothing leads to it.
fn behind_lead(r: &Words, label: &Range<usize>) -> Range<usize> {
    let span = r.document.span(label.clone());
    let lead = patterns::LABEL.end(span.of(r.document.text())).unwrap_or(0);
    let lead = r.document.tokens_in(Span::new(span.start, span.start + lead));
    label.start + lead.len()..label.end
}
