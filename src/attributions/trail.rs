//! Which pass put in each attribution, or last changed it: followed only where somebody asks.
//!
//! Leaves out the passes, see `merge`; they know nothing of it, it compares what they leave.

use std::{
    collections::{BTreeSet, HashMap},
    ops::Range,
};

use super::found::Draft;

/// What attributions that no pass has changed come from.
const TAGGER: &str = "tagger";

/// The name of what left each draft as it is.
#[derive(Default)]
pub(super) struct Trail {
    left_by: HashMap<Parts, &'static str>,
}

/// Source, cue, and the tokens of the content in their order, however they are cut into fragments: a pass that only cuts
/// has changed nothing that a reader sees.
type Parts = (Option<Range<usize>>, Option<Range<usize>>, BTreeSet<usize>);

/// What a draft is told apart by.
fn parts(d: &Draft) -> Parts {
    (d.source.clone(), d.cue.clone(), d.content.iter().cloned().flatten().collect())
}

impl Trail {
    /// Where the tagger's drafts are all that there is.
    pub fn from(tagged: &[Draft]) -> Self {
        let mut trail = Self::default();
        trail.passed(TAGGER, tagged);
        trail
    }

    /// What a pass has left: what was not there before it, is its own.
    pub fn passed(&mut self, name: &'static str, drafts: &[Draft]) {
        let left_by = drafts.iter().map(parts).map(|parts| {
            let by = self.left_by.get(&parts).copied().unwrap_or(name);
            (parts, by)
        });
        self.left_by = left_by.collect();
    }

    /// The name of what left this draft; empty for one that is not among those of the last pass.
    pub fn of(&self, d: &Draft) -> &'static str {
        self.left_by.get(&parts(d)).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attributions::drafted::{document, draft};

    #[test]
    fn what_a_pass_changes_or_puts_in_is_its_own_and_the_rest_stays() {
        let document = document(&["The mayor said the bridge was safe, and Tove Lund denied it."]);
        let said = draft(&document, ["The mayor", "said", "the bridge was safe"]);
        let denied = draft(&document, ["", "denied", "it"]);
        let mut trail = Trail::from(&[said.clone(), denied.clone()]);
        let named = draft(&document, ["Tove Lund", "denied", "it"]);
        trail.passed("who speaks", &[said.clone(), named.clone()]);
        assert_eq!(trail.of(&said), TAGGER);
        assert_eq!(trail.of(&named), "who speaks");
        assert_eq!(trail.of(&denied), "");
        // In two fragments the same words are the same.
        let at = said.content[0].clone();
        let cut = Draft { content: vec![at.start + 1..at.end, at.start..at.start + 1], ..said };
        trail.passed("nothing", &[cut.clone(), named.clone()]);
        assert_eq!((trail.of(&cut), trail.of(&named)), (TAGGER, "who speaks"));
    }
}
