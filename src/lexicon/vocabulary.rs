//! The classes of a word, looked up: what is done by saying it, and what it is in its clause.
//!
//! What the lexicon says of a reporting verb is read there; what only kinds ask for, and verbs that report nothing, stand
//! in `acts`. All are inflected when the look-up is built, see `inflect`. Leaves out how words combine; see `kinds`.

use std::{collections::HashMap, sync::LazyLock};

use super::{
    acts::{DEEDS, VERBS, WORDS},
    classes::{ADMIT, Bits, CRITICISE, DEMAND, PAST, PRAISE, VERB},
    entry::{Class, Frames},
    inflect::{self, Inflection},
    reporting,
};
use crate::analysis::Kind;

/// The classes of a word in lower case, apostrophes straight; no bit when it is in no list.
#[must_use]
pub fn bits(word: &str) -> Bits {
    TABLE.get(word).copied().unwrap_or_default()
}

static TABLE: LazyLock<HashMap<Box<str>, Bits>> = LazyLock::new(|| {
    let mut table: HashMap<Box<str>, Bits> = HashMap::with_capacity(6000);
    let mut put = |word: &str, bits: Bits| *table.entry(word.into()).or_default() |= bits;
    let own = VERBS.iter().flat_map(|(class, list)| {
        let verbs = list.split_whitespace();
        verbs.map(|verb| (*class, verb))
    });
    let deeds = DEEDS.split_whitespace().map(|verb| (Bits::empty(), verb));
    for (class, verb) in reporters().chain(own).chain(deeds) {
        for (form, inflection) in inflect::forms(verb, Class::Verb) {
            let past = matches!(inflection, Inflection::Past | Inflection::Participle);
            let past = if past { PAST } else { Bits::empty() };
            put(&form, class | VERB | past);
        }
    }
    for (class, list) in WORDS {
        for word in list.split_whitespace() {
            put(word, *class);
        }
    }
    table
});

/// Verbs of the lexicon that are of another class here: its words report, these are read beside others.
const ELSEWHERE: &[&str] = &[
    "press",
    "pressure",
    "tout",
    "trumpet",
    "grant",
    "recognize",
    "recognise",
    "regret",
    "slate",
    "pan",
];

/// The lexicon's verbs of those kinds that are classes of their own.
fn reporters() -> impl Iterator<Item = (Bits, &'static str)> {
    reporting::entries().iter().filter_map(|entry| {
        let class = match entry.kind {
            Kind::Admission => ADMIT,
            Kind::Criticism => CRITICISE,
            Kind::Demand => DEMAND,
            Kind::Praise => PRAISE,
            _ => return None,
        };
        let alone = entry.particle.is_empty() && !entry.frames.contains(Frames::WEAK);
        let verb = entry.class == Class::Verb && alone && !ELSEWHERE.contains(&entry.lemma);
        verb.then_some((class, entry.lemma))
    })
}

#[cfg(test)]
mod tests {
    use super::{super::classes::*, *};

    #[test]
    fn verbs_are_known_in_all_their_forms() {
        for (word, class) in [
            ("denies", DENY),
            ("denied", DENY),
            ("rigging", VERB),
            ("rigged", VERB),
            ("stole", VERB),
            ("stolen", VERB),
            ("lying", VERB),
            ("urged", DEMAND),
            ("vowing", PROMISE),
            ("admitted", ADMIT),
            ("overridden", REFUSE),
            ("pressed", ASK),
        ] {
            assert!(bits(word).intersects(class), "{word}");
        }
    }

    #[test]
    fn words_of_no_class_have_no_bits() {
        assert!(bits("table").is_empty());
        assert!(bits("").is_empty());
    }
}
