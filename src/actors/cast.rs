//! Who is who: every person, body, group and state of the article, with all the names it goes by.
//!
//! Names are merged over the whole article: full names first, then last names, first names where
//! only one bears them, acronyms that the article introduces, nicknames that it equates, parts of
//! the names of bodies, other names of states. Leaves out pronouns and descriptions.

use std::{collections::HashMap, ops::Range};

use super::{
    beside::{placed, role_of_title},
    entity::{Being, Entity},
    look::Look,
    mentions::Mention,
    names::{self, Run, text, traits},
    office::Office,
    spelling::{acronym_of, generation, key, quoted_inside, same_first, short},
};
use crate::{
    analysis::Merge,
    lexicon::{
        people,
        states::{self, How},
        traits::{GIVEN, KIN, PERSON, TITLE},
    },
    words::Words,
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
    by_name: HashMap<String, usize>,
    pub by_last: HashMap<String, Vec<usize>>,
    pub by_first: HashMap<String, Vec<usize>>,
    by_state: HashMap<u16, usize>,
    /// First and last word of the name of a body.
    pub by_word: HashMap<String, Vec<usize>>,
}

impl Cast {
    /// Reads the names of the whole article.
    pub fn read(words: &Words<'_>) -> Self {
        let (runs, headings) = names::scan(words);
        let mut cast = Self::default();
        let mut whose: Vec<Option<usize>> = vec![None; runs.len()];
        // Full names before short ones, wherever they stand, and what is told beside them: "his wife,
        // Ghada Amin" tells who "Mr. Amin" is not.
        for (run, whose) in runs.iter().zip(&mut whose) {
            if !short(run) {
                let entity = cast.full(words, run);
                cast.roles_around(words, run, entity);
                *whose = Some(entity);
            }
        }
        for (run, whose) in runs.iter().zip(&mut whose) {
            if whose.is_none() {
                *whose = Some(cast.part(words, run));
            }
        }
        for (run, whose) in runs.iter().zip(whose) {
            let Some(entity) = whose else { continue };
            if placed(words, run) {
                cast.entities[entity].placed += 1;
                // "in Moscow" is where, not who.
                if matches!(run.look, Look::State(..)) {
                    continue;
                }
            }
            if short(run) {
                cast.roles_around(words, run, entity);
            }
            cast.mentions.push(Mention {
                tokens: run.tokens.clone(),
                entity,
                name: true,
            });
        }
        for heading in headings {
            cast.names_in_heading(words, heading);
        }
        cast.mentions.sort_by_key(|m| m.tokens.start);
        cast
    }

    /// Gives `entity` a role: a noun with its modifiers, lower case.
    pub fn role(&mut self, entity: usize, role: &str) {
        let roles = &mut self.entities[entity].roles;
        if roles.len() < MOST_ROLES && !roles.iter().any(|r| r == role) {
            roles.push(role.to_owned());
            let head = role.rsplit(' ').next().unwrap_or(role);
            // "his wife, Noor Amin": no other word may tell it.
            let kin = people::traits(head);
            if kin & KIN != 0 {
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

    /// A name of several words, or an acronym, or a state.
    pub fn full(&mut self, words: &Words<'_>, run: &Run) -> usize {
        let written = text(words, run.name.clone());
        if let Look::State(state, how) = run.look {
            // Someone's name before a state's: Jordan is no country beside Jim Jordan.
            if run.name.len() > 1 || !self.by_last.contains_key(&key(&written)) {
                let entity = self.state(state);
                let merge = match how {
                    How::Name if written == self.entities[entity].name => Merge::Same,
                    How::Name | How::Adjective => Merge::StateName,
                    How::Seat => Merge::Seat,
                };
                self.entities[entity].met(&written, merge);
                return entity;
            }
        }
        if let Some(entity) = self.named(&written) {
            self.entities[entity].met(&written, Merge::Same);
            self.entities[entity].gender_seen(run.gender);
            return entity;
        }
        if run.look == Look::Person {
            return self.person(words, run, &written);
        }
        let being = match run.look {
            Look::Media => Being::Media,
            Look::Group => Being::Group,
            Look::Unknown => Being::Unknown,
            _ => Being::Body,
        };
        let entity = self.add(Entity {
            name: written.clone(),
            named: true,
            being,
            ..Entity::default()
        });
        self.entities[entity].met(&written, Merge::Same);
        self.call(&written, entity);
        if being != Being::Group && run.name.len() > 1 {
            for at in [run.name.start, run.name.end - 1] {
                self.by_word
                    .entry(words.word(at).to_owned())
                    .or_default()
                    .push(entity);
            }
        }
        // "(CSA)" right behind the name introduces it.
        if words.word(run.name.end) == "(" {
            let short = words.word(run.name.end + 1);
            if short.len() >= 2
                && words.word(run.name.end + 2) == ")"
                && acronym_of(short, &written)
            {
                self.call(short, entity);
                self.entities[entity]
                    .names
                    .push((short.to_owned(), Merge::Acronym, 0));
            }
        }
        entity
    }

    /// A person's name; merges with one of the same first and last name.
    pub fn person(&mut self, words: &Words<'_>, run: &Run, written: &str) -> usize {
        let first = run.name.start;
        // "Theodore Lund Jr." is Lund.
        let younger = run.name.len() > 2 && !generation(written).is_empty();
        let last = run.name.end - 1 - usize::from(younger);
        let known = self
            .by_last
            .get(words.lower(last))
            .into_iter()
            .flatten()
            .copied()
            .take(BEARERS)
            .find(|&e| {
                let name = &self.entities[e].name;
                same_first(name, words.word(first)) && generation(name) == generation(written)
            });
        let entity = known.unwrap_or_else(|| {
            let entity = self.add(Entity {
                name: written.to_owned(),
                named: true,
                being: Being::Person,
                full_at: (run.name.len() > 1).then_some(run.tokens.start),
                ..Entity::default()
            });
            self.by_last
                .entry(words.lower(last).to_owned())
                .or_default()
                .push(entity);
            self.by_first
                .entry(words.lower(first).to_owned())
                .or_default()
                .push(entity);
            entity
        });
        self.call(written, entity);
        if let Some(nickname) = quoted_inside(words, &run.name) {
            self.by_first
                .entry(nickname.to_lowercase())
                .or_default()
                .push(entity);
            self.entities[entity]
                .names
                .push((nickname.to_owned(), Merge::Equated, 0));
            self.call(nickname, entity);
        }
        let how = if known.is_some() {
            Merge::PartOfName
        } else {
            Merge::Same
        };
        let given = traits(words, first);
        let e = &mut self.entities[entity];
        e.met(written, how);
        e.gender_seen(run.gender);
        if given & GIVEN != 0 && known.is_none() {
            e.gender_seen(given);
        }
        for at in run.tokens.start..run.name.start {
            if traits(words, at) & (TITLE | PERSON) != 0 {
                let role = role_of_title(words.lower(at)).to_owned();
                self.role(entity, &role);
            }
        }
        entity
    }

    /// Names known from the body, in a heading where every word has its capital.
    fn names_in_heading(&mut self, words: &Words<'_>, tokens: Range<usize>) {
        let mut at = tokens.start;
        while at < tokens.end {
            let longest = (1..=5usize.min(tokens.end - at)).rev().find_map(|n| {
                let written = text(words, at..at + n);
                let single = n == 1 && words.capital(at);
                self.named(&written)
                    .or_else(|| {
                        states::look_up(&written)
                            .filter(|_| words.capital(at))
                            .map(|(s, _)| self.state(s))
                    })
                    .or_else(|| {
                        let all = self.by_last.get(words.lower(at)).filter(|_| single)?;
                        self.choose(&all[..all.len().min(BEARERS)], words.lower(at), 0)
                    })
                    .map(|entity| (n, entity, written))
            });
            match longest {
                Some((n, entity, written)) => {
                    self.entities[entity].met(&written, Merge::Same);
                    self.mentions.push(Mention {
                        tokens: at..at + n,
                        entity,
                        name: true,
                    });
                    at += n;
                }
                None => at += 1,
            }
        }
    }
}
