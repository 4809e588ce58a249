//! At whom an attribution is aimed, as words: the object of a verb of accusing, else from the token that
//! was learned to name it to the whole of its noun phrase.
//!
//! Leaves out whom the words mean; see `actors`.

use crate::{
    attributions::Found,
    lexicon::{
        classes::{AUXILIARY, CLAUSE, DETERMINER, PAST, PREPOSITION},
        clauses::OF_A_DEED,
        telling::OF_A_CHARGE,
    },
    span::Span,
    words::Words,
};

/// How far a description reaches back to its article: "the former deputy mayor".
const BACK: usize = 5;

/// How far behind a verb of accusing its object may end, and so many tokens are taken whole.
const AHEAD: usize = 16;
const SHORT: usize = 6;

/// Whom a verb of accusing is about, where the grammar leaves no doubt: *accused | Orr of fraud*, *Orr | was
/// accused | of fraud*. None where it does, and for the charge that somebody did something.
/// `head` is the verb's token; *genocide | charges* has a noun there, and *alleged* takes what is charged and not whom.
#[must_use]
pub(super) fn accused(
    words: &Words<'_>,
    found: &Found,
    head: usize,
    content: &[usize],
) -> Option<Span> {
    let cue = found.cue.first()?.start;
    let before = content.partition_point(|&at| words.document.tokens()[at].span.start < cue);
    if OF_A_CHARGE.begins(words.lower(head)) || before > 0 && !words.is(head, PAST) {
        return None;
    }
    let marks = |at: usize| OF_A_DEED.has(words.lower(at));
    let object = if before > 0 {
        &content[..before]
    } else {
        let mark = content
            .iter()
            .take(AHEAD)
            .position(|&at| marks(at) || words.is(at, CLAUSE) && words.lower(at) != "and")?;
        &content[..mark]
    };
    let end = *content.get(object.len()).unwrap_or(object.last()?);
    let (&first, &last) = (object.first()?, object.last()?);
    if before == 0 && !marks(end) || !words.is_word(last) {
        return None;
    }
    // All of a short one, "Facewise and Oculon"; of a long one what stands before the charge.
    Some(if last - first < SHORT {
        words.document.span(first..last + 1)
    } else {
        phrase(words, last)
    })
}

/// The noun phrase around token `at`, which stands for somebody: a name with all its parts, a pronoun
/// alone, a description with its article.
#[must_use]
pub(super) fn phrase(words: &Words<'_>, at: usize) -> Span {
    let sentence = words.document.sentence_of(at);
    let here = |i: usize| words.document.sentence_of(i) == sentence;
    let (mut from, mut to) = (at, at + 1);
    if words.capital(at) {
        // "Department of Justice", "Bank of Lund": a name goes on over *of*.
        let part = |i: usize| here(i) && words.is_word(i) && words.capital(i);
        loop {
            if from > 0 && part(from - 1) {
                from -= 1;
            } else if from > 1 && words.lower(from - 1) == "of" && part(from - 2) {
                from -= 2;
            } else {
                break;
            }
        }
        let count = words.document.tokens().len();
        while to < count && part(to) {
            to += 1;
        }
        return words.document.span(from..to);
    }
    let border = AUXILIARY | CLAUSE | PREPOSITION;
    for i in (at.saturating_sub(BACK)..at).rev() {
        if !here(i) || !words.is_word(i) || words.is(i, border) {
            break;
        }
        if words.is(i, DETERMINER) {
            from = i;
            break;
        }
    }
    words.document.span(from..to)
}
