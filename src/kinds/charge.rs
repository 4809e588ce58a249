//! Whether a content lays a wrongful act at somebody's door, and by which word.
//!
//! The act must be the verb of a clause about someone else, neither negated nor supposed: a missed
//! charge is a pity, an invented one a harm. Leaves out whose act it is; see `target`.

use super::{
    content::{Content, EARLY},
    vocabulary::*,
};

impl Content<'_> {
    /// Index into `tokens` of a wrongful act that someone else is said to have done; none when there
    /// is none, or when it is negated, supposed, or the speaker's own.
    pub fn wrongful(&self, framed: bool) -> Option<usize> {
        (0..self.tokens.len().min(EARLY + EARLY / 3)).find(|&i| {
            let bits = self.bits(i);
            let wrong = bits & WRONG != 0
                || framed && bits & (HARM | MILD) != 0
                || bits & HARM != 0 && self.plainly_done(i);
            wrong
                && bits & VERB != 0
                && !self.supposed(i)
                && !self.told_by_another(i)
                && !self.quotes_another(i)
                && !self.aimed(i)
                && !self.had_done(i)
                && !self.made(i)
                && self.stands_as_verb(i)
        })
    }

    /// "[found] the driver guilty of theft": a court's word ends a charge, it makes none.
    pub fn is_verdict(&self) -> bool {
        (0..self.tokens.len().min(EARLY / 3)).any(|i| {
            matches!(self.lower(i), "guilty" | "liable")
                && !(i.saturating_sub(2)..i).any(|j| self.bits(j) & (AUXILIARY | NEGATION) != 0)
        })
    }

    /// Said of what would be if something were: "if they had lied".
    fn supposed(&self, i: usize) -> bool {
        (i.saturating_sub(10)..i).any(|j| self.bits(j) & IF != 0 && self.lower(j) != "should")
    }

    /// Inside what somebody else is said to say: "the panel that ruled that the law discriminated".
    pub(super) fn told_by_another(&self, i: usize) -> bool {
        (2..i).any(|j| {
            // "a rumour that Orr stole" as well.
            let tells = self.bits(j - 1) & (SAY | CLAIM | ACCUSE | PRESS | CLAIM_NOUN) != 0
                || matches!(
                    self.lower(j - 1),
                    "ruled" | "concluded" | "decided" | "held"
                );
            self.lower(j) == "that"
                && tells
                && !matches!(
                    self.lower(j - 2),
                    "he" | "she" | "i" | "we" | "they" | "it" | "had" | "has" | "also"
                )
        })
    }

    /// "He kept on and said she spread lies": the charge is his of whom it is told.
    pub fn quotes_another(&self, i: usize) -> bool {
        (i.saturating_sub(4).max(1)..i.min(self.tokens.len())).any(|j| {
            matches!(
                self.lower(j),
                "said" | "says" | "claimed" | "claims" | "alleged"
            ) && j > self.first()
                && !matches!(self.lower(j - 1), "i" | "we")
                && matches!(self.lower(j + 1), "he" | "she" | "they" | "it")
        })
    }

    /// "has targeted young voters": at whom a campaign turns; a wrong only where harm is done.
    fn aimed(&self, i: usize) -> bool {
        self.lower(i).starts_with("target") && !(i + 1..i + 6).any(|j| self.bits(j) & VICTIM != 0)
    }

    /// "her parents had their house ransacked": done to them.
    fn had_done(&self, i: usize) -> bool {
        self.bits(i) & PAST != 0
            && self.bits(i.saturating_sub(1)) & (AUXILIARY | ADVERB) == 0
            && (i.saturating_sub(5)..i.saturating_sub(1)).any(|j| {
                matches!(self.lower(j), "had" | "have" | "has" | "having" | "got")
                    && self.bits(j + 1) & DETERMINER != 0
            })
    }

    /// "forged a reputation": made, not falsified.
    fn made(&self, i: usize) -> bool {
        self.lower(i).starts_with("forg")
            && (i + 1..i + 6).any(|j| {
                matches!(
                    self.lower(j),
                    "reputation"
                        | "path"
                        | "alliance"
                        | "alliances"
                        | "relationship"
                        | "relationships"
                        | "bond"
                        | "bonds"
                        | "partnership"
                        | "coalition"
                        | "career"
                        | "ties"
                        | "deal"
                        | "agreement"
                        | "identity"
                        | "consensus"
                        | "ahead"
                )
            })
    }

    /// "had attacked", "you squeezed", "are gaming", "trying to pressure": the act of someone, where
    /// the verb alone might be anything's.
    fn plainly_done(&self, i: usize) -> bool {
        let thing = (i.saturating_sub(4)..i)
            .any(|j| matches!(self.lower(j), "it" | "this" | "there" | "which"));
        !thing
            && (i.saturating_sub(3)..i).any(|j| {
                self.bits(j) & ATTEMPT != 0 && self.bits(j.saturating_sub(1)) & PREPOSITION == 0
                    || matches!(self.lower(j), "had" | "has" | "have" | "'ve")
                    || self.lower(j) == "you" && self.bits(i) & PAST != 0
                    || self.bits(i) & GERUND != 0
                        && matches!(self.lower(j), "are" | "is" | "was" | "were" | "'re" | "'s")
                        // "you're squeezing it into a case": anyone does.
                        && !(j > 0 && self.lower(j - 1) == "you")
            })
    }

    /// The word at `i` is the verb of a clause about someone else, asserted.
    fn stands_as_verb(&self, i: usize) -> bool {
        let bits = self.bits(i);
        // "the polls are misleading": nobody is being misled.
        if self.lower(i) == "misleading"
            && self.tokens.get(i + 1).is_none_or(|&at| {
                !self.words.is_word(at)
                    || self.bits(i + 1) & (CLAUSE | PREPOSITION | AUXILIARY) != 0
            })
        {
            return false;
        }
        if self.lower(i) == "lie" || self.lower(i) == "lies" && self.bits(i + 1) & PREPOSITION != 0
        {
            return false;
        }
        let mut j = i;
        let mut auxiliary = false;
        let mut passive = false;
        let mut steps = 0;
        if i >= 2 && self.lower(i - 1) == "to" && self.bits(i - 2) & ATTEMPT != 0 {
            return self.bits(i.saturating_sub(3)) & PREPOSITION == 0
                && !self.hypothetical(i - 2)
                && !(i.saturating_sub(6)..i)
                    .any(|j| self.bits(j) & (NEGATION | FIRST_PERSON) != 0);
        }
        while j > 0 && steps < 6 {
            j -= 1;
            steps += 1;
            let b = self.bits(j);
            if b & (NEGATION | MAYBE | DUTY | IF) != 0
                || matches!(self.lower(j), "to" | "alleged" | "without")
            {
                return false;
            }
            if b & AUXILIARY != 0 {
                auxiliary = true;
                if bits & PAST != 0 && self.words.be(self.tokens[j]) {
                    passive = true;
                }
                continue;
            }
            if b & ADVERB != 0 || b & WILL != 0 || self.lower(j).ends_with("ly") {
                continue;
            }
            break;
        }
        if passive {
            // Nobody is named, but it is being done: "the system is being rigged".
            return self.lower(i - 1) == "being" && bits & WRONG != 0;
        }
        // Not what a thing does ("it endangers lives"), nor what one feels done ("felt violated").
        if steps == 0
            || matches!(
                self.lower(j),
                "it" | "this"
                    | "there"
                    | "which"
                    | "feel"
                    | "feels"
                    | "felt"
                    | "get"
                    | "got"
                    | "gets"
                    | "seem"
                    | "seemed"
            )
        {
            return false;
        }
        let b = self.bits(j);
        // A form in -ing needs an auxiliary or it is a noun: "is stealing", not "the stealing of".
        if bits & GERUND != 0 && !auxiliary {
            return false;
        }
        // After a determiner or a preposition it is a noun or an adjective: "the forged papers".
        if b & (DETERMINER | PREPOSITION) != 0 || b & FIRST_PERSON != 0 && b & DETERMINER == 0 {
            return false;
        }
        // "its director, Conrad Vale, hid it": the comma closes an apposition.
        let apposed =
            self.lower(j) == "," && (j.saturating_sub(9)..j).any(|k| self.lower(k) == ",");
        if apposed && bits & PAST != 0 {
            return !self.hypothetical(i);
        }
        if !self.words.is_word(self.tokens[j])
            || b & CLAUSE != 0 && !matches!(self.lower(j), "who" | "that" | "which")
        {
            return false;
        }
        // No past form and no auxiliary: a present tense needs a plural, a name, or "you".
        if bits & PAST == 0 && !auxiliary && bits & GERUND == 0 {
            let verb = self.lower(i);
            let singular = verb.ends_with('s');
            let verb_only =
                bits & WRONG != 0 && !NOUN_LIKE.iter().any(|stem| verb.starts_with(stem));
            let object = self.bits(i + 1) & (DETERMINER | PREPOSITION) != 0
                || verb_only
                    && self
                        .tokens
                        .get(i + 1)
                        .is_some_and(|&at| self.words.is_word(at));
            return singular && object || matches!(self.lower(j), "you" | "they" | "who");
        }
        // "the same rigged system": a past form is a verb where its object or its adverbial begins.
        let object = self.tokens.get(i + 1).is_none_or(|&at| {
            !self.words.is_word(at)
                || self.words.capital(at)
                || self.bits(i + 1) & (DETERMINER | PREPOSITION | FIRST_PERSON | ADVERB | CLAUSE)
                    != 0
                || matches!(
                    self.lower(i + 1),
                    "him" | "them" | "people" | "voters" | "workers" | "you" | "us"
                )
                || self
                    .words
                    .word(at)
                    .starts_with(|c: char| c.is_ascii_digit())
        });
        let adjective = matches!(
            self.lower(j),
            "same"
                | "old"
                | "new"
                | "entire"
                | "whole"
                | "own"
                | "so-called"
                | "such"
                | "more"
                | "most"
                | "less"
                | "is"
        );
        !self.hypothetical(i) && (auxiliary || bits & PAST == 0 || object || !adjective)
    }

    /// True when it speaks of wrongdoing by name: "of sexual abuse".
    pub fn names_wrong(&self) -> bool {
        (0..self.tokens.len().min(8)).any(|i| self.bits(i) & WRONG != 0)
    }
}

/// Beginnings of words for wrongful acts whose form in -s is as often a noun: "abuses".
const NOUN_LIKE: &[&str] = &[
    "abuse",
    "assault",
    "bribe",
    "cheat",
    "exploit",
    "lie",
    "loot",
    "massacre",
    "murder",
    "rape",
    "rig",
    "scam",
    "smear",
    "hack",
    "breach",
    "bull",
    "torture",
    "blackmail",
    "sabotage",
    "slander",
    "libel",
    "doctor",
    "scapegoat",
];
