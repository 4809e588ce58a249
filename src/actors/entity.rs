//! One of the cast: what it is, its names, its roles; and one place where it is named.
//!
//! Leaves out how names come together; see `cast`.

use std::ops::Range;

use crate::{
    analysis::{Merge, SourceKind},
    lexicon::{
        office::Office,
        people,
        traits::{FEMALE, MALE, SPEAKS, Traits},
    },
};

/// What someone is, before it is known how it speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Being {
    Person,
    Body,
    State,
    Group,
    Document,
    Media,
    /// A name that could be anyone's.
    #[default]
    Unknown,
}

/// Names that are remembered of one of the cast.
const MOST_NAMES: usize = 24;

/// One of the cast.
#[derive(Clone, Debug, Default)]
pub(super) struct Entity {
    pub name: String,
    pub named: bool,
    pub being: Being,
    /// Several states or bodies at once; a group is many without it.
    pub plural: bool,
    /// Evidence: above 0 male, below female.
    pub gender: i32,
    /// Nouns that the article gives it: "spokesman", "senator".
    pub roles: Vec<String>,
    /// Every name seen, how it was merged, how often.
    pub names: Vec<(String, Merge, u32)>,
    pub mentions: u32,
    /// Token at which a person's full name first stands.
    pub full_at: Option<usize>,
    /// Its part in governing a state.
    pub office: Office,
    /// Body that it speaks for.
    pub speaks_for: Option<usize>,
    /// How often it stands behind *in* or *at*: a place rather than someone.
    pub placed: u32,
    /// Those whose he, she or it is, as the article says: the company of "its director".
    pub of: Vec<usize>,
    /// Those that it is, when it is several at once.
    pub members: Vec<usize>,
    /// Not named and of a kind that hides: "an official".
    pub nameless: bool,
}

impl Entity {
    pub fn source_kind(&self) -> SourceKind {
        match self.being {
            _ if self.speaks_for.is_some()
                || self.roles.iter().any(|r| people::traits(r).intersects(SPEAKS)) =>
            {
                SourceKind::Spokesperson
            }
            _ if self.nameless => SourceKind::Unnamed,
            Being::Person if !self.named => SourceKind::Unnamed,
            Being::Person => SourceKind::Person,
            Being::Body | Being::State | Being::Unknown => SourceKind::Organization,
            Being::Group => SourceKind::Group,
            Being::Document => SourceKind::Document,
            Being::Media => SourceKind::Media,
        }
    }

    pub fn met(&mut self, name: &str, how: Merge) {
        self.mentions += 1;
        match self.names.iter().position(|(n, _, _)| n == name) {
            Some(at) => self.names[at].2 += 1,
            None if self.names.len() < MOST_NAMES => self.names.push((name.to_owned(), how, 1)),
            None => {}
        }
    }

    pub fn gender_seen(&mut self, traits: Traits) {
        if traits.intersects(MALE) && !traits.intersects(FEMALE) {
            self.gender += 2;
        } else if traits.intersects(FEMALE) && !traits.intersects(MALE) {
            self.gender -= 2;
        }
    }
}

/// One place where somebody is named or described.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    pub tokens: Range<usize>,
    pub entity: usize,
    /// A proper name rather than a description.
    pub name: bool,
}
