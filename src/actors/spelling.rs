//! How names are written: what two spellings share, initials, a nickname in quotation marks.
//!
//! Leaves out who bears them; see `cast`.

use std::ops::Range;

use super::names::Run;
use crate::kinds::Words;

/// The nickname in `Edmund “Bunny” Carrow`.
pub(super) fn quoted_inside<'d>(words: &Words<'d>, name: &Range<usize>) -> Option<&'d str> {
    let open = name
        .clone()
        .find(|&at| !words.is_word(at) && !words.word(at).ends_with('.'))?;
    (open + 2 < name.end).then(|| words.word(open + 1))
}

/// Names are compared without case, article and possessive.
pub(super) fn key(name: &str) -> String {
    let lower = name.to_lowercase().replace('’', "'");
    let lower = lower.strip_suffix("'s").unwrap_or(&lower);
    lower.strip_prefix("the ").unwrap_or(lower).to_owned()
}

/// One word, or a title and one word: to be merged with a full name if there is one.
pub(super) fn short(run: &Run) -> bool {
    run.name.len() == 1
}

/// The initials of a name in capitals, with and without its small words.
pub(super) fn initials(words: &Words<'_>, name: &Range<usize>) -> [String; 2] {
    let all = |small: bool| {
        name.clone()
            .filter(|&at| words.is_word(at) && (small || words.capital(at)))
            .filter_map(|at| words.word(at).chars().next())
            .flat_map(char::to_uppercase)
            .collect()
    };
    [all(false), all(true)]
}

/// "Jim" and "Jim", "J." and "Jim", "John F. Kennedy" and "John Kennedy".
pub(super) fn same_first(name: &str, first: &str) -> bool {
    let theirs = name.split(' ').next().unwrap_or_default();
    theirs == first
        || (theirs.ends_with('.') || first.ends_with('.'))
            && theirs.chars().next() == first.chars().next()
}
