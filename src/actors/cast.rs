//! Everyone in the article: who there is, and by which names each is found.
//!
//! Leaves out how names are read and merged; see `merging`.

use std::collections::HashMap;

use super::{
    entity::{Being, Entity, Mention},
    spelling::key,
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
    pub entities: Vec<Entity>,
    /// In reading order.
    pub mentions: Vec<Mention>,
    pub by_name: HashMap<String, usize>,
    pub by_last: HashMap<String, Vec<usize>>,
    pub by_first: HashMap<String, Vec<usize>>,
    pub by_state: HashMap<u16, usize>,
    /// First and last word of the name of a body.
    pub by_word: HashMap<String, Vec<usize>>,
}

impl Cast {
    /// Gives `entity` a role: a noun with its modifiers, lower case.
    pub fn role(&mut self, entity: usize, role: &str) {
        let roles = &mut self.entities[entity].roles;
        if roles.len() < MOST_ROLES && !roles.iter().any(|r| r == role) {
            roles.push(role.to_owned());
            let head = role.rsplit(' ').next().unwrap_or(role);
            // "his wife, Noor Amin": no other word may tell it.
            let kin = people::traits(head);
            if kin.intersects(KIN) {
                self.entities[entity].gender_seen(kin);
            }
        }
    }

    pub fn add(&mut self, entity: Entity) -> usize {
        self.entities.push(entity);
        self.entities.len() - 1
    }

    /// The one of exactly this name (with or without its article).
    pub fn named(&self, name: &str) -> Option<usize> {
        self.by_name.get(&key(name)).copied()
    }

    /// Makes `name` lead to `entity` from now on.
    pub fn call(&mut self, name: &str, entity: usize) {
        self.by_name.entry(key(name)).or_insert(entity);
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
        self.by_name.insert(key(name), entity);
        entity
    }

    /// A seat of government as a body of its own.
    pub fn seat(&mut self, name: &str) -> usize {
        if let Some(entity) = self.named(name) {
            return entity;
        }
        let entity = self.add(Entity {
            name: name.to_owned(),
            named: true,
            being: Being::Body,
            ..Entity::default()
        });
        self.entities[entity].met(name, Merge::Same);
        self.call(name, entity);
        entity
    }
}
