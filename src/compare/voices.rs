//! The voices of a comparison: from actors joined to rows with a name and counts.
//!
//! Leaves out why actors are joined; see `alike`.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashMap},
};

use super::{
    comparison::{Account, At, Likeness, Perhaps, Voice},
    joins::Joins,
};
use crate::analysis::{Actor, Attribution, Counts};

/// The rows, and which one each actor is in.
pub(super) struct Voices {
    pub list: Vec<Voice>,
    row_of: HashMap<At, u32>,
}

impl Voices {
    /// The rows of all sets, the most present first.
    pub fn new(accounts: &[Account], joins: &Joins) -> Self {
        let mut list: Vec<Voice> = joins
            .sets()
            .map(|(set, how)| {
                let actors: Vec<At> = set.iter().map(|&i| joins.known[i].at).collect();
                voice(accounts, actors, how)
            })
            .collect();
        list.sort_by_key(|voice| {
            let present = voice.counts.iter().filter(|c| all(c) > 0).count();
            let words: u32 = voice.counts.iter().map(all).sum();
            (Reverse(present), Reverse(words), voice.actors.first().copied())
        });
        let rows = list.iter().zip(0u32..);
        let row_of =
            rows.flat_map(|(voice, row)| voice.actors.iter().map(move |&at| (at, row))).collect();
        Self { list, row_of }
    }

    /// The row of an actor of an account; none for nobody.
    pub fn row(&self, account: u32, actor: Option<u32>) -> Option<u32> {
        let index = actor?;
        self.row_of.get(&At { account, index }).copied()
    }

    /// Who says an attribution.
    pub fn speaker<S>(&self, account: u32, attribution: &Attribution<S>) -> Option<u32> {
        self.row(account, attribution.actor)
    }

    /// At whom it is aimed.
    pub fn target<S>(&self, account: u32, attribution: &Attribution<S>) -> Option<u32> {
        self.row(account, attribution.target.as_ref()?.actor)
    }

    /// Rows that may be one.
    pub fn perhaps(&self, joins: &Joins) -> Vec<Perhaps> {
        let mut out: BTreeMap<[u32; 2], Likeness> = BTreeMap::new();
        for (a, b, how) in joins.open() {
            let rows = [joins.known[a].at, joins.known[b].at].map(|at| self.row_of[&at]);
            let voices = [rows[0].min(rows[1]), rows[0].max(rows[1])];
            let known = out.entry(voices).or_insert(how);
            *known = how.min(*known);
        }
        let pairs = out.into_iter();
        pairs.map(|(voices, how)| Perhaps { voices, how }).collect()
    }
}

fn actor(accounts: &[Account], at: At) -> &Actor {
    &accounts[at.account as usize].analysis.actors[at.index as usize]
}

fn voice(accounts: &[Account], actors: Vec<At>, how: Option<Likeness>) -> Voice {
    let mut counts = vec![Counts::default(); accounts.len()];
    for &at in &actors {
        add(&mut counts[at.account as usize], actor(accounts, at).counts);
    }
    // The fullest name; of several the first.
    let fullest = actors
        .iter()
        .map(|&at| actor(accounts, at))
        .reduce(|best, next| if fullness(next) > fullness(best) { next } else { best });
    Voice {
        name: fullest.map(|a| a.name.clone()).unwrap_or_default(),
        named: fullest.is_some_and(|a| a.named),
        kind: fullest.map(|a| a.kind).unwrap_or_default(),
        actors,
        how,
        counts,
    }
}

/// Initials make no name fuller.
fn fullness(actor: &Actor) -> (bool, usize) {
    let words = actor.name.split_whitespace();
    (actor.named, words.filter(|w| !w.ends_with('.')).count())
}

fn add(to: &mut Counts, more: Counts) {
    to.accusations += more.accusations;
    to.denials += more.denials;
    to.demands += more.demands;
    to.views += more.views;
    to.statements += more.statements;
}

fn all(counts: &Counts) -> u32 {
    counts.accusations + counts.denials + counts.demands + counts.views + counts.statements
}
