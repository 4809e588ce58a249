//! *Peacekeepers have been accused of …*: whose deed a passive verb tells does not say so.
//!
//! A reader of words in order takes the subject for the source, and would so name the accused as the
//! accuser. Here the subject becomes part of what is said, and the source stays open unless the text
//! names one behind *by*. Leaves out verbs whose passive subject does speak ("was quoted as saying").

use super::draft::Draft;
use crate::{
    lexicon::{
        classes::{ADVERB, NEGATION},
        clauses::{BEFORE_PARTICIPLE, FINITE},
        telling::{RECEIVED, SPOKEN_OF},
    },
    words::Words,
};

/// How or when it is done.
fn manner(lower: &str) -> bool {
    BEFORE_PARTICIPLE.has(lower) || lower.ends_with("ly")
}

/// Turns every draft whose subject stands as its source.
pub(super) fn turn(r: &Words, drafts: &mut [Draft]) {
    for draft in drafts {
        let (Some(source), Some(cue)) = (&draft.source, &draft.cue) else {
            continue;
        };
        let participle = cue.clone().find(|&at| SPOKEN_OF.has(r.lower(at)));
        let passive = participle.is_some_and(|at| {
            // "Ms. Orr, accused of fraud": with nobody between the two words, nobody is its object.
            let reduced = matches!(r.lower(at), "accused" | "suspected") && r.lower(at + 1) == "of";
            // "was never accused": nothing but adverbs between the two; "the country's affairs and
            // warned" has no verb there at all.
            let before = at.saturating_sub(3).max(source.end)..at;
            let helper = |i: usize| r.be(i) || r.lower(i) == "'s" && i + 1 == at;
            let last = before.rev().find(|&i| !r.is(i, ADVERB | NEGATION) && !manner(r.lower(i)));
            reduced || last.is_some_and(helper)
        });
        // "got letters accusing her": those who wrote them accuse, and they are not named.
        let received = cue.clone().find(|&at| RECEIVED.has(r.lower(at)));
        if received.is_some_and(|at| {
            (at + 1..cue.end).any(|i| matches!(r.lower(i), "accusing" | "blaming"))
        }) {
            draft.source = None;
            continue;
        }
        // "was accused by the league": the source stands behind.
        if source.end > cue.start {
            // "of theft by a guest and of arson by another": the second charge is another's.
            let tells = |at: usize| FINITE.has(r.lower(at));
            // "the woman accused of theft told them that guards …": another verb's words.
            if passive && (cue.end..source.start).any(tells) {
                draft.source = None;
                continue;
            }
            let and = source.clone().skip(1).find(|&at| r.lower(at) == "and");
            if let Some(and) = and.filter(|_| passive)
                && (and..source.end).any(|at| r.lower(at) == "by")
            {
                draft.source = Some(source.start..and);
            }
            continue;
        }
        if !passive {
            continue;
        }
        draft.content.insert(0, source.clone());
        draft.source = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attributions::drafted::{document, draft, parts, tokens};

    /// What comes of a draft of these words: the source becomes the first of what is said, or stays.
    #[track_caller]
    fn check(text: &str, source: &str, cue: &str, content: &str, turned: bool) {
        let document = document(&[text]);
        let mut drafts = [draft(&document, [source, cue, content])];
        turn(&Words::new(&document), &mut drafts);
        let both = format!("{source} … {content}");
        let expected = if turned { ["", cue, both.as_str()] } else { [source, cue, content] };
        assert_eq!(parts(&document, &drafts[0]), expected, "{text}");
    }

    #[test]
    fn the_accused_is_no_accuser() {
        check(
            "The guards have been accused of hiding keys.",
            "The guards",
            "have been accused of",
            "hiding keys",
            true,
        );
        check("Ms. Orr is charged with fraud.", "Ms. Orr", "is charged with", "fraud", true);
    }

    #[test]
    fn nor_is_one_whose_verb_has_lost_its_auxiliary() {
        check(
            "Ms. Orr, a clerk accused of fraud, left the town.",
            "Ms. Orr, a clerk",
            "accused of",
            "fraud",
            true,
        );
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
        check(
            "The envoy accused both of meddling in the country's affairs and warned that it would end.",
            "The envoy",
            "warned",
            "that it would end",
            false,
        );
        check(
            "The guards have accused him of hiding keys.",
            "The guards",
            "have accused",
            "him of hiding keys",
            false,
        );
        check(
            "He was quoted as saying it was over.",
            "He",
            "was quoted as saying",
            "it was over",
            false,
        );
    }
}
