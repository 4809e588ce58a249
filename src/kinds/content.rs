//! What the content itself does: asks, demands, promises, warns, confesses, speaks ill or well.
//!
//! Reads words and their order only, never the cue. Denials are in `denial`, charges in `charge`.

use super::{vocabulary::*, words::Words};

/// The content of one attribution: its tokens, and whether it is quoted throughout.
#[derive(Clone, Copy)]
pub(super) struct Content<'a> {
    pub words: &'a Words<'a>,
    /// Token indices in reading order.
    pub tokens: &'a [usize],
    /// All of it stands in quotation marks.
    pub direct: bool,
}

impl Content<'_> {
    pub(super) fn bits(&self, i: usize) -> u64 {
        self.tokens.get(i).map_or(0, |&at| self.words.bits(at))
    }

    pub(super) fn lower(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |&at| self.words.lower(at))
    }

    /// A clause ends here: another sentence, a mark, or a gap between fragments.
    pub(super) fn border(&self, i: usize) -> bool {
        self.tokens.get(i).is_none_or(|&at| {
            (!self.words.is_word(at)
                && !matches!(self.words.word(at), "'" | "’" | "“" | "”" | "\"" | "-"))
                || (i > 0 && at > self.tokens[i - 1] + 1 + 4)
        })
    }

    /// Index of the first word (marks passed over).
    pub(super) fn first(&self) -> usize {
        (0..self.tokens.len())
            .find(|&i| self.words.is_word(self.tokens[i]))
            .unwrap_or(0)
    }

    /// True when it asks.
    pub fn asks(&self) -> bool {
        // A statement that happens to hold a question is none: the last sentence decides.
        self.tokens
            .iter()
            .rev()
            .take(3)
            .any(|&at| self.words.word(at).starts_with('?'))
    }

    /// True when it begins with a question word: "whether …", "why …".
    pub fn begins_with_question_word(&self) -> bool {
        self.bits(self.first()) & QUESTION_WORD != 0
    }

    /// True when the speaker takes a fault upon himself or herself: "I made a mistake".
    pub fn confesses(&self) -> bool {
        let first = self.first();
        matches!(self.lower(first), "i" | "we")
            && (first + 1..(first + 8).min(self.tokens.len())).any(|i| {
                matches!(
                    self.lower(i),
                    "mistake"
                        | "mistakes"
                        | "sorry"
                        | "apologize"
                        | "apologise"
                        | "regret"
                        | "ashamed"
                        | "failed"
                )
            })
            && !(first..first + 6).any(|i| self.bits(i) & NEGATION != 0)
    }

    /// True when it begins with the speaker: "herself for the delay".
    pub fn first_is_oneself(&self) -> bool {
        matches!(
            self.lower(self.first()),
            "himself" | "herself" | "itself" | "themselves" | "myself" | "ourselves"
        )
    }

    /// True when it is given as a feeling: "I feel …", "I hope …".
    pub fn opines(&self) -> bool {
        let first = self.first();
        matches!(self.lower(first), "i" | "we")
            && matches!(
                self.lower(first + 1),
                "feel" | "believe" | "hope" | "suspect" | "doubt" | "expect"
            )
    }

    /// True when it begins as an infinitive, perhaps after whom it is told to: "[him] [not] to go".
    pub fn infinitive(&self) -> bool {
        let first = self.first();
        for i in first..(first + 9).min(self.tokens.len()) {
            let bits = self.bits(i);
            if self.lower(i) == "to" {
                let next = self.bits(i + 1);
                return next & (DETERMINER | PREPOSITION) == 0;
            }
            if bits & (AUXILIARY | WILL | DUTY | MAYBE | CLAUSE) != 0
                && self.lower(i) != "and"
                && self.lower(i) != "'s"
                || self.border(i) && self.lower(i) != ","
            {
                return false;
            }
        }
        false
    }

    /// True when it opens as a clause: "that it had", "she was", "having met him".
    pub fn clause(&self) -> bool {
        let first = self.first();
        self.lower(first) == "that"
            || self.lower(first).ends_with("ing")
            || (first..(first + 6).min(self.tokens.len()))
                .any(|i| self.bits(i) & AUXILIARY != 0 && self.lower(i) != "'s")
    }

    /// True when its very first word opens an infinitive: "to wait", "not to bother".
    pub fn infinitive_first(&self) -> bool {
        let first = self.first();
        let to = first + usize::from(matches!(self.lower(first), "not" | "never"));
        self.lower(to) == "to" && self.bits(to + 1) & (DETERMINER | PREPOSITION) == 0
    }

    pub(super) fn hypothetical(&self, i: usize) -> bool {
        (i.saturating_sub(6)..i).any(|j| self.bits(j) & IF != 0)
            || (i.saturating_sub(2)..i).any(|j| self.bits(j) & (MAYBE | DUTY) != 0)
    }

    /// True when it wants something done: "must resign", "please come home".
    pub fn demands(&self) -> bool {
        let first = self.first();
        if matches!(
            self.lower(first),
            "please" | "let" | "stop" | "give" | "tell" | "vote" | "join" | "stay"
        ) && self.direct
        {
            return true;
        }
        let subject = first + usize::from(self.lower(first) == "that");
        if matches!(self.lower(subject), "they" | "we" | "i" | "he" | "she")
            && matches!(
                self.lower(subject + 1),
                "want" | "wants" | "wanted" | "demand" | "demands"
            )
        {
            return true;
        }
        (0..self.tokens.len()).any(|i| {
            let bits = self.bits(i);
            let before = self.lower(i.saturating_sub(1));
            let duty = bits & DUTY != 0
                && !(self.lower(i) == "should" && self.lower(i + 2) == "be" && i == first);
            let has_to = self.lower(i + 1) == "to"
                && matches!(self.lower(i), "needs" | "need" | "ought" | "has" | "have");
            if !(duty || has_to) || self.bits(i + 1) & NEGATION != 0 && i > 8 {
                return false;
            }
            // "should have" looks back; "I must say" demands nothing of anyone.
            !matches!(self.lower(i + 1), "have" | "say" | "admit")
                && !matches!(before, "i" | "what" | "had")
                && !(i.saturating_sub(6)..i).any(|j| self.bits(j) & IF != 0)
                && i < 25
        })
    }

    /// True when it says what must be: "must include".
    pub fn compels(&self) -> bool {
        (0..self.tokens.len().min(EARLY)).any(|i| self.lower(i) == "must") && self.demands()
    }

    /// True when the speaker binds himself, herself or itself: "we will appeal", "she will sign".
    pub fn promises(&self) -> bool {
        let first = self.first();
        let start = first + usize::from(self.lower(first) == "that");
        (start..self.tokens.len().min(40)).any(|i| {
            if self.bits(i) & WILL == 0
                && !matches!(
                    self.lower(i),
                    "would"
                        | "going"
                        | "plan"
                        | "plans"
                        | "planned"
                        | "intend"
                        | "intends"
                        | "intended"
                )
            {
                return false;
            }
            let subject = self.lower(i.saturating_sub(
                1 + usize::from(self.bits(i.saturating_sub(1)) & (ADVERB | AUXILIARY) != 0),
            ));
            if matches!(self.lower(i + 1), "not" | "n't") {
                return false;
            }
            let owned = matches!(
                self.lower(start),
                "his" | "her" | "its" | "their" | "my" | "our"
            ) && i <= start + 3;
            let own = owned
                || matches!(subject, "i" | "we")
                || i <= start + 2
                    && matches!(subject, "he" | "she" | "they" | "it" | "her" | "his");
            let after =
                self.lower(i + 1 + usize::from(self.bits(i + 1) & (ADVERB | NEGATION) != 0));
            let act = !matches!(
                after,
                "be" | "have"
                    | "like"
                    | "love"
                    | "say"
                    | "see"
                    | "know"
                    | "need"
                    | "think"
                    | "argue"
                    | ""
                    | "always"
                    | "rather"
                    | "get"
                    | "hate"
            ) || matches!((after, self.lower(i + 2)), ("be", "able") | ("get", "rid"));
            if self.lower(i) == "going" {
                return own && self.lower(i + 1) == "to";
            }
            own && act
                && !(self.bits(i) & WILL == 0 && self.lower(i) == "would" && self.direct)
                && !(i > 0
                    && self.hypothetical(i)
                    && self.direct
                    && matches!(subject, "it" | "they"))
        })
    }

    /// True when it says that harm may come: "could lead to shortages".
    pub fn warns(&self) -> bool {
        let joined = self.words.joined(self.tokens);
        if WARNINGS.iter().any(|p| joined.contains(p)) {
            return true;
        }
        (0..self.tokens.len()).any(|i| {
            self.bits(i) & (MAYBE | WILL) != 0
                && (i + 1..(i + 6).min(self.tokens.len())).any(|j| {
                    matches!(
                        self.lower(j),
                        "lead" | "result" | "risk" | "cause" | "mean" | "force" | "face"
                    ) && (j + 1..(j + 8).min(self.tokens.len()))
                        .any(|k| self.bits(k) & (RISK | BAD) != 0)
                        || matches!(
                            self.lower(j),
                            "jeopardize"
                                | "jeopardise"
                                | "endanger"
                                | "collapse"
                                | "backfire"
                                | "destroy"
                        )
                })
        })
    }

    /// Words of ill and of good will, negation turning each about.
    pub fn evaluation(&self) -> (usize, usize) {
        let (mut bad, mut good) = (0, 0);
        let end = if self.direct { 2 * EARLY } else { EARLY / 2 };
        for i in 0..self.tokens.len().min(end) {
            let bits = self.bits(i);
            if bits & (BAD | GOOD | FAIR) == 0
                || (i.saturating_sub(6)..i).any(|j| self.bits(j) & IF != 0)
            {
                continue;
            }
            let turned = (i.saturating_sub(3)..i).any(|j| self.bits(j) & NEGATION != 0);
            if bits & FAIR != 0 {
                bad += usize::from(turned);
                continue;
            }
            if (bits & BAD != 0) != turned {
                bad += 1;
            } else {
                good += 1;
            }
        }
        (bad, good)
    }
}

/// Tokens within which a statement shows what it does; later ones are of another matter.
pub(super) const EARLY: usize = 30;

/// Fixed ways to say that harm may come.
const WARNINGS: &[&str] = &[
    " at risk ",
    " in danger of ",
    " face jeopardy ",
    " in jeopardy ",
    " pay a high price ",
    " run the risk ",
    " could happen again ",
    " would be a disaster ",
    " could be lost ",
    " be consequences ",
    " will suffer ",
    " would suffer ",
    " could suffer ",
];
