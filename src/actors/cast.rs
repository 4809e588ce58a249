//! Everyone in the article: who there is, and by which names each is found.
//!
//! Leaves out how names are read and merged; see `merging`.

use std::collections::HashMap;

use super::{
    entity::{Being, Entity, Mention},
    spelling::{key, last_word},
};
use crate::{
    analysis::Merge,
    lexicon::{office::Office, people, states, traits::KIN},
};

/// Those of one name who are looked at: a text of nothing but Smiths costs no more than any other.
pub(super) const BEARERS: usize = 24;

/// Roles that are remembered of one of the cast.
const MOST_ROLES: usize = 12;

/// Everyone in the article.
#[derive(Debug, Default)]
pub(super) struct Cast {
    /// In the order in which they were met; nobody is taken out again, so that indices last.
    pub entities: Vec<Entity>,
    /// In reading order.
    pub mentions: Vec<Mention>,
    /// By the whole name as it is compared, see `spelling::key`.
    pub by_name: HashMap<String, usize>,
    /// By the last word of a person's name in lower case: several may bear it.
    pub by_last: HashMap<String, Vec<usize>>,
    pub by_first: HashMap<String, Vec<usize>>,
    /// By the number of the table of states, whichever of its names the text has.
    pub by_state: HashMap<u16, usize>,
    /// First and last word of the name of a body.
    pub by_word: HashMap<String, Vec<usize>>,
}

impl Cast {
    /// Gives `entity` a role: a noun with its modifiers, lower case.
    pub fn role(&mut self, entity: usize, role: &str) {
        let e = &mut self.entities[entity];
        if e.roles.len() >= MOST_ROLES || e.roles.iter().any(|r| r == role) {
            return;
        }
        e.roles.push(role.to_owned());
        // "his wife, Noor Amin": no other word may tell it.
        let kin = people::traits(last_word(role));
        if kin.intersects(KIN) {
            e.gender_seen(kin);
        }
    }

    pub fn add(&mut self, entity: Entity) -> usize {
        self.entities.push(entity);
        self.entities.len() - 1
    }

    /// Adds one who is found by its own name from now on.
    pub fn introduce(&mut self, entity: Entity) -> usize {
        let name = entity.name.clone();
        let index = self.add(entity);
        self.call(&name, index);
        index
    }

    /// The one of exactly this name (with or without its article).
    pub fn named(&self, name: &str) -> Option<usize> {
        self.by_name.get(&key(name)).copied()
    }

    /// Those of this last name (lower case), as many as are looked at; none where it is nobody's.
    pub fn bearers(&self, last: &str) -> &[usize] {
        let all = self.by_last.get(last).map_or(&[][..], Vec::as_slice);
        &all[..all.len().min(BEARERS)]
    }

    /// Makes `name` lead to `entity` from now on. Where it leads to another it stays so: who was named
    /// first is who is meant.
    pub fn call(&mut self, name: &str, entity: usize) {
        self.by_name.entry(key(name)).or_insert(entity);
    }

    /// Another name of `entity`, which the article tells beside its own: "the Lund Ferry Union (LFU)".
    /// It counts as seen no time, as nobody is spoken of by it there.
    pub fn also_called(&mut self, name: &str, how: Merge, entity: usize) {
        self.entities[entity].names.push((name.to_owned(), how, 0));
        self.call(name, entity);
    }

    /// The entity of a state.
    pub fn state(&mut self, state: u16) -> usize {
        if let Some(&entity) = self.by_state.get(&state) {
            return entity;
        }
        let name = states::name(state);
        let entity = self.add(Entity {
            name: name.to_owned(),
            named: true,
            being: Being::State,
            office: Office::of(state),
            ..Entity::default()
        });
        self.by_state.insert(state, entity);
        // Not by `call`: a state takes its name from whoever was read by it before.
        self.by_name.insert(key(name), entity);
        entity
    }

    /// A seat of government as a body of its own.
    pub fn seat(&mut self, name: &str) -> usize {
        let new = || Entity { named: true, ..Entity::first_met(name, Being::Body) };
        self.named(name).unwrap_or_else(|| self.introduce(new()))
    }
}
