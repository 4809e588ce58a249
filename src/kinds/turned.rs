//! What a content is, to be turned down: a claim, a plan, a favour, a person.
//!
//! Only a claim can be denied; the rest is refused or withheld. Leaves out what the content itself
//! denies; see `denial`.

use super::{content::Content, vocabulary::*};
use crate::lexicon;

impl Content<'_> {
    /// True when it says what the speaker will not do: "he would not accept it".
    pub fn refuses(&self) -> bool {
        let first = self.first();
        let first = first + usize::from(self.lower(first) == "that");
        matches!(self.lower(first), "he" | "she" | "it" | "they" | "we" | "i") && {
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

    /// True when it is something that is given or withheld: permits, "him a hearing".
    pub fn of_grant(&self) -> bool {
        // "denied seeking aid" tells a deed, "denied mining permits" a favour.
        let deed = matches!(
            self.lower(self.first()),
            "having"
                | "giving"
                | "getting"
                | "seeking"
                | "asking"
                | "offering"
                | "receiving"
                | "using"
                | "selling"
                | "buying"
                | "taking"
                | "making"
                | "granting"
                | "accepting"
                | "knowing"
        );
        if deed || self.clause() && !self.lower(self.first()).ends_with("ing") {
            return false;
        }
        // "the claim for damages" is a request.
        let asked = |i: usize| {
            matches!(self.lower(i), "claim" | "claims")
                && self.lower(i + 1) == "for"
                && (i + 2..i + 5).any(|j| CLAIMED.contains(&self.lower(j)))
        };
        (0..self.tokens.len().min(4)).any(|i| GRANTS.contains(&self.lower(i)))
            || (0..4).any(asked)
            || self.names_somebody()
            || self.of_person()
    }

    /// "him a hearing", "his party the victory": somebody, and what is kept from them.
    fn names_somebody(&self) -> bool {
        let first = self.first();
        let word = |i: usize| self.tokens.get(i).is_some_and(|&at| self.words.is_word(at));
        if matches!(self.lower(first), "him" | "her" | "them" | "us" | "me")
            && word(first + 1)
            && self.bits(first + 1) & (PREPOSITION | CLAUSE | AUXILIARY) == 0
        {
            return true;
        }
        (first..first + 5)
            .take_while(|&i| {
                word(i) && self.bits(i) & (PREPOSITION | CLAUSE | AUXILIARY | CLAIM_NOUN) == 0
            })
            .any(|i| {
                let person =
                    self.bits(i) & (PARTY | VICTIM) != 0 || self.words.capital(self.tokens[i]);
                person && self.bits(i + 1) & DETERMINER != 0
            })
    }

    /// "Maren Holt, the council's choice": a name and nothing that could be said of it.
    fn of_person(&self) -> bool {
        let first = self.first();
        let capital = |i: usize| {
            self.tokens
                .get(i)
                .is_some_and(|&at| self.words.is_word(at) && self.words.capital(at))
        };
        let end = (first..self.tokens.len())
            .find(|&i| !capital(i) && self.lower(i) != ".")
            .unwrap_or(self.tokens.len());
        let deed = (first..end).any(|i| self.bits(i) & (WRONG | DEED | CLAIM_NOUN) != 0);
        let alone = self.border(end) && self.lower(end) != "'s";
        end >= first + 2 && alone && !deed && !self.of_claim()
    }

    /// True when it is a plan or a favour asked for, which may be opposed but not denied: "proposals
    /// on trade".
    pub fn of_plan(&self) -> bool {
        !self.of_claim()
            && (0..self.tokens.len().min(10))
                .take_while(|&i| self.bits(i) & CLAUSE == 0)
                .any(|i| PLANS.contains(&self.lower(i)))
    }

    /// True when one of its first words is what a denial may answer: "claims that …".
    pub fn of_claim(&self) -> bool {
        self.of_noun(CLAIM_NOUN)
    }

    /// True when it is what a judge has found, which a higher one can say is not so.
    pub fn of_ruling(&self) -> bool {
        (0..self.tokens.len().min(8)).any(|i| lexicon::is_ruling(self.lower(i)))
    }

    /// True when it is something said of somebody, a claim or an attack: what one may push back on.
    pub fn of_charge(&self) -> bool {
        let verbal =
            |i: usize| self.bits(i) & NOUN != 0 && self.bits(i) & (ACCUSE | CLAIM | CRITICISE) != 0;
        self.of_claim()
            || (0..self.tokens.len().min(12))
                .take_while(|&i| i == 0 || self.bits(i) & (CLAUSE & !AUXILIARY) == 0)
                .any(verbal)
    }

    fn of_noun(&self, classes: Bits) -> bool {
        let end = self.tokens.len().min(12);
        for i in 0..end {
            // "the idea of a toll", "that idea" is a plan; "the idea that tolls work" a claim.
            let plan = matches!(self.lower(i), "idea" | "notion")
                && self.lower(i + 1) != "that"
                && self.bits(i + 1) & DETERMINER == 0
                && !matches!(
                    self.lower(i + 1),
                    "he" | "she" | "it" | "they" | "we" | "there"
                );
            if self.bits(i) & classes != 0 && !plan {
                return true;
            }
            if self.bits(i) & (CLAUSE & !AUXILIARY) != 0 && self.lower(i) != "that" && i > 0 {
                return false;
            }
        }
        false
    }
}

/// What is granted or withheld.
const GRANTS: &[&str] = &[
    "permit",
    "permits",
    "permission",
    "access",
    "entry",
    "admission",
    "request",
    "requests",
    "asylum",
    "visa",
    "visas",
    "bail",
    "parole",
    "clemency",
    "tenure",
    "citizenship",
    "application",
    "applications",
    "motion",
    "injunction",
    "hearing",
    "care",
    "treatment",
    "coverage",
    "license",
    "licenses",
    "licence",
    "licences",
    "benefits",
    "funding",
    "justice",
    "aid",
    "petition",
    "appeal",
    "status",
    "rights",
    "service",
    "services",
    "bid",
];

/// What is claimed of an insurer, a court or an office.
const CLAIMED: &[&str] = &[
    "damages",
    "compensation",
    "benefits",
    "asylum",
    "refund",
    "payment",
    "relief",
    "costs",
    "expenses",
    "insurance",
];

/// What is proposed.
const PLANS: &[&str] = &[
    "plan",
    "plans",
    "proposal",
    "proposals",
    "offer",
    "offers",
    "bid",
    "bids",
    "request",
    "requests",
    "nomination",
    "motion",
    "bill",
    "deal",
    "call",
    "calls",
    "demand",
    "demands",
    "invitation",
    "wish",
    "wishes",
    "appeal",
    "appeals",
];
