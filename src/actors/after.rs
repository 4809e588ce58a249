//! What is looked at over the whole cast or all attributions: genders, seats of government, through
//! whom a body speaks.
//!
//! Leaves out who is meant by one source, which is judged between these; see `speakers`.

use super::{cast::Cast, entity::Being, resolved::Resolved};
use crate::{
    analysis::SourceKind,
    attributions::Found,
    lexicon::{
        classes::DENY,
        clauses::AUXILIARIES,
        pronouns::{HE, SHE},
        states,
        telling::{ACCUSED, PLEAS},
    },
    span::Span,
    words::Words,
};

/// Gives a seat of government its own words, and what is aimed at it, where nobody else in the article speaks for its
/// state: "The White House said so" is the White House, unless elsewhere "Washington has agreed".
pub(super) fn own_powers(words: &Words<'_>, found: &[Found], cast: &mut Cast, of: &mut [Resolved]) {
    let seat = |span: Option<&Span>| {
        let name = span?.of(words.document.text());
        let name = name.strip_prefix("The ").or(name.strip_prefix("the ")).unwrap_or(name);
        states::own_power(name).then_some(name)
    };
    // States that speak by another name. Seats are added to the cast below: they lie beyond its end.
    let mut acts = vec![false; cast.entities.len()];
    for (f, resolved) in found.iter().zip(&*of) {
        if let Some(state) = resolved.actor.filter(|_| seat(f.source.first()).is_none()) {
            acts[state] = true;
        }
    }
    let mut own = |span: Option<&Span>, who: &mut Option<usize>| {
        if let (Some(name), Some(state)) = (seat(span), *who)
            && acts.get(state) == Some(&false)
            && cast.entities[state].being == Being::State
        {
            *who = Some(cast.seat(name));
        }
    };
    for (f, resolved) in found.iter().zip(of) {
        own(f.source.first(), &mut resolved.actor);
        own(resolved.at.as_ref(), &mut resolved.target);
    }
}

/// How many tokens, and how many names, behind a name are looked at for its pronoun: sentences of any
/// length cost in proportion to it.
const NEAR: usize = 40;

/// A person's gender by the pronouns that follow the name with nobody else between: "Orr said she would
/// stay" tells it of Orr, "Orr said Kost knew she would stay" does not. Weighs less than a title or a given name.
pub(super) fn genders_from_pronouns(words: &Words<'_>, cast: &mut Cast) {
    let Cast { entities, mentions, .. } = cast;
    for (index, mention) in mentions.iter().enumerate() {
        let (entity, start) = (mention.entity, mention.tokens.end);
        if !entities[entity].may_be_person() || entities[entity].gender.abs() >= 2 {
            continue;
        }
        let next = (mentions[index + 1..].iter().take(NEAR))
            .find(|m| m.entity != entity && entities[m.entity].may_be_person())
            .map_or(usize::MAX, |m| m.tokens.start);
        let sentence = words.document.sentence_of(mention.tokens.start);
        let end = words.document.sentences()[sentence].tokens.end.min(next).min(start + NEAR);
        let evidence = (start..end)
            .map(|at| words.lower(at))
            .find_map(|word| HE.has(word).then_some(1).or_else(|| SHE.has(word).then_some(-1)));
        entities[entity].gender += evidence.unwrap_or(0);
    }
}

/// A body's words that a spokesperson in the same sentence is given as the source of: "Halden Ferries is
/// sorry, its spokeswoman Mia Orr said." Looks two attributions back and two ahead, as a sentence has few.
pub(super) fn through(words: &Words<'_>, found: &[Found], cast: &Cast, of: &mut [Resolved]) {
    let sentence = |f: &Found| {
        let at = words.place(&f.cue).or_else(|| words.place(&f.content));
        at.map(|at| words.document.sentence_of(at))
    };
    let being = |e: usize| cast.entities[e].being;
    for index in 0..found.len() {
        let body = of[index].actor.filter(|&a| matches!(being(a), Being::State | Being::Body));
        let (Some(actor), Some(here)) = (body, sentence(&found[index])) else {
            continue;
        };
        of[index].through = (index.saturating_sub(2)..(index + 3).min(found.len()))
            .filter(|&i| i != index && sentence(&found[i]) == Some(here))
            .filter_map(|i| of[i].actor)
            .find(|&a| {
                let e = &cast.entities[a];
                a != actor
                    && e.being == Being::Person
                    && e.source_kind() == SourceKind::Spokesperson
                    // Of another body it is no voice of this one; a state has many bodies.
                    && e.speaks_for.is_none_or(|b| b == actor || being(actor) == Being::State)
            });
    }
}

/// For each of the cast: whether it is named in a sentence that speaks of denying, or whoever is accused is.
/// Of such a one nobody may say that it has no words of its own. And whether anything is denied at all.
pub(super) fn beside_denial(words: &Words<'_>, cast: &Cast) -> (Vec<bool>, bool) {
    let mut denies = vec![false; words.document.sentences().len()];
    // A plea denies too, whichever verb brings it: "pleaded not guilty", "a not-guilty plea".
    let plea = |at: usize| match words.lower(at) {
        "guilty" => words.before(at) == "not",
        word => PLEAS.has(word),
    };
    let mut tokens = 0..words.document.tokens().len();
    for at in tokens.clone().filter(|&at| words.is(at, DENY) || plea(at)) {
        denies[words.document.sentence_of(at)] = true;
    }
    // "The accused denies it", "all three defendants are contesting the charges".
    let all = tokens.any(|at| {
        let noun = at > 0 && !AUXILIARIES.has(words.lower(at - 1));
        denies[words.document.sentence_of(at)] && noun && ACCUSED.has(words.lower(at))
    });
    let mut out = vec![all; cast.entities.len()];
    for mention in &cast.mentions {
        out[mention.entity] |= denies[words.document.sentence_of(mention.tokens.start)];
    }
    (out, denies.contains(&true))
}
