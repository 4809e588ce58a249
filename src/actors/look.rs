//! What a capitalised name looks like by its own words and its neighbours: someone, a body, a state.
//!
//! Leaves out where names begin and end; see `names`.

use std::ops::Range;

use super::written::{text, traits};
use crate::{
    lexicon::{
        classes::{AUXILIARY, CLAUSE, DETERMINER, PREPOSITION, VERB},
        naming::JOINING,
        places::place,
        states::{self, How},
        traits::{BODY, COMPANY, DOCUMENT, GIVEN, GROUP, MEDIA, PARTY, PERSON, TITLE},
    },
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
        let t = traits(words, i);
        let party = t & PARTY != 0 && end - i >= 3 && traits(words, i + 1) & GIVEN != 0;
        (t & (TITLE | PERSON) != 0 || party) && t & GIVEN == 0
    });
    match last_title {
        Some(i)
            if i + 1 < end
                && end - i <= 5
                && (i + 1..end).all(|k| {
                    (traits(words, k) & (BODY | DOCUMENT | GROUP | COMPANY) == 0
                        || traits(words, k) & GIVEN != 0)
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
    let first = traits(words, name.start);
    let last = traits(words, name.end - 1);
    let all = name.clone().fold(0, |t, i| t | traits(words, i));
    if title {
        return Look::Person;
    }
    if let Some((state, how)) = states::look_up(&written) {
        return Look::State(state, how);
    }
    if place(&written) {
        return Look::Body;
    }
    if last & GROUP != 0 && name.len() <= 4 {
        return Look::Group;
    }
    if name.len() >= 2
        && first & GIVEN != 0
        && (all & (BODY | MEDIA) == 0
            || name.len() == 2 && last & (BODY | MEDIA) != 0 && last & BODY == 0)
    {
        return Look::Person;
    }
    if all & MEDIA != 0 && (last & MEDIA != 0 || first & MEDIA != 0) {
        return Look::Media;
    }
    if all & BODY != 0
        || last & COMPANY != 0 && name.len() > 1
        || name
            .clone()
            .any(|i| joins_body(words.lower(i)) || words.lower(i) == "&")
    {
        return Look::Body;
    }
    if name.len() == 1 && acronym(words.word(name.start)) {
        return Look::Body;
    }
    if name.len() == 1 && first & GIVEN != 0 {
        return Look::Person;
    }
    let before = start.checked_sub(1);
    let role_before = before.is_some_and(|i| traits(words, i) & PERSON != 0 && words.is_word(i));
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
    // "Ban Ki-moon, the secretary general", "Noll, 34,"
    if words.word(name.end) == "," {
        let apposed = apposed_noun(words, name.end + 1);
        if let Some(look) = apposed {
            return look;
        }
    }
    if (2..=3).contains(&name.len()) {
        Look::Person
    } else {
        Look::Unknown
    }
}

/// Someone's noun ends the phrase before the comma, and the phrase is a description of its own:
/// "the opposition leader," but not "told the minister,".
fn role_closes(words: &Words<'_>, comma: usize) -> bool {
    let phrase = (comma.saturating_sub(5)..comma)
        .rev()
        .take_while(|&i| words.is_word(i) || matches!(words.lower(i), "'s" | "'"));
    let mut person = false;
    for i in phrase {
        let own = traits(words, i) & (PERSON | TITLE) != 0;
        if words.is(i, DETERMINER) || matches!(words.lower(i), "'s" | "'") {
            return person;
        }
        if !own && words.is(i, VERB | AUXILIARY | CLAUSE | PREPOSITION) {
            return false;
        }
        person |= own && traits(words, i) & GROUP == 0;
    }
    false
}

/// What the noun of an apposition that begins at `from` tells; none where no apposition begins, as
/// in "Einar Thorsson, accused the government".
fn apposed_noun(words: &Words<'_>, from: usize) -> Option<Look> {
    let end = (from + 6).min(words.document.tokens().len());
    for i in from..end {
        let t = traits(words, i);
        if t & (PERSON | TITLE) != 0 {
            return Some(Look::Person);
        }
        if t & BODY != 0 {
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
        && word
            .chars()
            .all(|c| c.is_uppercase() || c == '.' || c == '&')
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
            if and && traits(words, end) & BODY != 0 {
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
