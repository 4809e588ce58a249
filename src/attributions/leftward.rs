//! What is said before its cue: a quotation or a clause to the left, and what resumes behind it.
//!
//! Leaves out contents to the right, see `contents`, and where a clause ends, see `clauses`.

use std::ops::Range;

use super::clauses::{Cuts, REACH, Unit};
use crate::{
    lexicon::{Frames, clauses::OPENERS, grammar::Class},
    words::Words,
};

/// A quotation that ends just before the unit: “…,” he said.
pub(super) fn quoted_left(r: &Words, unit: &Unit, sentence: &Range<usize>) -> Option<Range<usize>> {
    if !unit.cue.frames().intersects(Frames::QUOTE) && !unit.inverted {
        return None;
    }
    let last = unit.start().checked_sub(1)?;
    let mark = if matches!(r.lower(last), "," | "-" | "—" | "–") {
        last.checked_sub(1)?
    } else {
        last
    };
    let quote = &r.document.quotations()[r.quotation(mark)?];
    if quote.tokens.end != mark + 1 || !quote.closed {
        return None;
    }
    // In the sentence before: only where that one cannot end there, as in “Is it?” Brook asked.
    if mark < sentence.start && !matches!(r.lower(mark - 1), "?" | "!" | ",") {
        return None;
    }
    // A quotation in the middle of a sentence takes the words before it along.
    let opening = r.sentence(quote.tokens.start);
    let start = if opening.start >= sentence.start && quote.tokens.start > opening.start {
        let lead = opening.start..quote.tokens.start;
        if lead.len() <= 2 && !r.is_word(lead.end - 1) {
            quote.tokens.start
        } else {
            skip_openers(r, lead)
        }
    } else {
        quote.tokens.start
    };
    Some(start..quote.tokens.end)
}

/// Leaves a conjunction at the start of a sentence out of the content.
pub(super) fn skip_openers(r: &Words, lead: Range<usize>) -> usize {
    if OPENERS.has(r.lower(lead.start)) {
        lead.start + 1
    } else {
        lead.start
    }
}

/// A quotation that goes on behind the unit in the same sentence: …, he said, “….”
pub(super) fn resumed(r: &Words, end: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
    let open = (end..sentence.end)
        .take(14)
        .find(|&t| r.quotation(t).is_some())?;
    let comma = open > end && matches!(r.lower(open - 1), "," | ":" | "—" | "–" | "-");
    let quote = &r.document.quotations()[r.quotation(open)?];
    (comma && quote.tokens.start == open).then(|| quote.tokens.clone())
}

/// The clause to the left of a unit that stands behind it: The plan is good, he said.
pub(super) fn clause_left(
    r: &Words,
    unit: &Unit,
    cuts: &Cuts,
    sentence: &Range<usize>,
) -> Option<Range<usize>> {
    let comma = unit
        .start()
        .checked_sub(1)
        .filter(|&c| r.lower(c) == "," && c > sentence.start)?;
    // Behind the last unit that is complete before this one.
    let floor = cuts
        .units
        .iter()
        .filter(|u| {
            u.end() <= comma && u.cue.head < unit.cue.head && matches!(r.lower(u.end()), ",")
        })
        .map(|u| u.end() + 1)
        .max()
        .unwrap_or(sentence.start)
        .max(sentence.start);
    let start = skip_openers(r, floor..comma);
    let start = if r.lower(start) == "," {
        start + 1
    } else {
        start
    };
    let introduces = r.is(start, Class::PREPOSITION)
        || r.is(start, Class::ADVERB)
        || r.lower(start).ends_with("ing");
    if start >= comma
        || comma - start < 2
        || introduces && !(start..comma).any(|t| r.is(t, Class::AUXILIARY))
    {
        return None;
    }
    Some(start.max(comma.saturating_sub(REACH))..comma)
}
