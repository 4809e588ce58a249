//! Several at once: "Germany and France", "the army, the police and a mining firm".
//!
//! They speak, or are accused, together and each for itself: an actor of its own whose members are
//! known. Leaves out whether they are meant; see `pair`.

use std::ops::Range;

use super::{
    cast::Cast,
    entity::{Being, Entity},
    mentions::{can_speak, mentions_in},
    written,
};
use crate::{
    analysis::Merge,
    lexicon::{
        classes::{CLAUSE, DETERMINER, VERB},
        traits::{DOCUMENT, GROUP},
    },
    words::Words,
};

/// The most who are each an actor with edges of its own; more are only named together. Everyone
/// accused by everyone would be the product of two lists.
const MOST: usize = 12;

/// A part: tokens, and the one of the cast, where there is one already.
type Part = (Range<usize>, Option<usize>);

/// The parts of an enumeration that are someone each; none where the words may as well be one with
/// its description ("the mayor, a banker, and his wife").
fn parts(words: &Words<'_>, cast: &Cast, tokens: &Range<usize>) -> Option<Vec<Part>> {
    let inside = mentions_in(cast, tokens.clone());
    let named = |at: usize| {
        inside.iter().map(|&m| &cast.mentions[m]).any(|m| m.name && m.tokens.contains(&at))
    };
    let and = (tokens.start + 1..tokens.end.saturating_sub(1))
        .rev()
        .find(|&at| matches!(words.lower(at), "and" | "&") && !named(at))?;
    let mut out: Vec<Part> = Vec::new();
    let mut start = tokens.start;
    let mut brackets = 0_i32;
    for at in tokens.clone() {
        match words.word(at) {
            "(" => brackets += 1,
            ")" => brackets -= 1,
            _ => {}
        }
        let comma = at < and && words.word(at) == "," && brackets == 0 && !named(at);
        if at == and || comma {
            if start < at {
                out.push((start..at, None));
            }
            start = at + 1;
        }
    }
    out.push((start..tokens.end, None));
    for (part, who) in &mut out {
        *who = somebody(words, cast, &inside, part)?;
    }
    // A description between names says who the one before it is.
    let described = |p: &Part| p.1.is_none_or(|e| !cast.entities[e].named);
    let mixed = out.len() > 2 && out.iter().any(described) && !out.iter().all(described);
    let same =
        out.iter().enumerate().any(|(i, p)| p.1.is_some() && out[..i].iter().any(|q| q.1 == p.1));
    (!mixed && !same && out.len() > 1).then_some(out)
}

/// None for what cannot be somebody; the one of the cast, where the part is one.
fn somebody(
    words: &Words<'_>,
    cast: &Cast,
    inside: &[usize],
    part: &Range<usize>,
) -> Option<Option<usize>> {
    let within = |m: &&usize| {
        let t = &cast.mentions[**m].tokens;
        t.start >= part.start && t.end <= part.end
    };
    let name = inside.iter().filter(within).map(|&m| &cast.mentions[m]).find(|m| m.name);
    if let Some(m) = name
        && !(part.start..m.tokens.start).any(|at| words.is(at, VERB | CLAUSE) && !words.capital(at))
    {
        // "the Gannett newspaper chain" is no name, but a description.
        let tail = m.tokens.end..part.end;
        if !tail.clone().any(|at| can_speak(words, at) && !words.capital(at)) {
            return Some(Some(m.entity));
        }
    }
    let head = (part.clone()).rev().find(|&at| words.is_word(at))?;
    let clause = part.clone().any(|at| words.is(at, CLAUSE));
    let t = words.traits(head);
    let opens = words.is(part.start, DETERMINER) || t.intersects(GROUP);
    if clause || part.len() > 7 || !opens || !can_speak(words, head) || t.intersects(DOCUMENT) {
        return None;
    }
    let own = inside
        .iter()
        .filter(within)
        .map(|&m| &cast.mentions[m])
        .find(|m| m.tokens.contains(&head))
        .map(|m| m.entity);
    Some(own)
}

/// The name that several at once are shown by; none when the phrase is one.
pub(super) fn name(words: &Words<'_>, cast: &Cast, tokens: &Range<usize>) -> Option<String> {
    let parts = parts(words, cast, tokens)?;
    let shown: Vec<String> = parts
        .iter()
        .map(|(part, who)| match who {
            Some(e) if cast.entities[*e].named => cast.entities[*e].name.clone(),
            _ => {
                let bare = super::nouns::bare(words, part.clone());
                let first = part.start == tokens.start;
                written::text(words, if first { bare } else { part.clone() })
            }
        })
        .collect();
    let (last, first) = shown.split_last()?;
    Some(format!("{} and {last}", first.join(", ")))
}

/// The actor that several at once are together.
pub(super) fn together(
    words: &Words<'_>,
    cast: &mut Cast,
    tokens: &Range<usize>,
    name: String,
) -> usize {
    if let Some(entity) = cast.named(&name) {
        cast.entities[entity].met(&name, Merge::Same);
        return entity;
    }
    let parts = parts(words, cast, tokens).unwrap_or_default();
    let mut members: Vec<usize> = Vec::new();
    for (part, who) in parts.into_iter().take(MOST + 1) {
        let entity = who.unwrap_or_else(|| {
            let name = written::text(words, super::nouns::bare(words, part));
            let mut e = Entity { name: name.clone(), being: Being::Group, ..Entity::default() };
            e.met(&name, Merge::Same);
            cast.add(e)
        });
        members.push(entity);
    }
    let all = |being: Being| members.iter().all(|&e| cast.entities[e].being == being);
    let being = if all(Being::State) { Being::State } else { Being::Group };
    let named = members.iter().all(|&e| cast.entities[e].named);
    if members.len() > MOST {
        members.clear();
    }
    let mut e =
        Entity { name: name.clone(), named, plural: true, being, members, ..Entity::default() };
    e.met(&name, Merge::Same);
    let entity = cast.add(e);
    cast.call(&name, entity);
    entity
}
