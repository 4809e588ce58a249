//! `ascribe compare`: articles on one event beside each other, for a reader or as JSON for a program.
//!
//! Leaves out how it is drawn; see `beside`.

use std::{
    io::{self, Write as _},
    path::PathBuf,
};

use anstream::AutoStream;
use anyhow::{Context, Result};
use ascribe::{
    Options,
    analysis::Declined,
    analyze,
    compare::{Account, Choices, Comparison, compare},
};
use clap::Args;
use serde::Serialize;

use super::{beside, outcome::Outcome, page};

/// Show what the voices of articles on one event have in common and what one of them has alone
#[derive(Args)]
pub struct Compare {
    /// Two or more articles, plain text or saved HTML pages
    #[arg(required = true, num_args = 2..)]
    pub files: Vec<PathBuf>,
    /// Print the comparison as JSON: the articles with their analyses, and what they have in common
    #[arg(long)]
    pub json: bool,
}

#[derive(Serialize)]
struct Report<'a> {
    articles: Vec<Article<'a>>,
    comparison: &'a Comparison,
}

#[derive(Serialize)]
struct Article<'a> {
    file: String,
    #[serde(flatten)]
    account: &'a Account,
}

/// Runs the command.
pub fn run(options: &Compare) -> Result<Outcome> {
    let limits = Options { most_bytes: usize::MAX, ..Options::default() };
    let mut outcome = Outcome::Done;
    let mut accounts = Vec::with_capacity(options.files.len());
    for file in &options.files {
        let blocks = page::read(file)?;
        let analysis = analyze(&blocks, &limits);
        if analysis.declined == Some(Declined::Language) {
            eprintln!("{}: not in English, so nothing was looked for", file.display());
            outcome = Outcome::SomeFailed;
        }
        accounts.push(Account { blocks, analysis });
    }
    let comparison = compare(&accounts, &Choices::default());
    let names: Vec<String> = options.files.iter().map(|file| file.display().to_string()).collect();
    let stdout = io::stdout();
    if options.json {
        let articles = names.into_iter().zip(&accounts);
        let report = Report {
            articles: articles.map(|(file, account)| Article { file, account }).collect(),
            comparison: &comparison,
        };
        let mut out = stdout.lock();
        serde_json::to_writer_pretty(&mut out, &report).context("cannot write")?;
        writeln!(out).context("cannot write")?;
        return Ok(outcome);
    }
    let text = beside::draw(&names, &accounts, &comparison);
    AutoStream::auto(stdout).write_all(text.as_bytes()).context("cannot write")?;
    Ok(outcome)
}
