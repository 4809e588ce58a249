//! Who speaks by typography alone: a quotation that is signed behind a dash, *“…” — Commissioner Harkin*, and one under a
//! label, a paragraph that names who speaks and ends with a colon.
//!
//! Nobody else has said them, whatever stands in the paragraph before. Leaves out quotations beside a cue and labels
//! within a paragraph, which the tagger reads.

use std::ops::{Range, RangeInclusive};

use super::found::{Draft, RULE_CONFIDENCE, first};
use crate::{lexicon::classes::QUESTION_WORD, patterns, span::Span, words::Words};

/// The most tokens of a signature: behind a dash a longer run is a sentence that goes on.
const LONGEST: usize = 12;

/// Gives every signed quotation to who signs it, and takes it from whoever had it. The tagger may have read its words as
/// those of the paragraph before, or the signature as who said the next.
pub(super) fn sign(r: &Words, drafts: &mut Vec<Draft>) {
    let paragraphs = r.document.paragraphs().iter();
    let signed: Vec<_> = paragraphs.filter_map(|p| signature(r, &p.tokens)).collect();
    if signed.is_empty() {
        return;
    }
    let mut taken = vec![false; r.document.tokens().len()];
    for (quotation, name) in &signed {
        taken[quotation.start..name.end].fill(true);
    }
    for draft in drafts.iter_mut() {
        draft.content.retain(|run| !taken[run.start]);
        draft.source = draft.source.take().filter(|run| !taken[run.start]);
    }
    drafts.retain(|d| !d.content.is_empty() && d.cue.as_ref().is_none_or(|cue| !taken[cue.start]));
    drafts.extend(signed.into_iter().map(|(quotation, name)| Draft {
        source: Some(name),
        cue: None,
        content: vec![quotation],
        confidence: RULE_CONFIDENCE,
    }));
}

/// The quotation that is all of a paragraph but its signature, and the name that signs it; none where words go on behind
/// the dash: *“We are dry” – and he meant it*.
fn signature(r: &Words, paragraph: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let quotation = &r.document.quotations()[r.quotation(paragraph.start)?];
    let dash = quotation.tokens.end;
    let fits = quotation.closed && quotation.tokens.start == paragraph.start;
    if !fits || dash >= paragraph.end || !matches!(r.lower(dash), "–" | "—" | "―" | "-" | "--")
    {
        return None;
    }
    let name = dash + 1..paragraph.end - usize::from(r.lower(paragraph.end - 1) == ".");
    let named = (1..=LONGEST).contains(&name.len())
        && r.capital(name.start)
        && r.is_word(name.start)
        && !name.clone().any(|at| r.auxiliary(at) || r.quotation(at).is_some());
    named.then(|| (quotation.tokens.clone(), name))
}

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
    // Of an empty paragraph the token is the next one's.
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

#[cfg(test)]
mod tests {
    use super::{
        super::drafted::{document, draft, parts},
        sign,
    };
    use crate::words::Words;

    #[track_caller]
    fn check(paragraphs: &[&str], had: [&str; 3], expected: [&str; 3]) {
        let document = document(paragraphs);
        let mut drafts = vec![draft(&document, had)];
        sign(&Words::new(&document), &mut drafts);
        let found: Vec<_> = drafts.iter().map(|d| parts(&document, d)).collect();
        assert_eq!(found, [expected], "{paragraphs:?}");
    }

    #[test]
    fn a_signed_quotation_is_its_signers() {
        let quotation = "“The wells are dry and nobody has asked us.” — Alderman Ines Roth, Velden";
        let had = ["Council", "names", "“The wells are dry and nobody has asked us.”"];
        let signed = ["Alderman Ines Roth, Velden", "", had[2]];
        check(&["Council names new warden", quotation], had, signed);
    }

    #[test]
    fn words_behind_a_dash_that_go_on_are_no_signature() {
        let text =
            "“The wells are dry” – he said it twice, and nobody in the hall had asked him to.";
        let had = ["nobody", "said", "“The wells are dry”"];
        check(&[text], had, had);
    }
}
