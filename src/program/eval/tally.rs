//! What is said of one attribution, and what is added up of how right that is.
//!
//! Every count is additive over articles. Leaves out counting, see `judged`, and the shares that are made of
//! counts, see `figures`.

use std::collections::BTreeMap;

use ascribe::analysis::Kind;

use super::{gold::Gold, measures::Count, same::same};
use crate::predictions::Prediction;

/// What somebody, the engine or a reader, says of one attribution.
#[derive(Clone, Copy, Debug, Default)]
pub struct Answer<'a> {
    pub kind: Option<Kind>,
    pub actor: Option<&'a str>,
    pub target: Option<&'a str>,
    /// Index of what it answers.
    pub replies_to: Option<usize>,
}

impl<'a> From<&'a Prediction> for Answer<'a> {
    fn from(a: &'a Prediction) -> Self {
        Self {
            kind: Some(a.kind),
            actor: given(&a.actor),
            target: given(&a.target),
            replies_to: a.replies_to,
        }
    }
}

impl<'a> From<&'a Gold> for Answer<'a> {
    fn from(a: &'a Gold) -> Self {
        Self {
            kind: a.kind,
            actor: given(&a.actor),
            target: given(&a.target),
            replies_to: a.replies_to,
        }
    }
}

/// A name that is one.
pub fn given(name: &Option<String>) -> Option<&str> {
    name.as_deref().filter(|name| !name.is_empty())
}

/// How names that the gold has were given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Names {
    pub right: u64,
    /// Another's name.
    pub wrong: u64,
    /// None.
    pub open: u64,
}

impl Names {
    /// Adds what was said for this name.
    pub fn add(&mut self, said: Option<&str>, name: &str, aliases: &Option<Vec<String>>) {
        match said.map(|said| same(said, name, aliases.iter().flatten())) {
            Some(true) => self.right += 1,
            Some(false) => self.wrong += 1,
            None => self.open += 1,
        }
    }

    /// Adds the counts of `more`.
    pub fn add_all(&mut self, more: Self) {
        self.right += more.right;
        self.wrong += more.wrong;
        self.open += more.open;
    }
}

/// The counts.
#[derive(Clone, Debug, Default)]
pub struct Judged {
    /// Attributions: those that match are the right ones.
    pub rows: Count,
    /// Of those that match: kinds that are the gold's; or its second one; or of the group.
    pub kind: u64,
    pub lenient: u64,
    pub group: u64,
    /// Each kind among those that match.
    pub kinds: BTreeMap<Kind, Count>,
    pub denial: Count,
    pub accusation: Count,
    pub actor: Names,
    pub target: Names,
    /// Everyone with all that matches of theirs and nothing of others'.
    pub speakers: Count,
    /// Attributions that have an actor.
    pub shown: Count,
    /// What a denial answers.
    pub replies: Count,
}

impl Judged {
    /// Adds the counts of `more`.
    pub fn add_all(&mut self, more: &Self) {
        self.rows.add_all(more.rows);
        self.kind += more.kind;
        self.lenient += more.lenient;
        self.group += more.group;
        for (&kind, &count) in &more.kinds {
            self.kinds.entry(kind).or_default().add_all(count);
        }
        self.denial.add_all(more.denial);
        self.accusation.add_all(more.accusation);
        self.actor.add_all(more.actor);
        self.target.add_all(more.target);
        self.speakers.add_all(more.speakers);
        self.shown.add_all(more.shown);
        self.replies.add_all(more.replies);
    }
}
