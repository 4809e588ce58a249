//! One source that is asked about: its words, and what is compared of them.
//!
//! Leaves out who may be meant.

use super::super::{
    scene::{Scene, hash},
    source::Phrase,
    spelling::key,
    written::text,
};
use crate::{attributions::Found, lexicon::offices::RANKS, words::Words};

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

    /// True when the article gives `entity` the role that the source names, in the same words.
    pub fn is_role_of(&self, scene: &Scene<'_, '_>, entity: usize) -> bool {
        scene.cast.entities[entity].named && scene.keys[entity].1.contains(&self.key)
    }

    /// True when every role of the source's noun that `entity` has is of another rank: *vice*, *deputy*.
    pub fn is_of_other_rank(&self, scene: &Scene<'_, '_>, entity: usize) -> bool {
        is_of_other_rank(scene.words, self.phrase, &scene.cast.entities[entity].roles)
    }
}

/// True when every role of the source's noun has a rank that the source has not, or lacks the source's.
fn is_of_other_rank(words: &Words<'_>, phrase: &Phrase, roles: &[String]) -> bool {
    let ranks = |word: &str| RANKS.has(word);
    let head = words.lower(phrase.head);
    let own: Vec<&str> =
        phrase.main.clone().map(|at| words.lower(at)).filter(|w| ranks(w)).collect();
    let mut any = false;
    for role in roles {
        let lower = role.to_lowercase();
        let mut parts = lower.rsplit([' ', '-']);
        if parts.next() != Some(head) {
            continue;
        }
        any = true;
        let theirs: Vec<&str> = parts.filter(|w| ranks(w)).collect();
        if theirs.len() == own.len() && theirs.iter().all(|w| own.contains(w)) {
            return false;
        }
    }
    any
}
