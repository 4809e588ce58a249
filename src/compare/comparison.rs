//! What a comparison holds: plain data, the same natively, in the browser and in the exports.
//!
//! Indices are always those of the accounts as they were given and of the attributions and actors of
//! their analyses; words are pieces of the account's blocks. Leaves out how any of it is found, and
//! weighs nothing: there is no total to set against another.

use serde::{Deserialize, Serialize};

use crate::{
    analysis::{Analysis, Block, Counts, ReplyState, SourceKind},
    span::Piece,
};

/// One article as it is compared: what was found in it, and the text that its pieces point into.
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Account {
    /// The blocks that were analysed. Words outside the pieces of the analysis are not read: they
    /// may have been left out, as long as the pieces are moved with what is left.
    pub blocks: Vec<Block>,
    /// What was found in them.
    pub analysis: Analysis<Piece>,
}

/// An actor or an attribution of one of the accounts.
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
pub struct At {
    /// Index of the account.
    pub account: u32,
    /// Index into its actors or its attributions.
    pub index: u32,
}

/// What the reader knows better: actors that are one voice, and such that are not.
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Choices {
    /// Pairs of actors that are the same.
    pub joined: Vec<[At; 2]>,
    /// Pairs of actors that are not; stronger than `joined`.
    pub parted: Vec<[At; 2]>,
}

/// Why two actors of different accounts are, or may be, the same.
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Likeness {
    /// The reader says so.
    Chosen,
    /// The same full name.
    Name,
    /// The same state, by whichever of its names.
    State,
    /// One is the other's acronym.
    Acronym,
    /// A part of the name that nobody else has: a last name, the short name of a body.
    PartOfName,
    /// The same role: "the mayor".
    Role,
    /// They say the same words.
    Words,
}

/// One who speaks, or is spoken against, in at least one of the accounts.
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Voice {
    /// The fullest of its names.
    pub name: String,
    /// False when no account gives a name.
    pub named: bool,
    /// What kind of source it is.
    pub kind: SourceKind,
    /// The actors that it is, by account; at most one of each account, unless the reader joined more.
    pub actors: Vec<At>,
    /// The weakest reason by which they were joined; none when there is only one.
    pub how: Option<Likeness>,
    /// Counts by group, one entry for each account; zeros where it has no words.
    pub counts: Vec<Counts>,
}

/// Two voices that may be one: for the reader to join.
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Perhaps {
    /// Indices into [`Comparison::voices`], the lower first.
    pub voices: [u32; 2],
    /// Why they may be.
    pub how: Likeness,
}

/// What became of a run of words of a quotation.
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// The same words in both.
    Same,
    /// Only in the left one.
    OnlyLeft,
    /// Only in the right one.
    OnlyRight,
    /// Other words at the same place.
    Other,
}

/// A run of words of two quotations laid beside each other.
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// What became of it.
    pub change: Change,
    /// Its words in the left account; empty when it has none there.
    pub left: Vec<Piece>,
    /// Its words in the right account; empty when it has none there.
    pub right: Vec<Piece>,
}

/// The quoted words of two statements, aligned word by word.
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quotations {
    /// An attribution.
    pub left: At,
    /// One of another account.
    pub right: At,
    /// In reading order of the left one; neighbours differ in what became of them.
    pub runs: Vec<Run>,
}

/// Statements of at least two accounts that seem to be the same.
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Same {
    /// Whose: index into [`Comparison::voices`]; none where the accounts give the same quoted words to
    /// different voices, or one of them to nobody.
    pub voice: Option<u32>,
    /// Attributions, by account and then in reading order.
    pub statements: Vec<At>,
    /// For each two accounts that quote the same words: the longest quotations laid beside each other.
    pub quotations: Vec<Quotations>,
}

/// What one account has of an accusation.
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Side {
    /// Index of the account.
    pub account: u32,
    /// The attributions that accuse; empty when the account has only an answer.
    pub accusations: Vec<u32>,
    /// The attributions that answer them.
    pub replies: Vec<u32>,
    /// Denials of the one accused that this account ties to no accusation; only where another account
    /// has the accusation and this one does not.
    pub denials: Vec<u32>,
    /// The most that was found in answer; none without an accusation.
    pub state: Option<ReplyState>,
}

/// One accusation, and what each account has of it.
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Charge {
    /// Who accuses: index into [`Comparison::voices`].
    pub accuser: Option<u32>,
    /// Who is accused: index into [`Comparison::voices`].
    pub accused: Option<u32>,
    /// By account; only those that have something of it.
    pub sides: Vec<Side>,
    /// The accounts in which an answer was found, where another has the accusation and none; else empty.
    pub answered_only_in: Vec<u32>,
}

/// What one list of voices has beside another. Empty lists when nothing was found.
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// Everyone, the most present first.
    pub voices: Vec<Voice>,
    /// Which of them may be one.
    pub perhaps: Vec<Perhaps>,
    /// Statements that seem the same, in reading order of the first account that has them.
    pub same: Vec<Same>,
    /// Accusations with their answers, in the same order.
    pub charges: Vec<Charge>,
}
