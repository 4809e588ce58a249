//! Several at once: "Germany and France", "the army, the police and a mining firm".
//!
//! They speak, or are accused, together and each for itself: an actor of its own whose members are
//! known. Leaves out names joined by nothing but commas and *and*, which `phrases` reads.

use std::ops::Range;

use super::{
    cast::Cast,
    describe::{Describer, meant},
    entity::{Being, Entity},
    lists::GROUP,
    names::{self, traits},
    phrases::{self, Phrase},
};
use crate::{
    analysis::Merge,
    kinds::{
        Words,
        vocabulary::{AUXILIARY, CLAUSE, DETERMINER, PREPOSITION, VERB},
    },
};

/// The most who are each an actor with edges of its own; more are only named together. Everyone
/// accused by everyone would be the product of two lists.
const MOST: usize = 12;

/// The parts of an enumeration that are someone each; none where the words may as well be one with
/// its description ("the mayor, a banker, and his wife").
pub(super) fn parts(
    words: &Words<'_>,
    cast: &Cast,
    tokens: &Range<usize>,
) -> Option<Vec<Range<usize>>> {
    let inside = phrases::mentions_in(cast, tokens.clone());
    let named = |at: usize| {
        inside
            .iter()
            .any(|&m| cast.mentions[m].tokens.contains(&at) && is_name(cast, m))
    };
    let and = (tokens.start + 1..tokens.end).find(|&at| words.lower(at) == "and" && !named(at))?;
    let mut parts = Vec::new();
    let mut start = tokens.start;
    for at in tokens.start..tokens.end {
        if at == and || at < and && words.word(at) == "," && !named(at) {
            parts.push(start..at);
            // "by the press and by the promoters"
            start = at + 1 + usize::from(words.lower(at + 1) == "by");
        }
    }
    parts.push(start..tokens.end);
    let whole = parts.iter().map(|part| sort(words, cast, part));
    let sorts: Vec<Sort> = whole.collect::<Option<_>>()?;
    // Between commas only more of the same: names among names, descriptions among descriptions.
    let (_, listed) = sorts.split_last()?;
    listed.iter().all(|s| *s == listed[0]).then_some(parts)
}

fn is_name(cast: &Cast, m: usize) -> bool {
    cast.entities[cast.mentions[m].entity].named
}

/// What a part of an enumeration is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Name,
    Description,
}

/// None for anything but a name alone, or a short description that opens as one does.
fn sort(words: &Words<'_>, cast: &Cast, part: &Range<usize>) -> Option<Sort> {
    let breaks = |at: usize| {
        !words.is_word(at) && !matches!(words.lower(at), "'" | "'s")
            || words.is(at, PREPOSITION | CLAUSE)
            || words.is(at, AUXILIARY) && words.lower(at) != "'s"
            || words.is(at, VERB) && words.lower(at).ends_with("ing")
    };
    let inside = phrases::mentions_in(cast, part.clone());
    if let [m] = inside[..]
        && cast.mentions[m].tokens.end == part.end
        && cast.mentions[m].tokens.start <= part.start + 2
        && is_name(cast, m)
    {
        return Some(Sort::Name);
    }
    let head = part.end.checked_sub(1).filter(|&head| head >= part.start)?;
    let opens = words.is(part.start, DETERMINER) || traits(words, head) & GROUP != 0;
    let someone = phrases::can_speak(words, head);
    (opens && someone && part.len() <= 6 && !part.clone().any(breaks)).then_some(Sort::Description)
}

/// Whom the parts mean, each; none where one of them cannot be told or two are the same.
pub(super) fn each(
    words: &Words<'_>,
    cast: &mut Cast,
    describer: &mut Describer,
    parts: &[Range<usize>],
) -> Option<Vec<usize>> {
    let mut out = Vec::with_capacity(parts.len());
    for part in parts {
        let phrase = phrases::read(words, cast, part.clone());
        if matches!(phrase, Phrase::Pronoun(..)) {
            return None;
        }
        let [one] = meant(words, cast, describer, &phrase)[..] else {
            return None;
        };
        if out.contains(&one) {
            return None;
        }
        out.push(one);
    }
    (out.len() > 1).then_some(out)
}

/// The actor that `members` are together, as `tokens` name it.
pub(super) fn together(
    words: &Words<'_>,
    cast: &mut Cast,
    members: Vec<usize>,
    tokens: &Range<usize>,
) -> usize {
    let names: Vec<&str> = members
        .iter()
        .map(|&e| cast.entities[e].name.as_str())
        .collect();
    let (last, first) = names.split_last().unwrap_or((&"", &[]));
    let all = |being: Being| members.iter().all(|&e| cast.entities[e].being == being);
    // People by their full names; bodies and states as the article joins them.
    let preposition = tokens.clone().any(|at| words.lower(at) == "by");
    let name = if all(Being::Person) || preposition && !first.is_empty() {
        format!("{} and {last}", first.join(", "))
    } else {
        names::text(words, as_written(words, tokens))
    };
    if let Some(entity) = cast.named(&name) {
        cast.entities[entity].met(&name, Merge::Same);
        return entity;
    }
    let being = if all(Being::State) {
        Being::State
    } else {
        Being::Group
    };
    let named = members.iter().all(|&e| cast.entities[e].named);
    let members = if members.len() > MOST {
        Vec::new()
    } else {
        members
    };
    let entity = cast.add(Entity {
        name: name.clone(),
        named,
        plural: true,
        being,
        members,
        ..Entity::default()
    });
    cast.entities[entity].met(&name, Merge::Same);
    cast.call(&name, entity);
    entity
}

/// The joined names without an article before and an apposition behind.
fn as_written(words: &Words<'_>, tokens: &Range<usize>) -> Range<usize> {
    let start = tokens
        .clone()
        .find(|&at| words.is_word(at) && words.lower(at) != "the")
        .unwrap_or(tokens.start);
    let and = (start..tokens.end)
        .rev()
        .find(|&at| words.lower(at) == "and")
        .unwrap_or(start);
    let end = (and..tokens.end)
        .find(|&at| !words.is_word(at) && !matches!(words.word(at), "'" | "’"))
        .unwrap_or(tokens.end);
    start..end
}
