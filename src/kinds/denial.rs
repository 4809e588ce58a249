//! Whether a content says that something is not so.
//!
//! A word such as *false* counts where a claim is said to be it, a fixed phrase where nothing makes it
//! a condition or a hope. Leaves out the cue, and deeds that are disowned; see `disowned`.

use super::{
    content::{Content, EARLY},
    vocabulary::*,
};

impl Content<'_> {
    /// True when a claim is said not to be so, or an act not to have been done.
    pub fn denies(&self) -> bool {
        // What follows *though* is not what is said so much as what stands against it.
        let end = (1..self.tokens.len().min(EARLY))
            .find(|&i| matches!(self.lower(i), "though" | "although"))
            .unwrap_or(self.tokens.len().min(EARLY));
        let joined = self.words.joined(&self.tokens[..end]);
        self.opens_with_no()
            || DENIALS.iter().any(|p| joined.contains(p))
            || (0..end).any(|i| {
                self.no_proof_at(i)
                    || self.falsehood_at(i)
                    || self.negated_deed_at(i)
                    || self.phrase_at(i)
            })
    }

    /// "No, it is not", "No, we never did"; "No, it is worse" answers a question and denies nothing.
    fn opens_with_no(&self) -> bool {
        let first = self.first();
        if self.lower(first) != "no" || self.lower(first + 1) != "," {
            return false;
        }
        (first + 2..(first + 10).min(self.tokens.len()))
            .take_while(|&i| !matches!(self.words.word(self.tokens[i]), "." | "!" | "?"))
            .any(|i| {
                matches!(self.lower(i), "not" | "n't" | "never")
                    && (self.lower(i) == "never"
                        || self.copula(i - 1)
                        || matches!(
                            self.lower(i - 1),
                            "did" | "does" | "do" | "has" | "have" | "had" | "absolutely" | ","
                        ))
                    && !matches!(
                        self.lower(i + 1),
                        "think" | "know" | "want" | "plan" | "believe" | "going" | "sure" | "yet"
                    )
            })
    }

    /// Phrases that deny in one surrounding only.
    fn phrase_at(&self, i: usize) -> bool {
        if self.wished(i) || self.hypothetical(i) {
            return false;
        }
        let (before, next) = (self.lower(i.saturating_sub(1)), self.lower(i + 1));
        let closed = |i: usize| {
            i >= self.tokens.len()
                || self.border(i)
                || !self.words.is_word(self.tokens[i])
                || matches!(
                    self.lower(i),
                    "and" | "but" | "because" | "that" | "at" | "by"
                )
        };
        let done = matches!(before, "do" | "does" | "did" | "done" | "doing");
        match self.lower(i) {
            // "did nothing wrong"; "there is nothing wrong with that" holds a view.
            "nothing" => next == "wrong" && done,
            "anything" => {
                next == "wrong"
                    && done
                    && (i.saturating_sub(6)..i).any(|j| self.bits(j) & NEGATION != 0)
            }
            // "it was all made up"; not "the three legs that made up the stool".
            "made" => {
                next == "up"
                    && closed(i + 2)
                    && (self.copula(i.saturating_sub(1))
                        || matches!(
                            before,
                            "all" | "completely" | "totally" | "entirely" | "just"
                        ))
            }
            // "it never happened"; not "it did n't happen every day".
            "happen" | "happened" => {
                let did = i > 1 && self.lower(i - 2) == "did";
                (before == "never" || matches!(before, "n't" | "not") && did) && closed(i + 1)
            }
            // "no such meeting took place", "there was no such order"; not "no such thing as".
            "no" => {
                let thing = next == "such" && self.lower(i + 3) != "as";
                let took_place = (i + 3..i + 7).any(|j| {
                    matches!(
                        self.lower(j),
                        "took" | "happened" | "occurred" | "exists" | "existed" | "exist"
                    )
                });
                let holds =
                    i > 0 && (self.holds(i - 1) || matches!(before, "made" | "of" | "know"));
                let part = matches!(next, "role" | "involvement" | "wrongdoing")
                    || next == "knowledge" && before == "had";
                thing && (holds || took_place) || part && i > 0 && self.holds(i - 1)
            }
            "not" => next == "involved" && i > 0 && self.holds(i - 1),
            // "he denied any part in it" said of himself, not "the state denied the request".
            "denied" | "denies" => {
                let subject = (0..i).rev().find(|&j| {
                    self.words.is_word(self.tokens[j])
                        && self.bits(j) & ADVERB == 0
                        && !self.lower(j).ends_with("ly")
                });
                matches!(next, "the" | "any" | "all" | "having" | "that")
                    && i <= 5
                    && subject.is_some_and(|j| {
                        matches!(self.lower(j), "he" | "she" | "it" | "they" | "we" | "i")
                    })
            }
            _ => false,
        }
    }

    /// "no proof of a leak", "there is no truth in it"; not "offered no proof".
    fn no_proof_at(&self, i: usize) -> bool {
        self.lower(i) == "no"
            && (matches!(
                self.lower(i + 1),
                "proof" | "truth" | "merit" | "basis" | "foundation"
            ) || self.lower(i + 1) == "factual" && self.lower(i + 2) == "basis")
            && (i == self.first() || self.copula(i - 1) || self.holds(i - 1))
            && !self.wished(i)
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
            // "not politically correct" and "not true love" speak of something else.
            let apart = self.lower(i.saturating_sub(1)) == "politically"
                || !(self.border(i + 1)
                    || self.bits(i + 1) & (CLAUSE | PREPOSITION | ADVERB) != 0
                    || self.lower(i + 1) == "or");
            if apart || self.wished(i) {
                return false;
            }
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
        // "This is the lie that they live by" names one, it calls nothing so.
        let named = self.lower(i.saturating_sub(1)) == "the" && self.bits(i + 1) & CLAUSE != 0;
        // "the claims may be false": or they may not.
        let open =
            (i.saturating_sub(3)..i).any(|j| matches!(self.lower(j), "may" | "might" | "could"));
        if !closes || named || open || self.wished(i) {
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
            // "charges that had been invented" tells which charges, "the idea of a toll" a plan.
            let described = matches!(self.lower(j + 1), "that" | "which")
                && self.bits(j + 2) & (AUXILIARY | WILL) != 0
                || matches!(self.lower(j), "idea" | "notion") && self.lower(j + 1) == "of";
            if described {
                return false;
            }
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

    /// True when it holds a word that calls a claim false, whatever stands around it: what
    /// somebody *called* "a fabrication".
    pub fn calls_false(&self) -> bool {
        let named = self.of_claim();
        let meant = matches!(
            self.lower(self.first()),
            "it" | "that" | "this" | "them" | "these"
        );
        // "called it absurd" speaks ill of it, whatever it is.
        let firm = |i: usize| named || self.bits(i) & BAD == 0;
        (named || meant)
            && (0..self.tokens.len()).any(|i| {
                self.bits(i) & FALSEHOOD != 0
                    && firm(i)
                    && !(i.saturating_sub(2)..i).any(|j| self.bits(j) & NEGATION != 0)
            })
    }
}

/// Fixed ways to say that something is not so, whatever stands around them.
const DENIALS: &[&str] = &[
    " nothing to hide ",
    " any wrongdoing ",
    " without merit ",
    " not her view ",
    " not his view ",
    " not guilty ",
    " is innocent ",
    " was innocent ",
    " am innocent ",
    " are innocent ",
    " we deny ",
    " i deny ",
    " categorically deny ",
    " are denied ",
    " not the case ",
    " out of context ",
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
];
