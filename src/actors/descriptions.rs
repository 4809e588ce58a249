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
    let found = noun_phrases(words, cast);
    let mut read: Vec<Mention> = found
        .into_iter()
        .map(|noun| Mention {
            entity: describe(words, cast, &noun),
            tokens: noun.tokens,
            name: false,
        })
        .collect();
    cast.mentions.append(&mut read);
    cast.mentions.sort_by_key(|m| m.tokens.start);
}

fn describe(words: &Words<'_>, cast: &mut Cast, noun: &Noun) -> usize {
    let t = words.traits(noun.head);
    if let Some(m) = noun.apposed
        && let Some(entity) = beside(words, cast, noun, cast.mentions[m].entity)
    {
        return entity;
    }
    let name = text(words, bare(words, noun.tokens.clone()));
    let new = matches!(
        opening(words, noun.tokens.start),
        Opening::Indefinite | Opening::Owned | Opening::Counted
    );
    if !new && let Some(entity) = cast.named(&name) {
        cast.entities[entity].met(&name, Merge::Same);
        return entity;
    }
    let mut e = Entity {
        name: name.clone(),
        being: being(t),
        nameless: t.intersects(NAMELESS),
        ..Entity::default()
    };
    e.gender_seen(t & (MALE | FEMALE));
    e.met(&name, Merge::Same);
    let entity = cast.add(e);
    cast.call(&name, entity);
    entity
}

/// The one named beside the description, when it can be what the noun says.
fn beside(words: &Words<'_>, cast: &mut Cast, noun: &Noun, entity: usize) -> Option<usize> {
    let t = words.traits(noun.head);
    let e = &mut cast.entities[entity];
    // Two or three capitalised words pass for a person until a noun says otherwise.
    let guessed = e.being == Being::Person && e.gender == 0 && e.roles.is_empty();
    if !t.intersects(PERSON) && guessed {
        e.being = if t.intersects(GROUP) { Being::Group } else { Being::Body };
    }
    let fits = if t.intersects(PERSON) {
        matches!(e.being, Being::Person | Being::Unknown)
    } else {
        e.being != Being::Person || guessed
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
    if t.intersects(GROUP) {
        Being::Group
    } else if t.intersects(PERSON) {
        Being::Person
    } else if t.intersects(DOCUMENT) && !t.intersects(BODY) {
        Being::Document
    } else if t.intersects(MEDIA) && !t.intersects(BODY) {
        Being::Media
    } else if t.intersects(BODY) {
        Being::Body
    } else {
        Being::Unknown
    }
}
