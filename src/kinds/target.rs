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

/// How far a description reaches back to its article: "the former deputy mayor".
const BACK: usize = 5;

/// The noun phrase around token `at`, which stands for somebody: a name with all its parts, a pronoun
/// alone, a description with its article.
#[must_use]
pub fn phrase(words: &Words<'_>, at: usize) -> Span {
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
    if [HE, SHE, THEY, IT].iter().any(|list| list.has(words.lower(at))) {
        return words.document.span(at..at + 1);
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
