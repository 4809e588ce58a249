//! What the content itself does: denies, lays a wrongful act at a door, demands, promises, warns,
//! speaks ill or well.
//!
//! Reads words and their order only, never the cue. Each test is made for precision: a wrongful act
//! counts when it stands as the verb of a clause about someone else, neither negated nor supposed.

use super::{
    vocabulary::{
        ADVERB, ATTEMPT, AUXILIARY, BAD, CLAIM_NOUN, CLAUSE, DETERMINER, DUTY, FAIR, FALSEHOOD,
        FIRST_PERSON, GERUND, GOOD, HARM, IF, MAYBE, MILD, NEGATION, PAST, PREPOSITION,
        QUESTION_WORD, RISK, WILL, WRONG,
    },
    words::Words,
};

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
    fn bits(&self, i: usize) -> u64 {
        self.tokens.get(i).map_or(0, |&at| self.words.bits(at))
    }

    fn lower(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |&at| self.words.lower(at))
    }

    /// A clause ends here: another sentence, a mark, or a gap between fragments.
    fn border(&self, i: usize) -> bool {
        self.tokens.get(i).is_none_or(|&at| {
            (!self.words.is_word(at)
                && !matches!(self.words.word(at), "'" | "’" | "“" | "”" | "\"" | "-"))
                || (i > 0 && at > self.tokens[i - 1] + 1 + 4)
        })
    }

    /// Index of the first word (marks passed over).
    fn first(&self) -> usize {
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

    /// True when it is given as a feeling: "I feel …", "I hope …".
    pub fn opines(&self) -> bool {
        let first = self.first();
        matches!(self.lower(first), "i" | "we")
            && matches!(
                self.lower(first + 1),
                "feel" | "believe" | "hope" | "suspect" | "doubt" | "expect"
            )
    }

    /// True when it is something that is given or withheld: permits, access.
    pub fn of_grant(&self) -> bool {
        (0..self.tokens.len().min(4)).any(|i| {
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

    /// True when it speaks of wrongdoing by name: "of sexual abuse".
    pub fn names_wrong(&self) -> bool {
        (0..self.tokens.len().min(8)).any(|i| self.bits(i) & WRONG != 0)
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

    /// True when a claim is said not to be so, or an act not to have been done.
    pub fn denies(&self) -> bool {
        let first = self.first();
        if self.lower(first) == "no" && self.lower(first + 1) == "," {
            return true;
        }
        let early = &self.tokens[..self.tokens.len().min(EARLY)];
        let joined = self.words.joined(early);
        if DENIALS.iter().any(|p| joined.contains(p)) {
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
            let copula = matches!(
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
                matches!(self.lower(j), "i" | "we" | "he" | "she" | "it" | "they")
            });
            let future = self.bits(i + 1) & (WILL | MAYBE | DUTY) != 0
                || matches!(
                    self.lower(i + 1),
                    "be" | "seen"
                        | "heard"
                        | "thought"
                        | "forget"
                        | "been"
                        | "felt"
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

    fn hypothetical(&self, i: usize) -> bool {
        (i.saturating_sub(6)..i).any(|j| self.bits(j) & IF != 0)
            || (i.saturating_sub(2)..i).any(|j| self.bits(j) & (MAYBE | DUTY) != 0)
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

    /// Index into `tokens` of a wrongful act that someone else is said to have done; none when there
    /// is none, or when it is negated, supposed, or the speaker's own.
    pub fn wrongful(&self, framed: bool) -> Option<usize> {
        (0..self.tokens.len().min(EARLY + EARLY / 3)).find(|&i| {
            let bits = self.bits(i);
            let wrong = bits & WRONG != 0
                || framed && bits & (HARM | MILD) != 0
                || bits & HARM != 0 && self.plainly_done(i);
            wrong
                && bits & super::vocabulary::VERB != 0
                && !self.supposed(i)
                && !self.made(i)
                && self.stands_as_verb(i)
        })
    }

    /// Said of what would be if something were: "if they had lied".
    fn supposed(&self, i: usize) -> bool {
        (i.saturating_sub(10)..i).any(|j| self.bits(j) & IF != 0 && self.lower(j) != "should")
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
                    || matches!(self.lower(j), "had" | "has" | "have" | "'ve" | "you")
                    || self.bits(i) & GERUND != 0
                        && matches!(self.lower(j), "are" | "is" | "was" | "were" | "'re" | "'s")
            })
    }

    /// The word at `i` is the verb of a clause about someone else, asserted.
    fn stands_as_verb(&self, i: usize) -> bool {
        let bits = self.bits(i);
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
                if bits & PAST != 0
                    && matches!(
                        self.lower(j),
                        "is" | "are" | "was" | "were" | "been" | "being" | "be"
                    )
                {
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

    /// True when one of its first words is what a denial may answer: "claims that …".
    pub fn of_claim(&self) -> bool {
        let end = self.tokens.len().min(12);
        for i in 0..end {
            if self.bits(i) & CLAIM_NOUN != 0 {
                return true;
            }
            if self.bits(i) & (CLAUSE & !AUXILIARY) != 0 && self.lower(i) != "that" && i > 0 {
                return false;
            }
        }
        false
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

/// Tokens within which a statement shows what it does; later ones are of another matter.
const EARLY: usize = 30;

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
