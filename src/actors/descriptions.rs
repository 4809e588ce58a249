//! Descriptions: "the company", "his mother", "the governor of Lund".
//!
//! One set beside a name is that one's, and its role; any other is somebody of its own until a
//! source says otherwise. Leaves out whom it means then; see `pair`.

use super::{
    cast::Cast,
    entity::{Being, Entity, Mention},
    nouns::{Noun, bare, noun_phrases},
    source::{Opening, opening},
    written::text,
};
use crate::{
    analysis::Merge,
    lexicon::traits::{BODY, DOCUMENT, FEMALE, GROUP, MALE, MEDIA, NAMELESS, PERSON, Traits},
    words::Words,
};

/// Reads the descriptions of the whole text into mentions of the cast.
pub(super) fn read_all(words: &Words<'_>, cast: &mut Cast) {
    // None is added before all are read, for each knows the name beside it by its place among the mentions.
    let nouns = noun_phrases(words, cast).into_iter();
    let read = nouns.map(|noun| {
        let entity = describe(words, cast, &noun);
        Mention { entity, tokens: noun.tokens, name: false }
    });
    let read: Vec<Mention> = read.collect();
    cast.mentions.extend(read);
    cast.mentions.sort_by_key(|m| m.tokens.start);
}

/// Whom the noun describes: the one named beside it, whoever was so called before, or somebody new. *The clerk* twice is
/// one clerk, *a clerk* and *his clerk* are others each time.
fn describe(words: &Words<'_>, cast: &mut Cast, noun: &Noun) -> usize {
    let t = words.traits(noun.head);
    if let Some(m) = noun.apposed
        && let Some(entity) = beside(words, cast, noun, cast.mentions[m].entity)
    {
        return entity;
    }
    let name = text(words, bare(words, noun.tokens.clone()));
    let opening = opening(words, noun.tokens.start);
    let new = matches!(opening, Opening::Indefinite | Opening::Owned | Opening::Counted);
    if !new && let Some(entity) = cast.named(&name) {
        cast.entities[entity].met(&name, Merge::Same);
        return entity;
    }
    let nameless = t.intersects(NAMELESS);
    let mut new = Entity { nameless, ..Entity::first_met(&name, being(t)) };
    new.gender_seen(t & (MALE | FEMALE));
    cast.introduce(new)
}

/// The one named beside the description, when it can be what the noun says; none where it cannot: "Ruth Brook, the company".
fn beside(words: &Words<'_>, cast: &mut Cast, noun: &Noun, entity: usize) -> Option<usize> {
    let t = words.traits(noun.head);
    let e = &mut cast.entities[entity];
    // Two or three capitalised words pass for a person until a noun says otherwise: "Lund Coastal Freight, a company".
    let guessed = e.being == Being::Person && e.gender == 0 && e.roles.is_empty();
    let person = t.intersects(PERSON);
    if !person && guessed {
        e.being = if t.intersects(GROUP) { Being::Group } else { Being::Body };
    }
    let fits = match e.being {
        Being::Person => person,
        Being::Unknown => true,
        _ => !person,
    };
    if !fits {
        return None;
    }
    e.gender_seen(t & (MALE | FEMALE));
    let role = text(words, bare(words, noun.tokens.clone()));
    cast.role(entity, &role);
    Some(entity)
}

/// What a noun makes of whom it describes.
pub(super) fn being(t: Traits) -> Being {
    match t {
        _ if t.intersects(GROUP) => Being::Group,
        _ if t.intersects(PERSON) => Being::Person,
        // Before what it may be as well: an inquiry is a body, whatever is written of it.
        _ if t.intersects(BODY) => Being::Body,
        _ if t.intersects(DOCUMENT) => Being::Document,
        _ if t.intersects(MEDIA) => Being::Media,
        _ => Being::Unknown,
    }
}
