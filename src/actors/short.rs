//! Names of one word: whose last name, whose first, or which body's name cut short.
//!
//! Leaves out full names; see `cast`.

use super::{
    cast::{BEARERS, Cast},
    entity::Being,
    look::{Look, acronym},
    names::Run,
    written::text,
};
use crate::{
    analysis::{Merge, Role},
    lexicon::{
        people::traits as traits_of,
        states,
        traits::{BODY, COMPANY, FEMALE, GIVEN, KIN, MALE, MEDIA, Traits},
    },
    words::Words,
};

/// Paragraphs by which a last name may come before the full one.
const AHEAD: usize = 4;

impl Cast {
    /// A name of one word: part of a longer one, or someone's only name.
    pub fn part(&mut self, words: &Words<'_>, run: &Run) -> usize {
        let at = run.name.start;
        let lower = words.lower(at);
        let written = text(words, run.name.clone());
        let bearers = self.by_last.get(lower).map_or(&[][..], Vec::as_slice);
        let known: Vec<usize> = bearers
            .iter()
            .copied()
            .take(BEARERS)
            .filter(|&e| !self.comes_later(words, run, e))
            .collect();
        let unknown = known.is_empty() && !bearers.is_empty();
        if let Some(entity) = self.choose(&known, lower, run.gender) {
            self.entities[entity].met(&written, Merge::PartOfName);
            self.entities[entity].gender_seen(run.gender);
            self.titles(words, run, entity);
            return entity;
        }
        if run.gender.is_empty()
            && run.tokens.len() == 1
            && let Some([entity]) = self.by_first.get(lower).map(Vec::as_slice)
            && self.is_somebody(lower, *entity)
        {
            let entity = *entity;
            self.entities[entity].met(&written, Merge::PartOfName);
            return entity;
        }
        if let Some(entity) = self.named(&written) {
            self.entities[entity].met(&written, Merge::Same);
            self.titles(words, run, entity);
            return entity;
        }
        if let Look::State(..) = run.look {
            return self.full(words, run);
        }
        // "Halden" for Halden Ferries, "the Post" for The Washington Post: when only one fits.
        let article = at.checked_sub(1).is_some_and(|b| words.lower(b) == "the");
        if run.look != Look::Person
            && let Some(entity) = self.body_with(&written, article)
        {
            self.entities[entity].met(&written, Merge::PartOfName);
            self.call(&written, entity);
            return entity;
        }
        match run.look {
            _ if unknown => self.person(words, run, &written),
            Look::Person => self.person(words, run, &written),
            _ => self.full(words, run),
        }
    }

    /// "Lumo Pocket" looks like a person's name: its first word is a first name only where it is known for
    /// one or the article tells more of the person.
    fn is_somebody(&self, first: &str, entity: usize) -> bool {
        let e = &self.entities[entity];
        traits_of(first).intersects(GIVEN) || e.gender != 0 || !e.roles.is_empty()
    }

    /// "President Orr said …", and only far below "Mia Orr": a last name that stands long before the full
    /// one is that of somebody whom readers know, unless title and given name agree. Kin are told of
    /// after those whose kin they are.
    fn comes_later(&self, words: &Words<'_>, run: &Run, entity: usize) -> bool {
        let e = &self.entities[entity];
        let Some(full) = e.full_at.filter(|&full| run.tokens.start < full) else {
            return false;
        };
        let document = words.document;
        let here = document.paragraph_of(run.tokens.start);
        let told =
            matches!(document.paragraphs()[here].role, Role::Body | Role::Quote | Role::Item);
        let agrees = run.gender.intersects(MALE) && e.gender > 0
            || run.gender & (MALE | FEMALE) == FEMALE && e.gender < 0;
        let kin = e.roles.iter().any(|role| traits_of(role).intersects(KIN));
        // A caption is read behind the running text, wherever on the page it names somebody in full.
        let there = document.paragraph_of(full);
        let far = there > here + AHEAD && !document.paragraphs()[there].role.is_aside();
        told && !agrees && (kin || far)
    }

    /// The only body whose name begins (or, behind an article, ends) with `word`.
    fn body_with(&self, word: &str, article: bool) -> Option<usize> {
        let mut found = None;
        for &entity in self.by_word.get(word)?.iter().take(BEARERS) {
            let e = &self.entities[entity];
            let fits = matches!(e.being, Being::Body | Being::Media)
                && e.name.len() > word.len()
                && (e.name.strip_prefix(word).is_some_and(|r| names_a_body(word, r))
                    || e.name
                        .strip_suffix(word)
                        .is_some_and(|r| states::look_up(r.trim_end()).is_some())
                    || article && e.name.strip_suffix(word).is_some_and(|r| r.ends_with(' ')));
            if fits && found.replace(entity).is_some() {
                return None;
            }
        }
        found
    }

    /// Of several of the same last name the one whom the article is mostly about; where they are
    /// about even, the one whom it names first: it is the others who keep their first names.
    pub fn choose(&self, all: &[usize], last: &str, gender: Traits) -> Option<usize> {
        let mut fits = all.iter().copied().filter(|&e| {
            let g = self.entities[e].gender;
            !(gender.intersects(MALE) && g < 0
                || gender.intersects(FEMALE) && !gender.intersects(MALE) && g > 0)
        });
        // Who goes by the first name alone is for that no likelier to go by the last.
        let count = |e: usize| -> u32 {
            let names = self.entities[e].names.iter();
            names
                .filter(|(name, how, _)| {
                    name.contains(' ')
                        || *how != Merge::PartOfName
                        || name.eq_ignore_ascii_case(last)
                })
                .map(|(_, _, count)| count)
                .sum()
        };
        // One who has no other name than the last: the others have theirs to go by.
        let alone = |e: &usize| !self.entities[*e].name.contains(' ');
        if let Some(known) = fits.clone().find(alone) {
            return Some(known);
        }
        // "Mr. Khan" is not "his son", who is told of by his first name, where it may be another.
        let kin = |e: &usize| {
            let mut roles = self.entities[*e].roles.iter();
            roles.any(|role| traits_of(role.rsplit(' ').next().unwrap_or(role)).intersects(KIN))
        };
        let mut others = fits.clone().filter(|e| !kin(e));
        if let (true, Some(only), None) = (!gender.is_empty(), others.next(), others.next()) {
            return Some(only);
        }
        // "Mr. Khan" is the one of whom the article tells that he is a man, where it tells it of one.
        let agrees = |e: &usize| {
            let g = self.entities[*e].gender;
            gender.intersects(MALE) && g > 0 || gender & (MALE | FEMALE) == FEMALE && g < 0
        };
        let mut told = fits.clone().filter(agrees);
        if let (Some(only), None) = (told.next(), told.next()) {
            return Some(only);
        }
        let most = fits.clone().map(count).max()?;
        fits.find(|&e| count(e) + 1 >= most)
    }
}

/// " Foods", " Motor Company": with no more than this behind it, the first word stands for the body;
/// "Lumo" does not for "Lumo Pocket" or "Lumo Space Agency Press Service", nor an acronym for anything.
fn names_a_body(word: &str, rest: &str) -> bool {
    let Some(rest) = rest.strip_prefix(' ') else {
        return false;
    };
    let last = rest.rsplit(' ').next().unwrap_or(rest);
    rest.split(' ').count() <= 2
        && !acronym(last)
        && traits_of(&last.to_lowercase()).intersects(BODY | COMPANY | MEDIA)
        && !acronym(word)
}
