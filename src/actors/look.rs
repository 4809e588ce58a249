//! What a capitalised name looks like by its own words and its neighbours: someone, a body, a state.
//!
//! Leaves out where names begin and end; see `names`.

use std::ops::Range;

use super::written::text;
use crate::{
    lexicon::{
        classes::{AUXILIARY, CLAUSE, DETERMINER, PREPOSITION, VERB},
        naming::JOINING,
        places::place,
        states::{self, How},
        traits::{BODY, COMPANY, DOCUMENT, GIVEN, GROUP, MEDIA, PARTY, PERSON, TITLE},
    },
    patterns::{AGE, PARTY_TAG},
    words::Words,
};

/// What a name looks like by its own words and neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    Person,
    Body,
    Media,
    Group,
    State(u16, How),
    /// Could be anyone's.
    Unknown,
}

/// The most tokens of a name behind a title; a longer run keeps its title as a part of it.
const LONGEST: usize = 4;

/// Where the name begins behind its titles, and whether there are any: "Senator | Ada Brook". All of it is the
/// name where the title may be a part of it: "President Hotel Group".
pub(super) fn split_title(words: &Words<'_>, start: usize, end: usize) -> (Range<usize>, bool) {
    let title = |i: &usize| {
        let t = words.traits(*i);
        // "Labour Ruth Brook": with one word behind it the party would be somebody's first name.
        let party = t.intersects(PARTY) && end - i >= 3 && words.is(i + 1, GIVEN);
        (t.intersects(TITLE | PERSON) || party) && !t.intersects(GIVEN)
    };
    let of_person = |k: usize| {
        (!words.is(k, BODY | DOCUMENT | GROUP | COMPANY) || words.is(k, GIVEN))
            && !joins_body(words.lower(k))
    };
    (start..end)
        .rfind(title)
        .map(|i| i + 1..end)
        .filter(|n| (1..=LONGEST).contains(&n.len()) && n.clone().all(of_person))
        .map_or((start..end, false), |name| (name, true))
}

/// What the name in `name` looks like; `start` is where its titles begin, `title` whether there are any.
///
/// The surest sign comes first, and each rule sees only names that none above it knows: tables, then its own words,
/// then what stands before it and behind it.
pub(super) fn look(words: &Words<'_>, start: usize, name: &Range<usize>, title: bool) -> Look {
    let written = text(words, name.clone());
    let single = name.len() == 1;
    let first = words.traits(name.start);
    let last = words.traits(name.end - 1);
    let all = words.traits_of(name.clone());
    // "Noll (D-New Havn)": nothing else is of a party.
    let behind = &words.document.text()[words.document.span(start..name.end).end..];
    if title || PARTY_TAG.begins(behind) {
        return Look::Person;
    }
    if let Some((state, how)) = states::look_up(&written) {
        return Look::State(state, how);
    }
    if place(&written) {
        return Look::Body;
    }
    if last.intersects(GROUP) && name.len() <= 4 {
        return Look::Group;
    }
    // "Grace Herald" is a person although newspapers are called so, "Grace Herald Tribune" and "Grace Bank" are not.
    let surname = name.len() == 2 && last.intersects(MEDIA) && !last.intersects(BODY);
    if !single && first.intersects(GIVEN) && (!all.intersects(BODY | MEDIA) || surname) {
        return Look::Person;
    }
    if (first | last).intersects(MEDIA) {
        return Look::Media;
    }
    if all.intersects(BODY)
        || last.intersects(COMPANY) && !single
        || name.clone().any(|i| joins_body(words.lower(i)) || words.lower(i) == "&")
        || single && acronym(words.word(name.start))
    {
        return Look::Body;
    }
    let before = start.checked_sub(1);
    if single && first.intersects(GIVEN)
        || before.is_some_and(|i| words.is(i, PERSON) && words.is_word(i))
    {
        return Look::Person;
    }
    match words.before(start) {
        // "the Wen" may be a river: with an article and no other sign it is no person, that is all.
        "the" => return Look::Unknown,
        // "The opposition leader, Einar Thorsson,": the role stands before the comma.
        "," if role_closes(words, start - 1) => return Look::Person,
        // "Noll, 34,": what is no state, place or body, and has an age.
        _ if AGE.begins(behind) => return Look::Person,
        _ => {}
    }
    // "Oda Kimlund, the secretary general"
    if words.word(name.end) == ","
        && let Some(look) = apposed_noun(words, name.end + 1)
    {
        return look;
    }
    if (2..=3).contains(&name.len()) { Look::Person } else { Look::Unknown }
}

/// Someone's noun ends the phrase before the comma, and the phrase is a description of its own:
/// "the opposition leader," but not "told the minister,".
fn role_closes(words: &Words<'_>, comma: usize) -> bool {
    let phrase = (comma.saturating_sub(5)..comma)
        .rev()
        .take_while(|&i| words.is_word(i) || matches!(words.lower(i), "'s" | "'"));
    let mut person = false;
    for i in phrase {
        if words.is(i, DETERMINER) || matches!(words.lower(i), "'s" | "'") {
            return person;
        }
        let own = words.is(i, PERSON | TITLE);
        if !own && words.is(i, VERB | AUXILIARY | CLAUSE | PREPOSITION) {
            return false;
        }
        person |= own && !words.is(i, GROUP);
    }
    false
}

/// What the noun of an apposition that begins at `from` tells: "Halden, a shipping company". None where no
/// apposition begins, as in "Einar Thorsson, accused the government", or its noun does not come within six words.
fn apposed_noun(words: &Words<'_>, from: usize) -> Option<Look> {
    for i in from..from + 6 {
        let t = words.traits(i);
        if t.intersects(PERSON | TITLE) {
            return Some(Look::Person);
        }
        if t.intersects(BODY) {
            return Some(Look::Body);
        }
        // A noun phrase has its determiner first, its noun before any preposition, and no verb.
        let ends = words.is(i, VERB | AUXILIARY | CLAUSE | PREPOSITION);
        if !words.is_word(i) || ends || i > from && words.is(i, DETERMINER) {
            return None;
        }
    }
    None
}

/// "LFU", "R.F.W.", "A&O": two capitals at the least, as one is an initial.
pub(super) fn acronym(word: &str) -> bool {
    word.chars().filter(|c| c.is_alphabetic()).count() >= 2
        && word.chars().all(|c| c.is_uppercase() || c == '.' || c == '&')
}

/// "Foreign, Commonwealth and Development Office": capitalised words, commas, "and", a body's noun. Where it ends;
/// none without its article and its *and*, as in "Norway, Sweden, the Office".
pub(super) fn enumerated_body(words: &Words<'_>, at: usize, limit: usize) -> Option<usize> {
    if words.before(at) != "the" || words.word(at + 1) != "," {
        return None;
    }
    let mut and = false;
    for end in at + 1..(at + 9).min(limit) {
        match words.lower(end) {
            "and" => and = true,
            _ if and && words.capital(end) && words.is(end, BODY) => return Some(end + 1),
            lower if lower != "," && !words.capital(end) => return None,
            _ => {}
        }
    }
    None
}

/// Words that may stand inside the name of a body between two capitalised ones.
pub(super) fn joins_body(lower: &str) -> bool {
    JOINING.has(lower) || lower == "on"
}
