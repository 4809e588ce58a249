//! Noun phrases that name somebody: the subject of a verb, and whether it is one who can do wrong.
//!
//! Leaves out whom the words mean; see `actors`.

use super::{
    content::Content,
    vocabulary::{
        ADVERB, ATTEMPT, AUXILIARY, CLAUSE, DETERMINER, FIRST_PERSON, NOUN, PARTY, PAST,
        PREPOSITION, VERB,
    },
    words::Words,
};
use crate::span::Span;

/// The subject of the verb at `tokens[verb]`, or whose act it is: "the firm had bribed" gives "the
/// firm", "Russia's acquisition violates" gives "Russia". None when no clear subject stands there.
pub(super) fn subject(content: &Content<'_>, verb: usize) -> Option<Span> {
    let words = content.words;
    let tokens = content.tokens;
    let mut end = verb;
    // "the system is being rigged": by nobody named.
    if verb > 0 && words.lower(tokens[verb - 1]) == "being" {
        return None;
    }
    // "had attempted to hack": who attempted.
    if end > 1 && words.lower(tokens[end - 1]) == "to" && words.is(tokens[end - 2], ATTEMPT) {
        end -= 2;
    }
    while end > 0
        && (words.is(tokens[end - 1], AUXILIARY | ADVERB)
            || end > 1 && words.lower(tokens[end - 1]).ends_with("ly"))
        && !words.capital(tokens[end - 1])
        && (words.lower(tokens[end - 1]) != "'s" || end > 1 && pronoun(words, tokens[end - 2]))
    {
        end -= 1;
    }
    // "its director, Conrad Vale, hid it": the name of the two; "Vale, its director, hid it" alike.
    if end > 1 && words.word(tokens[end - 1]) == "," {
        let close = end - 1;
        let open = (close.saturating_sub(9)..close)
            .rev()
            .find(|&i| words.word(tokens[i]) == ",")?;
        if words.capital(tokens[open + 1]) {
            return run(words, tokens, open + 1, close);
        }
        end = open;
    }
    // "her husband “threatened": the quotation may begin with the verb.
    while end > 0 && matches!(words.word(tokens[end - 1]), "“" | "\"" | "‘") {
        end -= 1;
    }
    // "took bribes": the act is named by a noun behind the verb.
    while end > 1 && words.is(tokens[end - 1], PAST) && !words.capital(tokens[end - 1]) {
        end -= 1;
    }
    let mut start = end;
    while start > 0 {
        let at = tokens[start - 1];
        if start < tokens.len() && tokens[start] > at + 1
            || !words.is_word(at) && words.word(at) != "'"
            || words.is(at, CLAUSE) && words.lower(at) != "and"
            || finite(words, at)
        {
            break;
        }
        start -= 1;
    }
    // "just last week the guards": when it was, not who.
    while start + 1 < end && words.is(tokens[start], ADVERB) | when(words.lower(tokens[start])) {
        start += 1;
    }
    if start >= end || end - start > 12 {
        return None;
    }
    let run_tokens = &tokens[start..end];
    let first = run_tokens[0];
    if run_tokens.len() == 1 && !words.capital(first) {
        // "soldiers", "police": several of a kind need no article.
        let several = words.is(first, PARTY)
            && (words.lower(first).ends_with('s') || words.lower(first) == "police");
        return (several || pronoun(words, first)).then(|| words.document.span(first..first + 1));
    }
    // Whose act: cut at a possessive, when what is owned is a thing done.
    if let Some(p) = run_tokens
        .iter()
        .position(|&at| matches!(words.lower(at), "'s" | "'"))
    {
        let owned = run_tokens.get(p + 1).copied().unwrap_or(first);
        if p > 0 && words.lower(owned).ends_with("ion") {
            return run(words, tokens, start, start + p);
        }
    }
    if run_tokens
        .iter()
        .any(|&at| words.is(at, FIRST_PERSON) && !words.is(at, DETERMINER))
    {
        return None;
    }
    let named = words.capital(first) || words.is(first, DETERMINER);
    if !named || words.is(first, PREPOSITION) {
        return None;
    }
    // The head stands before a preposition: "bankers at the branch"; keep the whole phrase.
    run(words, tokens, start, end)
}

/// Words that tell when, at the head of a clause.
fn when(lower: &str) -> bool {
    matches!(
        lower,
        "last"
            | "next"
            | "week"
            | "month"
            | "year"
            | "night"
            | "yesterday"
            | "today"
            | "earlier"
            | "recently"
    )
}

pub(super) fn pronoun(words: &Words<'_>, at: usize) -> bool {
    matches!(words.lower(at), "he" | "she" | "they")
}

/// A verb of another clause: "the firm *felt* the articles", "Orr *created* the fund".
pub(super) fn finite(words: &Words<'_>, at: usize) -> bool {
    if words.capital(at) || words.is(at, DETERMINER | NOUN) {
        return false;
    }
    let lower = words.lower(at);
    let described = at > 0 && words.is(at - 1, DETERMINER | PREPOSITION);
    words.is(at, VERB) && (lower.ends_with("ed") || lower == "said")
        || lower.ends_with("ed") && lower.len() > 4 && !described && !lower.contains('-')
        || matches!(
            lower,
            "felt"
                | "thought"
                | "knew"
                | "think"
                | "thinks"
                | "believe"
                | "believes"
                | "say"
                | "says"
                | "feel"
                | "feels"
                | "know"
                | "knows"
        )
}

/// Someone who can do wrong: a name, or a noun for people or a body heads the words.
pub(super) fn party(words: &Words<'_>, span: Span) -> bool {
    let inside = words.document.tokens_in(span);
    // "It Proves She", "What the Guards": capitals of a headline, or a clause of its own.
    let clause = inside.len() > 1
        && inside.clone().any(|at| {
            matches!(
                words.lower(at),
                "it" | "he" | "she" | "they" | "we" | "you" | "i" | "what"
            )
        });
    if clause {
        return false;
    }
    let end = inside
        .clone()
        .find(|&at| at > inside.start && (words.is(at, PREPOSITION) || words.lower(at) == ","))
        .unwrap_or(inside.end);
    let Some(head) = (inside.start..end).rev().find(|&at| words.is_word(at)) else {
        return false;
    };
    words.is(head, PARTY)
        || words.capital(head) && !words.is(head, PREPOSITION | CLAUSE | DETERMINER)
        || inside.len() == 1 && pronoun(words, head)
}

/// "a story where God cheats": of higher powers tales are told, and nothing is charged.
pub(super) fn beyond_blame(words: &Words<'_>, span: Span) -> bool {
    let inside = words.document.tokens_in(span);
    inside.len() == 1
        && matches!(
            words.lower(inside.start),
            "god" | "allah" | "satan" | "fate" | "nature" | "fortune"
        )
}

/// Trims a run of tokens to the noun phrase in it and gives its bytes; none when nothing is left, or
/// when it is too long to be a name or a short description.
pub(super) fn phrase(words: &Words<'_>, mut from: usize, mut to: usize) -> Option<Span> {
    while from < to && (!words.is_word(from) || words.is(from, ADVERB) && !words.capital(from)) {
        from += 1;
    }
    while to > from && (!words.is_word(to - 1) && !words.word(to - 1).ends_with('.')) {
        to -= 1;
    }
    (from < to && to - from <= 14).then(|| words.document.span(from..to))
}

/// The stretch of `tokens[i..j]` as one run of the document; none when it has gaps.
pub(super) fn run(words: &Words<'_>, tokens: &[usize], i: usize, j: usize) -> Option<Span> {
    let (first, last) = (*tokens.get(i)?, *tokens.get(j.checked_sub(1)?)?);
    (i < j && last.checked_sub(first) == Some(j - 1 - i)).then(|| phrase(words, first, last + 1))?
}
