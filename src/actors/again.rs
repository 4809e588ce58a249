//! A body spoken of again by its noun: "the company", "the paper".
//!
//! Where more than one could be meant, none is. Leaves out persons; see `roles`.

use super::{
    cast::Cast,
    entity::Being,
    lists::{AGAIN, MEDIA, PERSON, Traits},
    names::traits,
    phrases::Noun,
};
use crate::kinds::{Words, vocabulary::VERB};

/// How many mentions before it a noun may look back through.
const NEAR: usize = 60;

/// The body that `noun` stands for; none where it is not plain which.
pub(super) fn body_again(
    words: &Words<'_>,
    cast: &Cast,
    noun: &Noun,
    head: &str,
    t: Traits,
) -> Option<usize> {
    if t & AGAIN == 0 || noun.tokens.len() > 2 {
        return None;
    }
    let mut with: Vec<usize> = cast
        .with_role(head)
        .iter()
        .copied()
        .filter(|&e| cast.entities[e].named && cast.entities[e].being != Being::Person)
        .collect();
    with.dedup();
    if let [only] = with[..] {
        return Some(only);
    }
    let until = cast
        .mentions
        .partition_point(|m| m.tokens.start < noun.tokens.start);
    let near = until.saturating_sub(NEAR)..until;
    // The noun is a word of its name, or the article has called it so.
    let called = |e: usize| {
        let entity = &cast.entities[e];
        match entity.being {
            Being::Media => t & MEDIA != 0,
            Being::Body | Being::Unknown => {
                let mut name = entity.name.split(' ');
                !entity.place()
                    && (entity.named && name.any(|w| w.eq_ignore_ascii_case(head))
                        || entity.roles.iter().any(|r| r.ends_with(head)))
            }
            _ => false,
        }
    };
    let recent = || cast.mentions[near.clone()].iter().rev().map(|m| m.entity);
    recent()
        .find(|&e| called(e))
        .or_else(|| {
            let company = matches!(head, "company" | "firm");
            company.then(|| only_company(words, cast, near.clone()))?
        })
        // "the yard" for the shipyard of an earlier description.
        .or_else(|| {
            (0..cast.entities.len()).rev().take(200).find(|&e| {
                let e = &cast.entities[e];
                e.being == Being::Body
                    && !e.named
                    && e.name.len() > head.len()
                    && e.name.ends_with(head)
                    && !e.name.contains('’')
            })
        })
}

/// The company that these mentions speak of: the only one, or the one named twice as often as the next.
fn only_company(words: &Words<'_>, cast: &Cast, near: std::ops::Range<usize>) -> Option<usize> {
    let mut count: Vec<(usize, usize)> = Vec::new();
    let (mut other, mut acts): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
    for mention in &cast.mentions[near] {
        let e = mention.entity;
        match count.iter_mut().find(|(known, _)| *known == e) {
            Some((_, times)) => *times += 1,
            None => count.push((e, 1)),
        }
        let (before, after) = (mention.tokens.start.checked_sub(1), mention.tokens.end);
        // "the CDC", "the National Guard": the names of companies go without an article, save "the
        // Lumo Group".
        let firm = matches!(words.lower(after - 1), "group" | "company" | "corporation");
        if !firm && before.is_some_and(|at| words.lower(at) == "the") {
            other.push(e);
        }
        // "Novaline said", "Novaline's chief executive": what only bodies and persons do and have.
        let owns = words.lower(after) == "'s"
            && (after + 1..after + 4).any(|at| traits(words, at) & PERSON != 0);
        if words.is(after, VERB) || owns {
            acts.push(e);
        }
    }
    let company = |e: usize| {
        let entity = &cast.entities[e];
        let sort = match entity.being {
            Being::Body => true,
            Being::Unknown => acts.contains(&e),
            _ => false,
        };
        sort && entity.named
            && 2 * entity.placed < entity.mentions
            && !political(&entity.name)
            && !other.contains(&e)
    };
    // A name told of as often, of which it is not known what it is, may be the company's.
    let unknown = |e: usize| {
        let entity = &cast.entities[e];
        entity.named && entity.being == Being::Unknown && !entity.place() && !other.contains(&e)
    };
    let others = count.iter().filter(|&&(e, _)| !company(e) && unknown(e));
    let hidden = others.map(|&(_, times)| times).max().unwrap_or(0);
    count.retain(|&(e, times)| company(e) && times > hidden);
    count.sort_by_key(|&(_, times)| std::cmp::Reverse(times));
    match count[..] {
        [(only, _)] => Some(only),
        [(most, times), (_, next), ..] if times >= 2 * next => Some(most),
        _ => None,
    }
}

/// Bodies that nobody calls a company.
fn political(name: &str) -> bool {
    name.split(' ').any(|w| {
        matches!(
            w.to_lowercase().as_str(),
            "party"
                | "committee"
                | "department"
                | "ministry"
                | "court"
                | "council"
                | "senate"
                | "congress"
                | "house"
                | "commission"
                | "agency"
                | "university"
                | "union"
                | "office"
                | "bureau"
                | "army"
                | "force"
                | "government"
        )
    })
}
