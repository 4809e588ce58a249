//! Which predicted attribution is which of the gold: the tokens of each, and pairs of them.
//!
//! Leaves out what a token is, see `text`, and what is counted, see `measures` and `judged`.

use std::{cmp::Ordering, collections::BTreeSet};

use super::text::Cut;
use crate::articles::Fragment;

/// Indices of tokens.
pub type Tokens = BTreeSet<usize>;

/// The tokens of source, cue and content.
#[derive(Clone, PartialEq)]
pub struct Covered(pub [Tokens; 3]);

impl Covered {
    /// Those that share a code point with the fragments of each.
    pub fn new(roles: [&[Fragment]; 3], cut: &Cut) -> Self {
        let tokens = |fragments: &[Fragment]| {
            fragments.iter().flat_map(|&[s, e]| cut.covered(&(s..e))).collect()
        };
        Self(roles.map(tokens))
    }
}

fn jaccard(a: &Tokens, b: &Tokens) -> f64 {
    if a.is_empty() && b.is_empty() {
        return 1.0;
    }
    let both = a.intersection(b).count();
    both as f64 / (a.len() + b.len() - both) as f64
}

/// Cues meet, or contents where either has no cue; source and content reach one half.
pub fn strictly(g: &Covered, p: &Covered) -> bool {
    let role = if g.0[1].is_empty() || p.0[1].is_empty() { 2 } else { 1 };
    !g.0[role].is_disjoint(&p.0[role])
        && jaccard(&g.0[0], &p.0[0]) >= 0.5
        && jaccard(&g.0[2], &p.0[2]) >= 0.5
}

/// Contents reach one half, whatever source and cue.
pub fn by_content(g: &Covered, p: &Covered) -> bool {
    !g.0[2].is_empty() && !p.0[2].is_empty() && jaccard(&g.0[2], &p.0[2]) >= 0.5
}

/// One-to-one pairs (gold, predicted), greedily by the best summed Jaccard.
pub fn pairs(
    g: &[&Covered],
    p: &[&Covered],
    fits: fn(&Covered, &Covered) -> bool,
) -> Vec<(usize, usize)> {
    let mut candidates: Vec<(f64, usize, usize)> = Vec::new();
    for (i, a) in g.iter().enumerate() {
        for (j, b) in p.iter().enumerate().filter(|(_, b)| fits(a, b)) {
            let sum: f64 = (0..3).map(|role| jaccard(&a.0[role], &b.0[role])).sum();
            candidates.push((-sum, i, j));
        }
    }
    candidates.sort_by(|a, b| a.partial_cmp(b).unwrap_or(Ordering::Equal));
    let (mut used_g, mut used_p, mut out) = (vec![false; g.len()], vec![false; p.len()], vec![]);
    for (_, i, j) in candidates {
        if !used_g[i] && !used_p[j] {
            (used_g[i], used_p[j]) = (true, true);
            out.push((i, j));
        }
    }
    out
}

/// Each gold attribution with the predicted one of the very same tokens; none where any has no such one.
pub fn same(g: &[&Covered], p: &[&Covered]) -> Option<Vec<(usize, usize)>> {
    let mut left: Vec<usize> = (0..p.len()).collect();
    let mut out = Vec::with_capacity(g.len());
    for (i, &a) in g.iter().enumerate() {
        let at = left.iter().position(|&j| p[j] == a)?;
        out.push((i, left.remove(at)));
    }
    left.is_empty().then_some(out)
}
