//! `ascribe pairs`: what the judge of speakers sees of each source and everyone who may be meant, for
//! training.
//!
//! One JSON object for each article: `rows`, one for each attribution in the order in which they are
//! settled, with its `index`, the `class` of its source, the judge's own `best`, and for each candidate
//! its `names`, whether it was `known` before, and features (`x`). What is settled before is part of what is seen after: with `--teach`
//! that is the annotated actor wherever one of the candidates has its name. Leaves out the labels.

use std::{collections::BTreeSet, path::PathBuf};

use anyhow::{Context, Result};
use ascribe::{
    actors::{self, Seen},
    attributions,
    words::Words,
};
use clap::Args;
use serde::{Deserialize, Serialize};

use super::{
    articles::{Given, Mapped},
    each::each,
    lines::Line,
    outcome::Outcome,
};

/// Print what the judge of speakers sees (for training): JSON Lines in, JSON Lines out
#[derive(Args)]
pub struct Pairs {
    /// The articles, one JSON object a line with "id", "text" and "attributions"
    pub file: PathBuf,
    /// Settle each speaker by the annotated actor
    #[arg(long)]
    pub teach: bool,
}

#[derive(Deserialize)]
struct Article {
    id: String,
    text: String,
    attributions: Vec<Row>,
}

/// An attribution with whom the annotators took for its actor.
#[derive(Deserialize)]
struct Row {
    #[serde(flatten)]
    given: Given,
    #[serde(default)]
    actor: Option<String>,
    #[serde(default)]
    actor_aliases: Vec<String>,
}

#[derive(Serialize)]
struct Rows {
    id: String,
    /// How many features there are.
    features: usize,
    rows: Vec<Source>,
}

#[derive(Serialize)]
struct Source {
    index: usize,
    class: usize,
    best: usize,
    names: Vec<String>,
    known: Vec<bool>,
    x: Vec<Vec<u16>>,
}

/// Runs the command. Bad lines are reported on standard error and the rest is still done.
pub fn run(options: &Pairs) -> Result<Outcome> {
    each(&options.file, |line| rows(line, options.teach))
}

/// What is seen of the sources of the article of this line, as a line.
fn rows(line: &Line, teach: bool) -> Result<Vec<u8>> {
    let article: Article = line.value().context("not an article")?;
    let mapped = Mapped::new(&article.text);
    let mut found = mapped.found(article.attributions.iter().map(|row| &row.given))?;
    attributions::nest(&mapped.document, &mut found);
    let words = Words::new(&mapped.document);
    let mut rows = Vec::new();
    let mut choose = |index: usize, class: usize, seen: &[Seen], best: usize| {
        rows.push(Source {
            index,
            class,
            best,
            names: seen.iter().map(|s| s.name.clone()).collect(),
            known: seen.iter().map(|s| s.known).collect(),
            x: seen.iter().map(|s| s.features.clone()).collect(),
        });
        if teach { taught(&article.attributions[index], seen) } else { best }
    };
    actors::trace(&words, &found, &mut choose);
    Ok(serde_json::to_vec(&Rows { id: article.id, features: actors::FEATURES, rows })?)
}

/// The place of the annotated actor; that of nobody, the last, when no candidate has its name. The very
/// name before an alias, somebody known before whoever the source describes.
fn taught(gold: &Row, seen: &[Seen]) -> usize {
    let names = gold.actor.iter().chain(&gold.actor_aliases);
    let wanted: Vec<Vec<String>> = names.map(|n| parts(n)).collect();
    let rank = |s: &Seen| {
        let name = parts(&s.name);
        let like = |w: &Vec<String>| !name.is_empty() && same(&name, w);
        let exact = gold.actor.is_some()
            && name.iter().collect::<BTreeSet<_>>() == wanted[0].iter().collect();
        let rank = match wanted.split_first() {
            Some(_) if exact => 3,
            Some((first, _)) if like(first) => 2,
            Some((_, rest)) if rest.iter().any(like) => 1,
            _ => return 0,
        };
        2 * rank + usize::from(s.known)
    };
    let ranks: Vec<usize> = seen.iter().map(rank).collect();
    let top = ranks.iter().copied().max().unwrap_or(0);
    let first = ranks.iter().position(|&r| r == top && r > 0);
    first.unwrap_or(seen.len() - 1)
}

/// The words of a name that tell: lower case, no titles, no possessives.
fn parts(name: &str) -> Vec<String> {
    const TITLES: &[&str] = &[
        "mr",
        "mrs",
        "ms",
        "dr",
        "sir",
        "lady",
        "lord",
        "president",
        "minister",
        "senator",
        "secretary",
        "the",
        "a",
        "an",
        "of",
        "s",
    ];
    let words: Vec<String> = name
        .to_lowercase()
        .replace('.', "")
        .split(|c: char| !(c.is_alphanumeric() || c == '-' || c == '&'))
        .filter(|w| !w.is_empty())
        .map(str::to_owned)
        .collect();
    let kept: Vec<String> =
        words.iter().filter(|w| !TITLES.contains(&w.as_str())).cloned().collect();
    if kept.is_empty() { words } else { kept }
}

/// The same words, or the same last one and all of one among the other's.
fn same(one: &[String], other: &[String]) -> bool {
    let (a, b): (BTreeSet<_>, BTreeSet<_>) = (one.iter().collect(), other.iter().collect());
    a == b || one.last() == other.last() && (a.is_subset(&b) || b.is_subset(&a))
}
