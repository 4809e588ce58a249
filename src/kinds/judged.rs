//! The judgement on one attribution, and how a kind is decided by its probability.
//!
//! Leaves out what speaks against it; see `unmade`.

use crate::{
    analysis::{Kind, Verb},
    model,
    span::Span,
};

/// The kinds in the order of the learned probabilities.
pub const ORDER: [Kind; model::KINDS] = [
    Kind::Statement,
    Kind::Accusation,
    Kind::Denial,
    Kind::Admission,
    Kind::NoComment,
    Kind::Demand,
    Kind::Warning,
    Kind::Promise,
    Kind::Criticism,
    Kind::Praise,
    Kind::Opinion,
    Kind::Question,
];

/// The judgement on one attribution.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Judged {
    /// What is done.
    pub kind: Kind,
    /// How likely that is, 0 to 1.
    pub confidence: f32,
    /// How likely each kind is, in [`ORDER`].
    pub shares: [f32; model::KINDS],
    /// The stance of the cue.
    pub verb: Verb,
    /// The words that name whom it is aimed at (bytes); none when that is not plain.
    pub target: Option<Span>,
    /// Takes an accusation back or ends it: withdrawn, acquitted, dropped.
    pub release: bool,
}

/// The likeliest kind and its probability; accusation and denial only where they are likely enough and
/// were made.
pub(super) fn decide(shares: &[f32; model::KINDS], unmade: bool) -> (Kind, f32) {
    let least = model::least();
    let may = |at: usize| match ORDER[at] {
        Kind::Accusation => !unmade && shares[at] >= least[0],
        Kind::Denial => !unmade && shares[at] >= least[1],
        _ => true,
    };
    let best = (0..ORDER.len()).filter(|&at| may(at)).fold(0, |best, at| {
        if shares[at] > shares[best] { at } else { best }
    });
    (ORDER[best], shares[best])
}
