//! An attribution in the making: runs of tokens, before it is spans of the text.
//!
//! Leaves out how it comes about; see `merge`.

use std::ops::Range;

/// An attribution in tokens.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub source: Option<Range<usize>>,
    pub cue: Option<Range<usize>>,
    pub content: Vec<Range<usize>>,
    pub confidence: f32,
}

/// What a rule is trusted with where the tagger is silent.
pub(super) const RULE_CONFIDENCE: f32 = 0.6;
