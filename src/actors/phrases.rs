//! What a noun phrase says: the name in it, or the noun that heads it with what surrounds it.
//!
//! Reads one phrase by its words ("a lawyer for the news outlets, David Schulz,"). Leaves out who is
//! meant when it holds no name; see `describe`.

use std::ops::Range;

use super::{
    cast::Cast,
    entity::Being,
    lists::{BODY, DOCUMENT, GROUP, MEDIA, PERSON, SPEAKS},
    names::traits,
    pronouns::{self, Pronoun},
};
use crate::kinds::{
    Words,
    vocabulary::{ADVERB, AUXILIARY, CLAUSE, PREPOSITION},
};

/// A phrase, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Phrase {
    /// The token of the pronoun.
    Pronoun(usize, Pronoun),
    /// Mentions (indices into [`Cast::mentions`]) that are the phrase itself; several when joined.
    Named(Vec<usize>),
    /// A description.
    Noun(Noun),
    /// Nothing to read.
    Empty,
}

/// A description: "the company's chief executive", "a spokesperson for Summit Housing".
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Noun {
    /// The phrase up to its first preposition or clause.
    pub tokens: Range<usize>,
    /// The same with a complement that belongs to it ("residents of Elm Court").
    pub whole: Range<usize>,
    /// The noun that heads it.
    pub head: usize,
    /// Names the one described: "a lawyer, David Schulz".
    pub apposed: Option<usize>,
}

/// Tokens that may stand before a phrase without belonging to it.
fn leads(words: &Words<'_>, at: usize) -> bool {
    !words.is_word(at)
        || matches!(
            words.lower(at),
            "from"
                | "by"
                | "according"
                | "to"
                | "as"
                | "even"
                | "both"
                | "and"
                | "but"
                | "that"
                | "of"
                | "for"
                | "in"
                | "on"
        ) && !words.capital(at)
        || words.is(at, ADVERB) && !words.capital(at)
}

/// Reads the phrase in `tokens`. Commas inside a name do not end it.
pub(super) fn read(words: &Words<'_>, cast: &Cast, tokens: Range<usize>) -> Phrase {
    let (mut start, mut end) = (tokens.start, tokens.end);
    if tokens.len() == 1
        && let Some(p) = pronouns::pronoun(words.lower(start))
        && (p != Pronoun::Other)
        && !(words.word(start).len() == 2 && words.word(start).chars().all(char::is_uppercase))
    {
        return Phrase::Pronoun(start, p);
    }
    while start + 1 < end && leads(words, start) {
        start += 1;
    }
    while end > start
        && (!words.is_word(end - 1)
            || matches!(
                words.lower(end - 1),
                "all" | "also" | "then" | "'s" | "himself" | "herself" | "itself" | "themselves"
            ))
    {
        end -= 1;
    }
    if start >= end {
        return Phrase::Empty;
    }
    if end - start == 1
        && let Some(p) = pronouns::pronoun(words.lower(start))
        && words.word(start) != "US"
    {
        return Phrase::Pronoun(start, p);
    }
    let inside: Vec<usize> = mentions_in(cast, start..end);
    let joined = joined_names(words, cast, &inside, start, end);
    if joined.len() > 1 {
        return Phrase::Named(joined);
    }
    let main_end = main_end(words, cast, &inside, start, end);
    // "many of whom": those named before the phrase.
    if end - start >= 2
        && matches!(words.lower(end - 1), "whom" | "which")
        && words.lower(end - 2) == "of"
    {
        let pronoun = if words.lower(end - 1) == "whom" {
            Pronoun::Who
        } else {
            Pronoun::Which
        };
        return Phrase::Pronoun(start, pronoun);
    }
    // The name closes the phrase: "National Security Council spokesman John Kirby".
    let closing = inside
        .iter()
        .copied()
        .find(|&m| cast.mentions[m].tokens.end == main_end);
    if let Some(m) = closing {
        let before = start..cast.mentions[m].tokens.start;
        let plain = !before
            .clone()
            .any(|at| words.is(at, PREPOSITION) && !within(cast, &inside, at));
        // "the campaign and DNC" is two; "founder and director Jo Ash" one.
        let two = before.clone().any(|at| {
            matches!(words.lower(at), "and" | "&")
                && !within(cast, &inside, at)
                && at > start
                && traits(words, at - 1) & PERSON == 0
        });
        if plain && !two {
            return Phrase::Named(vec![m]);
        }
    }
    let cut = (start..main_end)
        .find(|&at| {
            at > start
                && (reduced(words, cast, &inside, at, main_end)
                    || words.is(at, PREPOSITION | CLAUSE | AUXILIARY)
                        && !within(cast, &inside, at)
                        && !matches!(words.lower(at), "and" | "or" | "'s"))
        })
        .unwrap_or(main_end);
    // "the press and by the town": what is joined begins anew behind the preposition.
    let cut = if cut > start + 1 && words.lower(cut - 1) == "and" {
        cut - 1
    } else {
        cut
    };
    // "Republicans on the committee", "members of": a name that ends where the complement begins.
    if let Some(m) = inside
        .iter()
        .copied()
        .find(|&m| cast.mentions[m].tokens.end == cut && cut < main_end)
        .filter(|&m| cast.entities[cast.mentions[m].entity].named)
    {
        // "members of": no longer the name alone, unless it is somebody's.
        let relative = words.is(cut, PREPOSITION) && words.lower(cut) != "of";
        let person = cast.entities[cast.mentions[m].entity].being == Being::Person;
        if relative || person || words.is(cut, CLAUSE) {
            return Phrase::Named(vec![m]);
        }
    }
    let head = (start..cut)
        .rev()
        .find(|&at| words.is_word(at) && words.lower(at) != "'s")
        .unwrap_or(start);
    // "officials | close to the talks": the adjective belongs to what makes them a source.
    let (head, cut) = if tells_how_near(words, head) && head > start && can_speak(words, head - 1) {
        (head - 1, head)
    } else {
        (head, cut)
    };
    let apposed = inside.iter().copied().find(|&m| {
        let t = &cast.mentions[m].tokens;
        t.start > main_end
            && !region(words, t.clone())
            && !words.is_word(t.start - 1)
            && (t.end >= end || !words.is_word(t.end))
            && t.start - main_end <= 2
    });
    Phrase::Noun(Noun {
        tokens: start..cut,
        whole: start..complement_end(words, head, cut, main_end),
        head,
        apposed,
    })
}

/// "Salem, N.C.", "Lund, Connecticut": a name that says where the one before its comma is.
pub(super) fn region(words: &Words<'_>, name: Range<usize>) -> bool {
    let Some(comma) = name
        .start
        .checked_sub(1)
        .filter(|&at| words.word(at) == ",")
    else {
        return false;
    };
    let place = (comma.saturating_sub(5)..comma)
        .rev()
        .find(|&at| !words.capital(at))
        .is_some_and(|at| matches!(words.lower(at), "in" | "near" | "from" | "outside"));
    let short = name.len() == 1 && words.word(name.start).contains('.');
    let one = name.len() == 1
        || name.len() == 2
            && matches!(
                words.word(name.start),
                "New" | "North" | "South" | "West" | "Rhode"
            );
    short && words.word(name.start).len() <= 5 || place && one
}

/// How far a complement belongs to the description: "residents of Elm Court", but of an unnamed
/// source only what makes it a source ("a person familiar with the talks").
fn complement_end(words: &Words<'_>, head: usize, cut: usize, end: usize) -> usize {
    let t = traits(words, head);
    let own =
        matches!(words.lower(cut), "of" | "for" | "at" | "in" | "by") || tells_how_near(words, cut);
    let short = end - cut <= 6 && !(cut..end).any(|at| words.is(at, CLAUSE));
    // "a number of experts": of whom it is a part.
    let part = matches!(
        words.lower(head),
        "number"
            | "majority"
            | "minority"
            | "proportion"
            | "share"
            | "handful"
            | "percentage"
            | "lot"
    );
    let kind = part || t & (GROUP | DOCUMENT | PERSON | BODY) != 0;
    let source = matches!(words.lower(head), "source" | "sources") && !tells_how_near(words, cut);
    if own && short && kind && t & SPEAKS == 0 && !source {
        end
    } else {
        cut
    }
}

/// Adjectives that stand behind the noun and tell why a source knows: "familiar with", "close to".
fn tells_how_near(words: &Words<'_>, at: usize) -> bool {
    matches!(
        words.lower(at),
        "familiar" | "close" | "privy" | "briefed" | "involved"
    ) && words.is(at + 1, PREPOSITION)
        || words.lower(at) == "privy"
}

/// A clause without its *who*: "judges | handling requests", "people | Republicans have tried".
fn reduced(words: &Words<'_>, cast: &Cast, inside: &[usize], at: usize, end: usize) -> bool {
    if !can_speak(words, at - 1) || words.capital(at - 1) {
        return false;
    }
    let lower = words.lower(at);
    let participle =
        (lower.ends_with("ing") || lower.ends_with("ed")) && at + 1 < end && !can_speak(words, at);
    let subject = inside
        .iter()
        .any(|&m| cast.mentions[m].tokens.start == at && cast.mentions[m].tokens.end < end);
    participle || subject
}

fn within(cast: &Cast, inside: &[usize], at: usize) -> bool {
    inside
        .iter()
        .any(|&m| cast.mentions[m].tokens.contains(&at))
}

/// Mentions that lie wholly in `tokens`.
pub(super) fn mentions_in(cast: &Cast, tokens: Range<usize>) -> Vec<usize> {
    let mut first = cast
        .mentions
        .partition_point(|m| m.tokens.start < tokens.start);
    // A title left out of the phrase is no reason to miss the name: "[Sen.] Ruth Alder".
    if first > 0 && cast.mentions[first - 1].tokens.end > tokens.start {
        first -= 1;
    }
    (first..cast.mentions.len())
        .take_while(|&m| cast.mentions[m].tokens.start < tokens.end)
        .filter(|&m| cast.mentions[m].tokens.end <= tokens.end)
        .collect()
}

/// Where the phrase proper ends: at a comma, a bracket or a dash outside any name.
fn main_end(words: &Words<'_>, cast: &Cast, inside: &[usize], start: usize, end: usize) -> usize {
    (start + 1..end)
        .find(|&at| {
            !words.is_word(at)
                && matches!(
                    words.word(at),
                    "," | "(" | "—" | "–" | "--" | "-" | ":" | ";"
                )
                && !within(cast, inside, at)
        })
        .unwrap_or(end)
}

/// "Jeff Merkley (D-Ore.), Sherrod Brown (D-Ohio) and Robert Menendez": the names, when nothing but
/// names, titles, commas, brackets and *and* make up the phrase.
fn joined_names(
    words: &Words<'_>,
    cast: &Cast,
    inside: &[usize],
    start: usize,
    end: usize,
) -> Vec<usize> {
    let [first, rest @ ..] = inside else {
        return Vec::new();
    };
    if rest.is_empty() || cast.mentions[*first].tokens.start > start + 2 {
        return Vec::new();
    }
    let mut out = vec![*first];
    let mut and = false;
    for &m in rest {
        let last = cast.mentions[out[out.len() - 1]].tokens.end;
        let gap = between(words, last, cast.mentions[m].tokens.start);
        let Some(gap) = gap else { continue };
        // A party tag such as "R-Tenn." may have been read as a name of its own.
        let written = words.word(cast.mentions[m].tokens.start);
        if written.contains('-') && written.len() <= 8 && cast.mentions[m].tokens.len() == 1 {
            continue;
        }
        // "the mayor, a banker, and his wife": what stands between commas tells who the mayor is.
        let opens = cast.mentions[m].tokens.start;
        let described = matches!(words.lower(opens), "a" | "an") && gap == [","];
        if described && words.word(cast.mentions[m].tokens.end) == "," {
            continue;
        }
        let and_here = gap.contains(&"and") || gap.contains(&"&");
        let tagged =
            gap.len() <= 5 && gap.first() == Some(&",") && (gap.last() == Some(&",") || and_here);
        if !(gap == [","] || and_here && gap.len() <= 3 || tagged) {
            break;
        }
        and |= and_here;
        out.push(m);
    }
    let tail = cast.mentions[out[out.len() - 1]].tokens.end;
    let closed = tail + 1 >= end || matches!(words.word(tail), "(" | ",");
    // "the Gannett newspaper chain": the last name may open a description of its own.
    let described = (tail..end).all(|at| words.is_word(at) && !words.is(at, PREPOSITION | CLAUSE))
        && end - tail <= 2;
    if and && (closed || described) {
        out
    } else {
        Vec::new()
    }
}

/// The words between two names without what stands in brackets; none when `to` is inside brackets.
fn between<'w>(words: &'w Words<'_>, from: usize, to: usize) -> Option<Vec<&'w str>> {
    let mut out = Vec::new();
    let mut depth = 0;
    for at in from..to {
        match words.word(at) {
            "(" => depth += 1,
            ")" => depth -= 1,
            _ if depth == 0 => out.push(words.lower(at)),
            _ => {}
        }
    }
    (depth == 0).then_some(out)
}

/// True for nouns that can stand for someone who speaks.
pub(super) fn can_speak(words: &Words<'_>, at: usize) -> bool {
    traits(words, at) & (PERSON | GROUP | BODY | MEDIA | DOCUMENT) != 0
}
