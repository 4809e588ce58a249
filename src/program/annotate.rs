//! `ascribe annotate`: articles in, predictions out, a line for a line.
//!
//! Streams: a batch is read, annotated on all cores, written in order, and let go. Leaves out the
//! format itself; see `articles`.

use std::{
    collections::HashSet,
    fs::{File, OpenOptions},
    io::{self, BufRead, BufReader, BufWriter, IsTerminal, Write},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use ascribe::{attributions, judge};
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;

use super::{
    Outcome,
    articles::{Article, Mapped, Predicted, parse},
};

/// Articles held in memory at once, for each core.
const BATCH: usize = 16;

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
    let done = match &options.out {
        Some(out) if options.resume && out.exists() => already_done(out)?,
        _ => HashSet::new(),
    };
    let (input, bytes) = open(&options.file)?;
    let bar = progress(bytes);
    let mut output: Box<dyn Write> = match &options.out {
        Some(path) => {
            let file = OpenOptions::new()
                .create(true)
                .write(true)
                .append(options.resume)
                .truncate(!options.resume)
                .open(path)
                .with_context(|| format!("cannot write {}", path.display()))?;
            Box::new(BufWriter::new(file))
        }
        None => Box::new(BufWriter::new(io::stdout().lock())),
    };

    let name = options.file.display();
    let mut outcome = Outcome::Done;
    let mut lines = input.lines().enumerate();
    loop {
        let batch: Vec<(usize, String)> = lines
            .by_ref()
            .take(BATCH * rayon::current_num_threads())
            .map(|(at, line)| Ok((at + 1, line.with_context(|| format!("{name}:{}", at + 1))?)))
            .collect::<Result<_>>()?;
        if batch.is_empty() {
            break;
        }
        let annotated: Vec<(usize, Result<Option<String>>)> = batch
            .par_iter()
            .map(|(at, line)| (*at, annotate_line(line, options, &done)))
            .collect();
        for (at, result) in annotated {
            match result {
                Ok(Some(line)) => writeln!(output, "{line}").context("cannot write")?,
                Ok(None) => {}
                Err(error) => {
                    bar.suspend(|| eprintln!("{name}:{at}: {error:#}"));
                    outcome = Outcome::SomeFailed;
                }
            }
        }
        output.flush().context("cannot write")?;
        bar.inc(batch.iter().map(|(_, line)| line.len() as u64 + 1).sum());
    }
    bar.finish_and_clear();
    Ok(outcome)
}

fn annotate_line(line: &str, options: &Annotate, done: &HashSet<String>) -> Result<Option<String>> {
    if line.trim().is_empty() {
        return Ok(None);
    }
    let article = parse(line)?;
    if done.contains(&article.id) {
        return Ok(None);
    }
    let predicted = Predicted {
        id: &article.id,
        attributions: lines(&article, options)?,
    };
    Ok(Some(serde_json::to_string(&predicted)?))
}

fn lines(article: &Article, options: &Annotate) -> Result<Vec<super::articles::Line>> {
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
        .map(|(line, given)| super::articles::Line {
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

/// The ids that an earlier run wrote. A last line that was cut off is removed first.
fn already_done(path: &Path) -> Result<HashSet<String>> {
    let text =
        std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let whole = text.rfind('\n').map_or(0, |at| at + 1);
    if whole < text.len() {
        let file = OpenOptions::new().write(true).open(path)?;
        file.set_len(whole as u64)?;
    }
    #[derive(serde::Deserialize)]
    struct Id {
        id: String,
    }
    text[..whole]
        .lines()
        .enumerate()
        .map(|(at, line)| {
            let id: Id = serde_json::from_str(line)
                .with_context(|| format!("{}:{}: not a prediction", path.display(), at + 1))?;
            Ok(id.id)
        })
        .collect()
}

/// A bar on a terminal, nothing elsewhere.
fn progress(bytes: Option<u64>) -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    match bytes {
        Some(bytes) => ProgressBar::new(bytes).with_style(
            ProgressStyle::with_template("{bar:40} {bytes}/{total_bytes} {bytes_per_sec} {eta}")
                .unwrap_or_else(|_| ProgressStyle::default_bar()),
        ),
        None => ProgressBar::new_spinner(),
    }
}
