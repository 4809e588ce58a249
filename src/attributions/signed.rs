//! Quotations that are signed: *“…” — Commissioner Harkin*, a quotation and behind a dash who said so.
//!
//! Nobody else has said them, whatever stands in the paragraph before. Leaves out quotations beside a
//! cue, which the tagger reads.

use std::ops::Range;

use super::draft::{Draft, RULE_CONFIDENCE};
use crate::words::Words;

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
