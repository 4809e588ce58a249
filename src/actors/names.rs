//! Proper names in the text: runs of capitalised words, with their titles and what they look like.
//!
//! Leaves out who is who; see `cast`. A heading in title case gives no runs of its own, since every
//! word of it is capitalised; the names that the body knows are looked for in it instead.

use std::{collections::HashSet, ops::Range};

use super::{
    lists::{
        self, BODY, COMPANY, DOCUMENT, FEMALE, FUNCTION, GIVEN, GROUP, MALE, MEDIA, PARTY, PERSON,
        TITLE, Traits,
    },
    states::{self, How},
};
use crate::kinds::Words;

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

/// One run of capitalised words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// With titles before the name.
    pub tokens: Range<usize>,
    /// The name alone.
    pub name: Range<usize>,
    pub look: Look,
    /// Male, female, as the title tells.
    pub gender: Traits,
}

pub(super) fn traits(words: &Words<'_>, at: usize) -> Traits {
    lists::traits(words.lower(at))
}

/// The words of `range` as written, single spaces between, a quoted nickname left out.
pub(super) fn text(words: &Words<'_>, range: Range<usize>) -> String {
    let mut out = String::new();
    let mut end = 0;
    let mut quoted = false;
    for at in range {
        if is_quote(words, at) {
            quoted = !quoted;
            continue;
        }
        if quoted {
            continue;
        }
        let span = words.document.tokens()[at].span;
        if !out.is_empty() && span.start > end {
            out.push(' ');
        }
        out.push_str(words.word(at));
        end = span.end;
    }
    out
}

fn is_quote(words: &Words<'_>, at: usize) -> bool {
    matches!(words.word(at), "“" | "”" | "\"")
}

/// True when most words of the paragraph are capitalised: a heading in title case.
fn title_case(words: &Words<'_>, tokens: &Range<usize>) -> bool {
    let (mut capital, mut long) = (0, 0);
    for at in tokens.clone().filter(|&at| words.word(at).len() > 3) {
        long += 1;
        capital += usize::from(words.capital(at));
    }
    long >= 3 && capital * 10 >= long * 8
}

/// All runs of the document in reading order, and the paragraphs in title case that were left out.
pub(super) fn scan(words: &Words<'_>) -> (Vec<Run>, Vec<Range<usize>>) {
    let mut runs = Vec::new();
    let mut headings = Vec::new();
    let inner = capitalised_inside(words);
    let lower = (0..words.document.tokens().len())
        .filter(|&at| !words.capital(at))
        .map(|at| words.word(at))
        .collect::<HashSet<_>>();
    for paragraph in words.document.paragraphs() {
        if title_case(words, &paragraph.tokens) {
            headings.push(paragraph.tokens.clone());
            continue;
        }
        let mut at = paragraph.tokens.start;
        while at < paragraph.tokens.end {
            // The first word of a sentence that stands elsewhere without its capital is no name.
            if first_of_sentence(words, at)
                && traits(words, at) & (TITLE | PERSON | GIVEN | BODY | MEDIA) == 0
                && lower.contains(words.lower(at))
                && traits(words, at + 1) & (BODY | MEDIA | COMPANY | GROUP) == 0
            {
                at += 1;
                continue;
            }
            match run_at(words, &inner, at, paragraph.tokens.end) {
                Some(run) => {
                    at = run.tokens.end;
                    runs.push(run);
                }
                None => at += 1,
            }
        }
    }
    (runs, headings)
}

/// Words that may stand inside the name of a body between two capitalised ones.
fn joins_body(lower: &str) -> bool {
    matches!(lower, "of" | "for" | "the" | "on" | "and")
}

/// Particles inside the name of a person.
fn particle(lower: &str) -> bool {
    matches!(
        lower,
        "de" | "von"
            | "van"
            | "der"
            | "den"
            | "bin"
            | "al"
            | "la"
            | "du"
            | "da"
            | "dos"
            | "ten"
            | "el"
            | "di"
    )
}

/// Days and months follow names without being part of them: "Kirby Friday".
fn dated(lower: &str) -> bool {
    matches!(
        lower,
        "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "january"
            | "february"
            | "march"
            | "april"
            | "may"
            | "june"
            | "july"
            | "august"
            | "september"
            | "october"
            | "november"
            | "december"
            | "i"
    )
}

fn first_of_sentence(words: &Words<'_>, at: usize) -> bool {
    let start = words.document.sentences()[words.document.sentence_of(at)]
        .tokens
        .start;
    (start..at).all(|i| !words.is_word(i))
}

fn may_begin(words: &Words<'_>, at: usize) -> bool {
    words.capital(at) && words.is_word(at) && {
        let t = traits(words, at);
        let long = words.word(at).chars().count() > 1;
        (t & FUNCTION == 0
            || t & GIVEN != 0 && words.capital(at + 1)
            || t & (TITLE | MEDIA) != 0 && t & GROUP == 0)
            && long
            || words.word(at).len() == 2 && words.word(at).ends_with('.')
    }
}

/// The run that begins at `at`, if one does.
fn run_at(words: &Words<'_>, inner: &HashSet<&str>, at: usize, limit: usize) -> Option<Run> {
    if !may_begin(words, at) {
        return None;
    }
    if let Some(end) = enumerated_body(words, at, limit) {
        return Some(Run {
            tokens: at..end,
            name: at..end,
            look: Look::Body,
            gender: 0,
        });
    }
    let mut end = at + 1;
    let mut body = traits(words, at) & (BODY | MEDIA | COMPANY) != 0;
    while end < limit {
        let lower = words.lower(end);
        let next_capital = end + 1 < limit && words.capital(end + 1) && words.is_word(end + 1);
        if words.capital(end) && words.is_word(end) && !dated(words.lower(end)) {
            body |= traits(words, end) & (BODY | MEDIA | COMPANY) != 0;
            end += 1;
        } else if is_quote(words, end)
            && next_capital
            && is_quote(words, end + 2)
            && words.capital(end + 3)
            && traits(words, at) & GIVEN != 0
        {
            end += 4;
        } else if lower == "&" && next_capital {
            body = true;
            end += 2;
        } else if particle(lower) && next_capital {
            end += 2;
        } else if lower == "of"
            && next_capital
            && (body || words.lower(end - 1) == "department")
            && traits(words, end + 1) & (GIVEN | FUNCTION) == 0
        {
            end += 2;
        } else if lower == "of"
            && words.lower(end + 1) == "the"
            && body
            && end + 2 < limit
            && words.capital(end + 2)
        {
            body = true;
            end += 3;
        } else if body
            && joins_body(lower)
            && matches!(lower, "for" | "on")
            && (next_capital && traits(words, end + 1) & (GIVEN | FUNCTION) == 0)
        {
            end += 2;
        } else if body
            && lower == "for"
            && words.lower(end + 1) == "the"
            && end + 2 < limit
            && words.capital(end + 2)
        {
            end += 3;
        } else if lower == "and"
            && next_capital
            && matches!(
                words.lower(end + 1),
                "sons" | "partners" | "co" | "co." | "brothers" | "company"
            )
        {
            body = true;
            end += 2;
        } else {
            break;
        }
    }
    let (name, title) = split_title(words, at, end);
    let gender = if title {
        (at..name.start).fold(0, |g, i| g | traits(words, i)) & (MALE | FEMALE)
    } else {
        0
    };
    let look = look(words, at, &name, title);
    // The first word of a sentence has its capital from there: alone it is a name only by evidence.
    if name.len() == 1 && at == name.start && first_of_sentence(words, at) && look == Look::Unknown
    {
        let t = traits(words, at);
        if t & (PERSON | BODY | GROUP | DOCUMENT | TITLE) != 0
            || words.bits(at) != 0
            || !inner.contains(words.word(at))
        {
            return None;
        }
    }
    // A common noun with a capital is no name by itself ("the President", "Prosecutors").
    if name.len() == 1 && look != Look::Person && !matches!(look, Look::State(..)) {
        let t = traits(words, name.start);
        let known = t & (PERSON | GROUP | DOCUMENT) != 0
            || t & BODY != 0 && !acronym(words.word(name.start));
        let party = matches!(
            words.lower(name.start),
            "republicans"
                | "democrats"
                | "conservatives"
                | "congress"
                | "parliament"
                | "senate"
                | "house"
                | "labour"
                | "pentagon"
                | "treasury"
        );
        if known && !party {
            return None;
        }
    }
    Some(Run {
        tokens: at..end,
        name,
        look,
        gender,
    })
}

/// The words that are capitalised although no sentence begins with them.
fn capitalised_inside<'d>(words: &Words<'d>) -> HashSet<&'d str> {
    let mut out = HashSet::new();
    for sentence in words.document.sentences() {
        if title_case(words, &sentence.tokens) {
            continue;
        }
        let first = sentence
            .tokens
            .clone()
            .find(|&at| words.is_word(at))
            .unwrap_or(sentence.tokens.start);
        out.extend(
            (first + 1..sentence.tokens.end)
                .filter(|&at| words.capital(at))
                .map(|at| words.word(at)),
        );
    }
    out
}

fn acronym(word: &str) -> bool {
    word.chars().filter(|c| c.is_alphabetic()).count() >= 2
        && word
            .chars()
            .all(|c| c.is_uppercase() || c == '.' || c == '&')
}

/// "Foreign, Commonwealth and Development Office": capitalised words, commas, "and", a body's noun.
fn enumerated_body(words: &Words<'_>, at: usize, limit: usize) -> Option<usize> {
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

/// Where the name begins behind its titles, and whether there are any.
fn split_title(words: &Words<'_>, start: usize, end: usize) -> (Range<usize>, bool) {
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

fn look(words: &Words<'_>, start: usize, name: &Range<usize>, title: bool) -> Look {
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
    if lists::place(&written) {
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
    // "Ban Ki-moon, the secretary general", "Noll, 34,"
    if words.word(name.end) == "," {
        let ahead = name.end + 1..(name.end + 7).min(words.document.tokens().len());
        for i in ahead {
            if !words.is_word(i) {
                break;
            }
            if traits(words, i) & (PERSON | TITLE) != 0 {
                return Look::Person;
            }
            if traits(words, i) & BODY != 0 {
                return Look::Body;
            }
        }
    }
    if (2..=3).contains(&name.len()) {
        Look::Person
    } else {
        Look::Unknown
    }
}
