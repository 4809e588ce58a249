//! `ascribe eval`: annotates gold articles and scores what comes out.
//!
//! Leaves out the definitions; see `measures`.

mod measures;
mod text;

use std::{
    collections::BTreeMap,
    fs::File,
    io::{self, BufReader, Write},
    path::PathBuf,
};

use anyhow::{Context, Result, ensure};
use ascribe::{attributions, kinds, rules};
use clap::Args;
use rayon::prelude::*;
use serde::Deserialize;

use self::measures::{Counts, Gold, add_all, count};
use super::{
    articles::Article,
    guard::guarded,
    lines::{Line, Lines, MOST_MIB},
    outcome::Outcome,
    predictions::{Asked, predict},
};

/// Score against gold articles: token, exact, strict and sentence F1; category and actor where the
/// gold has them
#[derive(Args)]
pub struct Eval {
    /// Gold articles, one JSON object a line
    pub gold: PathBuf,
    /// Keep the gold spans and score kind and actor alone
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
    /// Print one JSON object instead of a table
    #[arg(long)]
    pub json: bool,
}

#[derive(Deserialize)]
struct Annotated {
    id: String,
    text: String,
    attributions: Vec<Gold>,
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
    let file = File::open(&options.gold).with_context(|| format!("cannot read {name}"))?;
    let lines: Vec<Line> = Lines::new(BufReader::new(file), MOST_MIB << 20)
        .collect::<io::Result<_>>()
        .with_context(|| format!("cannot read {name}"))?;
    let scored: Vec<(usize, Result<Counts>)> = lines
        .par_iter()
        .map(|line| (line.number, guarded(|| score(line, options))))
        .collect();
    let mut outcome = Outcome::Done;
    let mut articles = Vec::with_capacity(scored.len());
    for (at, result) in scored {
        match result {
            Ok(counts) => articles.push(counts),
            Err(error) => {
                eprintln!("{name}:{at}: {error:#}");
                outcome = Outcome::SomeFailed;
            }
        }
    }
    let mut total = Counts::new();
    for counts in &articles {
        add_all(&mut total, counts);
    }
    let intervals = intervals(&articles, options.bootstrap);
    let mut out = io::stdout().lock();
    if options.json {
        print_json(&mut out, articles.len(), &total, &intervals)
    } else {
        print_table(&mut out, articles.len(), &total, &intervals)
    }
    .context("cannot write")?;
    Ok(outcome)
}

fn score(line: &Line, options: &Eval) -> Result<Counts> {
    let Annotated {
        id,
        text,
        attributions: gold,
    } = line.value().context("not a gold article")?;
    let given = options
        .given_spans
        .then(|| gold.iter().map(|gold| gold.spans.clone()).collect());
    let article = Article {
        id,
        text: text.clone(),
        attributions: given,
    };
    let asked = Asked {
        nested: options.nested,
        given_spans: options.given_spans,
        any_language: false,
    };
    Ok(count(&text, &gold, &predict(article, asked)?.attributions))
}

/// For precision, recall and F1 each: the values below which 2.5 % and 97.5 % of the resamples lie.
type Bounds = [[f64; 2]; 3];

/// Bounds by the name of their measure.
type Intervals = BTreeMap<String, Bounds>;

/// The name under which the mean over categories has its interval.
const MACRO: &str = "category, macro F1";

/// The bounds of each measure, by its name; none without resamples.
fn intervals(articles: &[Counts], resamples: u32) -> Intervals {
    if resamples == 0 || articles.is_empty() {
        return BTreeMap::new();
    }
    // A small generator of fixed seed: the same file always gives the same intervals.
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut draw = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).unwrap_or(0)
    };
    let mut seen: BTreeMap<String, [Vec<f64>; 3]> = BTreeMap::new();
    for _ in 0..resamples {
        let mut sum = Counts::new();
        for _ in 0..articles.len() {
            add_all(&mut sum, &articles[draw(articles.len())]);
        }
        let mean = macro_f1(&sum).map(|f1| (MACRO.to_owned(), [f1; 3]));
        let scores = sum
            .iter()
            .map(|(name, count)| (name.clone(), count.scores()));
        for (name, scores) in scores.chain(mean) {
            let all = seen.entry(name).or_default();
            for (values, score) in all.iter_mut().zip(scores) {
                values.push(score);
            }
        }
    }
    let bounds = |mut values: Vec<f64>| {
        values.sort_by(f64::total_cmp);
        let at =
            |share: f64| values[((share * values.len() as f64) as usize).min(values.len() - 1)];
        [at(0.025), at(0.975)]
    };
    seen.into_iter()
        .map(|(name, values)| (name, values.map(bounds)))
        .collect()
}

/// The unweighted mean of F1 over the categories that the gold has.
fn macro_f1(total: &Counts) -> Option<f64> {
    let classes: Vec<f64> = total
        .iter()
        .filter(|(name, count)| name.starts_with("category: ") && count.gold > 0)
        .map(|(_, count)| count.scores()[2])
        .collect();
    (!classes.is_empty()).then(|| classes.iter().sum::<f64>() / classes.len() as f64)
}

fn print_table(
    out: &mut impl Write,
    articles: usize,
    total: &Counts,
    intervals: &Intervals,
) -> io::Result<()> {
    writeln!(out, "{articles} articles")?;
    let header = ["P", "R", "F1"].map(|name| format!("{name:>8}")).concat();
    writeln!(
        out,
        "{:28}{header}{:>9}{:>9}{:>9}",
        "", "right", "found", "gold"
    )?;
    for (name, count) in total {
        let [p, r, f1] = count.scores();
        let bounds = intervals.get(name).map_or_else(String::new, |[p, r, f1]| {
            format!("   95% P {} R {} F1 {}", range(p), range(r), range(f1))
        });
        writeln!(
            out,
            "{name:28}{p:8.4}{r:8.4}{f1:8.4}{:9}{:9}{:9}{bounds}",
            count.right, count.predicted, count.gold
        )?;
    }
    if let Some(f1) = macro_f1(total) {
        let bounds = intervals.get(MACRO).map_or_else(String::new, |[_, _, f1]| {
            format!("{:27}   95% F1 {}", "", range(f1))
        });
        writeln!(out, "{MACRO:28}{:8}{:8}{f1:8.4}{bounds}", "", "")?;
    }
    Ok(())
}

fn range([low, high]: &[f64; 2]) -> String {
    format!("[{low:.3}, {high:.3}]")
}

fn print_json(
    out: &mut impl Write,
    articles: usize,
    total: &Counts,
    intervals: &Intervals,
) -> io::Result<()> {
    let measures: serde_json::Map<String, serde_json::Value> = total
        .iter()
        .map(|(name, count)| {
            let [p, r, f1] = count.scores();
            let of = |score: usize| intervals.get(name).map(|bounds| bounds[score]);
            let value = serde_json::json!({
                "precision": p, "recall": r, "f1": f1, "precision_interval": of(0),
                "recall_interval": of(1), "f1_interval": of(2),
                "right": count.right, "recalled": count.recalled, "found": count.predicted,
                "gold": count.gold,
            });
            (name.clone(), value)
        })
        .collect();
    let report = serde_json::json!({
        "articles": articles, "measures": measures, "category_macro_f1": macro_f1(total),
        "category_macro_f1_interval": intervals.get(MACRO).map(|bounds| bounds[2]),
    });
    serde_json::to_writer_pretty(&mut *out, &report)?;
    writeln!(out)
}
