//! The forms of a word: regular ones by the rules of English spelling, irregular ones from a table.
//!
//! Both look-ups have theirs from here: `reporting` and `vocabulary`. Leaves out which words there are.

use super::{entry::Class, list::List};

/// A form of a word. Regular past tense and past participle look alike and are `Past`;
/// so are irregular ones that look alike (*said*). `Participle` is only what differs (*sworn*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Inflection {
    /// say, claim, confident
    Base,
    /// says, claims (the plural of a noun too)
    S,
    /// said, claimed
    Past,
    /// sworn
    Participle,
    /// saying
    Ing,
}

/// Lemma, past, participle where it differs (else the past again), in the order of the alphabet.
const IRREGULAR: &[(&str, &str, &str)] = &[
    ("beat", "beat", "beaten"),
    ("bet", "bet", "bet"),
    ("break", "broke", "broken"),
    ("bring", "brought", "brought"),
    ("buy", "bought", "bought"),
    ("cast", "cast", "cast"),
    ("cut", "cut", "cut"),
    ("feel", "felt", "felt"),
    ("find", "found", "found"),
    ("fling", "flung", "flung"),
    ("forbid", "forbade", "forbidden"),
    ("forecast", "forecast", "forecast"),
    ("foresee", "foresaw", "foreseen"),
    ("foretell", "foretold", "foretold"),
    ("get", "got", "got"),
    ("give", "gave", "given"),
    ("go", "went", "gone"),
    ("hear", "heard", "heard"),
    ("hide", "hid", "hidden"),
    ("hit", "hit", "hit"),
    ("hold", "held", "held"),
    ("hurt", "hurt", "hurt"),
    ("know", "knew", "known"),
    ("lay", "laid", "laid"),
    ("lead", "led", "led"),
    ("learn", "learned", "learnt"),
    ("lose", "lost", "lost"),
    ("make", "made", "made"),
    ("mean", "meant", "meant"),
    ("mislead", "misled", "misled"),
    ("override", "overrode", "overridden"),
    ("put", "put", "put"),
    ("read", "read", "read"),
    ("rethink", "rethought", "rethought"),
    ("say", "said", "said"),
    ("see", "saw", "seen"),
    ("seek", "sought", "sought"),
    ("sell", "sold", "sold"),
    ("set", "set", "set"),
    ("shoot", "shot", "shot"),
    ("show", "showed", "shown"),
    ("speak", "spoke", "spoken"),
    ("stand", "stood", "stood"),
    ("steal", "stole", "stolen"),
    ("strike", "struck", "struck"),
    ("swear", "swore", "sworn"),
    ("take", "took", "taken"),
    ("tell", "told", "told"),
    ("think", "thought", "thought"),
    ("throw", "threw", "thrown"),
    ("underpay", "underpaid", "underpaid"),
    ("understand", "understood", "understood"),
    ("undertake", "undertook", "undertaken"),
    ("withdraw", "withdrew", "withdrawn"),
    ("withhold", "withheld", "withheld"),
    ("write", "wrote", "written"),
];

/// Verbs of more than one syllable whose last consonant doubles (the stress is on the end).
const DOUBLING: List = List::of(
    "admit rebut refer regret concur infer submit permit commit defer demur rebel compel allot forget outwit acquit",
);

/// The forms of `lemma`, each with its name; adjectives have one.
pub(super) fn forms(lemma: &str, class: Class) -> Vec<(String, Inflection)> {
    let mut out = vec![(lemma.to_owned(), Inflection::Base)];
    if class == Class::Adjective {
        return out;
    }
    out.push((with_s(lemma), Inflection::S));
    if class == Class::Noun {
        return out;
    }
    out.push((with_ing(lemma), Inflection::Ing));
    match IRREGULAR.iter().find(|row| row.0 == lemma) {
        Some(&(_, past, participle)) => {
            out.push((past.to_owned(), Inflection::Past));
            if participle != past {
                out.push((participle.to_owned(), Inflection::Participle));
            }
        }
        None => out.push((with_ed(lemma), Inflection::Past)),
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
            ("go", "goes", "going", "went"),
            ("veto", "vetoes", "vetoing", "vetoed"),
            ("boo", "boos", "booing", "booed"),
            ("mislead", "misleads", "misleading", "misled"),
        ] {
            let forms = forms(lemma, Class::Verb);
            for word in [lemma, s, ing, past] {
                assert!(
                    forms.iter().any(|(f, _)| f == word),
                    "{word} among {forms:?}"
                );
            }
        }
    }
}
