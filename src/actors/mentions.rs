//! Where somebody is spoken of: each name and each description, and how it stands in its sentence.
//!
//! Leaves out pronouns, which are read where they are a source, and who is who; see `cast`.

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
    /// Opens its sentence.
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

/// How the mention in `tokens` stands.
pub(super) fn stand(words: &Words<'_>, tokens: &Range<usize>) -> Stand {
    let sentence = &words.document.sentences()[words.document.sentence_of(tokens.start)].tokens;
    let end = tokens.end;
    if words.word(end) == ":" {
        return Stand::Label;
    }
    if matches!(words.lower(end), "'s" | "'") {
        return Stand::Owns;
    }
    let first = tokens.start < sentence.start + 3
        && !(sentence.start..tokens.start).any(|at| words.is(at, PREPOSITION));
    // Over an apposition: "Brook, the mayor, said".
    let after = if words.word(end) == "," {
        (end + 1..(end + 10).min(sentence.end))
            .find(|&at| words.word(at) == ",")
            .map_or(end, |comma| comma + 1)
    } else {
        end
    };
    let acts = words.is(end, VERB) || words.is(after, VERB);
    if first {
        return if acts { Stand::Subject } else { Stand::First };
    }
    let behind = (tokens.start.saturating_sub(3).max(sentence.start)..tokens.start)
        .rev()
        .take_while(|&at| words.is_word(at) && !words.is(at, VERB | CLAUSE))
        .any(|at| words.is(at, PREPOSITION));
    if behind {
        Stand::Behind
    } else if acts {
        Stand::Acts
    } else {
        Stand::Else
    }
}

/// Mentions that lie wholly in `tokens`, as indices.
pub(super) fn mentions_in(cast: &Cast, tokens: Range<usize>) -> Vec<usize> {
    let mut first = cast.mentions.partition_point(|m| m.tokens.start < tokens.start);
    // A title left out of the phrase is no reason to miss the name: "[Sen.] Ruth Alder".
    if first > 0 && cast.mentions[first - 1].tokens.end > tokens.start {
        first -= 1;
    }
    (first..cast.mentions.len())
        .take_while(|&m| cast.mentions[m].tokens.start < tokens.end)
        .filter(|&m| cast.mentions[m].tokens.end <= tokens.end)
        .collect()
}

/// The mention to which token `at` belongs.
pub(super) fn covering(cast: &Cast, at: usize) -> Option<&Mention> {
    let behind = cast.mentions.partition_point(|m| m.tokens.start <= at);
    let mention = &cast.mentions[behind.checked_sub(1)?];
    (mention.tokens.end > at).then_some(mention)
}

/// True for nouns that can stand for someone who speaks.
pub(super) fn can_speak(words: &Words<'_>, at: usize) -> bool {
    words.is(at, PERSON | GROUP | BODY | MEDIA | DOCUMENT)
}
