//! Descriptions as the text has them: from their article to their head, with the name beside them.
//!
//! Leaves out whom they mean; see `descriptions`.

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
        traits::{GROUP, PERSON, TITLE},
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
    /// The mention that names the one described: "a lawyer, Tove Lund".
    pub apposed: Option<usize>,
}

/// Every description of the text, in order. A capital within a sentence makes a name of a noun, "the Company"; so does a
/// title before a name, "Senator Brook".
pub(super) fn noun_phrases(words: &Words<'_>, cast: &Cast) -> Vec<Noun> {
    let count = words.document.tokens().len();
    let mut out = Vec::new();
    let mut at = 0;
    while at < count {
        let plain = !words.capital(at) || at == 0 || !words.is_word(at - 1);
        let title = words.is(at, TITLE) && words.capital(at + 1) && !words.is(at, PERSON);
        let noun = can_speak(words, at) && plain && !title;
        let Some(tokens) = noun.then(|| noun_phrase(words, cast, at)).flatten() else {
            at += 1;
            continue;
        };
        at = tokens.end;
        out.push(Noun { head: at - 1, apposed: beside(words, cast, &tokens), tokens });
    }
    out
}

/// The name set beside a description, behind it or before it: "Ines Roth, an assistant". None where the noun goes
/// on to what it does: "To Brook, the clerk left".
fn beside(words: &Words<'_>, cast: &Cast, tokens: &Range<usize>) -> Option<usize> {
    let before = tokens.start.checked_sub(1);
    // "a manager at the yard, Joan Petrie": the name is the manager's.
    if before.is_some_and(|at| words.is(at, PREPOSITION)) {
        return None;
    }
    apposed(words, cast, tokens).or_else(|| {
        let comma = before.filter(|&at| words.word(at) == ",")?;
        let m = *mentions_in(cast, comma.saturating_sub(NAME)..comma).last()?;
        let person = cast.entities[cast.mentions[m].entity].being == Being::Person;
        let closes = !words.is_word(tokens.end)
            || words.is(tokens.end, PREPOSITION)
            || matches!(words.lower(tokens.end), "who" | "whose");
        let fits = person && closes && words.is(tokens.end - 1, PERSON);
        (fits && cast.mentions[m].tokens.end == comma).then_some(m)
    })
}

/// Tokens that a name beside a description may take, and a description from its determiner to its head.
const NAME: usize = 6;
const LONGEST: usize = 7;
/// How far behind a description its name may stand.
const BEHIND: usize = 8;

/// The noun phrase whose head is at `at` or just behind it: from its determiner; none when the noun is part of a name, and
/// none for one without an article that is not several: of "police said" there is a phrase, of "mayor said" none.
fn noun_phrase(words: &Words<'_>, cast: &Cast, at: usize) -> Option<Range<usize>> {
    let around = &words.document.sentences()[words.document.sentence_of(at)].tokens;
    let (sentence, end) = (around.start, around.end);
    let mut head = at;
    while head + 1 < end && can_speak(words, head + 1) && !words.capital(head + 1) {
        head += 1;
    }
    let mut start = at;
    while start > sentence && head - start < LONGEST {
        let before = start - 1;
        let opens = words.is(before, DETERMINER | FIRST_PERSON);
        let owns = matches!(words.lower(before), "'s" | "'" | "’");
        // "Promise Care workers": a verb with a capital is part of a name.
        let breaks = words
            .is(before, PREPOSITION | CLAUSE | AUXILIARY | VERB | ADVERB | QUESTION_WORD)
            && !(words.is(before, VERB) && words.capital(before));
        if !opens && !owns && (!words.is_word(before) || breaks) {
            break;
        }
        start = before;
        if opens {
            break;
        }
    }
    let determined = words.is(start, DETERMINER) || DETERMINING.has(words.lower(start));
    // Without an article only the plural, and only where a sentence or a clause begins with it.
    let begins = start == sentence || !words.is_word(start - 1) || words.is(start - 1, CLAUSE);
    if !determined && !(words.is(at, GROUP) && (begins || !words.is(at, PERSON))) {
        return None;
    }
    let end = head + 1;
    // A name behind the noun is what it is the title of: "spokesman Per Strand".
    let named = cast.mentioned_in(end..head + NAME).next().is_some_and(|m| m.tokens.start == end);
    let inside = cast.mentioned_in(start..end).any(|m| m.tokens.end == end);
    (!named && !inside).then_some(start..end)
}

/// The name set behind a description: "the minister, Colin Frew,". None where the name goes on to another thing, as in
/// "behind the school, Elm Court tenants".
fn apposed(words: &Words<'_>, cast: &Cast, tokens: &Range<usize>) -> Option<usize> {
    let count = words.document.tokens().len();
    // "the head teacher of Elm School, Alan Tarn": over a short complement.
    let mut near = tokens.end..(tokens.end + BEHIND).min(count);
    let comma = near.find(|&at| words.word(at) == ",")?;
    let mut over = tokens.end..comma;
    let goes_on = |at: usize| words.is_word(at) || matches!(words.word(at), "'" | "’");
    if comma > tokens.end && !words.is(tokens.end, PREPOSITION) || !over.all(goes_on) {
        return None;
    }
    let m = *mentions_in(cast, comma + 1..(comma + BEHIND).min(count)).first()?;
    let t = &cast.mentions[m].tokens;
    let closes = t.end >= count
        || matches!(words.word(t.end), "," | "." | ";" | "—" | "”")
        || words.is(t.end, VERB | PREPOSITION | AUXILIARY);
    let state = cast.entities[cast.mentions[m].entity].being == Being::State;
    (t.start == comma + 1 && closes && !state && !region(words, t)).then_some(m)
}

/// The phrase without its article.
pub(super) fn bare(words: &Words<'_>, tokens: Range<usize>) -> Range<usize> {
    let leads = |at: usize| ARTICLES.has(words.lower(at)) || POINTING.has(words.lower(at));
    let last = tokens.end.saturating_sub(1).max(tokens.start);
    (tokens.start..last).find(|&at| !leads(at)).unwrap_or(last)..tokens.end
}

/// "in Salem, N.C.", "near Lund, Connecticut": a name that says where the one before its comma is.
fn region(words: &Words<'_>, name: &Range<usize>) -> bool {
    let comma = name.start.checked_sub(1).filter(|&at| words.word(at) == ",");
    let Some(comma) = comma else { return false };
    let place = (comma.saturating_sub(5)..comma)
        .rev()
        .find(|&at| !words.capital(at))
        .is_some_and(|at| OF_TOWNS.has(words.lower(at)));
    let short = name.len() == 1 && words.word(name.start).contains('.');
    let one = name.len() == 1 || name.len() == 2 && REGIONS.has(words.word(name.start));
    short && words.word(name.start).len() <= 5 || place && one
}
