//! Why two actors are one voice: names, states, acronyms, parts of names, roles.
//!
//! The surest reasons come first, since whoever is joined by one may keep others out. What is not
//! enough to join is left as "perhaps". Leaves out what they say; see `statements`.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{
    comparison::Likeness,
    firsts::{Firsts, compare},
    joins::Joins,
    names::Known,
};
use crate::analysis::SourceKind;

/// Actors of one account that are looked at under one name: accounts of nothing but Smiths cost no more than others.
const BEARERS: usize = 24;

/// Joins all who are one by what they are called.
pub(super) fn join(joins: &mut Joins) {
    states(joins);
    whole_names(joins);
    people(joins);
    acronyms(joins);
    short_names(joins);
    roles(joins);
}

/// Actors by what `keys` gives of each, in the order of the alphabet; of each account the first `BEARERS`.
fn by<'a>(
    known: &'a [Known],
    keys: impl Fn(&'a Known) -> Vec<&'a str>,
) -> BTreeMap<String, Vec<usize>> {
    let mut out: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, one) in known.iter().enumerate() {
        for key in keys(one) {
            out.entry(key.to_owned()).or_default().push(index);
        }
    }
    for list in out.values_mut() {
        few(known, list);
    }
    out
}

/// Keeps the first `BEARERS` of each account.
fn few(known: &[Known], list: &mut Vec<usize>) {
    if list.len() > BEARERS {
        let mut seen: HashMap<u32, usize> = HashMap::new();
        list.retain(|&i| {
            let count = seen.entry(known[i].at.account).or_default();
            *count += 1;
            *count <= BEARERS
        });
    }
}

fn pairs(list: &[usize]) -> impl Iterator<Item = (usize, usize)> + '_ {
    list.iter().enumerate().flat_map(|(i, &a)| list[i + 1..].iter().map(move |&b| (a, b)))
}

fn states(joins: &mut Joins) {
    let mut by_state: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
    for (index, one) in joins.known.iter().enumerate() {
        if let Some(state) = one.state {
            by_state.entry(state).or_default().push(index);
        }
    }
    for list in by_state.values_mut() {
        few(&joins.known, list);
    }
    for (a, b) in by_state.values().flat_map(|list| pairs(list)) {
        joins.join(a, b, Likeness::State);
    }
}

/// The same name of two and more words. Of someone without a name it is a description: enough of a body
/// and of a group ("the crews' union"), of a person only where it tells whose ("Orr's lawyer").
fn whole_names(joins: &mut Joins) {
    let table = by(&joins.known, |one| {
        let long = one.keys.iter().filter(|key| key.contains(' '));
        long.map(String::as_str).collect()
    });
    for (a, b) in table.values().flat_map(|list| pairs(list)) {
        let (one, other) = (&joins.known[a], &joins.known[b]);
        let told = |k: &Known| {
            k.named
                || k.tells_whose
                || !matches!(k.kind, SourceKind::Person | SourceKind::Spokesperson)
        };
        if hidden(one, other) || papers(one, other) && !(one.named && other.named) {
            continue;
        } else if told(one) && told(other) {
            joins.join(a, b, Likeness::Name);
        } else {
            joins.perhaps(a, b, Likeness::Name);
        }
    }
}

fn hidden(a: &Known, b: &Known) -> bool {
    [a, b].iter().any(|one| one.kind == SourceKind::Unnamed)
}

/// People by their last name: first those of whom both names are known, then those who are only a last
/// name, as long as only one can be meant.
fn people(joins: &mut Joins) {
    let lasts: BTreeSet<String> =
        joins.known.iter().filter_map(|one| Some(one.person.as_ref()?.last.clone())).collect();
    let table = by(&joins.known, |one| match &one.person {
        Some(name) => vec![name.last.as_str()],
        None => one.single().or(one.unsure.as_deref()).into_iter().collect(),
    });
    for list in lasts.iter().filter_map(|last| table.get(last)) {
        last_name(joins, list);
    }
}

fn last_name(joins: &mut Joins, list: &[usize]) {
    let is_full = |joins: &Joins, i: usize| {
        let name = joins.known[i].person.as_ref();
        name.is_some_and(|name| name.first.is_some() || name.suffix.is_some())
    };
    let (full, single): (Vec<usize>, Vec<usize>) = list.iter().partition(|&&i| is_full(joins, i));
    for agree in [Firsts::Agree, Firsts::Open] {
        for (a, b) in pairs(&full) {
            let firsts = match (&joins.known[a].person, &joins.known[b].person) {
                (Some(x), Some(y)) => compare(x, y),
                _ => continue,
            };
            if firsts == agree {
                joins.join(a, b, Likeness::Name);
            }
        }
    }
    // An account that has "Orr" beside "Ada Orr" knows somebody else by that last name alone.
    let beside = |joins: &Joins, i: usize| {
        let account = joins.known[i].at.account;
        full.iter().any(|&f| joins.known[f].at.account == account)
    };
    let (other, open): (Vec<usize>, Vec<usize>) = single.iter().partition(|&&i| beside(joins, i));
    for (a, b) in pairs(&other) {
        joins.join(a, b, Likeness::PartOfName);
    }
    let mut identities: Vec<usize> = Vec::new();
    for &i in other.iter().chain(if other.is_empty() { &full[..] } else { &[] }) {
        if !identities.iter().any(|&known| joins.set(known) == joins.set(i)) {
            identities.push(i);
        }
    }
    let likely = |joins: &Joins, i: usize| {
        let one = &joins.known[i];
        one.is_person() || one.unsure.is_some()
    };
    for &i in &open {
        match identities[..] {
            [] => {}
            [only] if likely(joins, i) && joins.join(only, i, Likeness::PartOfName) => {}
            _ => {
                for &other in &identities {
                    joins.perhaps(other, i, Likeness::PartOfName);
                }
            }
        }
    }
    // Nobody knows a first name: the same last name is the same name.
    if identities.is_empty() {
        for (a, b) in pairs(&open) {
            joins.join(a, b, Likeness::Name);
        }
    }
}

/// "the Bureau of River Affairs" and "BRA", where the letters fit one name only.
fn acronyms(joins: &mut Joins) {
    let letters = by(&joins.known, |one| one.acronyms.iter().map(String::as_str).collect());
    let initials = by(&joins.known, |one| {
        let body = !matches!(one.kind, SourceKind::Person | SourceKind::Spokesperson);
        let own = one.initials.iter().filter(|_| body);
        own.map(String::as_str).collect()
    });
    for (acronym, short) in letters {
        for (a, b) in pairs(&short) {
            joins.join(a, b, Likeness::Acronym);
        }
        let long = initials.get(&acronym).map_or(&[][..], Vec::as_slice);
        let sets: BTreeSet<usize> = long.iter().map(|&i| joins.set(i)).collect();
        for &a in &short {
            for &b in long {
                if sets.len() == 1 && joins.known[a].single().is_some() {
                    joins.join(a, b, Likeness::Acronym);
                } else {
                    joins.perhaps(a, b, Likeness::Acronym);
                }
            }
        }
    }
}

/// Bodies by a part of the name: one word that is a name by itself is the same name; any part of a longer
/// one ("Corvid" of "Corvid Ferries", "the River Authority" of "the River Authority of Lund") perhaps.
fn short_names(joins: &mut Joins) {
    let table = by(&joins.known, |one| {
        let own = one.short.iter().filter(|_| one.named && !one.is_person());
        own.map(String::as_str).chain(one.single()).collect()
    });
    for (a, b) in table.values().flat_map(|list| pairs(list)) {
        let (one, other) = (&joins.known[a], &joins.known[b]);
        let people = one.is_person() && other.is_person();
        match (one.single(), other.single()) {
            (Some(_), Some(_)) if !people => {
                joins.join(a, b, Likeness::Name);
            }
            (Some(_), None) | (None, Some(_)) if !one.is_person() && !other.is_person() => {
                joins.perhaps(a, b, Likeness::PartOfName);
            }
            _ => {}
        }
    }
    // One name that begins as another does begins with the same word.
    let bodies = by(&joins.known, |one| {
        let first = one.written.split(' ').next();
        first.filter(|_| !one.is_person() && one.named).into_iter().collect()
    });
    for (a, b) in bodies.values().flat_map(|list| pairs(list)) {
        let (one, other) = (&joins.known[a], &joins.known[b]);
        if one.begins(other) || other.begins(one) {
            joins.perhaps(a, b, Likeness::PartOfName);
        }
    }
}

/// Someone without a name, by what he or she is: enough for an office of which a place has one, and for
/// people who are many and spoken of as one ("the organisers").
fn roles(joins: &mut Joins) {
    let table = by(&joins.known, |one| {
        let own = one.keys.first().filter(|_| !one.named);
        own.into_iter().chain(&one.roles).map(String::as_str).collect()
    });
    for (role, list) in &table {
        for (a, b) in pairs(list) {
            let (one, other) = (&joins.known[a], &joins.known[b]);
            // One of them is called that and nothing else; of two longer names it is only a part.
            let called = |k: &Known| !k.named && k.keys.first() == Some(role);
            if !(called(one) || called(other)) || hidden(one, other) {
                continue;
            }
            let many = [one, other].iter().all(|k| called(k) && k.kind == SourceKind::Group);
            let known = UNIQUE.contains(&role.as_str()) || many && !VAGUE.contains(&role.as_str());
            if known && lone(joins, list, a) && lone(joins, list, b) {
                joins.join(a, b, Likeness::Role);
            } else if !VAGUE.contains(&role.as_str()) && !papers(one, other) {
                joins.perhaps(a, b, Likeness::Role);
            }
        }
    }
    offices(joins);
}

/// "The mayor" and "Mayor Orr": the office stands with the name where the named one speaks.
fn offices(joins: &mut Joins) {
    let table = by(&joins.known, |one| {
        let own = one.keys.first().filter(|_| !one.named);
        own.into_iter().map(String::as_str).collect()
    });
    for office in UNIQUE {
        let mut holders: Vec<usize> = (0..joins.known.len())
            .filter(|&i| {
                let one = &joins.known[i];
                one.is_person() && office.split(' ').all(|word| one.beside.contains(word))
            })
            .collect();
        few(&joins.known, &mut holders);
        for &a in table.get(*office).map_or(&[][..], Vec::as_slice) {
            for &b in &holders {
                if lone(joins, &holders, b) {
                    joins.join(b, a, Likeness::Role);
                } else {
                    joins.perhaps(a, b, Likeness::Role);
                }
            }
        }
    }
}

/// True when nobody else of the list is of the same account.
fn lone(joins: &Joins, list: &[usize], one: usize) -> bool {
    let account = joins.known[one].at.account;
    list.iter().filter(|&&i| joins.known[i].at.account == account).count() == 1
}

fn papers(a: &Known, b: &Known) -> bool {
    [a, b].iter().any(|one| one.kind == SourceKind::Document)
}

/// What several people in one article may be called without being the same in another.
const VAGUE: &[&str] = &[
    "analysts",
    "colleagues",
    "critics",
    "few",
    "friend",
    "friends",
    "lawmakers",
    "lawyer",
    "lawyers",
    "man",
    "many",
    "members",
    "most",
    "observers",
    "others",
    "people",
    "residents",
    "several",
    "some",
    "someone",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "staffers",
    "supporters",
    "two",
    "witness",
    "witnesses",
    "woman",
    "workers",
];

/// What one event has one of. Keys, see [`key`](super::names::key).
const UNIQUE: &[&str] = &[
    "attorney district",
    "attorney general",
    "attorney district office",
    "brigade fire",
    "chief fire",
    "chief police",
    "coast guard",
    "coroner",
    "council",
    "department fire",
    "department police",
    "governor",
    "indictment",
    "judge",
    "mayor",
    "minister prime",
    "police",
    "premier",
    "prosecution",
    "prosecutors",
    "sheriff",
];
