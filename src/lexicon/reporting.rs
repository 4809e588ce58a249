//! The look-up of words that report speech, in all their forms.
//!
//! The tables (`verbs`, `nouns`) are of our own writing and hold lemmas only; inflections are derived in
//! `inflect`. Leaves out every rule about where a source or a content stands.

use std::{collections::HashMap, sync::OnceLock};

use super::{
    entry::{Class, Entry, Group},
    inflect::{self, Inflection},
    nouns, verbs,
};

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Kind;

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
