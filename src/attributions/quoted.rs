//! Quotations that no cue has claimed: behind a label, in later paragraphs, or alone.
//!
//! Leaves out quotations beside a cue; see `contents`.

use std::{collections::HashSet, ops::Range};

use super::{
    draft::{Draft, RULE_CONFIDENCE},
    link::first,
};
use crate::{lexicon::grammar::Class, patterns, span::Span, words::Words};

/// Attributions of the same paragraph that are asked whether a quotation goes on theirs.
const NEAR: usize = 16;

/// `Mr. Smith:`, `And from Chairwoman Levitt:` as a paragraph of its own before a quotation.
pub(super) fn labels(r: &Words, drafts: &mut Vec<Draft>) {
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
        let Some(q) = r
            .quotation(next.tokens.start)
            .filter(|_| named && !next.tokens.is_empty())
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
    let plain = |&t: &usize| !r.is(t, Class::AUXILIARY) && !r.is(t, Class::WH) && r.is_word(t);
    let capitals = words.iter().filter(|&&t| r.capital(t)).count();
    words.iter().all(plain) && capitals * 2 >= words.len()
}

/// The tokens of a label from its name on.
fn behind_lead(r: &Words, label: &Range<usize>) -> Range<usize> {
    let span = r.document.span(label.clone());
    let lead = patterns::LABEL.end(span.of(r.document.text()));
    let lead = lead.map_or(0, |end| {
        r.document
            .tokens_in(Span::new(span.start, span.start + end))
            .len()
    });
    label.start + lead..label.end
}

/// Whole sentences in quotation marks that no cue has claimed: they go on what was said before in
/// their paragraph; a paragraph of them alone is a statement whose speaker is not named again.
pub(super) fn lone_quotations(r: &Words, drafts: &mut Vec<Draft>) {
    let document = r.document;
    let mut claimed = vec![usize::MAX; document.tokens().len()];
    for (index, d) in drafts.iter().enumerate() {
        for c in &d.content {
            claimed[c.clone()].fill(index);
        }
    }
    // For each paragraph the attributions whose content or cue is in it.
    let mut by_paragraph: Vec<Vec<usize>> = vec![Vec::new(); document.paragraphs().len()];
    for (index, d) in drafts.iter().enumerate() {
        if let Some(cue) = &d.cue {
            by_paragraph[document.paragraph_of(cue.start)].push(index);
        }
    }
    let mut chain: Vec<Option<usize>> = vec![None; document.quotations().len()];
    // Paragraphs left open before the one whose speaker is named.
    for (q, quote) in document.quotations().iter().enumerate().rev() {
        if quote.within.is_some() {
            continue;
        }
        let owner = chain[q].or(Some(claimed[quote.tokens.start]).filter(|&o| o != usize::MAX));
        if let (Some(owner), Some(before)) = (owner, quote.continues)
            && claimed[document.quotations()[before].tokens.start] == usize::MAX
        {
            drafts[owner]
                .content
                .push(document.quotations()[before].tokens.clone());
            chain[before] = Some(owner);
        }
    }
    for (q, quote) in document.quotations().iter().enumerate() {
        if quote.within.is_some() || quote.tokens.len() < 4 || chain[q].is_some() {
            continue;
        }
        let owner = claimed[quote.tokens.start];
        if owner != usize::MAX {
            chain[q] = Some(owner);
            continue;
        }
        // The next paragraph of a quotation that was left open.
        if let Some(owner) = quote.continues.and_then(|before| chain[before]) {
            drafts[owner].content.push(quote.tokens.clone());
            chain[q] = Some(owner);
            continue;
        }
        let sentence = r.sentence(quote.tokens.start);
        let whole = sentence.start == quote.tokens.start
            && quote.tokens.end + 1 >= r.sentence(quote.tokens.end - 1).end;
        if !whole {
            continue;
        }
        let paragraph = document.paragraph_of(quote.tokens.start);
        let quoting = |&&d: &&usize| {
            drafts[d]
                .content
                .iter()
                .any(|c| c.clone().any(|t| r.quotation(t).is_some()))
                || drafts[d]
                    .content
                    .iter()
                    .any(|c| c.end <= quote.tokens.start)
        };
        let before = by_paragraph[paragraph]
            .iter()
            .rev()
            .take(NEAR)
            .filter(|&&d| {
                drafts[d]
                    .cue
                    .as_ref()
                    .is_some_and(|c| c.start < quote.tokens.start)
            })
            .find(quoting)
            .copied();
        let alone = {
            let p = &document.paragraphs()[paragraph].tokens;
            p.start == quote.tokens.start && quote.tokens.end + 1 >= p.end
        };
        if let Some(owner) = before {
            drafts[owner].content.push(quote.tokens.clone());
            chain[q] = Some(owner);
        } else if alone {
            let spoken = paragraph.checked_sub(1).is_some_and(|p| {
                let tokens = &document.paragraphs()[p].tokens;
                tokens.clone().any(|t| r.quotation(t).is_some())
            });
            if spoken {
                chain[q] = Some(drafts.len());
                drafts.push(Draft {
                    source: None,
                    cue: None,
                    content: vec![quote.tokens.clone()],
                    confidence: RULE_CONFIDENCE,
                });
            }
        }
    }
}
