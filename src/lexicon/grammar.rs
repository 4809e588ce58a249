//! The small words of English grammar, as far as rules about sources and contents lean on them.
//!
//! Lists of our own of closed classes, from any grammar of English. Leaves out open classes: whether
//! *support* is a noun or a verb is for the rules to weigh.

/// Classes of small words; a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Class(u32);

impl Class {
    /// is, been, 're.
    pub const BE: Self = Self(1);
    /// has, having.
    pub const HAVE: Self = Self(1 << 1);
    /// will, could, did, do not and the like.
    pub const MODAL: Self = Self(1 << 2);
    /// not, never.
    pub const NOT: Self = Self(1 << 3);
    /// also, later; what ends in -ly.
    pub const ADVERB: Self = Self(1 << 4);
    /// he, they, I: subjects only.
    pub const SUBJECT: Self = Self(1 << 5);
    /// the, some, two.
    pub const DETERMINER: Self = Self(1 << 6);
    /// of, during.
    pub const PREPOSITION: Self = Self(1 << 7);
    /// because, while, that: opens a clause of its own.
    pub const SUBORDINATOR: Self = Self(1 << 8);
    /// and, but.
    pub const CONJUNCTION: Self = Self(1 << 9);
    /// Tuesday, yesterday, January.
    pub const TIME: Self = Self(1 << 10);
    /// who, which, that.
    pub const RELATIVE: Self = Self(1 << 11);
    /// 's, his, their.
    pub const POSSESSIVE: Self = Self(1 << 12);
    /// him, them, me.
    pub const OBJECT: Self = Self(1 << 13);
    /// what, whether, how.
    pub const WH: Self = Self(1 << 14);
    /// I, we, you, my.
    pub const FIRST: Self = Self(1 << 15);
    /// Any of be, have and the modals.
    pub const AUXILIARY: Self = Self(Self::BE.0 | Self::HAVE.0 | Self::MODAL.0);

    /// True when any class of `other` is in this set.
    #[must_use]
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
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
            "since" => Class::ADVERB.or(Class::PREPOSITION).or(Class::SUBORDINATOR),
            "all" | "both" => Class::ADVERB.or(Class::DETERMINER),
            "so" => Class::ADVERB.or(Class::CONJUNCTION),
            _ => Class::ADVERB,
        },
        "he" | "she" | "they" => Class::SUBJECT,
        "it" => Class::SUBJECT.or(Class::OBJECT),
        "i" | "we" => Class::SUBJECT.or(Class::FIRST),
        "you" => Class::SUBJECT.or(Class::OBJECT).or(Class::FIRST),
        "him" | "them" | "himself" | "herself" | "themselves" | "itself" => Class::OBJECT,
        "me" | "us" | "myself" | "ourselves" => Class::OBJECT.or(Class::FIRST),
        "the" | "a" | "an" | "these" | "those" | "some" | "any" | "no" | "many" | "most"
        | "several" | "few" | "each" | "every" | "one" | "two" | "three" | "four" | "five"
        | "another" | "other" | "others" | "this" => Class::DETERMINER,
        "his" | "its" | "their" => Class::DETERMINER.or(Class::POSSESSIVE),
        "her" => Class::DETERMINER.or(Class::POSSESSIVE).or(Class::OBJECT),
        "my" | "our" | "your" => Class::DETERMINER.or(Class::POSSESSIVE).or(Class::FIRST),
        "'s" => Class::POSSESSIVE,
        "that" => Class::SUBORDINATOR
            .or(Class::RELATIVE)
            .or(Class::DETERMINER),
        "who" | "which" => Class::RELATIVE.or(Class::WH),
        "whom" | "whose" => Class::WH,
        "what" | "whether" | "how" | "why" => Class::WH.or(Class::SUBORDINATOR),
        "where" | "when" => Class::WH.or(Class::SUBORDINATOR),
        "if" | "because" | "while" | "although" | "though" | "whereas" | "unless" => {
            Class::SUBORDINATOR
        }
        "as" | "after" | "before" | "until" | "like" => Class::SUBORDINATOR.or(Class::PREPOSITION),
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
