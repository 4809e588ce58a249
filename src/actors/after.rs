//! What is looked at over the whole cast or all attributions: genders, seats of government, through
//! whom a body speaks.

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
/// state.
pub(super) fn own_powers(words: &Words<'_>, found: &[Found], cast: &mut Cast, of: &mut [Resolved]) {
    let seat = |span: Option<&Span>| {
        let name = span?.of(words.document.text());
        let name = name.strip_prefix("The ").or(name.strip_prefix("the ")).unwrap_or(name);
        states::own_power(name).then(|| name.to_owned())
    };
    // States that speak by another name.
    let mut acts = vec![false; cast.entities.len()];
    for (f, resolved) in found.iter().zip(&*of) {
        if let Some(state) = resolved.actor.filter(|_| seat(f.source.first()).is_none()) {
            acts[state] = true;
        }
    }
    let own = |cast: &mut Cast, span: Option<&Span>, who: &mut Option<usize>| {
        let (Some(name), Some(state)) = (seat(span), *who) else {
            return;
        };
        if acts.get(state) == Some(&false) && cast.entities[state].being == Being::State {
            *who = Some(cast.seat(&name));
        }
    };
    for (f, resolved) in found.iter().zip(of) {
        own(cast, f.source.first(), &mut resolved.actor);
        own(cast, resolved.at.as_ref(), &mut resolved.target);
    }
}

/// How many tokens, and how many names, behind a name are looked at for its pronoun: sentences of any
/// length cost in proportion to it.
const NEAR: usize = 40;

/// A person's gender by the pronouns that follow the name with nobody else between.
pub(super) fn genders_from_pronouns(words: &Words<'_>, cast: &mut Cast) {
    for index in 0..cast.mentions.len() {
        let entity = cast.mentions[index].entity;
        let e = &cast.entities[entity];
        if !matches!(e.being, Being::Person | Being::Unknown) || e.gender.abs() >= 2 {
            continue;
        }
        let start = cast.mentions[index].tokens.end;
        let next = cast.mentions[index + 1..]
            .iter()
            .take(NEAR)
            .find(|m| {
                matches!(cast.entities[m.entity].being, Being::Person | Being::Unknown)
                    && m.entity != entity
            })
            .map_or(usize::MAX, |m| m.tokens.start);
        let sentence = words.document.sentence_of(cast.mentions[index].tokens.start);
        let end = words.document.sentences()[sentence].tokens.end;
        let end = end.min(next).min(start + NEAR);
        let evidence = (start..end).find_map(|at| match words.lower(at) {
            he if HE.has(he) => Some(1),
            she if SHE.has(she) => Some(-1),
            _ => None,
        });
        cast.entities[entity].gender += evidence.unwrap_or(0);
    }
}

/// A body's words that a spokesperson in the same sentence is given as the source of.
pub(super) fn through(words: &Words<'_>, found: &[Found], cast: &Cast, of: &mut [Resolved]) {
    let sentence = |f: &Found| {
        words
            .place(&f.cue)
            .or_else(|| words.place(&f.content))
            .map(|at| words.document.sentence_of(at))
    };
    for index in 0..found.len() {
        let Some(actor) = of[index]
            .actor
            .filter(|&a| matches!(cast.entities[a].being, Being::State | Being::Body))
        else {
            continue;
        };
        let here = sentence(&found[index]);
        let near = index.saturating_sub(2)..(index + 3).min(found.len());
        of[index].through = near
            .filter(|&i| i != index && sentence(&found[i]) == here && here.is_some())
            .filter_map(|i| of[i].actor)
            .find(|&a| {
                let e = &cast.entities[a];
                a != actor
                    && e.being == Being::Person
                    && e.source_kind() == SourceKind::Spokesperson
                    && e.speaks_for.is_none_or(|body| {
                        body == actor || cast.entities[actor].being == Being::State
                    })
            });
    }
}

/// For each of the cast: whether it is named in a sentence that speaks of denying, or whoever is accused is.
/// Of such a one nobody may say that it has no words of its own. And whether anything is denied at all.
pub(super) fn beside_denial(words: &Words<'_>, cast: &Cast) -> (Vec<bool>, bool) {
    let mut denies = vec![false; words.document.sentences().len()];
    // A plea denies too, whichever verb brings it: "pleaded not guilty", "a not-guilty plea".
    let plea = |at: usize| match words.lower(at) {
        "guilty" => at > 0 && words.lower(at - 1) == "not",
        word => PLEAS.has(word),
    };
    let tokens = 0..words.document.tokens().len();
    for at in tokens.clone() {
        if words.is(at, DENY) || plea(at) {
            denies[words.document.sentence_of(at)] = true;
        }
    }
    // "The accused denies it", "all three defendants are contesting the charges".
    let all = tokens.into_iter().any(|at| {
        let noun = at > 0 && !AUXILIARIES.has(words.lower(at - 1));
        denies[words.document.sentence_of(at)] && noun && ACCUSED.has(words.lower(at))
    });
    let mut out = vec![all; cast.entities.len()];
    for mention in &cast.mentions {
        out[mention.entity] |= denies[words.document.sentence_of(mention.tokens.start)];
    }
    (out, denies.contains(&true))
}
