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

/// Where the name begins behind its titles, and whether there are any.
pub(super) fn split_title(words: &Words<'_>, start: usize, end: usize) -> (Range<usize>, bool) {
    let last_title = (start..end).rev().find(|&i| {
        let t = words.traits(i);
        let party = t.intersects(PARTY) && end - i >= 3 && words.is(i + 1, GIVEN);
        (t.intersects(TITLE | PERSON) || party) && !t.intersects(GIVEN)
    });
    match last_title {
        Some(i)
            if i + 1 < end
                && end - i <= 5
                && (i + 1..end).all(|k| {
                    (!words.is(k, BODY | DOCUMENT | GROUP | COMPANY) || words.is(k, GIVEN))
                        && !joins_body(words.lower(k))
                }) =>
        {
            (i + 1..end, true)
        }
        _ => (start..end, false),
    }
}

pub(super) fn look(words: &Words<'_>, start: usize, name: &Range<usize>, title: bool) -> Look {
    let written = text(words, name.clone());
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
    if name.len() >= 2
        && first.intersects(GIVEN)
        && (!all.intersects(BODY | MEDIA)
            || name.len() == 2 && last.intersects(BODY | MEDIA) && !last.intersects(BODY))
    {
        return Look::Person;
    }
    if all.intersects(MEDIA) && (last.intersects(MEDIA) || first.intersects(MEDIA)) {
        return Look::Media;
    }
    if all.intersects(BODY)
        || last.intersects(COMPANY) && name.len() > 1
        || name.clone().any(|i| joins_body(words.lower(i)) || words.lower(i) == "&")
    {
        return Look::Body;
    }
    if name.len() == 1 && acronym(words.word(name.start)) {
        return Look::Body;
    }
    if name.len() == 1 && first.intersects(GIVEN) {
        return Look::Person;
    }
    let before = start.checked_sub(1);
    let role_before = before.is_some_and(|i| words.is(i, PERSON) && words.is_word(i));
    if role_before {
        return Look::Person;
    }
    // "the Wen" may be a river: with an article and no other sign it is no person, that is all.
    if before.is_some_and(|i| words.lower(i) == "the") {
        return Look::Unknown;
    }
    // "The opposition leader, Einar Thorsson,": the role stands before the comma.
    if before.is_some_and(|i| words.word(i) == ",") && role_closes(words, start - 1) {
        return Look::Person;
    }
    // "Noll, 34,": what is no state, place or body, and has an age.
    if AGE.begins(behind) {
        return Look::Person;
    }
    // "Ban Ki-moon, the secretary general"
    if words.word(name.end) == "," {
        let apposed = apposed_noun(words, name.end + 1);
        if let Some(look) = apposed {
            return look;
        }
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
        let own = words.is(i, PERSON | TITLE);
        if words.is(i, DETERMINER) || matches!(words.lower(i), "'s" | "'") {
            return person;
        }
        if !own && words.is(i, VERB | AUXILIARY | CLAUSE | PREPOSITION) {
            return false;
        }
        person |= own && !words.is(i, GROUP);
    }
    false
}

/// What the noun of an apposition that begins at `from` tells; none where no apposition begins, as
/// in "Einar Thorsson, accused the government".
fn apposed_noun(words: &Words<'_>, from: usize) -> Option<Look> {
    let end = (from + 6).min(words.document.tokens().len());
    for i in from..end {
        let t = words.traits(i);
        if t.intersects(PERSON | TITLE) {
            return Some(Look::Person);
        }
        if t.intersects(BODY) {
            return Some(Look::Body);
        }
        // A noun phrase has its determiner first, its noun before any preposition, and no verb.
        let ends = words.is(i, VERB | AUXILIARY | CLAUSE | PREPOSITION)
            || i > from && words.is(i, DETERMINER);
        if !words.is_word(i) || ends {
            return None;
        }
    }
    None
}

pub(super) fn acronym(word: &str) -> bool {
    word.chars().filter(|c| c.is_alphabetic()).count() >= 2
        && word.chars().all(|c| c.is_uppercase() || c == '.' || c == '&')
}

/// "Foreign, Commonwealth and Development Office": capitalised words, commas, "and", a body's noun.
pub(super) fn enumerated_body(words: &Words<'_>, at: usize, limit: usize) -> Option<usize> {
    let before = at.checked_sub(1).map_or("", |i| words.lower(i));
    if before != "the" || words.word(at + 1) != "," {
        return None;
    }
    let mut and = false;
    for end in at + 1..(at + 9).min(limit) {
        let lower = words.lower(end);
        if lower == "and" {
            and = true;
        } else if words.capital(end) {
            if and && words.is(end, BODY) {
                return Some(end + 1);
            }
        } else if lower != "," {
            return None;
        }
    }
    None
}

/// Words that may stand inside the name of a body between two capitalised ones.
pub(super) fn joins_body(lower: &str) -> bool {
    JOINING.has(lower) || lower == "on"
}
