//! Where somebody is spoken of: each name and each description, and how it stands in its sentence.
//!
//! Leaves out pronouns, which are read where they are a source, and who is who; see `merging`.

use std::ops::Range;

use super::{cast::Cast, entity::Mention};
use crate::{
    lexicon::{
        classes::{CLAUSE, PREPOSITION, VERB},
        traits::{BODY, DOCUMENT, GROUP, MEDIA, PERSON},
    },
    words::Words,
};

/// How a mention stands in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Stand {
    /// "Ada Brook:" before what she says.
    Label,
    /// Opens its sentence, a verb behind it.
    Subject,
    /// Opens its sentence: "Ada Brook of the pier board said".
    First,
    /// Has a verb behind it.
    Acts,
    /// Owns what follows: "Brook’s".
    Owns,
    /// Stands behind a preposition.
    Behind,
    Else,
}

/// How many ways there are to stand.
pub(super) const STANDS: usize = 7;

/// Words before a mention that are looked at, and how far behind it its apposition must end: beyond is another phrase.
const LEAD: usize = 3;
const APPOSED: usize = 10;

/// How the mention in `tokens` stands.
pub(super) fn stand(words: &Words<'_>, tokens: &Range<usize>) -> Stand {
    let sentence = &words.document.sentences()[words.document.sentence_of(tokens.start)].tokens;
    let (start, end) = (tokens.start, tokens.end);
    let comma = |&at: &usize| words.word(at) == ",";
    let preposition = |at: usize| words.is(at, PREPOSITION);
    // "Late Monday Brook left": a few words may lead to who does it, with no preposition among them.
    let first = start < sentence.start + LEAD && !(sentence.start..start).any(preposition);
    // Over an apposition: "Brook, the mayor, said".
    let mut apposition = end + 1..(end + APPOSED).min(sentence.end);
    let after = Some(end).filter(comma).and_then(|_| apposition.find(comma));
    let acts = words.is(end, VERB) || after.is_some_and(|comma| words.is(comma + 1, VERB));
    let before = (start.saturating_sub(LEAD).max(sentence.start)..start).rev();
    let inside = |&at: &usize| words.is_word(at) && !words.is(at, VERB | CLAUSE);
    match words.lower(end) {
        ":" => Stand::Label,
        "'s" | "'" => Stand::Owns,
        _ if first && acts => Stand::Subject,
        _ if first => Stand::First,
        _ if before.take_while(inside).any(preposition) => Stand::Behind,
        _ if acts => Stand::Acts,
        _ => Stand::Else,
    }
}

/// Mentions that lie wholly in `tokens`, as indices.
pub(super) fn mentions_in(cast: &Cast, tokens: Range<usize>) -> Vec<usize> {
    let first = cast.mentions.partition_point(|m| m.tokens.start < tokens.start);
    // A title left out of the phrase is no reason to miss the name: "[Sen.] Ruth Alder".
    let reaches = |&m: &usize| cast.mentions[m].tokens.end > tokens.start;
    let first = first.checked_sub(1).filter(reaches).unwrap_or(first);
    (first..cast.mentions.len())
        .take_while(|&m| cast.mentions[m].tokens.start < tokens.end)
        .filter(|&m| cast.mentions[m].tokens.end <= tokens.end)
        .collect()
}

impl Cast {
    /// The same mentions themselves.
    pub fn mentioned_in(&self, tokens: Range<usize>) -> impl DoubleEndedIterator<Item = &Mention> {
        mentions_in(self, tokens).into_iter().map(|m| &self.mentions[m])
    }
}

/// The mention to which token `at` belongs; none for any other word.
pub(super) fn covering(cast: &Cast, at: usize) -> Option<&Mention> {
    let behind = cast.mentions.partition_point(|m| m.tokens.start <= at);
    let mention = &cast.mentions[behind.checked_sub(1)?];
    (mention.tokens.end > at).then_some(mention)
}

/// True for nouns that can stand for someone who speaks.
pub(super) fn can_speak(words: &Words<'_>, at: usize) -> bool {
    words.is(at, PERSON | GROUP | BODY | MEDIA | DOCUMENT)
}
