//! From a token that was learned to name somebody to the whole of its noun phrase.
//!
//! Leaves out whom the words mean; see `actors`.

use crate::{
    lexicon::{
        classes::{AUXILIARY, CLAUSE, DETERMINER, PREPOSITION},
        pronouns::{HE, IT, SHE, THEY},
    },
    span::Span,
    words::Words,
};

/// How far a description reaches back to its article: "the former deputy mayor". Farther away stands another's.
const BACK: usize = 5;

/// The noun phrase around token `at`, which stands for somebody: a name with all its parts, a pronoun
/// alone, a description with its article; of "blamed staff" the one word, as no article is there.
#[must_use]
pub fn phrase(words: &Words<'_>, at: usize) -> Span {
    let sentence = words.document.sentence_of(at);
    let here = |i: usize| words.document.sentence_of(i) == sentence;
    if words.capital(at) {
        let mut from = at;
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
        let to = (at + 1..count).find(|&i| !part(i)).unwrap_or(count);
        return words.document.span(from..to);
    }
    let alone = [HE, SHE, THEY, IT].iter().any(|list| list.has(words.lower(at)));
    let inside = |i: &usize| {
        here(*i) && words.is_word(*i) && !words.is(*i, AUXILIARY | CLAUSE | PREPOSITION)
    };
    let before = at.saturating_sub(if alone { 0 } else { BACK })..at;
    let article = before.rev().take_while(inside).find(|&i| words.is(i, DETERMINER));
    words.document.span(article.unwrap_or(at)..at + 1)
}
