//! One of the cast: what it is, its names, its roles; and one place where it is named.
//!
//! Leaves out how names come together; see `merging`.

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
    /// By a proper name, and not by what it is.
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
    /// How often it is named or described, whoever says so.
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
    /// One who is met for the first time, by this name.
    pub fn first_met(name: &str, being: Being) -> Self {
        let mut new = Self { name: name.to_owned(), being, ..Self::default() };
        new.met(name, Merge::Same);
        new
    }

    /// True also where nothing tells what it is: "Lumo" may be a singer or her label.
    pub fn may_be_person(&self) -> bool {
        matches!(self.being, Being::Person | Being::Unknown)
    }

    /// What kind of source it is: who speaks for others is a spokesperson, named or not ("Mia Orr, a spokeswoman").
    pub fn source_kind(&self) -> SourceKind {
        let speaks = self.roles.iter().any(|role| people::traits(role).intersects(SPEAKS));
        match self.being {
            _ if speaks || self.speaks_for.is_some() => SourceKind::Spokesperson,
            _ if self.nameless => SourceKind::Unnamed,
            Being::Person if !self.named => SourceKind::Unnamed,
            Being::Person => SourceKind::Person,
            Being::Body | Being::State | Being::Unknown => SourceKind::Organization,
            Being::Group => SourceKind::Group,
            Being::Document => SourceKind::Document,
            Being::Media => SourceKind::Media,
        }
    }

    /// Counts a mention by this name; how it was first merged stays.
    pub fn met(&mut self, name: &str, how: Merge) {
        self.mentions += 1;
        if let Some((.., count)) = self.names.iter_mut().find(|(known, ..)| known == name) {
            *count += 1;
        } else if self.names.len() < MOST_NAMES {
            self.names.push((name.to_owned(), how, 1));
        }
    }

    /// Takes what a word tells for evidence; one for both ("Jean" is given to women and men) tells nothing.
    pub fn gender_seen(&mut self, traits: Traits) {
        let [male, female] = [MALE, FEMALE].map(|gender| traits.intersects(gender));
        self.gender += 2 * (i32::from(male) - i32::from(female));
    }

    /// Above 0 where a title of this gender suits, below where it does not ("Ms." for whom the article calls
    /// *he*), 0 where of either no gender is known.
    pub fn suits(&self, title: Traits) -> i32 {
        match title {
            _ if title.intersects(MALE) => self.gender,
            _ if title.intersects(FEMALE) => -self.gender,
            _ => 0,
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
