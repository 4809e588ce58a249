//! Who is who: the names of the whole article merged.
//!
//! Full names first, then last names, first names where only one bears them, acronyms that the article
//! introduces, nicknames that it equates, parts of the names of bodies, other names of states. Leaves
//! out pronouns and descriptions, and parts of names; see `short`.

use std::ops::Range;

use super::{
    beside::{placed, role_of_title},
    cast::{BEARERS, Cast},
    entity::{Being, Entity, Mention},
    look::Look,
    names::{self, Run},
    spelling::{acronym_of, generation, key, quoted_inside, same_first, short},
    written::text,
};
use crate::{
    analysis::Merge,
    lexicon::{
        states::{self, How},
        traits::{GIVEN, PERSON, TITLE, Traits},
    },
    words::Words,
};

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
            cast.mentions.push(Mention { tokens: run.tokens.clone(), entity, name: true });
        }
        for heading in headings {
            cast.names_in_heading(words, heading);
        }
        cast.mentions.sort_by_key(|m| m.tokens.start);
        cast
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
                if merge == Merge::Seat && placed(words, run) {
                    // "told reporters in Oslo" is no other name of Norway.
                    self.entities[entity].mentions += 1;
                } else {
                    self.entities[entity].met(&written, merge);
                }
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
        let entity =
            self.add(Entity { name: written.clone(), named: true, being, ..Entity::default() });
        self.entities[entity].met(&written, Merge::Same);
        self.call(&written, entity);
        if being != Being::Group && run.name.len() > 1 {
            for at in [run.name.start, run.name.end - 1] {
                self.by_word.entry(words.word(at).to_owned()).or_default().push(entity);
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
                self.entities[entity].names.push((short.to_owned(), Merge::Acronym, 0));
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
        let known =
            self.by_last.get(words.lower(last)).into_iter().flatten().copied().take(BEARERS).find(
                |&e| {
                    let name = &self.entities[e].name;
                    same_first(name, words.word(first)) && generation(name) == generation(written)
                },
            );
        let entity = known.unwrap_or_else(|| {
            let entity = self.add(Entity {
                name: written.to_owned(),
                named: true,
                being: Being::Person,
                full_at: (run.name.len() > 1).then_some(run.tokens.start),
                ..Entity::default()
            });
            self.by_last.entry(words.lower(last).to_owned()).or_default().push(entity);
            self.by_first.entry(words.lower(first).to_owned()).or_default().push(entity);
            entity
        });
        self.call(written, entity);
        if let Some(nickname) = quoted_inside(words, &run.name) {
            self.by_first.entry(nickname.to_lowercase()).or_default().push(entity);
            self.entities[entity].names.push((nickname.to_owned(), Merge::Equated, 0));
            self.call(nickname, entity);
        }
        let how = if known.is_some() { Merge::PartOfName } else { Merge::Same };
        let given = words.traits(first);
        let e = &mut self.entities[entity];
        e.met(written, how);
        e.gender_seen(run.gender);
        if given.intersects(GIVEN) && known.is_none() {
            e.gender_seen(given);
        }
        for at in run.tokens.start..run.name.start {
            if words.is(at, TITLE | PERSON) {
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
                        self.choose(
                            &all[..all.len().min(BEARERS)],
                            words.lower(at),
                            Traits::empty(),
                        )
                    })
                    .map(|entity| (n, entity, written))
            });
            match longest {
                Some((n, entity, written)) => {
                    self.entities[entity].met(&written, Merge::Same);
                    self.mentions.push(Mention { tokens: at..at + n, entity, name: true });
                    at += n;
                }
                None => at += 1,
            }
        }
    }
}
