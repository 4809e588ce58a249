//! Whether a content says that something is not so, or turns something down.
//!
//! A word such as *false* counts where a claim is said to be it; a negation where it stands before a
//! wrongful deed or one's own past. Leaves out the cue.

use super::{
    content::{Content, EARLY},
    vocabulary::*,
};

impl Content<'_> {
    /// True when a claim is said not to be so, or an act not to have been done.
    pub fn denies(&self) -> bool {
        let first = self.first();
        if self.lower(first) == "no"
            && self.lower(first + 1) == ","
            && (first + 2..first + 5)
                .find(|&i| self.tokens.get(i).is_some_and(|&at| self.words.is_word(at)))
                .is_none_or(|i| {
                    matches!(
                        self.lower(i),
                        "i" | "we"
                            | "he"
                            | "she"
                            | "it"
                            | "that"
                            | "this"
                            | "they"
                            | "there"
                            | "not"
                            | "absolutely"
                            | "of"
                            | "the"
                    )
                })
        {
            return true;
        }
        // What follows *though* is not what is said so much as what stands against it.
        let end = (1..self.tokens.len().min(EARLY))
            .find(|&i| matches!(self.lower(i), "though" | "although"))
            .unwrap_or(self.tokens.len().min(EARLY));
        let early = &self.tokens[..end];
        let joined = self.words.joined(early);
        if DENIALS.iter().any(|p| joined.contains(p))
            && !BUT_NO_DENIALS.iter().any(|p| joined.contains(p))
        {
            return true;
        }
        (0..early.len())
            .any(|i| self.no_proof_at(i) || self.falsehood_at(i) || self.negated_deed_at(i))
    }

    /// "no proof of a leak", "there is no truth in it"; not "offered no proof".
    fn no_proof_at(&self, i: usize) -> bool {
        self.lower(i) == "no"
            && matches!(
                self.lower(i + 1),
                "proof" | "truth" | "merit" | "basis" | "foundation"
            )
            && (i == self.first() || self.copula(i.saturating_sub(1)))
    }

    fn copula(&self, i: usize) -> bool {
        matches!(
            self.lower(i),
            "is" | "was" | "are" | "were" | "'s" | "'re" | "be" | "been" | "remain" | "have"
        )
    }

    /// "the allegations are baseless", "that was not true", "These are lies".
    fn falsehood_at(&self, i: usize) -> bool {
        let bits = self.bits(i);
        if matches!(self.lower(i), "true" | "correct" | "accurate") {
            let from = i.saturating_sub(4);
            let negated = (from..i).any(|j| self.bits(j) & NEGATION != 0 || self.lower(j) == "far");
            let about = (i.saturating_sub(7)..i).any(|j| {
                self.bits(j) & CLAIM_NOUN != 0
                    || matches!(self.lower(j), "it" | "that" | "this")
                        && matches!(self.lower(j + 1), "is" | "was" | "'s" | "has" | "simply")
            });
            return negated && about;
        }
        if bits & FALSEHOOD == 0 {
            return false;
        }
        // "an unfounded theory" speaks of the theory, it does not deny it.
        let closes = i + 1 >= self.tokens.len()
            || self.border(i + 1)
            || !self.words.is_word(self.tokens[i + 1])
            || self.bits(i + 1) & (CLAUSE | PREPOSITION) != 0;
        if !closes {
            return false;
        }
        // The thing that is false must be a claim, or nothing but "that", "it", "this".
        let from = i.saturating_sub(14);
        let mut about = false;
        for j in (from..i).rev() {
            if matches!(self.words.word(self.tokens[j]), "." | "?" | "!") {
                break;
            }
            let b = self.bits(j);
            if b & (NEGATION | IF) != 0 {
                return false;
            }
            // "stereotypes that are untrue" calls no claim so.
            let relative = self.lower(j) == "that"
                && j > self.first()
                && !self.border(j - 1)
                && self.bits(j - 1) & (CLAUSE | SAY) == 0;
            let copula = !relative
                && matches!(
                    self.lower(j + 1),
                    "is" | "was" | "are" | "were" | "'s" | "’s" | "have"
                );
            if b & CLAIM_NOUN != 0
                || copula
                    && matches!(
                        self.lower(j),
                        "that" | "it" | "this" | "these" | "they" | "those"
                    )
            {
                about = true;
                break;
            }
        }
        // "wrong", "ridiculous", "absurd" say more of taste than of truth: they need a claim.
        if i != self.first() && !(i.saturating_sub(4)..i).any(|j| self.copula(j)) {
            return false;
        }
        let firm = bits & BAD == 0;
        about && (firm || (from..i).any(|j| self.bits(j) & CLAIM_NOUN != 0))
            || firm && i == self.first() && self.tokens.len() <= 4
            || firm
                && matches!(
                    self.lower(i),
                    "baseless" | "unfounded" | "groundless" | "meritless"
                )
    }

    /// "he never took a penny", "we did not rig anything", "was not intentional".
    fn negated_deed_at(&self, i: usize) -> bool {
        if self.bits(i) & NEGATION == 0 {
            return false;
        }
        let next = |n: usize| self.bits(i + n);
        if self.lower(i) == "never" {
            // Of one's own past: "I never named anyone", "it had never released waste".
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
                        | "heard"
                        | "thought"
                        | "forget"
                        | "been"
                        | "felt"
                        | "found"
                        | "stop"
                        | "want"
                        | "wanted"
                );
            // "whom she had never met" only describes someone.
            let relative = i.checked_sub(back + 1).is_some_and(|j| {
                matches!(self.lower(j), "whom" | "who" | "that" | "which" | "where")
                    && j > self.first()
            });
            return i < EARLY / 2 && subject && !relative && !future && !self.hypothetical(i)
                || self.lower(i + 1) == "crossed" && !self.hypothetical(i);
        }
        // "I will not evade it" promises; "we did not want to be hacked" wishes.
        if self.hypothetical(i) || self.bits(i.saturating_sub(1)) & WILL != 0 {
            return false;
        }
        // "you have not been involved" is said to somebody, "not for cases of rape" of cases.
        let other = (i.saturating_sub(3)..i).any(|j| self.lower(j) == "you")
            || self.bits(i + 1) & PREPOSITION != 0;
        if other {
            return false;
        }
        let reach = (1..5).take_while(|&n| self.lower(i + n) != "to").count();
        (1..=reach).any(|n| {
            let b = next(n);
            b & WRONG != 0
                || b & HARM != 0
                    && n <= 2
                    && self.bits(i.saturating_sub(1)) & AUXILIARY != 0
                    && matches!(
                        self.lower(i.saturating_sub(2)),
                        "i" | "we" | "he" | "she" | "they" | "it"
                    )
                || matches!(
                    self.lower(i + n),
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
                )
        }) && !(1..4).any(|n| self.border(i + n) && n == 1)
    }

    /// True when it says what the speaker will not do: "he would not accept it".
    pub fn refuses(&self) -> bool {
        let first = self.first();
        matches!(
            self.lower(first + usize::from(self.lower(first) == "that")),
            "he" | "she" | "it" | "they" | "we" | "i"
        ) && {
            let first = first + usize::from(self.lower(first) == "that");
            let joined = self.words.joined(
                &self.tokens[first.min(self.tokens.len())..self.tokens.len().min(first + 6)],
            );
            [
                " would not ",
                " wo n't ",
                " will not ",
                " would n't ",
                " was n't going to ",
                " was not going to ",
                " would never ",
                " will never ",
            ]
            .iter()
            .any(|p| joined.contains(p))
        }
    }

    /// True when it is something that is given or withheld: permits, access.
    pub fn of_grant(&self) -> bool {
        // "denied him a hearing"
        let first = self.first();
        let whom = matches!(self.lower(first), "him" | "her" | "them" | "us" | "me")
            && self
                .tokens
                .get(first + 1)
                .is_some_and(|&at| self.words.is_word(at))
            && self.bits(first + 1) & (PREPOSITION | CLAUSE | AUXILIARY) == 0;
        whom || (0..self.tokens.len().min(4)).any(|i| {
            matches!(
                self.lower(i),
                "permit"
                    | "permits"
                    | "access"
                    | "entry"
                    | "request"
                    | "requests"
                    | "asylum"
                    | "visa"
                    | "visas"
                    | "bail"
                    | "application"
                    | "applications"
                    | "motion"
                    | "care"
                    | "coverage"
                    | "license"
                    | "licenses"
                    | "benefits"
                    | "funding"
                    | "justice"
                    | "aid"
                    | "petition"
                    | "appeal"
            )
        })
    }

    /// True when it holds a word that calls a claim false, whatever stands around it: what
    /// somebody *called* "a fabrication".
    pub fn calls_false(&self) -> bool {
        let claim = self.of_claim()
            || matches!(
                self.lower(self.first()),
                "it" | "that" | "this" | "them" | "these"
            );
        claim
            && (0..self.tokens.len()).any(|i| {
                self.bits(i) & FALSEHOOD != 0
                    && !(i.saturating_sub(2)..i).any(|j| self.bits(j) & NEGATION != 0)
            })
    }

    /// True when one of its first words is what a denial may answer: "claims that …".
    pub fn of_claim(&self) -> bool {
        let end = self.tokens.len().min(12);
        for i in 0..end {
            // "the idea of a toll" is a plan.
            let plan = matches!(self.lower(i), "idea" | "notion") && self.lower(i + 1) == "of";
            if self.bits(i) & CLAIM_NOUN != 0 && !plan {
                return true;
            }
            if self.bits(i) & (CLAUSE & !AUXILIARY) != 0 && self.lower(i) != "that" && i > 0 {
                return false;
            }
        }
        false
    }
}

/// Ways to say other things that begin like those of [`DENIALS`].
const BUT_NO_DENIALS: &[&str] = &[" made up of ", " no such thing as "];

/// Fixed ways to say that something is not so.
const DENIALS: &[&str] = &[
    " nothing to hide ",
    " nothing wrong ",
    " anything wrong ",
    " no wrongdoing ",
    " any wrongdoing ",
    " without merit ",
    " no merit ",
    " not her view ",
    " not his view ",
    " no truth ",
    " no basis ",
    " not guilty ",
    " is innocent ",
    " was innocent ",
    " am innocent ",
    " are innocent ",
    " we deny ",
    " i deny ",
    " denies any ",
    " denied the ",
    " denied any ",
    " categorically deny ",
    " are denied ",
    " not the case ",
    " never happened ",
    " did not happen ",
    " did n't happen ",
    " out of context ",
    " made up ",
    " no such ",
    " never crossed my mind ",
    " do n't hold ",
    " does n't hold ",
    " not what happened ",
    " i had nothing to do with ",
    " he had nothing to do with ",
    " she had nothing to do with ",
    " we had nothing to do with ",
    " they had nothing to do with ",
    " it had nothing to do with ",
    " no involvement ",
    " not involved ",
    " no role in ",
    " had no knowledge ",
    " no foundation ",
    " no factual basis ",
];
