//! How names are written: what two spellings share, initials, a nickname in quotation marks.
//!
//! Leaves out who bears them; see `cast`.

use std::ops::Range;

use super::names::Run;
use crate::{lexicon::naming::GENERATIONS, words::Words};

/// The nickname in `Edmund “Bunny” Carrow`; none where nothing is quoted.
pub(super) fn quoted_inside<'d>(words: &Words<'d>, name: &Range<usize>) -> Option<&'d str> {
    let open = name.clone().find(|&at| !words.is_word(at) && !words.word(at).ends_with('.'))?;
    (open + 2 < name.end).then(|| words.word(open + 1))
}

/// Names are compared without case, article and possessive: "the Lund Post’s" is "Lund Post".
pub(super) fn key(name: &str) -> String {
    let lower = name.to_lowercase().replace('’', "'");
    let lower = lower.strip_suffix("'s").unwrap_or(&lower);
    lower.strip_prefix("the ").unwrap_or(lower).to_owned()
}

/// The last word of a name or a role, which heads it: "officer" of "former police officer".
pub(super) fn last_word(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}

/// One word, or a title and one word: to be merged with a full name if there is one.
pub(super) fn short(run: &Run) -> bool {
    run.name.len() == 1
}

/// True when the capitals of `short` are the first letters of words of `full`: in their order with words
/// left out ("RFWC" for Rivers, Forests and Wetlands Canada), or all of the capitals in another order, as
/// in another language.
pub(super) fn acronym_of(short: &str, full: &str) -> bool {
    let letters: Vec<char> = short.chars().filter(|c| c.is_alphabetic()).collect();
    if letters.len() < 2 {
        return false;
    }
    let words = || full.split([' ', '-', ',', '/']).filter_map(|w| w.chars().next());
    let mut all = words().flat_map(char::to_uppercase);
    let in_order = all.next() == Some(letters[0])
        && letters[1..].iter().all(|&c| all.any(|initial| initial == c));
    let mut capitals: Vec<char> = words().filter(|c| c.is_uppercase()).collect();
    let mut sorted = letters.clone();
    capitals.sort_unstable();
    sorted.sort_unstable();
    in_order || letters.len() > 2 && capitals == sorted
}

/// "Jr" behind a name, which is nobody's last name; empty where there is none.
pub(super) fn generation(name: &str) -> &str {
    let last = last_word(name);
    match last.trim_end_matches('.') {
        found if last.len() < name.len() && GENERATIONS.has(found) => found,
        _ => "",
    }
}

/// Whether `first` may be the first name in `name`: "Jim" and "Jim", "J." and "Jim", "John" and "John F. Tarn".
pub(super) fn same_first(name: &str, first: &str) -> bool {
    let theirs = name.split(' ').next().unwrap_or_default();
    theirs == first
        || (theirs.ends_with('.') || first.ends_with('.'))
            && theirs.chars().next() == first.chars().next()
}
