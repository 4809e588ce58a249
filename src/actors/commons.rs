//! Common nouns that are somebody in particular: "the government" is the one that the article calls
//! Iceland's, or else "The government".
//!
//! Done last, when all of the text has been read. Leaves out names; see `cast`.

use std::collections::HashMap;

use super::{
    Resolved,
    cast::Cast,
    entity::{Being, Entity},
    lists::{self, BODY, MEDIA},
    states,
};
use crate::kinds::Words;

/// Powers that a state has one of.
const POWERS: &[&str] = &[
    "government",
    "cabinet",
    "parliament",
    "army",
    "navy",
    "police",
];

/// Merges "the government" with "Iceland’s government" where the article knows no other, and names
/// both so.
pub(super) fn settle(words: &Words<'_>, cast: &mut Cast, of: &mut [Resolved]) {
    for power in POWERS {
        let Some(state) = only_owner(words, power) else {
            continue;
        };
        let same: Vec<usize> = (0..cast.entities.len())
            .filter(|&e| is_power(&cast.entities[e], power, state))
            .collect();
        let Some((&first, rest)) = same.split_first() else {
            continue;
        };
        let owner = states::name(state);
        let mark = if owner.ends_with('s') { "’" } else { "’s" };
        cast.entities[first].name = format!("{owner}{mark} {power}");
        cast.entities[first].office.state = Some(state);
        let into: HashMap<usize, usize> = rest.iter().map(|&e| (e, first)).collect();
        for &e in rest {
            let names = std::mem::take(&mut cast.entities[e].names);
            cast.entities[first].mentions += cast.entities[e].mentions;
            for (name, how, count) in names {
                match cast.entities[first].names.iter_mut().find(|n| n.0 == name) {
                    Some(known) => known.2 += count,
                    None => cast.entities[first].names.push((name, how, count)),
                }
            }
        }
        let to = |who: &mut Option<usize>| *who = who.map(|e| *into.get(&e).unwrap_or(&e));
        for resolved in &mut *of {
            to(&mut resolved.actor);
            to(&mut resolved.target);
            to(&mut resolved.through);
        }
        for entity in &mut cast.entities {
            to(&mut entity.speaks_for);
            entity
                .members
                .iter_mut()
                .for_each(|m| *m = *into.get(m).unwrap_or(m));
        }
        for mention in &mut cast.mentions {
            mention.entity = *into.get(&mention.entity).unwrap_or(&mention.entity);
        }
    }
}

/// The only state whose `power` the article speaks of.
fn only_owner(words: &Words<'_>, power: &str) -> Option<u16> {
    let mut only = None;
    for at in (0..words.document.tokens().len()).filter(|&at| words.lower(at) == power) {
        // Where the text begins with it, nobody owns it.
        let back = match at.checked_sub(1).map(|before| words.lower(before)) {
            Some("'s" | "'") => 2,
            _ => 1,
        };
        let Some(name) = at.checked_sub(back) else {
            continue;
        };
        let two = name.checked_sub(1).and_then(|before| {
            states::look_up(&format!("{} {}", words.word(before), words.word(name)))
        });
        let Some((state, _)) = two.or_else(|| states::look_up(words.word(name))) else {
            continue;
        };
        if only.is_some_and(|known| known != state) {
            return None;
        }
        only = Some(state);
    }
    only
}

/// "government", or the same with its owner, who must be `state`.
fn is_power(entity: &Entity, power: &str, state: u16) -> bool {
    if entity.named || entity.being == Being::State {
        return false;
    }
    let Some(owner) = entity.name.strip_suffix(power) else {
        return false;
    };
    let owner = owner
        .trim_end()
        .trim_end_matches("’s")
        .trim_end_matches("'s")
        .trim_end();
    owner.is_empty() || states::look_up(owner).is_some_and(|(whose, _)| whose == state)
}

/// The name by which one of the cast is shown: a body that is only ever a noun has its article.
pub(super) fn shown(entity: &Entity) -> String {
    let noun = !entity.named
        && !entity.name.contains(' ')
        && lists::traits(&entity.name) & (BODY | MEDIA) != 0;
    if noun && matches!(entity.being, Being::Body | Being::Media) {
        format!("The {}", entity.name)
    } else {
        entity.name.clone()
    }
}
