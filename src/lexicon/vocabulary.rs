//! The classes of a word, looked up: what is done by saying it, and what it is in its clause.
//!
//! Verbs are inflected when the look-up is built, see `inflect`. Leaves out which words there are, see `acts`, and how they
//! combine, see `kinds`.

use std::{collections::HashMap, sync::LazyLock};

use super::{
    acts::{DEEDS, VERBS, WORDS},
    classes::{Bits, PAST, VERB},
    inflect,
};

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
    for (class, verb) in own.chain(deeds) {
        for (form, past) in inflect::forms(verb) {
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
