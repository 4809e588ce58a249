//! Descriptions as the text has them: from their article to their head, with the name beside them.
//!
//! Leaves out whom they mean; see `describe`.

use std::ops::Range;

use super::{
    cast::Cast,
    entity::Being,
    mentions::{can_speak, mentions_in},
};
use crate::{
    lexicon::{
        classes::{
            ADVERB, AUXILIARY, CLAUSE, DETERMINER, FIRST_PERSON, PREPOSITION, QUESTION_WORD, VERB,
        },
        clauses::OF_TOWNS,
        naming::REGIONS,
        pronouns::{ARTICLES, DETERMINING, POINTING},
        traits::{BODY, DOCUMENT, GROUP, MEDIA, PERSON, TITLE},
    },
    words::Words,
};

/// A description: "the company's chief executive".
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Noun {
    /// From its determiner to its head.
    pub tokens: Range<usize>,
    /// The noun that heads it.
    pub head: usize,
    /// The mention that names the one described: "a lawyer, David Schulz".
    pub apposed: Option<usize>,
}

/// Every description of the text, in order.
pub(super) fn noun_phrases(words: &Words<'_>, cast: &Cast) -> Vec<Noun> {
    let count = words.document.tokens().len();
    let mut out = Vec::new();
    let mut at = 0;
    while at < count {
        let t = words.traits(at);
        let plain = !words.capital(at) || at.checked_sub(1).is_none_or(|b| !words.is_word(b));
        let title = t.intersects(TITLE) && words.capital(at + 1) && !t.intersects(PERSON);
        let tokens = (t.intersects(PERSON | GROUP | BODY | MEDIA | DOCUMENT) && plain && !title)
            .then(|| noun_phrase(words, cast, at))
            .flatten();
        at = tokens.as_ref().map_or(at + 1, |t| t.end);
        if let Some(tokens) = tokens {
            out.push(Noun { head: tokens.end - 1, apposed: beside(words, cast, &tokens), tokens });
        }
    }
    out
}

/// The name set beside a description, behind it or before it: "Heather Samuelson, an assistant".
fn beside(words: &Words<'_>, cast: &Cast, tokens: &Range<usize>) -> Option<usize> {
    // "a manager at the yard, Joan Petrie": the name is the manager's.
    if tokens.start.checked_sub(1).is_some_and(|at| words.is(at, PREPOSITION)) {
        return None;
    }
    apposed(words, cast, tokens).or_else(|| {
        let comma = tokens.start.checked_sub(1).filter(|&at| words.word(at) == ",")?;
        let m = *mentions_in(cast, comma.saturating_sub(6)..comma).last()?;
        let person = cast.entities[cast.mentions[m].entity].being == Being::Person;
        let noun = words.is(tokens.end - 1, PERSON);
        let closes = words.document.tokens().get(tokens.end).is_none_or(|t| !t.is_word())
            || words.is(tokens.end, PREPOSITION)
            || matches!(words.lower(tokens.end), "who" | "whose");
        (cast.mentions[m].tokens.end == comma && person && noun && closes).then_some(m)
    })
}

/// The noun phrase whose head is at `at` or just behind it: from its determiner; none when the noun is part of a name.
fn noun_phrase(words: &Words<'_>, cast: &Cast, at: usize) -> Option<Range<usize>> {
    let mut head = at;
    while can_speak(words, head + 1) && !words.capital(head + 1) {
        head += 1;
    }
    let mut start = at;
    let sentence = words.document.sentences()[words.document.sentence_of(at)].tokens.start;
    while start > sentence && head - start < 7 {
        let before = start - 1;
        let lower = words.lower(before);
        if words.is(before, DETERMINER) || words.is(before, FIRST_PERSON) {
            start = before;
            break;
        }
        let owns = matches!(lower, "'s" | "'" | "’");
        let breaks = words
            .is(before, PREPOSITION | CLAUSE | AUXILIARY | VERB | ADVERB | QUESTION_WORD)
            && !(words.is(before, VERB) && words.capital(before));
        if !owns && (!words.is_word(before) || breaks) {
            break;
        }
        start = before;
    }
    let t = words.traits(at);
    let determined = words.is(start, DETERMINER) || DETERMINING.has(words.lower(start));
    // Without an article only the plural, and only where a sentence or a clause begins with it.
    let begins = start == sentence || !words.is_word(start - 1) || words.is(start - 1, CLAUSE);
    if !determined && !(t.intersects(GROUP) && (begins || !t.intersects(PERSON))) {
        return None;
    }
    // A name behind the noun is what it is the title of: "spokesman John Kirby".
    let named = mentions_in(cast, head + 1..head + 6)
        .first()
        .is_some_and(|&m| cast.mentions[m].tokens.start == head + 1);
    let inside =
        mentions_in(cast, start..head + 1).iter().any(|&m| cast.mentions[m].tokens.end == head + 1);
    (!named && !inside).then_some(start..head + 1)
}

/// The name set beside a description: "the minister, Colin Frew,".
fn apposed(words: &Words<'_>, cast: &Cast, tokens: &Range<usize>) -> Option<usize> {
    let mut end = tokens.end;
    // "the head teacher of Elm School, Alan Moor": over a short complement.
    let limit = (end + 8).min(words.document.tokens().len());
    while end < limit && words.word(end) != "," {
        if end == tokens.end && !words.is(end, PREPOSITION)
            || !words.is_word(end) && !matches!(words.word(end), "'" | "’")
        {
            return None;
        }
        end += 1;
    }
    if end >= limit {
        return None;
    }
    let m = *mentions_in(cast, end + 1..(end + 8).min(words.document.tokens().len())).first()?;
    let t = &cast.mentions[m].tokens;
    let closes = t.end >= words.document.tokens().len()
        || matches!(words.word(t.end), "," | "." | ";" | "—" | "”")
        || words.is(t.end, VERB | PREPOSITION | AUXILIARY);
    let being = cast.entities[cast.mentions[m].entity].being;
    (t.start == end + 1 && closes && being != Being::State && !region(words, t.clone()))
        .then_some(m)
}

/// The phrase without its article.
pub(super) fn bare(words: &Words<'_>, tokens: Range<usize>) -> Range<usize> {
    let mut start = tokens.start;
    while start + 1 < tokens.end
        && (ARTICLES.has(words.lower(start)) || POINTING.has(words.lower(start)))
    {
        start += 1;
    }
    start..tokens.end
}

/// "Salem, N.C.", "Lund, Connecticut": a name that says where the one before its comma is.
fn region(words: &Words<'_>, name: Range<usize>) -> bool {
    let Some(comma) = name.start.checked_sub(1).filter(|&at| words.word(at) == ",") else {
        return false;
    };
    let place = (comma.saturating_sub(5)..comma)
        .rev()
        .find(|&at| !words.capital(at))
        .is_some_and(|at| OF_TOWNS.has(words.lower(at)));
    let short = name.len() == 1 && words.word(name.start).contains('.');
    let one = name.len() == 1 || name.len() == 2 && REGIONS.has(words.word(name.start));
    short && words.word(name.start).len() <= 5 || place && one
}
