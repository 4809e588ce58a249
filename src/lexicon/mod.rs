//! The words that report speech: verbs, nouns, adjectives and phrases, with what is done by saying
//! it, the stance of the word, and how it takes its content.
//!
//! The tables are of our own writing and hold lemmas only; inflections are derived in `inflect`.
//! Leaves out every rule about where a source or a content stands.

mod inflect;
mod nouns;
mod verbs;

use std::{collections::HashMap, ops::BitOr, sync::OnceLock};

pub use inflect::Inflection;

use crate::analysis::{Kind, Verb};

/// What part of speech an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// said, called for
    Verb,
    /// claim, denial
    Noun,
    /// confident, critical of
    Adjective,
}

/// The ways in which a cue may take its content; a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Frames(u16);

impl Frames {
    /// Direct speech: said, “…”.
    pub const QUOTE: Self = Self(1);
    /// A clause, with or without *that*: said (that) he left.
    pub const CLAUSE: Self = Self(1 << 1);
    /// An infinitive: vowed to leave.
    pub const INFINITIVE: Self = Self(1 << 2);
    /// A noun phrase or what follows the particle: denied any role, called for calm.
    pub const OBJECT: Self = Self(1 << 3);
    /// Someone *of*, *for*, *with* something: accused Russia of using it. All of it is content.
    pub const OF: Self = Self(1 << 4);
    /// One who is told, who is no content, then direct speech or a clause: told reporters that.
    pub const TOLD: Self = Self(1 << 5);
    /// Someone *to* do something: urged Congress to act. All of it is content.
    pub const SOMEONE_TO: Self = Self(1 << 6);
    /// Something *as* something, or something with a predicate: described it as wrong, called it
    /// wrong. All of it is content.
    pub const PREDICATE: Self = Self(1 << 7);
    /// A question in a clause: asked whether, explained why.
    pub const WH: Self = Self(1 << 8);
    /// Reports speech only with quotation marks or a clause; alone it is mostly something else.
    pub const WEAK: Self = Self(1 << 9);

    /// True when every frame of `other` is in this set.
    #[must_use]
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// True when any frame of `other` is in this set.
    #[must_use]
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for Frames {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Several lemmas that behave alike; the shape in which the tables are written.
/// A particle is joined by `+`: `call+for`.
struct Group {
    kind: Kind,
    stance: Verb,
    frames: Frames,
    lemmas: &'static str,
}

/// One word of the lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The head word's lemma, lower case.
    pub lemma: &'static str,
    /// What has to follow the head (`for` in *call for*); empty when nothing has to.
    pub particle: &'static str,
    /// Part of speech.
    pub class: Class,
    /// What is done by saying it, judged by this word alone.
    pub kind: Kind,
    /// The stance of the word.
    pub stance: Verb,
    /// How it takes its content.
    pub frames: Frames,
}

/// An entry met in text, in a form of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The entry.
    pub entry: &'static Entry,
    /// Which form of the head word it is; several forms may look alike, see [`Inflection`].
    pub form: Inflection,
}

/// Everything that `word` may be, by its head alone (the caller compares particles), those with a
/// particle first. `word` is lower case. Empty when the word reports no speech.
#[must_use]
pub fn look_up(word: &str) -> &'static [Hit] {
    index().get(word).map_or(&[], Vec::as_slice)
}

/// The entry of this lemma without particle, if there is one.
#[must_use]
pub fn entry(lemma: &str, class: Class) -> Option<&'static Entry> {
    entries()
        .iter()
        .find(|e| e.lemma == lemma && e.class == class && e.particle.is_empty())
}

/// All entries, in the order of the tables.
#[must_use]
pub fn entries() -> &'static [Entry] {
    static ENTRIES: OnceLock<Vec<Entry>> = OnceLock::new();
    ENTRIES.get_or_init(|| {
        let classed = [
            (Class::Verb, verbs::VERBS),
            (Class::Noun, nouns::NOUNS),
            (Class::Adjective, nouns::ADJECTIVES),
        ];
        let mut out = Vec::new();
        for (class, groups) in classed {
            for group in groups {
                out.extend(group.lemmas.split_whitespace().map(|word| {
                    let (lemma, particle) = word.split_once('+').unwrap_or((word, ""));
                    let Group {
                        kind,
                        stance,
                        frames,
                        ..
                    } = *group;
                    Entry {
                        lemma,
                        particle,
                        class,
                        kind,
                        stance,
                        frames,
                    }
                }));
            }
        }
        out
    })
}

fn index() -> &'static HashMap<String, Vec<Hit>> {
    static INDEX: OnceLock<HashMap<String, Vec<Hit>>> = OnceLock::new();
    INDEX.get_or_init(|| {
        let mut index: HashMap<String, Vec<Hit>> = HashMap::new();
        for entry in entries() {
            for (word, form) in inflect::forms(entry.lemma, entry.class) {
                index.entry(word).or_default().push(Hit { entry, form });
            }
        }
        for hits in index.values_mut() {
            hits.sort_by_key(|h| h.entry.particle.is_empty());
        }
        index
    })
}

/// True for a form of *overturn* or *overrule*, in lower case: who does that to a ruling denies it.
#[must_use]
pub fn overturns(word: &str) -> bool {
    word.starts_with("overturn") || word.starts_with("overrul")
}

/// True for what a judge finds, in lower case: a ruling, a verdict. Who overturns it says that it is not
/// so; other things are merely overturned.
#[must_use]
pub fn is_ruling(word: &str) -> bool {
    const RULINGS: &[&str] = &[
        "ruling",
        "rulings",
        "finding",
        "findings",
        "verdict",
        "verdicts",
        "conviction",
        "convictions",
        "judgment",
        "judgement",
        "conclusion",
        "decision",
        "decisions",
    ];
    RULINGS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, lemma: &str, particle: &str, kind: Kind) {
        let hit = look_up(word)
            .iter()
            .find(|h| h.entry.lemma == lemma && h.entry.particle == particle)
            .unwrap_or_else(|| panic!("{word} is no form of {lemma} {particle}"));
        assert_eq!(hit.entry.kind, kind);
    }

    #[test]
    fn inflected_words_lead_to_their_entry() {
        check("said", "say", "", Kind::Statement);
        check("denies", "deny", "", Kind::Denial);
        check("admitting", "admit", "", Kind::Admission);
        check("called", "call", "on", Kind::Demand);
        check("accusations", "accusation", "", Kind::Accusation);
        check("planned", "plan", "", Kind::Promise);
        check("blaming", "blame", "", Kind::Accusation);
        check("sworn", "swear", "", Kind::Promise);
    }

    #[test]
    fn no_entry_stands_twice() {
        let mut seen = std::collections::HashSet::new();
        for e in entries() {
            assert!(
                seen.insert((e.lemma, e.particle, e.class)),
                "{} {} twice",
                e.lemma,
                e.particle
            );
        }
        assert!(entries().len() > 400);
    }

    #[test]
    fn a_word_that_reports_nothing_is_not_found() {
        assert!(look_up("table").is_empty());
        assert!(look_up("").is_empty());
    }
}
