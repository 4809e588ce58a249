//! Whether a content says that a deed was not done: "he never took a penny", "we did not rig it".
//!
//! The negation must belong to the deed, and the deed to the speaker or to somebody told of; what is
//! supposed, wished or habitual disowns nothing. Leaves out claims called false; see `denial`.

use super::{
    content::{Content, EARLY},
    vocabulary::*,
};

impl Content<'_> {
    /// True when the negation at `i` (tokens of the content) negates a wrongful deed, or one's own
    /// past.
    pub(super) fn negated_deed_at(&self, i: usize) -> bool {
        if self.bits(i) & NEGATION == 0 || self.wished(i) {
            return false;
        }
        match self.lower(i) {
            "never" => self.never_at(i),
            // "not only cheated" says that they did.
            "not" if matches!(self.lower(i + 1), "only" | "just" | "merely" | "simply") => false,
            "not" | "n't" | "neither" | "nor" | "cannot" | "no" => self.not_at(i),
            _ => false,
        }
    }

    /// "I never named anyone", "it had never released waste": of one's own past.
    fn never_at(&self, i: usize) -> bool {
        let back = 1 + usize::from(matches!(
            self.lower(i.saturating_sub(1)),
            "had" | "has" | "have" | "'ve" | "'d"
        ));
        let subject = i.checked_sub(back).is_some_and(|j| {
            matches!(self.lower(j), "i" | "we")
                // In somebody's own words "they" are others.
                || !self.direct && matches!(self.lower(j), "he" | "she" | "it" | "they")
        });
        // "something we never take lightly" tells a habit; a denial is of a past deed.
        let habit = back == 1
            && matches!(
                self.lower(i + 1),
                "take"
                    | "know"
                    | "give"
                    | "get"
                    | "let"
                    | "use"
                    | "go"
                    | "see"
                    | "need"
                    | "like"
                    | "look"
                    | "try"
                    | "think"
                    | "lose"
                    | "have"
            );
        let future = habit
            || self.bits(i + 1) & (WILL | MAYBE | DUTY) != 0
            || matches!(
                self.lower(i + 1),
                "be" | "seen"
                    | "saw"
                    | "heard"
                    | "thought"
                    | "forget"
                    | "been"
                    | "felt"
                    | "found"
                    | "stop"
                    | "want"
                    | "wanted"
            )
            // "I have never had that happen", "I never knew what would come"
            || self.lower(i + 1) == "had" && self.lower(i + 2) == "that"
            || self.bits(i + 2) & QUESTION_WORD != 0
            // "she had never denied it"
            || self.bits(i + 1) & DENY != 0;
        // "I have never voted" tells of a life; "we have never asked for money" denies.
        let lived = back == 2
            && !matches!(self.lower(i - 1), "had" | "'d")
            && self.bits(i + 1) & (SAY | ASK | CLAIM | ACCUSE | DEMAND | PROMISE | WRONG | HARM)
                == 0
            && !ACTS.contains(&self.lower(i + 1));
        // "whom she had never met" only describes someone.
        let relative = i.checked_sub(back + 1).is_some_and(|j| {
            matches!(self.lower(j), "whom" | "who" | "that" | "which" | "where") && j > self.first()
        });
        i < EARLY / 2 && subject && !relative && !future && !lived && !self.hypothetical(i)
            || self.lower(i + 1) == "crossed" && !self.hypothetical(i)
    }

    /// "we did not rig anything", "was not intentional", "had no knowledge of it".
    fn not_at(&self, i: usize) -> bool {
        // "I will not evade it" promises; "we did not want to be hacked" wishes.
        if self.hypothetical(i) || self.bits(i.saturating_sub(1)) & WILL != 0 {
            return false;
        }
        // "you have not been involved" is said to somebody, "not for cases of rape" of cases.
        let other = (i.saturating_sub(3)..i).any(|j| self.lower(j) == "you")
            || self.bits(i + 1) & PREPOSITION != 0 && self.lower(i + 1) != "in";
        if other {
            return false;
        }
        // "no knowledge" is denied where somebody had or showed none.
        if self.lower(i) == "no" && !self.holds(i.saturating_sub(1)) {
            return false;
        }
        for n in 1..6 {
            let (bits, word) = (self.bits(i + n), self.lower(i + n));
            // "ca n't see through the lies": the noun is no deed that is negated.
            if bits & WRONG != 0 {
                return !(n == 1 && self.border(i + n));
            }
            let hurt = bits & HARM != 0
                && n <= 2
                && self.bits(i.saturating_sub(1)) & AUXILIARY != 0
                && matches!(
                    self.lower(i.saturating_sub(2)),
                    "i" | "we" | "he" | "she" | "they" | "it"
                );
            let state = matches!(
                word,
                "intentional"
                    | "intentionally"
                    | "guilty"
                    | "involved"
                    | "responsible"
                    | "deliberate"
                    | "liable"
                    | "complicit"
                    | "involvement"
                    | "knowledge"
            );
            // "not a responsible thing to say" speaks of a thing.
            let of_thing = matches!(self.lower(i + n - 1), "a" | "an") && !word.ends_with("ment");
            if hurt || state && n < 5 && !of_thing {
                return true;
            }
            let reaches = bits & (ADVERB | AUXILIARY) != 0
                || matches!(
                    word,
                    "any"
                        | "anyone"
                        | "in"
                        | "way"
                        | "part"
                        | "of"
                        | "commit"
                        | "committed"
                        | "engage"
                        | "engaged"
                        | "and"
                        | "or"
                        | "a"
                        | "an"
                        | "personal"
                        | "prior"
                        | "direct"
                );
            if !reaches {
                return false;
            }
        }
        false
    }

    /// A form of being, having or playing: what may hold a thing that is negated.
    pub(super) fn holds(&self, i: usize) -> bool {
        matches!(
            self.lower(i),
            "is" | "was"
                | "are"
                | "were"
                | "'s"
                | "'re"
                | "be"
                | "been"
                | "has"
                | "have"
                | "had"
                | "having"
                | "played"
                | "plays"
                | "play"
                | "remain"
                | "committed"
                | "took"
        )
    }

    /// What stands at `i` is only supposed or hoped for: "I hope they are fake", "as long as we are
    /// not breaking any law".
    pub(super) fn wished(&self, i: usize) -> bool {
        (i.saturating_sub(8)..i).any(|j| {
            matches!(
                self.lower(j),
                "hope"
                    | "hopes"
                    | "hoped"
                    | "hoping"
                    | "wish"
                    | "provided"
                    | "ensure"
                    | "ensuring"
                    | "realized"
                    | "realised"
            ) || self.lower(j) == "long" && self.lower(j + 1) == "as"
                || self.lower(j) == "make" && self.lower(j + 1) == "sure"
        })
    }
}

/// What one may deny ever having done.
const ACTS: &[&str] = &[
    "met",
    "touched",
    "taken",
    "received",
    "paid",
    "done",
    "made",
    "given",
    "sent",
    "signed",
    "ordered",
    "approved",
    "expressed",
    "accepted",
    "sold",
    "bought",
    "owned",
    "held",
    "worked",
    "visited",
    "contacted",
    "spoken",
];
