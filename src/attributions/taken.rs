//! Which tokens are taken, and by what: so that one look tells whether a rule has room.
//!
//! Leaves out what is done where there is room; see `merge` and `denials`.

use std::ops::Range;

use super::draft::Draft;
use crate::{analysis::Role, text::Document};

/// What is marked so far, token by token.
pub(super) struct Taken {
    /// Source or cue.
    speaks: Vec<bool>,
    /// One more than the index of the attribution whose content it is; 0 for none.
    content: Vec<usize>,
    /// Was cut from a content, so that the tagger says nothing about it.
    cut: Vec<bool>,
}

impl Taken {
    pub fn new(document: &Document, drafts: &[Draft], cut_off: &[Range<usize>]) -> Self {
        let count = document.tokens().len();
        let mut cut = vec![false; count];
        for run in cut_off {
            cut[run.clone()].fill(true);
        }
        let mut taken = Self {
            speaks: vec![false; count],
            content: vec![0; count],
            cut,
        };
        for (index, draft) in drafts.iter().enumerate() {
            taken.note(index, draft);
        }
        taken
    }

    /// Takes the tokens of a draft; `index` is its place among the drafts.
    pub fn note(&mut self, index: usize, draft: &Draft) {
        self.write(draft, true, index + 1);
    }

    /// Gives the tokens of a draft back.
    pub fn forget(&mut self, draft: &Draft) {
        self.write(draft, false, 0);
    }

    fn write(&mut self, draft: &Draft, speaks: bool, owner: usize) {
        for run in draft.source.iter().chain(&draft.cue) {
            self.speaks[run.clone()].fill(speaks);
        }
        for run in &draft.content {
            self.content[run.clone()].fill(owner);
        }
    }

    /// Some of the run is a source or a cue.
    pub fn speaks_in(&self, run: &Range<usize>) -> bool {
        self.speaks[run.clone()].contains(&true)
    }

    /// The indices of the drafts of whose contents the run is a part, once for each token.
    pub fn owners<'t>(&'t self, run: &Range<usize>) -> impl Iterator<Item = usize> + 't {
        self.content[run.clone()]
            .iter()
            .filter_map(|&owner| owner.checked_sub(1))
    }

    /// The cue is no source and no cue already.
    pub fn leaves_room(&self, d: &Draft) -> bool {
        d.cue.iter().all(|cue| !self.speaks_in(cue))
    }

    /// Cue, source and content all stand in one content.
    pub fn is_nested(&self, d: &Draft) -> bool {
        let Some(owner) = d.cue.as_ref().map(|cue| self.content[cue.start]) else {
            return false;
        };
        let inside = |run: &Range<usize>| self.content[run.clone()].iter().all(|&o| o == owner);
        owner > 0 && d.source.iter().chain(&d.cue).chain(&d.content).all(inside)
    }

    /// Nothing of it is marked, and it stands where the tagger's corpus marks nothing or in what
    /// was cut from a content.
    pub fn is_unread(&self, document: &Document, d: &Draft) -> bool {
        let free = |run: &Range<usize>| !self.speaks_in(run) && self.owners(run).next().is_none();
        let Some(cue) = &d.cue else { return false };
        let role = document.paragraphs()[document.paragraph_of(cue.start)].role;
        let unread = !matches!(role, Role::Body | Role::Quote | Role::Item) || self.cut[cue.start];
        unread && d.source.iter().chain(&d.cue).chain(&d.content).all(free)
    }
}
