//! Classes of words that tell what is done by saying something, and their look-up.
//!
//! What the lexicon says of a reporting verb is read there; what only kinds ask for, and verbs that
//! report nothing, stand in `tables` as their base form. All are inflected when the look-up is built;
//! `base:past:participle` gives irregular forms. Leaves out how words combine; see `cue`, `content`.

use std::{collections::HashMap, sync::LazyLock};

use super::tables::{VERBS, WORDS};
use crate::{
    analysis::Kind,
    lexicon::{self, Frames},
};

/// Classes of a word, as a set of bits; a word may be of several.
pub type Bits = u64;

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:expr;)*) => {
        $($(#[$doc])* pub const $name: Bits = 1 << $bit;)*
    };
}

classes! {
    /// Lays a wrongful act at a door: accuse, allege, blame.
    ACCUSE = 0;
    /// Says that something is not so: deny, refute.
    DENY = 1;
    /// Turns something down or undoes it: refuse, reject, veto.
    REFUSE = 2;
    /// Concedes: admit, confess.
    ADMIT = 3;
    /// Wants something done: demand, urge.
    DEMAND = 4;
    /// Speaks of coming harm: warn, threaten.
    WARN = 5;
    /// Binds oneself: promise, vow.
    PROMISE = 6;
    /// Speaks ill: criticise, slam.
    CRITICISE = 7;
    /// Speaks well, or stands behind: praise, endorse.
    PRAISE = 8;
    /// Holds a view: believe, expect.
    OPINE = 9;
    /// Asks: ask, wonder.
    ASK = 10;
    /// Keeps a distance: claim, argue.
    CLAIM = 11;
    /// Presses: insist, maintain.
    PRESS = 12;
    /// Gives a name to something: call, describe.
    NAME = 13;
    /// Says, without more.
    SAY = 14;
    /// Takes back an accusation or ends a case: withdraw, retract, acquit.
    RELEASE = 15;
    /// A wrongful act whatever the subject: bribe, falsify.
    WRONG = 16;
    /// An act that is mostly wrongful when someone is said to have done it: kill, hide, attack.
    HARM = 17;
    /// An act that is wrongful only where the cue says so: break, take, lose.
    MILD = 39;
    /// Good words that count only when they are negated: "not right", "not fair".
    FAIR = 40;
    /// Ways to be about an act: trying to, designed to.
    ATTEMPT = 41;
    /// Nouns for people and bodies, who can do wrong and be told off for it: police, firm.
    PARTY = 42;
    /// Those to whom violence is a wrong: civilians, children.
    VICTIM = 43;
    /// Says of an act that it is against law or faith: unlawful, illegally.
    UNLAWFUL = 44;
    /// Nouns for wrongful deeds: massacre, bribery.
    DEED = 45;
    /// Says of a thing that it is not what it passes for: forged, bogus.
    SHAM = 46;
    /// A bad view of something.
    BAD = 18;
    /// A good view of something.
    GOOD = 19;
    /// Says that a claim is not so: false, baseless.
    FALSEHOOD = 20;
    /// What a denial may answer: claim, allegation, report.
    CLAIM_NOUN = 21;
    /// not, n't, never, no.
    NEGATION = 22;
    /// should, must.
    DUTY = 23;
    /// could, may, might, would.
    MAYBE = 24;
    /// will, 'll, shall.
    WILL = 25;
    /// What a warning warns of: risk, collapse.
    RISK = 26;
    /// Where a clause may begin: that, because, who.
    CLAUSE = 27;
    /// Auxiliaries: has, been, did.
    AUXILIARY = 28;
    /// Past participle or past form of a verb in the table.
    PAST = 29;
    /// Form in -ing.
    GERUND = 30;
    /// A distinctly conditional word: if, unless.
    IF = 31;
    /// who, what, why, whether.
    QUESTION_WORD = 32;
    /// Opens a noun phrase: the, a, his.
    DETERMINER = 33;
    /// Prepositions.
    PREPOSITION = 34;
    /// I, we, my, our.
    FIRST_PERSON = 35;
    /// A verb rather than a noun, as far as its form tells.
    VERB = 36;
    /// A noun made of a reporting verb: accusation, criticism, demand.
    NOUN = 37;
    /// Adverbs that may stand between a subject and its verb.
    ADVERB = 38;
}

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
    for (class, verb) in reporting().chain(own) {
        let mut forms = verb.split(':');
        let base = forms.next().unwrap_or_default();
        put(base, class | VERB);
        put(&third_person(base), class | VERB);
        put(&gerund(base), class | VERB | GERUND);
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
fn reporting() -> impl Iterator<Item = (Bits, &'static str)> {
    lexicon::entries().iter().filter_map(|entry| {
        let class = match entry.kind {
            Kind::Admission => ADMIT,
            Kind::Criticism => CRITICISE,
            Kind::Demand => DEMAND,
            Kind::Praise => PRAISE,
            _ => return None,
        };
        let alone = entry.particle.is_empty() && !entry.frames.has(Frames::WEAK);
        let verb =
            entry.class == lexicon::Class::Verb && alone && !ELSEWHERE.contains(&entry.lemma);
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
    use super::*;

    #[test]
    fn verbs_are_known_in_all_their_forms() {
        for (word, class) in [
            ("denies", DENY),
            ("denied", DENY),
            ("rigging", WRONG),
            ("rigged", WRONG),
            ("stole", WRONG),
            ("stolen", WRONG),
            ("lying", WRONG),
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
