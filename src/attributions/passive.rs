//! *Peacekeepers have been accused of …*: whose deed a passive verb tells does not say so.
//!
//! A reader of words in order takes the subject for the source, and would so name the accused as the
//! accuser. Here the subject becomes part of what is said, and the source stays open unless the text
//! names one behind *by*. Leaves out verbs whose passive subject does speak ("was quoted as saying").

use std::ops::Range;

use super::found::Draft;
use crate::{
    lexicon::{
        classes::{ADVERB, NEGATION},
        clauses::{BEFORE_PARTICIPLE, FINITE},
        telling::{RECEIVED, SPOKEN_OF},
    },
    words::Words,
};

/// Turns every draft whose subject stands as its source.
pub(super) fn turn(r: &Words, drafts: &mut [Draft]) {
    for draft in drafts {
        let (Some(source), Some(cue)) = (&draft.source, &draft.cue) else { continue };
        if is_received(r, cue) {
            draft.source = None;
        } else if !is_passive(r, source, cue) {
            continue;
        } else if source.end <= cue.start {
            draft.content.insert(0, source.clone());
            draft.source = None;
        } else if (cue.end..source.start).any(|at| FINITE.has(r.lower(at))) {
            // Not who accuses, but another verb's doer: "the woman accused of theft told them that guards …".
            draft.source = None;
        } else if let Some(and) = source.clone().skip(1).find(|&at| r.lower(at) == "and")
            && (and..source.end).any(|at| r.lower(at) == "by")
        {
            // The second charge is another's: "of theft by a guest and of arson by another".
            draft.source = Some(source.start..and);
        }
    }
}

/// "Brook got letters accusing her": those who wrote them accuse, and they are not named.
fn is_received(r: &Words, cue: &Range<usize>) -> bool {
    let received = cue.clone().find(|&at| RECEIVED.has(r.lower(at)));
    received
        .is_some_and(|at| (at + 1..cue.end).any(|i| matches!(r.lower(i), "accusing" | "blaming")))
}

/// Whether the cue tells what is done to its subject: "the guards were never accused". Between *be* and its participle
/// stand adverbs alone; "meddling in the country's affairs and warned" has no such verb there.
fn is_passive(r: &Words, source: &Range<usize>, cue: &Range<usize>) -> bool {
    let Some(at) = cue.clone().find(|&at| SPOKEN_OF.has(r.lower(at))) else { return false };
    // "Ms. Orr, accused of fraud": with nobody between the two words, nobody is its object.
    let reduced = matches!(r.lower(at), "accused" | "suspected") && r.lower(at + 1) == "of";
    let adverb = |i: usize| {
        let lower = r.lower(i);
        r.is(i, ADVERB | NEGATION) || BEFORE_PARTICIPLE.has(lower) || lower.ends_with("ly")
    };
    // Behind a noun *'s* owns; right before the participle it is *is*.
    let helper = |i: usize| r.be(i) || r.lower(i) == "'s" && i + 1 == at;
    let before = at.saturating_sub(3).max(source.end)..at;
    reduced || before.rev().find(|&i| !adverb(i)).is_some_and(helper)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attributions::drafted::{document, draft, parts, tokens};

    /// What comes of drafts of these words, source, cue and content: the source becomes the first of what is said, or stays.
    #[track_caller]
    fn check(turned: bool, cases: &[(&str, [&str; 3])]) {
        for &(text, [source, cue, content]) in cases {
            let document = document(&[text]);
            let mut drafts = [draft(&document, [source, cue, content])];
            turn(&Words::new(&document), &mut drafts);
            let both = format!("{source} … {content}");
            let expected = if turned { ["", cue, &both] } else { [source, cue, content] };
            assert_eq!(parts(&document, &drafts[0]), expected, "{text}");
        }
    }

    #[test]
    fn the_accused_is_no_accuser() {
        let guards = ["The guards", "have been accused of", "hiding keys"];
        check(
            true,
            &[
                ("The guards have been accused of hiding keys.", guards),
                ("Ms. Orr is charged with fraud.", ["Ms. Orr", "is charged with", "fraud"]),
            ],
        );
    }

    #[test]
    fn nor_is_one_whose_verb_has_lost_its_auxiliary() {
        let text = "Ms. Orr, a clerk accused of fraud, left the town.";
        check(true, &[(text, ["Ms. Orr, a clerk", "accused of", "fraud"])]);
    }

    #[test]
    fn a_second_charge_is_no_part_of_who_makes_the_first() {
        let document = document(&["Orr was accused of theft by a guest and arson by another one."]);
        let words = ["a guest and arson by another one", "was accused of", "Orr"];
        let mut drafts = [draft(&document, words)];
        drafts[0].content.push(tokens(&document, "theft"));
        turn(&Words::new(&document), &mut drafts);
        let [source, ..] = parts(&document, &drafts[0]);
        assert_eq!(source, "a guest");
    }

    #[test]
    fn who_accuses_stays_the_accuser() {
        let envoy = "The envoy accused both of meddling in the country's affairs and warned that it would end.";
        let guards = "The guards have accused him of hiding keys.";
        let quoted = "He was quoted as saying it was over.";
        check(
            false,
            &[
                (envoy, ["The envoy", "warned", "that it would end"]),
                (guards, ["The guards", "have accused", "him of hiding keys"]),
                (quoted, ["He", "was quoted as saying", "it was over"]),
            ],
        );
    }
}
