//! What surrounds a verb: its auxiliaries to the left, and whether it is a verb at all.
//!
//! Many verbs of reporting are nouns as well (claims, reports); without a tagger of parts of speech
//! the neighbours decide.

use crate::{
    lexicon::{
        self,
        grammar::Class,
        pronouns::{AMOUNTS, PLURAL, SINGULAR, VERBS_FOLLOW},
        telling::NOUNS_TOO,
    },
    text::TokenKind,
    words::Words,
};

/// The start of the verb group that ends in the head at `at`, and whether a form of *be* is the
/// last auxiliary.
pub(super) fn with_auxiliaries(r: &Words, at: usize, floor: usize) -> (usize, bool) {
    let (mut start, mut be) = (at, None);
    while start > floor && at - start < 6 {
        let t = start - 1;
        let contracted = r.is(t, Class::POSSESSIVE)
            && r.lower(t) == "'s"
            && t > 0
            && r.is(t - 1, Class::SUBJECT);
        if r.is(t, Class::AUXILIARY) || contracted {
            be.get_or_insert(r.is(t, Class::BE));
        } else if !(r.is(t, Class::NOT) || r.is_adverb(t)) {
            break;
        }
        start = t;
    }
    // An adverb that stands first in its sentence belongs to the sentence.
    while start < at
        && !r.is(start, Class::AUXILIARY)
        && (start == floor || !r.is_word(start - 1) && r.lower(start - 1) != ",")
        && be.is_none()
        && r.capital(start)
    {
        start += 1;
    }
    (start, be.unwrap_or(false))
}

/// Words after which a form in -s or -ed is a noun or an adjective.
pub(super) fn is_modifier(r: &Words, at: usize) -> bool {
    r.is(at, Class::POSSESSIVE)
        || r.is(at, Class::PREPOSITION)
        || r.is(at, Class::DETERMINER)
            && !(AMOUNTS.has(r.lower(at)) || VERBS_FOLLOW.has(r.lower(at)))
        || r.is(at, Class::BE)
}

/// A form that is a plural noun as well (claims, attacks) and stands like one: before a verb, a
/// preposition or a stop, or behind a bare adjective.
pub(super) fn is_noun(r: &Words, at: usize, end: usize) -> bool {
    if r.is(end, Class::AUXILIARY) || r.is(end, Class::POSSESSIVE) && !r.is(end, Class::DETERMINER)
    {
        return true;
    }
    let both = lexicon::look_up(r.lower(at))
        .iter()
        .any(|h| h.entry.class == lexicon::Class::Noun)
        || NOUNS_TOO.has(r.lower(at));
    if !both || end > at + 1 {
        return false;
    }
    let subject = (at.saturating_sub(4)..at).any(|t| {
        r.is(t, Class::SUBJECT)
            || r.is(t, Class::RELATIVE)
            || r.is(t, Class::DETERMINER)
            || r.capital(t)
    });
    let object = r.is(end, Class::DETERMINER)
        || r.is(end, Class::SUBJECT)
        || r.is(end, Class::WH)
        || r.is(end, Class::OBJECT)
        || r.capital(end)
        || r.quotation(end).is_some()
        || r.kind(end) == Some(TokenKind::Number)
        || matches!(r.lower(end), "that" | "to" | ":" | ",")
        || r.kind(end) == Some(TokenKind::Word)
            && !r.is(end, Class::PREPOSITION)
            && !r.is(end, Class::CONJUNCTION);
    !subject || !object
}

/// Words that may be the subject of a verb in its base form: the Republicans claim, people say.
pub(super) fn takes_plural(r: &Words, at: usize) -> bool {
    let word = r.lower(at);
    if r.is(at, Class::SUBJECT) {
        return !SINGULAR.has(word);
    }
    if r.is(at, Class::RELATIVE) {
        return word != "that" || at > 0 && r.lower(at - 1).ends_with('s');
    }
    if AMOUNTS.has(word) || PLURAL.has(word) {
        return true;
    }
    r.is_word(at)
        && word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("us")
        && !r.is(at, Class::DETERMINER)
        && !r.is(at, Class::POSSESSIVE)
        && !r.is(at, Class::AUXILIARY)
        && !r.is(at, Class::ADVERB)
}
