//! The forms of a verb: regular ones by the rules of English spelling, irregular ones from a table.
//!
//! Leaves out which verbs there are; see `acts`.

use super::list::List;

/// Whether a form tells of what is over: a past form or a past participle.
type Past = bool;

/// Lemma, past, participle where it differs (else the past again), in the order of the alphabet.
const IRREGULAR: &[(&str, &str, &str)] = &[
    ("beat", "beat", "beaten"),
    ("break", "broke", "broken"),
    ("buy", "bought", "bought"),
    ("cast", "cast", "cast"),
    ("cut", "cut", "cut"),
    ("feel", "felt", "felt"),
    ("find", "found", "found"),
    ("forecast", "forecast", "forecast"),
    ("foresee", "foresaw", "foreseen"),
    ("hide", "hid", "hidden"),
    ("hurt", "hurt", "hurt"),
    ("lose", "lost", "lost"),
    ("mislead", "misled", "misled"),
    ("override", "overrode", "overridden"),
    ("say", "said", "said"),
    ("sell", "sold", "sold"),
    ("shoot", "shot", "shot"),
    ("show", "showed", "shown"),
    ("steal", "stole", "stolen"),
    ("strike", "struck", "struck"),
    ("swear", "swore", "sworn"),
    ("take", "took", "taken"),
    ("tell", "told", "told"),
    ("think", "thought", "thought"),
    ("underpay", "underpaid", "underpaid"),
    ("undertake", "undertook", "undertaken"),
    ("withdraw", "withdrew", "withdrawn"),
    ("withhold", "withheld", "withheld"),
    ("write", "wrote", "written"),
];

/// Verbs of more than one syllable whose last consonant doubles (the stress is on the end).
const DOUBLING: List = List::of("admit rebut commit compel acquit");

/// The forms of a verb.
pub(super) fn forms(lemma: &str) -> Vec<(String, Past)> {
    let mut out = vec![(lemma.to_owned(), false), (with_s(lemma), false), (with_ing(lemma), false)];
    match IRREGULAR.iter().find(|row| row.0 == lemma) {
        Some(&(_, past, participle)) => {
            out.extend([past, participle].map(|form| (form.to_owned(), true)));
        }
        None => out.push((with_ed(lemma), true)),
    }
    out
}

fn with_s(lemma: &str) -> String {
    if lemma == "have" {
        return "has".into();
    }
    match lemma.strip_suffix('y') {
        Some(stem) if !stem.ends_with(is_vowel) => format!("{stem}ies"),
        _ if lemma.ends_with(['s', 'x', 'z']) || lemma.ends_with("ch") || lemma.ends_with("sh") => {
            format!("{lemma}es")
        }
        // "vetoes", but "boos".
        _ if lemma.ends_with('o') && !lemma.ends_with("oo") => format!("{lemma}es"),
        _ => format!("{lemma}s"),
    }
}

fn with_ing(lemma: &str) -> String {
    match lemma.strip_suffix('e') {
        Some(stem) if lemma.ends_with("ie") => format!("{}ying", &stem[..stem.len() - 1]),
        Some(stem) if !lemma.ends_with("ee") && !lemma.ends_with("ye") => format!("{stem}ing"),
        _ => format!("{}ing", doubled(lemma)),
    }
}

fn with_ed(lemma: &str) -> String {
    match lemma.strip_suffix('y') {
        Some(stem) if !stem.ends_with(is_vowel) => format!("{stem}ied"),
        _ if lemma.ends_with('e') => format!("{lemma}d"),
        _ => format!("{}ed", doubled(lemma)),
    }
}

/// `plan` → `plann`, `claim` stays.
fn doubled(lemma: &str) -> String {
    let mut last = lemma.chars().rev();
    let short = match (last.next(), last.next(), last.next()) {
        (Some(end), Some(vowel), before) => {
            !is_vowel(end)
                && !matches!(end, 'w' | 'x' | 'y')
                && is_vowel(vowel)
                && before.is_none_or(|b| !is_vowel(b) || b == 'u' && lemma.contains("qu"))
        }
        _ => false,
    };
    let one_syllable = lemma.chars().filter(|&c| is_vowel(c)).count() == 1 || lemma == "quip";
    if short && (one_syllable || DOUBLING.has(lemma)) {
        let end = &lemma[lemma.len() - 1..];
        format!("{lemma}{end}")
    } else {
        lemma.to_owned()
    }
}

const fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn irregular_verbs_can_be_found_and_none_is_regular() {
        assert!(IRREGULAR.is_sorted_by(|a, b| a.0 < b.0));
        for &(lemma, past, participle) in IRREGULAR {
            assert!(past != with_ed(lemma) || participle != past, "{lemma}");
        }
    }

    #[test]
    fn spelling_follows_the_rules() {
        for (lemma, s, ing, past) in [
            ("deny", "denies", "denying", "denied"),
            ("say", "says", "saying", "said"),
            ("plan", "plans", "planning", "planned"),
            ("quip", "quips", "quipping", "quipped"),
            ("claim", "claims", "claiming", "claimed"),
            ("admit", "admits", "admitting", "admitted"),
            ("visit", "visits", "visiting", "visited"),
            ("blame", "blames", "blaming", "blamed"),
            ("agree", "agrees", "agreeing", "agreed"),
            ("stress", "stresses", "stressing", "stressed"),
            ("vow", "vows", "vowing", "vowed"),
            ("take", "takes", "taking", "took"),
            ("veto", "vetoes", "vetoing", "vetoed"),
            ("boo", "boos", "booing", "booed"),
            ("mislead", "misleads", "misleading", "misled"),
        ] {
            let forms = forms(lemma);
            for word in [lemma, s, ing, past] {
                assert!(forms.iter().any(|(f, _)| f == word), "{word} among {forms:?}");
            }
        }
    }
}
