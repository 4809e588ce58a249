//! Step two: who speaks. The noun phrase before the cue, or behind it where the order is turned.
//!
//! There is no tagger of parts of speech here: a phrase runs until a word that cannot be in one.
//! Leaves out sources that a cue shares with another; see `link`.

use std::ops::Range;

use crate::{
    lexicon::{
        clauses::{BEHIND_NAME, OPENERS, RELATIVE_TIME},
        grammar::Class,
        pronouns::{AMOUNTS, LAST},
        telling::OCCASIONS,
    },
    text::TokenKind,
    words::Words,
};

/// The most tokens looked at on either side; keeps the cost linear on any text.
const REACH: usize = 45;

/// The subject that ends just before token `end`, within `floor..end`.
/// `is_cue` tells the tokens of cues already found. None when there is none to be trusted.
pub(super) fn before(
    r: &Words,
    end: usize,
    floor: usize,
    is_cue: impl Fn(usize) -> bool + Copy,
) -> Option<Range<usize>> {
    let floor = floor.max(end.saturating_sub(REACH));
    let end = without_time(r, end, floor);
    let last = end.checked_sub(1).filter(|&t| t >= floor)?;
    if r.is(last, Class::CONJUNCTION) {
        return None;
    }
    if r.is(last, Class::RELATIVE) || r.is(last, Class::SUBJECT) {
        return Some(last..end);
    }
    if let Some(source) = after_quotation(r, end, floor, is_cue) {
        return Some(source);
    }
    if r.lower(last) == "," {
        return apposition(r, last, floor, is_cue);
    }
    phrase(r, end, floor, is_cue)
}

/// Whose the noun is that follows token `end - 1`: *the city* 's, *his*.
pub(super) fn owner(
    r: &Words,
    end: usize,
    floor: usize,
    is_cue: impl Fn(usize) -> bool,
) -> Option<Range<usize>> {
    let mark = end.checked_sub(1)?;
    if r.is(mark, Class::DETERMINER) {
        return Some(mark..end);
    }
    phrase(r, mark, floor.max(end.saturating_sub(REACH)), is_cue)
}

/// Everything between a closing quotation mark and the cue: “…,” a spokesman for the Home, Health
/// and Labour Office said.
fn after_quotation(
    r: &Words,
    end: usize,
    floor: usize,
    is_cue: impl Fn(usize) -> bool,
) -> Option<Range<usize>> {
    let verbal = |t| {
        is_cue(t)
            || r.is(t, Class::AUXILIARY)
            || r.is(t, Class::SUBJECT)
            || r.is(t, Class::CONJUNCTION) && r.lower(t) != "and"
    };
    let mark = (floor..end)
        .rev()
        .take_while(|&t| !verbal(t))
        .find(|&t| r.kind(t) == Some(TokenKind::DoubleQuote))?;
    let quote = &r.document.quotations()[r.quotation(mark)?];
    let start = mark + 1 + usize::from(r.lower(mark + 1) == ",");
    let spoken = quote.closed && quote.tokens.end == mark + 1 && quote.tokens.len() > 5;
    let noun = r.is(start, Class::DETERMINER) || r.capital(start);
    (spoken && noun && start < end && (start..end).any(|t| r.lower(t) == ",")).then_some(start..end)
}

/// Moves `end` to the left over "on Tuesday", "last week", "in a statement".
pub(super) fn without_time(r: &Words, end: usize, floor: usize) -> usize {
    let mut at = end;
    while at > floor + 1 && r.is_time(at - 1) {
        at -= 1;
    }
    if at == end {
        return end;
    }
    while at > floor + 1
        && (RELATIVE_TIME.has(r.lower(at - 1)) || matches!(r.lower(at - 1), "on" | "in"))
    {
        at -= 1;
    }
    // Nothing left: the day itself was the subject after all.
    if at > floor && r.is_word(at - 1) {
        at
    } else {
        end
    }
}

/// `Name, the chair of this, said`: the phrase before the inner part, together with it.
fn apposition(
    r: &Words,
    comma: usize,
    floor: usize,
    is_cue: impl Fn(usize) -> bool + Copy,
) -> Option<Range<usize>> {
    let (mut inner, mut widest) = (comma, None);
    for _ in 0..3 {
        let Some(opening) = (floor..inner).rev().find(|&t| r.lower(t) == ",") else {
            break;
        };
        let first = opening + 1;
        let plausible = first < comma
            && r.is_word(first)
            && !r.is(first, Class::SUBJECT)
            && !(OPENERS.has(r.lower(first)) || r.lower(first) == "if");
        if plausible && let Some(name) = phrase(r, opening, floor, is_cue) {
            widest = Some(name.start..comma + 1);
        }
        inner = opening;
    }
    widest
}

/// The longest run of tokens before `end` that can be one noun phrase.
fn phrase(
    r: &Words,
    end: usize,
    floor: usize,
    is_cue: impl Fn(usize) -> bool,
) -> Option<Range<usize>> {
    let mut start = end;
    // Set while the tokens met belong to a relative clause whose pronoun lies further left.
    let mut until_relative = None;
    while start > floor {
        let t = start - 1;
        if until_relative.is_some_and(|pronoun| t >= pronoun) {
            start = t;
            continue;
        }
        let verbal = is_cue(t) || r.is(t, Class::AUXILIARY) || r.is(t, Class::NOT);
        if verbal {
            match relative_before(r, t, floor) {
                Some(pronoun) => {
                    until_relative = Some(pronoun);
                    continue;
                }
                None => break,
            }
        }
        if !belongs(r, t, floor) {
            break;
        }
        start = t;
    }
    trimmed(r, start, end)
}

/// `who` or `that` within a clause to the left of `t`, with a noun before it.
fn relative_before(r: &Words, t: usize, floor: usize) -> Option<usize> {
    (floor + 1..t)
        .rev()
        .take(12)
        .take_while(|&p| r.is_word(p) && !r.is(p, Class::SUBJECT))
        .find(|&p| r.lower(p) == "who" && r.is_word(p - 1))
}

fn belongs(r: &Words, t: usize, floor: usize) -> bool {
    let word = r.lower(t);
    match r.kind(t) {
        Some(TokenKind::Word | TokenKind::Number) => {}
        Some(TokenKind::Open | TokenKind::Close) => return true,
        Some(TokenKind::SingleQuote) => return r.quotation(t).is_none(),
        _ => return matches!(word, "&" | "$" | "%" | "/" | "#" | "@"),
    }
    if r.is(t, Class::SUBJECT) && !r.is(t, Class::OBJECT) || r.is(t, Class::WH) {
        return false;
    }
    if r.is(t, Class::SUBORDINATOR) && word != "like" {
        return false;
    }
    if OCCASIONS.has(word) && r.capital(t + 1) {
        return false;
    }
    if r.is(t, Class::CONJUNCTION) {
        // "Smith and Jones", not "he left and Jones".
        return matches!(word, "and" | "or")
            && t > floor
            && r.is_word(t - 1)
            && !(floor..t)
                .rev()
                .take(10)
                .take_while(|&p| r.is_word(p))
                .any(|p| {
                    r.is(p, Class::AUXILIARY) || r.is(p, Class::SUBJECT) && !r.is(p, Class::OBJECT)
                });
    }
    true
}

/// Drops what opens a sentence before its subject; none when no subject is left.
fn trimmed(r: &Words, mut start: usize, end: usize) -> Option<Range<usize>> {
    while start < end {
        let adverb = (r.is(start, Class::ADVERB) || r.is(start, Class::CONJUNCTION))
            && !r.is(start, Class::DETERMINER);
        if adverb
            || !r.is_word(start)
            || r.is_time(start) && start + 1 < end && !r.lower(start + 1).starts_with('\'')
        {
            start += 1;
        } else if r.is(start, Class::PREPOSITION) {
            // "In Ohio on Tuesday the mayor": the phrase begins anew behind it.
            start = (start + 2..end).find(|&p| {
                let bound = r.is(p - 1, Class::PREPOSITION) || r.is(p - 1, Class::DETERMINER);
                !bound && (r.capital(p) && !r.capital(p - 1) || r.is(p, Class::DETERMINER))
            })?;
        } else {
            break;
        }
    }
    let last = end.checked_sub(1).filter(|&l| l >= start && start < end)?;
    let noun = r.is_word(last)
        && !r.is(last, Class::PREPOSITION)
        && !r.is(last, Class::POSSESSIVE)
        && !r.is(last, Class::AUXILIARY)
        && (!r.is(last, Class::DETERMINER)
            || AMOUNTS.has(r.lower(last))
            || LAST.has(r.lower(last)));
    let bracket = r.kind(last) == Some(TokenKind::Close);
    (noun || bracket).then_some(start..end)
}

/// The subject that begins at token `start` (… said John Smith, a lawyer), within `start..ceiling`.
pub(super) fn after(
    r: &Words,
    start: usize,
    ceiling: usize,
    is_cue: impl Fn(usize) -> bool,
) -> Option<Range<usize>> {
    let ceiling = ceiling.min(start + REACH);
    if start >= ceiling || !r.is_word(start) {
        return None;
    }
    if r.is(start, Class::SUBJECT) {
        return Some(start..start + 1);
    }
    if r.is(start, Class::PREPOSITION)
        || r.is(start, Class::SUBORDINATOR)
        || r.is(start, Class::AUXILIARY)
        || r.is(start, Class::OBJECT) && !r.is(start, Class::DETERMINER)
        || r.is_time(start)
        || r.is(start, Class::WH)
        || r.is_adverb(start)
    {
        return None;
    }
    let end = phrase_end(r, start, ceiling, &is_cue);
    let comma = r.lower(end) == "," && end + 1 < ceiling && r.is_word(end + 1);
    if end == start || !comma {
        return (end > start).then_some(start..end);
    }
    let next = end + 1;
    let apposed = r.is(next, Class::DETERMINER)
        || r.capital(next)
        || r.lower(next) == "who"
        || r.lower(next).len() > 3
            && !r.lower(next).ends_with("ing")
            && r.lower(next) != "then"
            && !r.is(next, Class::SUBORDINATOR)
            && !r.is(next, Class::CONJUNCTION)
            && !r.is(next, Class::PREPOSITION)
            && !r.is(next, Class::ADVERB)
            && !r.is(next, Class::RELATIVE)
        || r.kind(next) == Some(TokenKind::Number);
    let relative_cue = r.lower(next) == "who" && (next..next + 4).any(&is_cue);
    if !apposed || relative_cue || is_cue(next) {
        return Some(start..end);
    }
    let close = (next..ceiling)
        .find(|&t| {
            matches!(
                r.kind(t),
                Some(TokenKind::Stop | TokenKind::DoubleQuote | TokenKind::Dash)
            ) || matches!(r.lower(t), "," | ":" | ";")
                || is_cue(t)
        })
        .unwrap_or(ceiling);
    // "According to the data, people …" goes on with its content where no second comma comes.
    if r.lower(start.saturating_sub(1)) == "to"
        && start == r.sentence(start).start + 2
        && r.lower(close) != ","
    {
        return Some(start..end);
    }
    let clause = r.lower(next) != "who" && (next..close).any(|t| r.is(t, Class::AUXILIARY));
    Some(start..if clause { end } else { close })
}

fn phrase_end(r: &Words, start: usize, ceiling: usize, is_cue: impl Fn(usize) -> bool) -> usize {
    let mut at = start;
    while at < ceiling {
        let inside = match r.kind(at) {
            Some(TokenKind::Word | TokenKind::Number) => {
                let after_name = at > start && r.capital(at - 1);
                let preposition = r.is(at, Class::PREPOSITION)
                    && (at == start
                        || after_name && !matches!(r.lower(at), "of" | "for")
                        || BEHIND_NAME.has(r.lower(at))
                        || r.is_time(at + 1));
                !preposition
                    && !r.is_time(at)
                    && !is_cue(at)
                    && !r.is(at, Class::AUXILIARY)
                    && !r.is(at, Class::RELATIVE)
                    && !r.is_subordinator(at)
                    && !r.is_adverb(at)
                    && !(r.is(at, Class::CONJUNCTION) && r.lower(at) != "and")
            }
            Some(TokenKind::Open | TokenKind::Close) => true,
            _ => matches!(r.lower(at), "&" | "'"),
        };
        if !inside {
            break;
        }
        at += 1;
    }
    at
}
