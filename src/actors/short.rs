//! Names of one word: whose last name, whose first, or which body's name cut short.
//!
//! Leaves out full names; see `merging`.

use super::{
    cast::{BEARERS, Cast},
    entity::Being,
    look::{Look, acronym},
    names::Run,
    spelling::last_word,
    written::text,
};
use crate::{
    analysis::{Merge, Role},
    lexicon::{
        people::traits as traits_of,
        states,
        traits::{BODY, COMPANY, GIVEN, KIN, MEDIA, Traits},
    },
    words::Words,
};

/// Paragraphs by which a last name may come before the full one.
const AHEAD: usize = 4;

impl Cast {
    /// A name of one word: part of a longer one, or someone's only name. A last name is looked for before a
    /// first name, as news calls people by their last: "Martin said" is Ruth Martin rather than Martin Orr.
    pub fn part(&mut self, words: &Words<'_>, run: &Run) -> usize {
        let lower = words.lower(run.name.start);
        let written = text(words, run.name.clone());
        let bearers = self.bearers(lower);
        let known: Vec<usize> =
            bearers.iter().copied().filter(|&e| !self.comes_later(words, run, e)).collect();
        let unknown = known.is_empty() && !bearers.is_empty();
        let whole =
            self.choose(&known, lower, run.gender).or_else(|| self.by_first_alone(run, lower));
        if let Some(entity) = whole {
            self.entities[entity].met(&written, Merge::PartOfName);
            self.entities[entity].gender_seen(run.gender);
            self.titles(words, run, entity);
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
        // "Halden" for Halden Ferries, "the Post" for The Lund Post: when only one fits.
        let article = words.before(run.name.start) == "the";
        if run.look != Look::Person
            && let Some(entity) = self.body_with(&written, article)
        {
            self.entities[entity].met(&written, Merge::PartOfName);
            self.call(&written, entity);
            return entity;
        }
        // The last name of one who comes later only is somebody's all the same.
        if unknown || run.look == Look::Person {
            self.person(words, run, &written)
        } else {
            self.full(words, run)
        }
    }

    /// The only one of this first name, where it stands without a title. "Lumo Pocket" looks like a person's name:
    /// its first word is a first name only where it is known for one or the article tells more of the person.
    fn by_first_alone(&self, run: &Run, first: &str) -> Option<usize> {
        let [entity] = self.by_first.get(first)?[..] else { return None };
        let e = &self.entities[entity];
        let person = traits_of(first).intersects(GIVEN) || e.gender != 0 || !e.roles.is_empty();
        (person && run.gender.is_empty() && run.tokens.len() == 1).then_some(entity)
    }

    /// "President Orr said …", and only far below "Mia Orr": a last name that stands long before the full
    /// one is that of somebody whom readers know, unless title and given name agree. Kin are told of
    /// after those whose kin they are.
    fn comes_later(&self, words: &Words<'_>, run: &Run, entity: usize) -> bool {
        let e = &self.entities[entity];
        let Some(full) = e.full_at.filter(|&full| run.tokens.start < full) else {
            return false;
        };
        let [here, there] = [run.tokens.start, full].map(|at| words.document.paragraph_of(at));
        let role = |paragraph: usize| words.document.paragraphs()[paragraph].role;
        // A heading or a caption names anybody before the text does.
        let told = matches!(role(here), Role::Body | Role::Quote | Role::Item);
        let kin = e.roles.iter().any(|role| traits_of(role).intersects(KIN));
        // A caption is read behind the running text, wherever on the page it names somebody in full.
        let far = there > here + AHEAD && !role(there).is_aside();
        told && e.suits(run.gender) <= 0 && (kin || far)
    }

    /// The only body whose name begins (or, behind an article, ends) with `word`; none where two do. "Norwegian
    /// Parliament" is "Parliament" without an article too.
    fn body_with(&self, word: &str, article: bool) -> Option<usize> {
        only(self.by_word.get(word)?.iter().take(BEARERS).copied().filter(|&entity| {
            let e = &self.entities[entity];
            let begins = e.name.strip_prefix(word).is_some_and(|rest| names_a_body(word, rest));
            let ends = e.name.strip_suffix(word).is_some_and(|rest| {
                article && rest.ends_with(' ') || states::look_up(rest.trim_end()).is_some()
            });
            let longer = e.name.len() > word.len();
            matches!(e.being, Being::Body | Being::Media) && longer && (begins || ends)
        }))
    }

    /// Of several of the same last name the one whom the article is mostly about; where they are
    /// about even, the one whom it names first: it is the others who keep their first names.
    pub fn choose(&self, all: &[usize], last: &str, gender: Traits) -> Option<usize> {
        let entity = |e: usize| &self.entities[e];
        let fits: Vec<usize> =
            all.iter().copied().filter(|&e| entity(e).suits(gender) >= 0).collect();
        let fits = || fits.iter().copied();
        // One who has no other name than the last: the others have theirs to go by.
        if let Some(known) = fits().find(|&e| !entity(e).name.contains(' ')) {
            return Some(known);
        }
        // "Mr. Khan" is not "his son", who is told of by his first name, where it may be another.
        let kin = |role: &String| traits_of(last_word(role)).intersects(KIN);
        let others = || only(fits().filter(|&e| !entity(e).roles.iter().any(kin)));
        // "Mr. Khan" is the one of whom the article tells that he is a man, where it tells it of one.
        let told = || only(fits().filter(|&e| entity(e).suits(gender) > 0));
        // Who goes by the first name alone is for that no likelier to go by the last.
        let count = |e: usize| -> u32 {
            let names = entity(e).names.iter().filter(|(name, how, _)| {
                let first = *how == Merge::PartOfName && !name.contains(' ');
                !first || name.eq_ignore_ascii_case(last)
            });
            names.map(|(_, _, count)| count).sum()
        };
        (!gender.is_empty()).then(others).flatten().or_else(told).or_else(|| {
            let most = fits().map(count).max()?;
            fits().find(|&e| count(e) + 1 >= most)
        })
    }
}

/// The only one of `all`; none where there are none or several.
fn only<T>(mut all: impl Iterator<Item = T>) -> Option<T> {
    all.next().filter(|_| all.next().is_none())
}

/// " Foods", " Motor Company": with no more than this behind it, the first word stands for the body;
/// "Lumo" does not for "Lumo Pocket" or "Lumo Space Agency Press Service", nor an acronym for anything.
fn names_a_body(word: &str, rest: &str) -> bool {
    let Some(rest) = rest.strip_prefix(' ') else {
        return false;
    };
    let last = last_word(rest);
    rest.split(' ').count() <= 2
        && !acronym(last)
        && traits_of(&last.to_lowercase()).intersects(BODY | COMPANY | MEDIA)
        && !acronym(word)
}
