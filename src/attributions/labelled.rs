//! Quotations under a label: a paragraph that names who speaks and ends with a colon, and the quotation below it.
//!
//! Leaves out labels within a paragraph, which the tagger reads.

use std::{collections::HashSet, ops::Range};

use super::{
    draft::{Draft, RULE_CONFIDENCE},
    finish::first,
};
use crate::{lexicon::classes::QUESTION_WORD, patterns, span::Span, words::Words};

/// `Mr. Smith:`, `And from Chairwoman Levitt:` as a paragraph of its own before a quotation.
pub(super) fn label(r: &Words, drafts: &mut Vec<Draft>) {
    let paragraphs = r.document.paragraphs();
    let (mut labelled, mut found) = (HashSet::new(), Vec::new());
    for pair in paragraphs.windows(2) {
        let [label, next] = pair else { continue };
        let name = behind_lead(r, &label.tokens);
        if name.len() < 2
            || name.len() > 12
            || r.lower(name.end - 1) != ":"
            || !r.capital(name.start)
        {
            continue;
        }
        let source = name.start..name.end - 1;
        let named = is_name(r, &source);
        let Some(q) = r.quotation(next.tokens.start).filter(|_| named && !next.tokens.is_empty())
        else {
            continue;
        };
        let quote = r.document.quotations()[q].tokens.clone();
        if quote.start == next.tokens.start && quote.end + 1 >= next.tokens.end {
            labelled.insert(quote.start);
            found.push(Draft {
                source: Some(source),
                cue: Some(name.end - 1..name.end),
                content: vec![quote],
                confidence: RULE_CONFIDENCE,
            });
        }
    }
    // Who had them without a name has them by the label.
    let named = |d: &Draft| {
        let [content] = d.content.as_slice() else {
            return false;
        };
        d.source.is_none() && labelled.contains(&content.start)
    };
    drafts.retain(|d| !named(d));
    drafts.extend(found);
    drafts.sort_by_key(first);
}

/// Half of its words have capitals, none is an auxiliary or asks.
fn is_name(r: &Words, name: &Range<usize>) -> bool {
    let words: Vec<usize> = name.clone().filter(|&t| r.lower(t) != ",").collect();
    let plain = |&t: &usize| !r.auxiliary(t) && !r.is(t, QUESTION_WORD) && r.is_word(t);
    let capitals = words.iter().filter(|&&t| r.capital(t)).count();
    words.iter().all(plain) && capitals * 2 >= words.len()
}

/// The tokens of a label from its name on.
fn behind_lead(r: &Words, label: &Range<usize>) -> Range<usize> {
    let span = r.document.span(label.clone());
    let lead = patterns::LABEL.end(span.of(r.document.text()));
    let lead =
        lead.map_or(0, |end| r.document.tokens_in(Span::new(span.start, span.start + end)).len());
    label.start + lead..label.end
}
