//! `ascribe annotate`: articles in, predictions out, a line for a line.
//!
//! Streams: a batch is read, annotated on all cores, written in order, and let go. Leaves out the
//! format itself, see `articles`, and taking up a run that was cut off, see `resume`.

use std::{
    fs::{File, OpenOptions},
    io::{self, BufRead, BufReader, BufWriter, IsTerminal, Write},
    path::{Path, PathBuf},
    time::Instant,
};

use anyhow::{Context, Result, bail};
use ascribe::{attributions, judge};
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;
use serde::Serialize;

use super::{
    Outcome,
    articles::{Article, Line, Mapped, parse},
    resume::{self, Numbered},
};

/// Articles held in memory at once, for each core: so many that no core waits long for the last.
const BATCH: usize = 64;

/// What is predicted for one article.
#[derive(Serialize)]
struct Predicted<'a> {
    id: &'a str,
    attributions: Vec<Line>,
}

/// Annotate articles: JSON Lines in, JSON Lines out (offsets in code points, end-exclusive)
#[derive(Args)]
pub struct Annotate {
    /// The articles, one JSON object a line with "id" and "text"; "-" reads standard input
    pub file: PathBuf,
    /// Also give attributions that stand inside another's content
    #[arg(long)]
    pub nested: bool,
    /// Keep the attributions of the input and predict only their kind and actor
    #[arg(long)]
    pub given_spans: bool,
    /// Write here instead of to standard output
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Keep what --out already holds and go on with the articles that it lacks
    #[arg(long, requires = "out")]
    pub resume: bool,
}

/// Runs the command. Bad lines are reported on standard error and the rest is still done.
pub fn run(options: &Annotate) -> Result<Outcome> {
    let (input, bytes) = open(&options.file)?;
    let bar = progress(bytes);
    let name = options.file.display().to_string();
    let mut outcome = Outcome::Done;
    let mut report = |at: usize, error: &anyhow::Error| {
        bar.suspend(|| eprintln!("{name}:{at}: {error:#}"));
        outcome = Outcome::SomeFailed;
    };
    let mut lines = input.lines().enumerate().map(|(at, line)| {
        let line = line.with_context(|| format!("{name}:{}", at + 1))?;
        bar.inc(line.len() as u64 + 1);
        Ok((at + 1, line))
    });
    if let Some(out) = options
        .out
        .as_deref()
        .filter(|out| options.resume && out.exists())
    {
        resume::pass_over(&mut lines, out, |(at, line)| {
            match annotate_line(line, options) {
                Ok(predicted) => predicted.is_some(),
                Err(error) => {
                    report(*at, &error);
                    false
                }
            }
        })?;
        bar.reset_eta();
    }
    let mut output = writer(options)?;
    let (began, mut done) = (Instant::now(), 0_usize);
    loop {
        let batch: Vec<Numbered> = lines
            .by_ref()
            .take(BATCH * rayon::current_num_threads())
            .collect::<Result<_>>()?;
        if batch.is_empty() {
            break;
        }
        let annotated: Vec<(usize, Result<Option<String>>)> = batch
            .par_iter()
            .map(|(at, line)| (*at, annotate_line(line, options)))
            .collect();
        for (at, result) in annotated {
            match result {
                Ok(Some(line)) => writeln!(output, "{line}").context("cannot write")?,
                Ok(None) => {}
                Err(error) => report(at, &error),
            }
        }
        // So that a run that is killed has lost no more than the batch that it was at.
        output.flush().context("cannot write")?;
        done += batch.len();
        let rate = done as f64 / began.elapsed().as_secs_f64();
        bar.set_message(format!("{done} articles, {rate:.0} a second"));
    }
    bar.finish_and_clear();
    Ok(outcome)
}

fn annotate_line(line: &str, options: &Annotate) -> Result<Option<String>> {
    if line.trim().is_empty() {
        return Ok(None);
    }
    let article = parse(line)?;
    let predicted = Predicted {
        id: &article.id,
        attributions: lines(&article, options)?,
    };
    Ok(Some(serde_json::to_string(&predicted)?))
}

fn lines(article: &Article, options: &Annotate) -> Result<Vec<Line>> {
    let mapped = Mapped::new(&article.text);
    if !options.given_spans {
        let found = attributions::find(&mapped.document);
        return Ok(mapped.lines(&judge(&mapped.document, &found), options.nested));
    }
    let Some(given) = &article.attributions else {
        bail!("{}: --given-spans needs \"attributions\"", article.id);
    };
    let found = mapped.found(given)?;
    // The spans go out as they came in, whatever their fragments look like inside.
    let judged = mapped.lines(&judge(&mapped.document, &found), true);
    Ok(judged
        .into_iter()
        .zip(given)
        .map(|(line, given)| Line {
            source: given.source.clone(),
            cue: given.cue.clone(),
            content: given.content.clone(),
            ..line
        })
        .collect())
}

fn open(path: &Path) -> Result<(Box<dyn BufRead>, Option<u64>)> {
    if path == Path::new("-") {
        return Ok((Box::new(io::stdin().lock()), None));
    }
    let file = File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
    let bytes = file
        .metadata()
        .ok()
        .filter(std::fs::Metadata::is_file)
        .map(|m| m.len());
    Ok((Box::new(BufReader::new(file)), bytes))
}

fn writer(options: &Annotate) -> Result<Box<dyn Write>> {
    let Some(path) = &options.out else {
        return Ok(Box::new(BufWriter::new(io::stdout().lock())));
    };
    let file = OpenOptions::new()
        .create(true)
        .write(true)
        .append(options.resume)
        .truncate(!options.resume)
        .open(path)
        .with_context(|| format!("cannot write {}", path.display()))?;
    Ok(Box::new(BufWriter::new(file)))
}

/// A bar with rate and time left on a terminal, nothing elsewhere.
fn progress(bytes: Option<u64>) -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let (bar, template) = match bytes {
        Some(bytes) => (
            ProgressBar::new(bytes),
            "{bar:40} {percent}% {msg}, {eta} left",
        ),
        None => (ProgressBar::new_spinner(), "{spinner} {msg}"),
    };
    match ProgressStyle::with_template(template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
