//! The classes of a word, looked up: what is done by saying it, and what it is in its clause.
//!
//! What the lexicon says of a reporting verb is read there; what only kinds ask for, and verbs that
//! report nothing, stand in `acts` as their base form. All are inflected when the look-up is built;
//! `base:past:participle` gives irregular forms. Leaves out how words combine; see `kinds`.

use std::{collections::HashMap, sync::LazyLock};

use super::{
    acts::{DEEDS, VERBS, WORDS},
    classes::{ADMIT, Bits, CRITICISE, DEMAND, PAST, PRAISE, VERB},
    entry::{Class, Frames},
    reporting,
};
use crate::analysis::Kind;

/// The classes of a word in lower case; no bit when it is in no list.
#[must_use]
pub fn bits(word: &str) -> Bits {
    TABLE.get(word).copied().unwrap_or(0)
}

static TABLE: LazyLock<HashMap<Box<str>, Bits>> = LazyLock::new(|| {
    let mut table: HashMap<Box<str>, Bits> = HashMap::with_capacity(6000);
    let mut put = |word: &str, bits: Bits| *table.entry(word.into()).or_default() |= bits;
    let own = VERBS.iter().flat_map(|(class, list)| {
        let verbs = list.split_whitespace();
        verbs.map(|verb| (*class, verb))
    });
    let deeds = DEEDS.split_whitespace().map(|verb| (0, verb));
    for (class, verb) in reporters().chain(own).chain(deeds) {
        let mut forms = verb.split(':');
        let base = forms.next().unwrap_or_default();
        put(base, class | VERB);
        put(&third_person(base), class | VERB);
        put(&gerund(base), class | VERB);
        let past = forms
            .next()
            .map_or_else(|| regular_past(base), str::to_owned);
        put(forms.next().unwrap_or(&past), class | VERB | PAST);
        put(&past, class | VERB | PAST);
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
        let alone = entry.particle.is_empty() && !entry.frames.has(Frames::WEAK);
        let verb = entry.class == Class::Verb && alone && !ELSEWHERE.contains(&entry.lemma);
        verb.then_some((class, entry.lemma))
    })
}

fn is_vowel(c: u8) -> bool {
    b"aeiou".contains(&c)
}

/// Verbs of more than one syllable that double their last consonant all the same.
const DOUBLING: &[&str] = &[
    "rebut", "commit", "admit", "acquit", "regret", "compel", "refer",
];

/// True when the last consonant is doubled before `-ed` and `-ing`: one short vowel, one consonant.
fn doubles(base: &str) -> bool {
    let b = base.as_bytes();
    if DOUBLING.contains(&base) {
        return true;
    }
    let [.., x, y, z] = b else { return false };
    let one_syllable = b[..b.len() - 1].iter().filter(|&&c| is_vowel(c)).count() == 1;
    one_syllable && !is_vowel(*x) && is_vowel(*y) && !is_vowel(*z) && !b"wxy".contains(z)
}

fn third_person(base: &str) -> String {
    let b = base.as_bytes();
    match b {
        [.., x, b'y'] if !is_vowel(*x) => format!("{}ies", &base[..base.len() - 1]),
        [.., b's' | b'x' | b'z'] | [.., b's' | b'c', b'h'] | [.., b'o'] => format!("{base}es"),
        _ => format!("{base}s"),
    }
}

fn regular_past(base: &str) -> String {
    match base.as_bytes() {
        [.., b'e'] => format!("{base}d"),
        [.., x, b'y'] if !is_vowel(*x) => format!("{}ied", &base[..base.len() - 1]),
        [.., z] if doubles(base) => format!("{base}{}ed", char::from(*z)),
        _ => format!("{base}ed"),
    }
}

fn gerund(base: &str) -> String {
    match base.as_bytes() {
        [.., b'i', b'e'] => format!("{}ying", &base[..base.len() - 2]),
        [.., b'e', b'e'] => format!("{base}ing"),
        [.., b'e'] => format!("{}ing", &base[..base.len() - 1]),
        [.., z] if doubles(base) => format!("{base}{}ing", char::from(*z)),
        _ => format!("{base}ing"),
    }
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
            assert!(bits(word) & class != 0, "{word}");
        }
    }

    #[test]
    fn words_of_no_class_have_no_bits() {
        assert_eq!(bits("table"), 0);
        assert_eq!(bits(""), 0);
    }
}
