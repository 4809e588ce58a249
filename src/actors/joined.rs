//! Several at once: "Germany and France", "the army, the police and a mining firm".
//!
//! They speak, or are accused, together and each for itself: an actor of its own whose members are
//! known. Leaves out whether they are meant; see `pair`.

use std::ops::Range;

use super::{
    cast::Cast,
    entity::{Being, Entity, Mention},
    mentions::can_speak,
    nouns::bare,
    written::text,
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

/// The most tokens of a part without a name; longer ones hold a clause: "and the men who had come from Lund".
const LONGEST: usize = 7;

/// A part: tokens, and the one of the cast, where there is one already.
type Part = (Range<usize>, Option<usize>);

/// The parts of an enumeration that are someone each; none where the words may as well be one with
/// its description ("the mayor, a banker, and his wife").
fn parts(words: &Words<'_>, cast: &Cast, tokens: &Range<usize>) -> Option<Vec<Part>> {
    let inside: Vec<&Mention> = cast.mentioned_in(tokens.clone()).collect();
    // "Orr and Sons" is one name: neither *and* nor comma inside of it parts anything.
    let named = |at: usize| inside.iter().any(|m| m.name && m.tokens.contains(&at));
    let and = (tokens.start + 1..tokens.end.saturating_sub(1))
        .rev()
        .find(|&at| matches!(words.lower(at), "and" | "&") && !named(at))?;
    let mut ranges = Vec::new();
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
            ranges.push(start..at);
            start = at + 1;
        }
    }
    ranges.push(start..tokens.end);
    // ", and" leaves nothing between its two.
    let part = |part: Range<usize>| somebody(words, &inside, &part).map(|who| (part, who));
    let out: Vec<Part> =
        ranges.into_iter().filter(|range| !range.is_empty()).map(part).collect::<Option<_>>()?;
    // A description between names says who the one before it is.
    let described = |p: &Part| p.1.is_none_or(|e| !cast.entities[e].named);
    let mixed = out.len() > 2 && out.iter().any(described) && !out.iter().all(described);
    let twice = |(i, p): (usize, &Part)| p.1.is_some() && out[..i].iter().any(|q| q.1 == p.1);
    (!mixed && !out.iter().enumerate().any(twice) && out.len() > 1).then_some(out)
}

/// None for what cannot be somebody; the one of the cast, where the part is one: "drivers" may be nobody of it yet.
fn somebody(words: &Words<'_>, inside: &[&Mention], part: &Range<usize>) -> Option<Option<usize>> {
    let inside =
        || inside.iter().filter(|m| m.tokens.start >= part.start && m.tokens.end <= part.end);
    let small = |at: usize| !words.capital(at);
    // "the Halden newspaper chain" is no name, but a description; "who met Orr" is neither.
    if let Some(m) = inside().find(|m| m.name)
        && !(part.start..m.tokens.start).any(|at| words.is(at, VERB | CLAUSE) && small(at))
        && !(m.tokens.end..part.end).any(|at| can_speak(words, at) && small(at))
    {
        return Some(Some(m.entity));
    }
    let head = part.clone().rev().find(|&at| words.is_word(at))?;
    let t = words.traits(head);
    let opens = words.is(part.start, DETERMINER) || t.intersects(GROUP);
    let clause = part.clone().any(|at| words.is(at, CLAUSE));
    let fits = opens && !clause && part.len() <= LONGEST;
    (fits && can_speak(words, head) && !t.intersects(DOCUMENT))
        .then(|| inside().find(|m| m.tokens.contains(&head)).map(|m| m.entity))
}

/// The name that several at once are shown by; none when the phrase is one. Only the first part loses its
/// article: "army, the police and Ada Brook".
pub(super) fn name(words: &Words<'_>, cast: &Cast, tokens: &Range<usize>) -> Option<String> {
    let shown = |(part, who): Part| match who.map(|e| &cast.entities[e]) {
        Some(e) if e.named => e.name.clone(),
        _ if part.start == tokens.start => text(words, bare(words, part)),
        _ => text(words, part),
    };
    let shown: Vec<String> = parts(words, cast, tokens)?.into_iter().map(shown).collect();
    let (last, first) = shown.split_last()?;
    Some(format!("{} and {last}", first.join(", ")))
}

/// The actor that several at once are together; the same for the same name. A part that is nobody of the cast yet
/// becomes a group of its own, which its words do not lead to: other "drivers" may be meant by them.
pub(super) fn together(
    words: &Words<'_>,
    cast: &mut Cast,
    tokens: &Range<usize>,
    name: &str,
) -> usize {
    if let Some(entity) = cast.named(name) {
        cast.entities[entity].met(name, Merge::Same);
        return entity;
    }
    let parts = parts(words, cast, tokens).unwrap_or_default();
    let mut members: Vec<usize> = Vec::new();
    for (part, who) in parts.into_iter().take(MOST + 1) {
        members.push(who.unwrap_or_else(|| {
            let name = text(words, bare(words, part));
            cast.add(Entity::first_met(&name, Being::Group))
        }));
    }
    let states = members.iter().all(|&e| cast.entities[e].being == Being::State);
    let being = if states { Being::State } else { Being::Group };
    let named = members.iter().all(|&e| cast.entities[e].named);
    if members.len() > MOST {
        members.clear();
    }
    cast.introduce(Entity { named, plural: true, members, ..Entity::first_met(name, being) })
}
