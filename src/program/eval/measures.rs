//! What is counted for one article: token, exact, strict, sentence, category and actor.
//!
//! Every count is additive over articles. The definitions are those of the corpus's own scorer:
//! token counts are micro over roles; exact compares runs of tokens; strict pairs attributions one
//! to one, best summed Jaccard first, where cues meet and source and content reach one half.

use std::{
    cmp::Ordering,
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use serde::Deserialize;

use super::text::Cut;
use crate::{
    articles::{Fragment, Given},
    predictions::Prediction,
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
    fn add(&mut self, right: usize, predicted: usize, gold: usize) {
        self.right += right as u64;
        self.recalled += right as u64;
        self.predicted += predicted as u64;
        self.gold += gold as u64;
    }

    fn add_all(&mut self, more: Self) {
        self.right += more.right;
        self.recalled += more.recalled;
        self.predicted += more.predicted;
        self.gold += more.gold;
    }

    /// Precision, recall and F1; 0 where there is nothing to divide by.
    pub fn scores(self) -> [f64; 3] {
        let ratio = |a: u64, b: u64| if b == 0 { 0.0 } else { a as f64 / b as f64 };
        let (p, r) = (
            ratio(self.right, self.predicted),
            ratio(self.recalled, self.gold),
        );
        [
            p,
            r,
            if p + r == 0.0 {
                0.0
            } else {
                2.0 * p * r / (p + r)
            },
        ]
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

/// A gold attribution.
#[derive(Deserialize)]
pub struct Gold {
    #[serde(flatten)]
    pub spans: Given,
    #[serde(default)]
    pub category: Option<String>,
    #[serde(default)]
    pub actor: Option<String>,
    #[serde(default)]
    pub category_alt: Option<String>,
    #[serde(default)]
    pub actor_aliases: Option<Vec<String>>,
}

type Tokens = BTreeSet<usize>;

const ROLES: [&str; 3] = ["source", "cue", "content"];

/// The tokens of each role.
struct Covered([Tokens; 3]);

impl Covered {
    fn new(roles: [&[Fragment]; 3], cut: &Cut) -> Self {
        let tokens = |fragments: &[Fragment]| {
            fragments
                .iter()
                .flat_map(|&[s, e]| cut.covered(&(s..e)))
                .collect()
        };
        Self(roles.map(tokens))
    }
}

/// All counts of one article.
pub fn count(text: &str, gold: &[Gold], predicted: &[Prediction]) -> Counts {
    let cut = Cut::new(text);
    let g: Vec<Covered> = gold
        .iter()
        .map(|Gold { spans: a, .. }| Covered::new([&a.source, &a.cue, &a.content], &cut))
        .collect();
    let p: Vec<Covered> = predicted
        .iter()
        .map(|a| Covered::new([&a.source, &a.cue, &a.content], &cut))
        .collect();
    let mut counts = Counts::new();
    let mut add = |name: &str, right, predicted, gold| {
        counts
            .entry(name.to_owned())
            .or_default()
            .add(right, predicted, gold);
    };
    for (role, name) in ROLES.iter().enumerate() {
        let all =
            |of: &[Covered]| -> Tokens { of.iter().flat_map(|a| a.0[role].clone()).collect() };
        let (gt, pt) = (all(&g), all(&p));
        let both = gt.intersection(&pt).count();
        add(&format!("token.{name}"), both, pt.len(), gt.len());
        add("token", both, pt.len(), gt.len());
        let spans = |of: &[Covered]| -> BTreeSet<(usize, usize)> {
            of.iter()
                .flat_map(|a| runs(&a.0[role]))
                .map(|r| (r.start, r.end))
                .collect()
        };
        let (gs, ps) = (spans(&g), spans(&p));
        let both = gs.intersection(&ps).count();
        add(&format!("exact.{name}"), both, ps.len(), gs.len());
        add("exact", both, ps.len(), gs.len());
    }
    let strict = pairs(&g, &p, strictly);
    add("strict", strict.len(), p.len(), g.len());
    add(
        "content only",
        pairs(&g, &p, by_content).len(),
        p.len(),
        g.len(),
    );

    let words = |of: &[Covered]| -> Tokens {
        of.iter()
            .flat_map(|a| a.0[2].iter().copied())
            .filter(|&t| cut.is_word[t])
            .collect()
    };
    let (gw, pw) = (words(&g), words(&p));
    for sentence in &cut.sentences {
        let has = |words: &Tokens| usize::from(words.range(sentence.clone()).next().is_some());
        add("sentence", has(&gw) & has(&pw), has(&pw), has(&gw));
    }
    judged(gold, predicted, &strict, &mut counts);
    counts
}

/// Category and actor, on strictly matched pairs and end to end.
fn judged(gold: &[Gold], predicted: &[Prediction], strict: &[(usize, usize)], counts: &mut Counts) {
    let mut add = |name: String, right: bool, predicted, gold| {
        counts
            .entry(name)
            .or_default()
            .add(usize::from(right), predicted, gold);
    };
    let (mut categories, mut actors) = (0, 0);
    for &(i, j) in strict {
        let (g, p) = (&gold[i], &predicted[j]);
        if let Some(category) = &g.category {
            let right = p.category == category;
            let lenient = right || g.category_alt.as_deref() == Some(p.category);
            categories += usize::from(right);
            add("category given the spans".into(), right, 1, 1);
            add("category, lenient".into(), lenient, 1, 1);
            add(format!("category: {category}"), right, 0, 1);
            add(format!("category: {}", p.category), false, 1, 0);
        }
        if let Some(actor) = &g.actor {
            let aliases = g.actor_aliases.iter().flatten();
            let right = p
                .actor
                .as_ref()
                .is_some_and(|p| aliases.chain([actor]).any(|name| normal(name) == normal(p)));
            actors += usize::from(right);
            add("actor given the spans".into(), right, 1, 1);
        }
    }
    let with = |has: fn(&Gold) -> bool| gold.iter().filter(|g| has(g)).count();
    let totals = [
        (
            "category, end to end",
            categories,
            with(|g| g.category.is_some()),
        ),
        ("actor, end to end", actors, with(|g| g.actor.is_some())),
    ];
    for kind in CLOSELY_WATCHED {
        if gold.iter().any(|g| g.category.is_some()) {
            let sum = counts.entry(format!("{kind}, end to end")).or_default();
            sum.add_all(end_to_end(kind, gold, predicted, strict));
        }
    }
    for (name, right, total) in totals.into_iter().filter(|t| t.2 > 0) {
        counts
            .entry(name.to_owned())
            .or_default()
            .add(right, predicted.len(), total);
    }
}

/// The kinds that a reader acts upon, counted with the spans that were found.
const CLOSELY_WATCHED: [&str; 2] = ["accusation", "denial"];

/// Of all that was predicted to be of this kind, what matches strictly and is, or may be called so;
/// of all in the gold, what was matched and called so.
fn end_to_end(
    kind: &str,
    gold: &[Gold],
    predicted: &[Prediction],
    strict: &[(usize, usize)],
) -> Count {
    let is = |category: &Option<String>| category.as_deref() == Some(kind);
    let called = strict
        .iter()
        .filter(|&&(_, j)| predicted[j].category == kind)
        .map(|&(i, _)| &gold[i]);
    let all = |n: usize| n as u64;
    Count {
        right: all(called
            .clone()
            .filter(|g| is(&g.category) || is(&g.category_alt))
            .count()),
        recalled: all(called.filter(|g| is(&g.category)).count()),
        predicted: all(predicted.iter().filter(|p| p.category == kind).count()),
        gold: all(gold.iter().filter(|g| is(&g.category)).count()),
    }
}

/// A name without case, possessive, punctuation and article.
fn normal(name: &str) -> String {
    let mut plain = String::new();
    for word in name.to_lowercase().replace('’', "'").split_whitespace() {
        let word = word
            .strip_suffix("'s")
            .or_else(|| word.strip_suffix('\''))
            .unwrap_or(word);
        plain.extend(word.chars().map(|c| {
            if c.is_alphanumeric() || c == '_' {
                c
            } else {
                ' '
            }
        }));
        plain.push(' ');
    }
    let words: Vec<&str> = plain.split_whitespace().collect();
    let article = words.len() > 1 && matches!(words[0], "the" | "a" | "an");
    words[usize::from(article)..].join(" ")
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

fn jaccard(a: &Tokens, b: &Tokens) -> f64 {
    if a.is_empty() && b.is_empty() {
        return 1.0;
    }
    let both = a.intersection(b).count();
    both as f64 / (a.len() + b.len() - both) as f64
}

fn strictly(g: &Covered, p: &Covered) -> bool {
    let role = if g.0[1].is_empty() || p.0[1].is_empty() {
        2
    } else {
        1
    };
    !g.0[role].is_disjoint(&p.0[role])
        && jaccard(&g.0[0], &p.0[0]) >= 0.5
        && jaccard(&g.0[2], &p.0[2]) >= 0.5
}

fn by_content(g: &Covered, p: &Covered) -> bool {
    !g.0[2].is_empty() && !p.0[2].is_empty() && jaccard(&g.0[2], &p.0[2]) >= 0.5
}

/// One-to-one pairs (gold, predicted), greedily by the best summed Jaccard.
fn pairs(
    g: &[Covered],
    p: &[Covered],
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
