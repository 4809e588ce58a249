//! Which attribution stands in whose content.
//!
//! Leaves out where they come from: ours and those that are given are nested alike.

use std::{cmp::Reverse, ops::Range};

use super::found::Found;
use crate::text::Document;

/// Sets the parent of each: the innermost one in whose content its cue begins; none without a cue. In *Brook said the
/// mayor had denied it* the denial stands in what Brook said. A parent says more than its child, so that nothing stands
/// inside itself, also where two garbled contents hold each other's cue.
pub fn nest(document: &Document, found: &mut [Found]) {
    let contents: Vec<Vec<Range<usize>>> =
        found.iter().map(|f| f.content.iter().map(|&c| document.tokens_in(c)).collect()).collect();
    let length = |at: usize| contents[at].iter().map(Range::len).sum::<usize>();
    // Longest contents first, so that the shortest one around a token is written last.
    let mut order: Vec<usize> = (0..found.len()).collect();
    order.sort_by_key(|&at| Reverse(length(at)));
    let mut owner = vec![None; document.tokens().len()];
    for at in order {
        for tokens in &contents[at] {
            owner[tokens.clone()].fill(Some(at));
        }
    }
    for (at, f) in found.iter_mut().enumerate() {
        let cue = f.cue.first().map(|&cue| document.tokens_in(cue).start);
        let around = cue.and_then(|token| *owner.get(token)?);
        f.parent = around.filter(|&parent| length(parent) > length(at));
    }
}
