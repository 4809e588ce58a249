//! The names of one actor as they are compared: without case, accents, articles and the like.
//!
//! Leaves out who is whom; see `voices`.

use std::collections::BTreeSet;

use super::{comparison::At, fold::fold};
use crate::{
    analysis::{Actor, Merge, SourceKind},
    lexicon::states::{self, How},
};

/// A person's name in its parts, lower case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Full {
    /// None where only the last name is known.
    pub first: Option<String>,
    /// Initials of what stands between.
    pub middle: String,
    pub last: String,
    /// "jr", "sr", "iii".
    pub suffix: Option<String>,
}

/// One actor, by its names.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub at: At,
    /// The name that it is shown by, folded, without its article.
    pub written: String,
    pub named: bool,
    /// Not named, and described by whose it is: "Orr’s lawyer", "the people of Lund".
    pub tells_whose: bool,
    pub kind: SourceKind,
    /// A state, by whichever name.
    pub state: Option<u16>,
    /// Whole names of two and more words, and the canonical one: see [`key`].
    pub keys: Vec<String>,
    /// A person's fullest name; none for whom it cannot be a person's.
    pub person: Option<Full>,
    /// Short names that are its own: the last name, the first word of a company, lower case.
    pub short: Vec<String>,
    /// "nato", as written in capitals.
    pub acronyms: Vec<String>,
    /// The initials of its names of two and more words.
    pub initials: Vec<String>,
    /// What it is called by: "mayor", "police chief".
    pub roles: Vec<String>,
    /// Words that stand with the name where it is a source: "Mayor", "the fire chief".
    pub beside: BTreeSet<String>,
    /// A name to the eye, which the engine does not know for one: "Orr".
    pub unsure: Option<String>,
    /// Above 0 "he", below "she".
    pub gender: i64,
}

/// Words that tell nothing about which body it is.
const SMALL: &[&str] = &["the", "of", "for", "and", "at", "in", "on", "a", "an", "&"];
/// What companies add to their names.
const LEGAL: &[&str] = &[
    "inc",
    "corp",
    "corporation",
    "co",
    "company",
    "ltd",
    "llc",
    "llp",
    "plc",
    "ag",
    "gmbh",
    "sa",
];
const SUFFIXES: &[&str] = &["jr", "sr", "ii", "iii", "iv"];

impl Known {
    pub fn new(at: At, actor: &Actor) -> Self {
        let mut known = Self {
            at,
            written: fold(without_article(&actor.name)),
            named: actor.named,
            tells_whose: !actor.named && tells_whose(&actor.name),
            kind: actor.kind,
            state: None,
            keys: Vec::new(),
            person: None,
            short: Vec::new(),
            acronyms: Vec::new(),
            initials: Vec::new(),
            roles: Vec::new(),
            beside: BTreeSet::new(),
            unsure: (!actor.named).then(|| single_name(&actor.name)).flatten(),
            gender: 0,
        };
        known.read(&actor.name, Merge::Same, actor.named);
        for name in &actor.names {
            if name.how == Merge::Pronoun {
                let toward = match name.text.to_lowercase().as_str() {
                    "he" | "him" | "his" | "himself" => 1,
                    "she" | "her" | "hers" | "herself" => -1,
                    _ => 0,
                };
                known.gender += toward * i64::from(name.count);
            } else {
                known.read(&name.text, name.how, actor.named);
            }
        }
        known.state = state(actor);
        if known.is_person() {
            let names = std::iter::once(&actor.name).chain(
                actor
                    .names
                    .iter()
                    .filter(|n| matches!(n.how, Merge::Same | Merge::PartOfName))
                    .map(|n| &n.text),
            );
            known.person = names
                .filter_map(|name| full(name))
                // The first of the fullest.
                .reduce(|best, next| if fullness(&next) > fullness(&best) { next } else { best });
        }
        known
    }

    /// One who may have a first and a last name.
    pub fn is_person(&self) -> bool {
        self.named && matches!(self.kind, SourceKind::Person | SourceKind::Spokesperson)
    }

    /// The name that it is shown by, when it is one word.
    pub fn single(&self) -> Option<&str> {
        self.keys.first().filter(|key| self.named && !key.contains(' ')).map(String::as_str)
    }

    fn read(&mut self, name: &str, how: Merge, named: bool) {
        let key = key(name);
        if key.is_empty() {
            return;
        }
        match how {
            Merge::Role => return push(&mut self.roles, key),
            Merge::StateName | Merge::Seat | Merge::Pronoun => return,
            _ => {}
        }
        if named && is_acronym(name) {
            push(&mut self.acronyms, letters(name));
        }
        if key.contains(' ') || self.keys.is_empty() {
            push(&mut self.keys, key);
        } else {
            push(&mut self.short, key);
        }
        for initials in initials(name) {
            push(&mut self.initials, initials);
        }
    }

    /// True when the other's name is this one with more behind it: "… of Lund".
    pub fn begins(&self, other: &Self) -> bool {
        let longer = other.written.strip_prefix(self.written.as_str());
        longer.is_some_and(|rest| rest.starts_with(' '))
    }

    /// Reads the words of a source that means this actor.
    pub fn stands_as(&mut self, source: &str) {
        let words = source.split_whitespace().map(bare);
        self.beside.extend(words.filter(|w| !w.is_empty()));
    }
}

/// The state that an actor is. One that the article knows only by a power of its own within the state
/// ("the White House") is that power.
fn state(actor: &Actor) -> Option<u16> {
    let mut names = actor.names.iter().filter(|n| n.how != Merge::Pronoun).peekable();
    let only_power = names.peek().is_some() && names.all(|n| states::own_power(&n.text));
    let (id, how) = states::look_up(without_article(&actor.name))?;
    (actor.named && how == How::Name && !only_power).then_some(id)
}

/// The name as two accounts are sure to share it: its words in order of the alphabet, without small
/// words, initials, what companies add, and with one word for each state. Empty for a name of none.
pub(super) fn key(name: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    let written: Vec<&str> = name.split_whitespace().collect();
    let mut at = 0;
    while at < written.len() {
        let rest = written.len() - at;
        let state = (1..=rest.min(3)).rev().find_map(|n| {
            let joined = written[at..at + n].join(" ");
            let joined = joined.trim_end_matches(',');
            let joined = joined.strip_suffix("'s").or(joined.strip_suffix("’s")).unwrap_or(joined);
            let (id, how) = states::look_up(joined)?;
            (how != How::Seat).then_some((n, id))
        });
        if let Some((n, id)) = state {
            words.push(format!("~{id}"));
            at += n;
            continue;
        }
        let word = bare(written[at]);
        let initial = word.chars().count() == 1 && written[at].ends_with('.');
        if !word.is_empty() && !initial && !SMALL.contains(&word.as_str()) {
            words.push(word);
        }
        at += 1;
    }
    while words.len() > 1 && words.last().is_some_and(|w| LEGAL.contains(&w.as_str())) {
        words.pop();
    }
    words.sort_unstable();
    words.dedup();
    words.join(" ")
}

/// The words of a person's name in their parts; none for no word.
pub(super) fn full(name: &str) -> Option<Full> {
    let mut words: Vec<String> =
        name.split_whitespace().map(bare).filter(|w| !w.is_empty()).collect();
    let suffix = (words.len() > 1 && words.last().is_some_and(|w| SUFFIXES.contains(&w.as_str())))
        .then(|| words.pop())
        .flatten();
    let last = words.pop()?;
    let mut before = words.into_iter();
    let first = before.next();
    let middle = before.filter_map(|w| w.chars().next()).collect();
    Some(Full { first, middle, last, suffix })
}

fn fullness(name: &Full) -> (bool, usize, bool) {
    let first = name.first.as_ref();
    (
        first.is_some(),
        first.map_or(0, String::len).min(2),
        !name.middle.is_empty() || name.suffix.is_some(),
    )
}

/// A word of a name: folded, without stops, quotation marks and possessive.
fn bare(word: &str) -> String {
    let folded = fold(word);
    let word = folded.strip_suffix("'s").unwrap_or(&folded);
    word.chars().filter(|c| c.is_alphanumeric() || *c == '-').collect()
}

fn without_article(name: &str) -> &str {
    name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name)
}

/// A name in a description: behind its first word, whose capital may be the sentence's, or a possessive.
fn tells_whose(description: &str) -> bool {
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let mut words = without_article(description).split_whitespace();
    let first = words.next().unwrap_or_default();
    capital(first) && (first.ends_with("'s") || first.ends_with("’s")) || words.any(capital)
}

/// The only word of a name, when it begins with a capital.
fn single_name(name: &str) -> Option<String> {
    let capital = name.starts_with(char::is_uppercase);
    (capital && !name.contains(char::is_whitespace)).then(|| bare(name))
}

/// "NATO", "U.N.": capitals alone.
fn is_acronym(name: &str) -> bool {
    let name = without_article(name);
    let count = name.chars().filter(|c| c.is_uppercase()).count();
    (2..=6).contains(&count) && name.chars().all(|c| c.is_uppercase() || c == '.')
}

fn letters(name: &str) -> String {
    without_article(name).chars().filter(|c| *c != '.').flat_map(char::to_lowercase).collect()
}

/// The initials of a name of two and more words, with and without its small words.
fn initials(name: &str) -> Vec<String> {
    let words: Vec<&str> = without_article(name).split_whitespace().collect();
    let all = |small: bool| -> String {
        words
            .iter()
            .filter(|w| small || w.starts_with(char::is_uppercase))
            .filter_map(|w| w.chars().find(|c| c.is_alphanumeric()))
            .flat_map(char::to_lowercase)
            .collect()
    };
    let mut out = vec![all(false), all(true)];
    out.dedup();
    out.retain(|i| i.chars().count() > 1);
    out
}

fn push(list: &mut Vec<String>, item: String) {
    if !list.contains(&item) {
        list.push(item);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_one_key_however_they_are_written() {
        for (a, b) in [
            ("the Justice Department", "Department of Justice"),
            ("U.S. Fish and Wildlife Service", "United States Fish & Wildlife Service"),
            ("Halden Ferries Inc.", "Halden Ferries"),
            ("France’s Foreign Ministry", "French Foreign Ministry"),
            ("Recep Çelik", "Recep Celik"),
            ("Ada B. Brook", "Ada Brook"),
            ("WikiLeaks", "Wikileaks"),
        ] {
            assert_eq!(key(a), key(b), "{a}, {b}");
        }
        for (a, b) in [
            ("Ada Brook", "Ida Brook"),
            ("Paris police", "French police"),
            ("Stone Council", "Stone Company"),
        ] {
            assert_ne!(key(a), key(b), "{a}, {b}");
        }
        assert_eq!(key("“…”"), "");
    }

    #[test]
    fn a_person_has_parts() {
        let name = full("Joseph R. Orr Jr.").expect("a name");
        assert_eq!(
            (name.first.as_deref(), name.middle.as_str(), name.last.as_str()),
            (Some("joseph"), "r", "orr")
        );
        assert_eq!(name.suffix.as_deref(), Some("jr"));
        assert_eq!(full("Orr").and_then(|n| n.first), None);
        assert_eq!(full(" ”"), None);
    }

    #[test]
    fn acronyms_are_read_as_letters() {
        assert!(is_acronym("NATO") && is_acronym("U.N.") && is_acronym("the FBI"));
        assert!(!is_acronym("Nato") && !is_acronym("A") && !is_acronym("BORDERLINE"));
        assert_eq!(initials("Bureau of River Affairs"), ["bra", "bora"]);
    }
}
