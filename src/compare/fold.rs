//! Words as they are compared: folded (case, accents, kinds of apostrophe) and cut to a stem.
//!
//! A stem is only there to let "closed" meet "closing"; what it cuts too much or too little costs a
//! match and no more. Leaves out which words carry a meaning; see `stop`.

use crate::text::without_accent;

/// Lower case, without accents, with a straight apostrophe. Letters outside Latin stay as they are.
pub(super) fn fold(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase) {
        match c {
            '’' | '‘' | 'ʼ' => out.push('\''),
            'æ' => out.push_str("ae"),
            'ð' => out.push('d'),
            'œ' => out.push_str("oe"),
            'ß' => out.push_str("ss"),
            other => out.extend(without_accent(other)),
        }
    }
    out
}

/// The stem of a folded word. Words of four letters and fewer, and such with a digit, lose no more
/// than an *s* or a *y*.
pub(super) fn stem(word: &str) -> &str {
    let word = word.strip_suffix("'s").unwrap_or(word);
    let cut = |suffix: &str| word.strip_suffix(suffix).filter(|rest| rest.chars().count() >= 3);
    let plural = || cut("s").filter(|rest| !rest.ends_with('s'));
    if word.chars().count() < 5 || word.contains(|c: char| c.is_ascii_digit()) {
        return plural().or_else(|| cut("y")).unwrap_or(word);
    }
    let rest = ["ings", "ing", "ied", "ies", "ed", "es", "ly"]
        .iter()
        .find_map(|suffix| cut(suffix))
        .or_else(plural)
        .unwrap_or(word);
    let rest = rest.strip_suffix(['e', 'y']).filter(|r| r.chars().count() >= 3).unwrap_or(rest);
    // "stopped", "stop"; not "all", "less".
    let mut ends = rest.chars().rev();
    let (last, before) = (ends.next(), ends.next());
    if rest.len() < word.len() && last == before && last.is_some_and(|c| "bdgmnprt".contains(c)) {
        return &rest[..rest.len() - 1];
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_apostrophes_fall_away() {
        assert_eq!(fold("Çelik’s"), "celik's");
        assert_eq!(fold("Æ İ ŁÓDŹ"), "ae i lodz");
        assert_eq!(fold("Москва"), "москва");
    }

    #[test]
    fn forms_of_a_word_have_one_stem() {
        for forms in [
            &["close", "closed", "closing", "closes"][..],
            &["stop", "stopped", "stopping"],
            &["bridge", "bridges"],
            &["city", "cities"],
            &["deny", "denied", "denies"],
            &["quick", "quickly"],
            &["mayor", "mayor's"],
        ] {
            for form in forms {
                assert_eq!(stem(form), stem(forms[0]), "{form}");
            }
        }
        for (a, b) in [("safe", "safety"), ("less", "les"), ("1990", "1991")] {
            assert_ne!(stem(a), stem(b), "{a}, {b}");
        }
    }
}
