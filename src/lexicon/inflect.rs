//! The forms of a lemma: regular ones by the rules of English spelling, irregular ones from a table.

use super::entry::Class;

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

/// lemma, past, participle where it differs (else the past again).
const IRREGULAR: &[(&str, &str, &str)] = &[
    ("bet", "bet", "bet"),
    ("bring", "brought", "brought"),
    ("cast", "cast", "cast"),
    ("find", "found", "found"),
    ("fling", "flung", "flung"),
    ("forbid", "forbade", "forbidden"),
    ("forecast", "forecast", "forecast"),
    ("foresee", "foresaw", "foreseen"),
    ("foretell", "foretold", "foretold"),
    ("feel", "felt", "felt"),
    ("get", "got", "got"),
    ("give", "gave", "given"),
    ("go", "went", "gone"),
    ("hear", "heard", "heard"),
    ("hit", "hit", "hit"),
    ("hold", "held", "held"),
    ("know", "knew", "known"),
    ("lay", "laid", "laid"),
    ("lead", "led", "led"),
    ("learn", "learned", "learnt"),
    ("make", "made", "made"),
    ("mean", "meant", "meant"),
    ("put", "put", "put"),
    ("read", "read", "read"),
    ("rethink", "rethought", "rethought"),
    ("say", "said", "said"),
    ("see", "saw", "seen"),
    ("seek", "sought", "sought"),
    ("set", "set", "set"),
    ("show", "showed", "shown"),
    ("shoot", "shot", "shot"),
    ("speak", "spoke", "spoken"),
    ("swear", "swore", "sworn"),
    ("take", "took", "taken"),
    ("tell", "told", "told"),
    ("think", "thought", "thought"),
    ("throw", "threw", "thrown"),
    ("understand", "understood", "understood"),
    ("withdraw", "withdrew", "withdrawn"),
    ("withhold", "withheld", "withheld"),
    ("write", "wrote", "written"),
    ("hit", "hit", "hit"),
    ("stand", "stood", "stood"),
    ("overstate", "overstated", "overstated"),
    ("undertake", "undertook", "undertaken"),
    ("strike", "struck", "struck"),
];

/// Lemmas of more than one syllable whose last consonant doubles (the stress is on the end).
const DOUBLING: &[&str] = &[
    "admit", "rebut", "refer", "regret", "concur", "infer", "submit", "permit", "commit", "defer",
    "demur", "rebel", "compel", "allot", "forget", "outwit",
];

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
        _ if ["s", "x", "z", "ch", "sh", "go"]
            .iter()
            .any(|e| lemma.ends_with(e)) =>
        {
            format!("{lemma}es")
        }
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
    if short && (one_syllable || DOUBLING.contains(&lemma)) {
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
