//! An attribution in the making: runs of tokens, before it is spans of the text.
//!
//! Leaves out how it comes about; see `merge`.

use std::ops::Range;

/// An attribution in tokens. Of *The mayor said the pier was safe* the source is *The mayor*, the cue *said*.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// None where nobody is named beside the words.
    pub source: Option<Range<usize>>,
    /// None for a quotation that no verb brings.
    pub cue: Option<Range<usize>>,
    /// Fragments, never none once the passes are through: *“The pier,” she said, “is safe”* has two.
    pub content: Vec<Range<usize>>,
    pub confidence: f32,
}

/// What a rule is trusted with where the tagger is silent.
pub(super) const RULE_CONFIDENCE: f32 = 0.6;
