//! `ascribe analyze`: one article, for a reader at a terminal or as JSON for a program.
//!
//! Leaves out how it is drawn; see `render`.

use std::{
    io::{self, Write as _},
    path::PathBuf,
};

use anstream::{AutoStream, ColorChoice};
use anyhow::{Context, Result};
use ascribe::{Analysis, Block, Decided, Options, analysis::Declined, explained, span::Piece};
use clap::Args;
use serde::Serialize;

use super::{outcome::Outcome, page, render};

/// Show who says what in one article: plain text or a saved HTML page
#[derive(Args)]
pub struct Analyze {
    /// The article; "-" reads standard input
    pub file: PathBuf,
    /// Print the analysis as JSON: its blocks, and offsets into them in UTF-16 code units
    #[arg(long)]
    pub json: bool,
    /// Print with each statement the name of what found it, and of what decided its kind
    #[arg(long)]
    pub why: bool,
}

#[derive(Serialize)]
struct Report<'a> {
    blocks: &'a [Block],
    #[serde(flatten)]
    analysis: &'a Analysis<Piece>,
    /// One for each attribution.
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'a [Decided]>,
}

/// Runs the command.
pub fn run(options: &Analyze) -> Result<Outcome> {
    let blocks = page::read(&options.file)?;
    let (analysis, why) =
        explained(&blocks, &Options { most_bytes: usize::MAX, ..Options::default() });
    let why = options.why.then_some(&why[..]);
    let stdout = io::stdout();
    if options.json {
        let mut out = stdout.lock();
        let report = Report { blocks: &blocks, analysis: &analysis, why };
        serde_json::to_writer_pretty(&mut out, &report).context("cannot write")?;
        writeln!(out).context("cannot write")?;
    }
    if analysis.declined == Some(Declined::Language) {
        eprintln!("{}: not in English, so nothing was looked for", options.file.display());
        return Ok(Outcome::SomeFailed);
    }
    if options.json {
        return Ok(Outcome::Done);
    }
    let coloured = AutoStream::choice(&stdout) != ColorChoice::Never;
    let text = render::render(&blocks, &analysis, why, coloured);
    AutoStream::auto(stdout).write_all(text.as_bytes()).context("cannot write")?;
    Ok(Outcome::Done)
}
