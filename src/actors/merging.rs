//! Who is who: the names of the whole article merged.
//!
//! Full names first, then last names, first names where only one bears them, acronyms that the article
//! introduces, nicknames that it equates, parts of the names of bodies, other names of states. Leaves
//! out pronouns and descriptions, and parts of names; see `short`.

use std::ops::Range;

use super::{
    beside::placed,
    cast::Cast,
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
        traits::{GIVEN, Traits},
    },
    words::Words,
};

/// The most words of a name that is looked for in a heading.
const LONGEST: usize = 5;

impl Cast {
    /// Reads the names of the whole article.
    pub fn read(words: &Words<'_>) -> Self {
        let (runs, headings) = names::scan(words);
        let mut cast = Self::default();
        let mut whose = vec![0; runs.len()];
        // Full names before short ones, wherever they stand, and what is told beside them: "his wife,
        // Ghada Amin" tells who "Mr. Amin" is not.
        for (run, whose) in runs.iter().zip(&mut whose).filter(|(run, _)| !short(run)) {
            *whose = cast.full(words, run);
            cast.roles_around(words, run, *whose);
        }
        for (run, whose) in runs.iter().zip(&mut whose).filter(|(run, _)| short(run)) {
            *whose = cast.part(words, run);
        }
        for (run, entity) in runs.iter().zip(whose) {
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
        // Someone's name before a state's: Jordan is no country beside Tim Jordan.
        if let Look::State(state, how) = run.look
            && (run.name.len() > 1 || !self.by_last.contains_key(&key(&written)))
        {
            let entity = self.state(state);
            let e = &mut self.entities[entity];
            match how {
                // "told reporters in Oslo" is no other name of Norway.
                How::Seat if placed(words, run) => e.mentions += 1,
                How::Seat => e.met(&written, Merge::Seat),
                How::Name if written == e.name => e.met(&written, Merge::Same),
                How::Name | How::Adjective => e.met(&written, Merge::StateName),
            }
            return entity;
        }
        if let Some(entity) = self.named(&written) {
            self.entities[entity].met(&written, Merge::Same);
            self.entities[entity].gender_seen(run.gender);
            return entity;
        }
        let being = match run.look {
            Look::Person => return self.person(words, run, &written),
            Look::Media => Being::Media,
            Look::Group => Being::Group,
            Look::Unknown => Being::Unknown,
            Look::Body | Look::State(..) => Being::Body,
        };
        let entity = self.introduce(Entity { named: true, ..Entity::first_met(&written, being) });
        // "Halden" of "Halden Ferries" may name it later; "German" of "German Voters" is nobody.
        if being != Being::Group && run.name.len() > 1 {
            for at in [run.name.start, run.name.end - 1] {
                self.by_word.entry(words.word(at).to_owned()).or_default().push(entity);
            }
        }
        // "(CSA)" right behind the name introduces it.
        let [open, letters, close] = [0, 1, 2].map(|n| words.word(run.name.end + n));
        if open == "(" && close == ")" && acronym_of(letters, &written) {
            self.also_called(letters, Merge::Acronym, entity);
        }
        entity
    }

    /// A person's name; merges with one of the same first and last name.
    pub fn person(&mut self, words: &Words<'_>, run: &Run, written: &str) -> usize {
        let first = run.name.start;
        // "Theodore Lund Jr." is Lund, and not his father, "Theodore Lund".
        let younger = run.name.len() > 2 && !generation(written).is_empty();
        let last = run.name.end - 1 - usize::from(younger);
        let known = self.bearers(words.lower(last)).iter().copied().find(|&e| {
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
            self.by_last.entry(words.lower(last).to_owned()).or_default().push(entity);
            self.by_first.entry(words.lower(first).to_owned()).or_default().push(entity);
            entity
        });
        self.call(written, entity);
        if let Some(nickname) = quoted_inside(words, &run.name) {
            self.by_first.entry(nickname.to_lowercase()).or_default().push(entity);
            self.also_called(nickname, Merge::Equated, entity);
        }
        let how = if known.is_some() { Merge::PartOfName } else { Merge::Same };
        let given = words.traits(first);
        let e = &mut self.entities[entity];
        e.met(written, how);
        e.gender_seen(run.gender);
        // Once for each person: a first name written often tells no more than written once.
        if given.intersects(GIVEN) && known.is_none() {
            e.gender_seen(given);
        }
        self.titles(words, run, entity);
        entity
    }

    /// Names known from the body, in a heading where every word has its capital: "Orr Sues Halden Ferries" names
    /// two. The longest first, and the last name of a person only where one bearer can be chosen.
    fn names_in_heading(&mut self, words: &Words<'_>, tokens: Range<usize>) {
        let mut at = tokens.start;
        while at < tokens.end {
            let capital = words.capital(at);
            let longest = (1..=LONGEST.min(tokens.end - at)).rev().find_map(|n| {
                let written = text(words, at..at + n);
                let state = states::look_up(&written).filter(|_| capital);
                let last = words.lower(at);
                let entity = self
                    .named(&written)
                    .or_else(|| state.map(|(state, _)| self.state(state)))
                    .or_else(|| {
                        let bearers = self.bearers(last);
                        (n == 1 && capital).then(|| self.choose(bearers, last, Traits::empty()))?
                    })?;
                Some((n, entity, written))
            });
            let Some((n, entity, written)) = longest else {
                at += 1;
                continue;
            };
            self.entities[entity].met(&written, Merge::Same);
            self.mentions.push(Mention { tokens: at..at + n, entity, name: true });
            at += n;
        }
    }
}
