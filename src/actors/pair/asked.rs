//! One source that is asked about: its words, and what is compared of them.
//!
//! Leaves out who may be meant.

use super::super::{
    scene::{Scene, hash},
    source::Phrase,
    spelling::key,
    written::text,
};
use crate::{attributions::Found, lexicon::offices::RANKS};

/// What parts the words of a role: "ex-mayor".
const PARTS: [char; 2] = [' ', '-'];

/// One source with what is seen around it.
pub(in super::super) struct Asked<'a> {
    pub phrase: &'a Phrase,
    /// The attribution whose source or target it is.
    pub index: usize,
    /// The words are whom the attribution is aimed at.
    pub target: bool,
    pub found: &'a [Found],
    /// The phrase up to its first preposition, as a name.
    pub main: String,
    /// The same as names are compared.
    pub key: u32,
    /// Whom the same words meant before.
    pub meant: Option<usize>,
}

impl<'a> Asked<'a> {
    pub fn new(
        scene: &Scene<'_, '_>,
        phrase: &'a Phrase,
        index: usize,
        target: bool,
        found: &'a [Found],
    ) -> Self {
        let main = text(scene.words, phrase.main.clone());
        let key = key(&main);
        Self {
            phrase,
            index,
            target,
            found,
            meant: scene.meant.get(&key).copied(),
            key: hash(&key),
            main,
        }
    }

    /// True when the article gives `entity` the role that the source names, in the same words: "Ada Brook, the fire chief".
    pub fn is_role_of(&self, scene: &Scene<'_, '_>, entity: usize) -> bool {
        scene.cast.entities[entity].named && scene.keys[entity].1.contains(&self.key)
    }

    /// True when every role of the source's noun that `entity` has is of another rank, has one that the source has not or
    /// lacks the source's: *the mayor* is not "Per Strand, the deputy mayor". False for one of no role of that noun.
    pub fn is_of_other_rank(&self, scene: &Scene<'_, '_>, entity: usize) -> bool {
        let (words, phrase) = (scene.words, self.phrase);
        let roles = scene.cast.entities[entity].roles.iter().map(|role| role.to_lowercase());
        let named = |role: &String| role.rsplit(PARTS).next() == Some(words.lower(phrase.head));
        let roles: Vec<String> = roles.filter(named).collect();
        let main = phrase.main.clone().map(|at| words.lower(at));
        let own: Vec<&str> = main.filter(|word| RANKS.has(word)).collect();
        let same = |role: &String| {
            let theirs: Vec<&str> =
                role.rsplit(PARTS).skip(1).filter(|word| RANKS.has(word)).collect();
            theirs.len() == own.len() && theirs.iter().all(|word| own.contains(word))
        };
        !roles.is_empty() && !roles.iter().any(same)
    }
}
