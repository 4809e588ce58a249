//! What is counted of the spans of one article: token, exact, strict, content only, sentence.
//!
//! Every count is additive over articles. The definitions are those of the corpus's own scorer:
//! token counts are micro over roles; exact compares runs of tokens; strict pairs attributions one
//! to one. Leaves out what the attributions do, and who stands behind them; see `judged`.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use super::{
    matched::{Covered, Tokens, by_content, pairs, strictly},
    text::Cut,
};

/// True positives, predicted, gold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Of what was predicted, how much is right.
    pub right: u64,
    /// Of what the gold has, how much was found; the same number, save where a second answer is
    /// right but need not be given.
    pub recalled: u64,
    pub predicted: u64,
    pub gold: u64,
}

impl Count {
    /// Adds so much that is right, predicted, and in the gold.
    pub fn add(&mut self, right: usize, predicted: usize, gold: usize) {
        self.right += right as u64;
        self.recalled += right as u64;
        self.predicted += predicted as u64;
        self.gold += gold as u64;
    }

    /// Adds the counts of `more`.
    pub fn add_all(&mut self, more: Self) {
        self.right += more.right;
        self.recalled += more.recalled;
        self.predicted += more.predicted;
        self.gold += more.gold;
    }

    /// Precision, recall and F1; 0 where there is nothing to divide by.
    pub fn scores(self) -> [f64; 3] {
        let ratio = |a: u64, b: u64| if b == 0 { 0.0 } else { a as f64 / b as f64 };
        let (p, r) = (ratio(self.right, self.predicted), ratio(self.recalled, self.gold));
        [p, r, if p + r == 0.0 { 0.0 } else { 2.0 * p * r / (p + r) }]
    }
}

/// Counts by name, in the order in which they are shown.
pub type Counts = BTreeMap<String, Count>;

/// Adds the counts of `more`.
pub fn add_all(counts: &mut Counts, more: &Counts) {
    for (name, c) in more {
        counts.entry(name.clone()).or_default().add_all(*c);
    }
}

const ROLES: [&str; 3] = ["source", "cue", "content"];

/// All counts of one article.
pub fn count(cut: &Cut, gold: &[Covered], predicted: &[Covered]) -> Counts {
    let (g, p): (Vec<&Covered>, Vec<&Covered>) =
        (gold.iter().collect(), predicted.iter().collect());
    let mut counts = Counts::new();
    let mut add = |name: &str, right, predicted, gold| {
        counts.entry(name.to_owned()).or_default().add(right, predicted, gold);
    };
    for (role, name) in ROLES.iter().enumerate() {
        let all =
            |of: &[&Covered]| -> Tokens { of.iter().flat_map(|a| a.0[role].clone()).collect() };
        let (gt, pt) = (all(&g), all(&p));
        let both = gt.intersection(&pt).count();
        add(&format!("token.{name}"), both, pt.len(), gt.len());
        add("token", both, pt.len(), gt.len());
        let spans = |of: &[&Covered]| -> BTreeSet<(usize, usize)> {
            of.iter().flat_map(|a| runs(&a.0[role])).map(|r| (r.start, r.end)).collect()
        };
        let (gs, ps) = (spans(&g), spans(&p));
        let both = gs.intersection(&ps).count();
        add(&format!("exact.{name}"), both, ps.len(), gs.len());
        add("exact", both, ps.len(), gs.len());
    }
    let strict = pairs(&g, &p, strictly);
    add("strict", strict.len(), p.len(), g.len());
    add("content only", pairs(&g, &p, by_content).len(), p.len(), g.len());

    let words = |of: &[&Covered]| -> Tokens {
        of.iter().flat_map(|a| a.0[2].iter().copied()).filter(|&t| cut.is_word[t]).collect()
    };
    let (gw, pw) = (words(&g), words(&p));
    for sentence in &cut.sentences {
        let has = |words: &Tokens| usize::from(words.range(sentence.clone()).next().is_some());
        add("sentence", has(&gw) & has(&pw), has(&pw), has(&gw));
    }
    counts
}

/// Runs of neighbouring tokens.
fn runs(tokens: &Tokens) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for &t in tokens {
        match out.last_mut() {
            Some(last) if last.end == t => last.end = t + 1,
            _ => out.push(t..t + 1),
        }
    }
    out
}
