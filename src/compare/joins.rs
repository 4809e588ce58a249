//! Which actors are one voice so far: sets that only grow, and never against what speaks against it.
//!
//! Two actors of one account are two, since the engine took them for two; two people whose first names
//! differ, or of whom one is "he" and one "she", are two; and so are those whom the reader parted.
//! Leaves out the reasons to join; see `alike`.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{
    comparison::{Account, At, Choices, Likeness},
    firsts::{self, Firsts},
    names::Known,
    words::at,
};
use crate::span::Piece;

/// How often "he" and "she" must have been met to speak against each other.
const GENDER: i64 = 2;

/// All actors of all accounts, in sets.
pub(super) struct Joins {
    /// Account by account, in the order of their actors.
    pub known: Vec<Known>,
    places: HashMap<At, usize>,
    set_of: Vec<usize>,
    sets: Vec<Vec<usize>>,
    how: Vec<Option<Likeness>>,
    parted: HashSet<(usize, usize)>,
    perhaps: BTreeMap<(usize, usize), Likeness>,
}

impl Joins {
    /// Everybody alone, save those whom the reader joined.
    pub fn new(accounts: &[Account], choices: &Choices) -> Self {
        let known: Vec<Known> = accounts
            .iter()
            .enumerate()
            .flat_map(|(number, account)| known_in(number, account))
            .collect();
        let places = known.iter().enumerate().map(|(i, k)| (k.at, i)).collect();
        let mut joins = Self {
            places,
            set_of: (0..known.len()).collect(),
            sets: (0..known.len()).map(|i| vec![i]).collect(),
            how: vec![None; known.len()],
            parted: HashSet::new(),
            perhaps: BTreeMap::new(),
            known,
        };
        for pair in &choices.parted {
            if let Some((a, b)) = joins.both(pair) {
                joins.parted.insert(ordered(a, b));
            }
        }
        for pair in &choices.joined {
            if let Some((a, b)) = joins.both(pair)
                && !joins.any_parted(a, b)
            {
                joins.unite(a, b, Likeness::Chosen);
            }
        }
        joins
    }

    /// The place of an actor in [`Self::known`]; none for one that is not there.
    pub fn place(&self, at: At) -> Option<usize> {
        self.places.get(&at).copied()
    }

    /// The number of the set of an actor: the same for those that are one voice.
    pub fn set(&self, actor: usize) -> usize {
        self.set_of[actor]
    }

    /// The sets that are not empty, with the weakest reason of each.
    pub fn sets(&self) -> impl Iterator<Item = (&[usize], Option<Likeness>)> {
        let sets = self.sets.iter().zip(&self.how);
        sets.filter(|(set, _)| !set.is_empty()).map(|(set, how)| (&set[..], *how))
    }

    /// Makes the two one voice unless something speaks against it; true when they are one afterwards.
    pub fn join(&mut self, a: usize, b: usize, how: Likeness) -> bool {
        if self.set_of[a] == self.set_of[b] {
            return true;
        }
        if !self.may_join(a, b) {
            return false;
        }
        self.unite(a, b, how);
        true
    }

    /// Remembers that the two may be one, for the reader to say.
    pub fn perhaps(&mut self, a: usize, b: usize, how: Likeness) {
        if self.may_join(a, b) {
            let known = self.perhaps.entry(ordered(a, b)).or_insert(how);
            *known = how.min(*known);
        }
    }

    /// Pairs of actors that may be one and are not, with the strongest reason.
    pub fn open(&self) -> impl Iterator<Item = (usize, usize, Likeness)> {
        let open = self.perhaps.iter().map(|(&(a, b), &how)| (a, b, how));
        open.filter(|&(a, b, _)| self.may_join(a, b))
    }

    /// True for two that are not one yet and that nothing keeps apart.
    fn may_join(&self, a: usize, b: usize) -> bool {
        let (one, other) = (&self.sets[self.set_of[a]], &self.sets[self.set_of[b]]);
        self.set_of[a] != self.set_of[b]
            && one.iter().all(|&x| other.iter().all(|&y| !self.are_two(x, y)))
    }

    fn are_two(&self, a: usize, b: usize) -> bool {
        let (one, other) = (&self.known[a], &self.known[b]);
        let differ = match (&one.person, &other.person) {
            (Some(x), Some(y)) if x.last == y.last => firsts::compare(x, y) == Firsts::Differ,
            _ => false,
        };
        one.at.account == other.at.account
            || differ
            || one.gender.min(other.gender) <= -GENDER && one.gender.max(other.gender) >= GENDER
            || self.parted.contains(&ordered(a, b))
    }

    fn any_parted(&self, a: usize, b: usize) -> bool {
        let (one, other) = (&self.sets[self.set_of[a]], &self.sets[self.set_of[b]]);
        one.iter().any(|&x| other.iter().any(|&y| self.parted.contains(&ordered(x, y))))
    }

    fn unite(&mut self, a: usize, b: usize, how: Likeness) {
        let (keep, give) = ordered(self.set_of[a], self.set_of[b]);
        if keep == give {
            return;
        }
        let given = std::mem::take(&mut self.sets[give]);
        for &actor in &given {
            self.set_of[actor] = keep;
        }
        self.sets[keep].extend(given);
        self.sets[keep].sort_unstable();
        let reasons = [self.how[keep], self.how[give], Some(how)];
        self.how[keep] = reasons.into_iter().flatten().max();
    }

    fn both(&self, pair: &[At; 2]) -> Option<(usize, usize)> {
        Some((self.place(pair[0])?, self.place(pair[1])?))
    }
}

/// The actors of an account, with what stands beside their names where they speak.
fn known_in(number: usize, account: &Account) -> Vec<Known> {
    let actors = account.analysis.actors.iter().enumerate();
    let mut known: Vec<Known> =
        actors.map(|(index, actor)| Known::new(at(number, index), actor)).collect();
    let texts = account.blocks.iter();
    let units: Vec<Vec<u16>> = texts.map(|b| b.text.encode_utf16().collect()).collect();
    for a in &account.analysis.attributions {
        let actor = a.actor.and_then(|actor| known.get_mut(actor as usize));
        if let Some(actor) = actor {
            for piece in &a.source {
                actor.stands_as(&words_of(&units, *piece));
            }
        }
    }
    known
}

/// The words of a piece of these blocks; none of one that lies outside its block.
fn words_of(blocks: &[Vec<u16>], piece: Piece) -> String {
    let units = blocks.get(piece.block as usize);
    let words = units.and_then(|u| u.get(piece.start as usize..piece.end as usize));
    String::from_utf16_lossy(words.unwrap_or_default())
}

fn ordered(a: usize, b: usize) -> (usize, usize) {
    (a.min(b), a.max(b))
}
