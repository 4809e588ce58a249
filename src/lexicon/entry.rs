//! What the lexicon says of a word that reports: its part of speech, what is done by saying it, and how
//! it takes its content.
//!
//! Leaves out the words; see `verbs` and `nouns`.

use bitflags::bitflags;

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

bitflags! {
    /// The ways in which a cue may take its content; a set.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Frames: u16 {
        /// Direct speech: said, “…”.
        const QUOTE = 1;
        /// A clause, with or without *that*: said (that) he left.
        const CLAUSE = 1 << 1;
        /// An infinitive: vowed to leave.
        const INFINITIVE = 1 << 2;
        /// A noun phrase or what follows the particle: denied any role, called for calm.
        const OBJECT = 1 << 3;
        /// Someone *of*, *for*, *with* something: accused Russia of using it. All of it is content.
        const OF = 1 << 4;
        /// One who is told, who is no content, then direct speech or a clause: told reporters that.
        const TOLD = 1 << 5;
        /// Someone *to* do something: urged Congress to act. All of it is content.
        const SOMEONE_TO = 1 << 6;
        /// Something *as* something, or something with a predicate: described it as wrong, called it
        /// wrong. All of it is content.
        const PREDICATE = 1 << 7;
        /// A question in a clause: asked whether, explained why.
        const WH = 1 << 8;
        /// Reports speech only with quotation marks or a clause; alone it is mostly something else.
        const WEAK = 1 << 9;
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
    let mut set = Frames::empty();
    let mut i = 0;
    while i < frames.len() {
        set = set.union(frames[i]);
        i += 1;
    }
    Group {
        kind,
        stance,
        frames: set,
        lemmas,
    }
}
