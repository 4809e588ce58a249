//! The small words of English grammar, as far as rules about sources and contents lean on them.
//!
//! Lists of our own of closed classes, from any grammar of English. Leaves out open classes: whether
//! *support* is a noun or a verb is for the rules to weigh.

use bitflags::bitflags;

bitflags! {
    /// Classes of small words; a set.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct Class: u32 {
        /// is, been, 're.
        const BE = 1;
        /// has, having.
        const HAVE = 1 << 1;
        /// will, could, did, do not and the like.
        const MODAL = 1 << 2;
        /// not, never.
        const NOT = 1 << 3;
        /// also, later; what ends in -ly.
        const ADVERB = 1 << 4;
        /// he, they, I: subjects only.
        const SUBJECT = 1 << 5;
        /// the, some, two.
        const DETERMINER = 1 << 6;
        /// of, during.
        const PREPOSITION = 1 << 7;
        /// because, while, that: opens a clause of its own.
        const SUBORDINATOR = 1 << 8;
        /// and, but.
        const CONJUNCTION = 1 << 9;
        /// Tuesday, yesterday, January.
        const TIME = 1 << 10;
        /// who, which, that.
        const RELATIVE = 1 << 11;
        /// 's, his, their.
        const POSSESSIVE = 1 << 12;
        /// him, them, me.
        const OBJECT = 1 << 13;
        /// what, whether, how.
        const WH = 1 << 14;
        /// I, we, you, my.
        const FIRST = 1 << 15;
        /// Any of be, have and the modals.
        const AUXILIARY = Self::BE.bits() | Self::HAVE.bits() | Self::MODAL.bits();
    }
}

/// The classes of a word in lower case, apostrophes straight; an unknown word in -ly is an adverb.
#[must_use]
pub fn classify(word: &str) -> Class {
    match word {
        "is" | "are" | "was" | "were" | "be" | "been" | "being" | "am" | "'m" | "'re" => Class::BE,
        "has" | "have" | "had" | "having" | "'ve" => Class::HAVE,
        "will" | "would" | "can" | "could" | "may" | "might" | "must" | "shall" | "should"
        | "do" | "does" | "did" | "ca" | "wo" | "'ll" | "'d" => Class::MODAL,
        "not" | "n't" | "never" | "cannot" => Class::NOT,
        "also" | "then" | "later" | "again" | "only" | "just" | "still" | "even" | "once"
        | "often" | "ever" | "now" | "further" | "long" | "since" | "already" | "soon"
        | "simply" | "always" | "instead" | "earlier" | "thus" | "first" | "sometimes" | "all"
        | "both" | "so" | "far" | "twice" | "too" => match word {
            "since" => Class::ADVERB
                .union(Class::PREPOSITION)
                .union(Class::SUBORDINATOR),
            "all" | "both" => Class::ADVERB.union(Class::DETERMINER),
            "so" => Class::ADVERB.union(Class::CONJUNCTION),
            _ => Class::ADVERB,
        },
        "he" | "she" | "they" => Class::SUBJECT,
        "it" => Class::SUBJECT.union(Class::OBJECT),
        "i" | "we" => Class::SUBJECT.union(Class::FIRST),
        "you" => Class::SUBJECT.union(Class::OBJECT).union(Class::FIRST),
        "him" | "them" | "himself" | "herself" | "themselves" | "itself" => Class::OBJECT,
        "me" | "us" | "myself" | "ourselves" => Class::OBJECT.union(Class::FIRST),
        "the" | "a" | "an" | "these" | "those" | "some" | "any" | "no" | "many" | "most"
        | "several" | "few" | "each" | "every" | "one" | "two" | "three" | "four" | "five"
        | "another" | "other" | "others" | "this" => Class::DETERMINER,
        "his" | "its" | "their" => Class::DETERMINER.union(Class::POSSESSIVE),
        "her" => Class::DETERMINER
            .union(Class::POSSESSIVE)
            .union(Class::OBJECT),
        "my" | "our" | "your" => Class::DETERMINER
            .union(Class::POSSESSIVE)
            .union(Class::FIRST),
        "'s" => Class::POSSESSIVE,
        "that" => Class::SUBORDINATOR
            .union(Class::RELATIVE)
            .union(Class::DETERMINER),
        "who" | "which" => Class::RELATIVE.union(Class::WH),
        "whom" | "whose" => Class::WH,
        "what" | "whether" | "how" | "why" => Class::WH.union(Class::SUBORDINATOR),
        "where" | "when" => Class::WH.union(Class::SUBORDINATOR),
        "if" | "because" | "while" | "although" | "though" | "whereas" | "unless" => {
            Class::SUBORDINATOR
        }
        "as" | "after" | "before" | "until" | "like" => {
            Class::SUBORDINATOR.union(Class::PREPOSITION)
        }
        "in" | "on" | "at" | "by" | "for" | "from" | "with" | "of" | "to" | "about" | "during"
        | "under" | "over" | "against" | "between" | "through" | "into" | "amid" | "despite"
        | "without" | "within" | "among" | "across" | "near" | "via" | "inside" | "outside"
        | "off" | "toward" | "towards" | "upon" | "than" | "following" | "up" | "out" => {
            Class::PREPOSITION
        }
        "and" | "or" | "but" | "nor" | "yet" => Class::CONJUNCTION,
        "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday"
        | "today" | "yesterday" | "tomorrow" | "tonight" | "january" | "february" | "april"
        | "june" | "july" | "august" | "september" | "october" | "november" | "december"
        | "jan." | "feb." | "aug." | "sept." | "oct." | "nov." | "dec." | "morning"
        | "afternoon" | "evening" | "night" | "week" | "month" | "year" | "weekend" | "ago" => {
            Class::TIME
        }
        _ if word.len() > 4 && word.ends_with("ly") && !NOT_ADVERBS.contains(&word) => {
            Class::ADVERB
        }
        _ => Class::default(),
    }
}

/// Words in -ly that name people and things.
const NOT_ADVERBS: &[&str] = &[
    "family", "italy", "july", "reply", "rally", "supply", "assembly", "ally", "daily", "weekly",
    "early", "emily", "kelly", "reilly", "apply", "imply", "comply", "bully", "monopoly",
    "anomaly", "friendly", "elderly", "likely", "unlikely", "only", "holy", "ugly", "lonely",
    "sally", "molly",
];
