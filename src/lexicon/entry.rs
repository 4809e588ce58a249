//! What the lexicon says of a word that reports: its part of speech, what is done by saying it, and how
//! it takes its content.
//!
//! Leaves out the words; see `verbs` and `nouns`.

use std::ops::BitOr;

use crate::analysis::{Kind, Verb};

/// What part of speech an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// said, called for
    Verb,
    /// claim, denial
    Noun,
    /// confident, critical of
    Adjective,
}

/// The ways in which a cue may take its content; a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Frames(u16);

impl Frames {
    /// Direct speech: said, “…”.
    pub const QUOTE: Self = Self(1);
    /// A clause, with or without *that*: said (that) he left.
    pub const CLAUSE: Self = Self(1 << 1);
    /// An infinitive: vowed to leave.
    pub const INFINITIVE: Self = Self(1 << 2);
    /// A noun phrase or what follows the particle: denied any role, called for calm.
    pub const OBJECT: Self = Self(1 << 3);
    /// Someone *of*, *for*, *with* something: accused Russia of using it. All of it is content.
    pub const OF: Self = Self(1 << 4);
    /// One who is told, who is no content, then direct speech or a clause: told reporters that.
    pub const TOLD: Self = Self(1 << 5);
    /// Someone *to* do something: urged Congress to act. All of it is content.
    pub const SOMEONE_TO: Self = Self(1 << 6);
    /// Something *as* something, or something with a predicate: described it as wrong, called it
    /// wrong. All of it is content.
    pub const PREDICATE: Self = Self(1 << 7);
    /// A question in a clause: asked whether, explained why.
    pub const WH: Self = Self(1 << 8);
    /// Reports speech only with quotation marks or a clause; alone it is mostly something else.
    pub const WEAK: Self = Self(1 << 9);

    /// True when every frame of `other` is in this set.
    #[must_use]
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// True when any frame of `other` is in this set.
    #[must_use]
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for Frames {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Several lemmas that behave alike; the shape in which the tables are written.
/// A particle is joined by `+`: `call+for`.
pub(super) struct Group {
    pub kind: Kind,
    pub stance: Verb,
    pub frames: Frames,
    pub lemmas: &'static str,
}

/// One word of the lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The head word's lemma, lower case.
    pub lemma: &'static str,
    /// What has to follow the head (`for` in *call for*); empty when nothing has to.
    pub particle: &'static str,
    /// Part of speech.
    pub class: Class,
    /// What is done by saying it, judged by this word alone.
    pub kind: Kind,
    /// The stance of the word.
    pub stance: Verb,
    /// How it takes its content.
    pub frames: Frames,
}

/// A row of a table.
pub(super) const fn group(
    kind: Kind,
    stance: Verb,
    frames: &[Frames],
    lemmas: &'static str,
) -> Group {
    let mut set = 0;
    let mut i = 0;
    while i < frames.len() {
        set |= frames[i].0;
        i += 1;
    }
    Group {
        kind,
        stance,
        frames: Frames(set),
        lemmas,
    }
}
