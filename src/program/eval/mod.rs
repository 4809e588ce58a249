//! `ascribe eval`: annotates gold articles and scores what comes out.
//!
//! Leaves out the definitions, see `measures` and `judged`, and the tables, see `printed`.

mod figures;
mod gold;
mod judged;
mod matched;
mod measures;
mod printed;
mod resampled;
mod same;
mod scored;
mod tally;
#[cfg(test)]
mod tests;
mod text;

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{self, Write},
    path::PathBuf,
};

use anyhow::{Context, Result, ensure};
use ascribe::{attributions, kinds, rules};
use clap::Args;
use rayon::prelude::*;

use self::{
    figures::{Figures, figures, mean},
    gold::{by_id, lines},
    measures::{Count, Counts, add_all},
    printed::{Report, print_json, print_table},
    resampled::bounds,
    scored::{Scored, score},
    tally::Judged,
};
use super::{guard::guarded, outcome::Outcome, predictions::Asked};

/// Score against gold articles: token, exact, strict and sentence F1; kinds, actors, targets and replies
/// where the gold has kinds
#[derive(Args)]
pub struct Eval {
    /// Gold articles, one JSON object a line
    pub gold: PathBuf,
    /// The same articles as somebody else has annotated them: kinds, actors, targets and replies are means
    /// over both, and stand beside what each reader makes of the other's
    #[arg(long, value_name = "GOLD2")]
    pub second: Option<PathBuf>,
    /// Keep the gold spans and score kinds, actors, targets and replies alone
    #[arg(long)]
    pub given_spans: bool,
    /// Also score attributions inside another's content
    #[arg(long)]
    pub nested: bool,
    /// Resample the articles this often for intervals of 95 %
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub bootstrap: u32,
    /// Leave this rule out, to see what it is worth; "?" lists them all
    #[arg(long, hide = true, value_name = "NAME")]
    pub without: Option<String>,
    /// Print one JSON object instead of tables
    #[arg(long)]
    pub json: bool,
}

/// Runs the command. Bad lines are reported on standard error and the rest is still scored.
pub fn run(options: &Eval) -> Result<Outcome> {
    let mut names = attributions::passes().chain(kinds::guards());
    match options.without.as_deref() {
        Some("?") => {
            let mut out = io::stdout().lock();
            for name in names {
                writeln!(out, "{name}").context("cannot write")?;
            }
            return Ok(Outcome::Done);
        }
        Some(name) => {
            ensure!(
                names.any(|known| known == name),
                "no rule is called {name:?}; `--without ?` lists them all"
            );
            rules::leave_out(name);
        }
        None => {}
    }
    let name = options.gold.display();
    let asked =
        Asked { nested: options.nested, given_spans: options.given_spans, any_language: false };
    let second = options.second.as_deref().map(by_id).transpose()?;
    let scored: Vec<(usize, Result<Scored>)> = lines(&options.gold)?
        .par_iter()
        .map(|line| {
            let scored = guarded(|| score(line, second.as_ref(), asked));
            (line.number, scored)
        })
        .collect();
    let mut outcome = Outcome::Done;
    let mut articles = Vec::with_capacity(scored.len());
    for (at, result) in scored {
        match result {
            Ok(scored) => articles.push(scored),
            Err(error) => {
                eprintln!("{name}:{at}: {error:#}");
                outcome = Outcome::SomeFailed;
            }
        }
    }
    let read: BTreeSet<&String> = articles.iter().map(|article| &article.id).collect();
    for id in second.iter().flat_map(BTreeMap::keys) {
        if matches!(outcome, Outcome::Done) && !read.contains(id) {
            eprintln!("{name}: {id} is annotated by the second reader alone");
            outcome = Outcome::SomeFailed;
        }
    }
    let report = report(&articles, options.bootstrap);
    let mut out = io::stdout().lock();
    if options.json { print_json(&mut out, &report) } else { print_table(&mut out, &report) }
        .context("cannot write")?;
    Ok(outcome)
}

/// What is said of all articles together, with intervals of so many resamples.
fn report(articles: &[Scored], resamples: u32) -> Report {
    let spans = |chosen: &[usize]| {
        let mut sum = Counts::new();
        for &at in chosen {
            add_all(&mut sum, &articles[at].spans);
        }
        sum
    };
    let judged = |of: fn(&Scored) -> &[Judged], chosen: &[usize]| -> Figures {
        let readers = articles.first().map_or(0, |article| of(article).len());
        let mut sums = vec![Judged::default(); readers];
        for &at in chosen {
            for (sum, more) in sums.iter_mut().zip(of(&articles[at])) {
                sum.add_all(more);
            }
        }
        mean(&sums.iter().map(figures).collect::<Vec<_>>())
    };
    let all: Vec<usize> = (0..articles.len()).collect();
    let has_kinds = articles.iter().any(|article| article.has_kinds);
    let figures_of = |of: fn(&Scored) -> &[Judged]| has_kinds.then(|| judged(of, &all));
    Report {
        articles: articles.len(),
        spans: spans(&all),
        span_bounds: bounds(articles.len(), resamples, |chosen| {
            let named = |(name, count): (String, Count)| {
                let scores = count.scores().into_iter().enumerate();
                scores.map(move |(at, score)| ((name.clone(), at), score))
            };
            spans(chosen).into_iter().flat_map(named).collect()
        }),
        engine: figures_of(|article| &article.engine).unwrap_or_default(),
        readers: figures_of(|article| &article.readers).unwrap_or_default(),
        bounds: bounds(articles.len(), if has_kinds { resamples } else { 0 }, |chosen| {
            let figures = judged(|article| &article.engine, chosen).into_iter();
            figures.filter_map(|(name, value)| Some((name, value?))).collect()
        }),
        digest: articles.iter().fold(0, |sum, article| sum.wrapping_add(article.digest)),
    }
}
