//! `ascribe annotate`: articles in, predictions out, a line for a line.
//!
//! Streams: a batch is read, annotated on all cores, written in order, and let go. Leaves out the
//! format itself, see `predictions`, and where output goes and how a run is taken up, see `out` and
//! `resume`.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, IsTerminal as _},
    path::{Path, PathBuf},
    time::Instant,
};

use anyhow::{Context, Result};
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;

use super::{
    guard::guarded,
    lines::{Line, Lines, MOST_MIB},
    out::Place,
    outcome::Outcome,
    predictions::{Asked, predict},
    resume,
};

/// Articles held in memory at once, for each core: so many that no core waits long for the last.
pub const BATCH: usize = 64;

/// Bytes of articles after which a batch is full all the same, since an analysis takes many times the
/// memory of its text.
pub const BATCH_BYTES: usize = 1 << 24;

/// Annotate articles: JSON Lines in, JSON Lines out (offsets in code points, end-exclusive)
#[derive(Args)]
pub struct Annotate {
    /// The articles, one JSON object a line with "id" and "text"; "-" reads standard input
    pub file: PathBuf,
    /// Also give attributions that stand inside another's content
    #[arg(long)]
    pub nested: bool,
    /// Keep the attributions of the input, all and in their order, and predict only what each does
    /// and who stands behind it
    #[arg(long)]
    pub given_spans: bool,
    /// Look for attributions in texts that are not English too, by the rules of English
    #[arg(long)]
    pub any_language: bool,
    /// Write here instead of to standard output; by way of FILE.part, so that FILE is always whole
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Keep what a run has written to --out and go on with the articles that it lacks
    #[arg(long, requires = "out")]
    pub resume: bool,
    /// MiB of a line beyond which it is reported and left out
    #[arg(long, value_name = "MIB", default_value_t = MOST_MIB, value_parser = clap::value_parser!(u64).range(1..=4096))]
    pub max_line: u64,
}

/// A line to write, and whether its article was declined.
type Annotated = (Vec<u8>, bool);

/// Runs the command. Bad lines are reported on standard error and the rest is still done.
pub fn run(options: &Annotate) -> Result<Outcome> {
    let place = Place::choose(&options.file, options.out.as_deref(), options.resume)?;
    let (input, bytes) = open(&options.file)?;
    let bar = progress(bytes);
    let name = options.file.display().to_string();
    let mut outcome = Outcome::Done;
    let mut report = |at: usize, error: &anyhow::Error| {
        bar.suspend(|| eprintln!("{name}:{at}: {error:#}"));
        outcome = Outcome::SomeFailed;
    };
    let mut lines = Lines::new(input, options.max_line << 20).inspect(|line| {
        bar.inc(line.as_ref().map_or(0, |line| line.taken));
    });
    let mut keep = 0;
    if let Some(out) = place.begun() {
        keep = resume::pass_over(&mut lines, out, |line| match annotate(line, options) {
            Ok(_) => true,
            Err(error) => {
                report(line.number, &error);
                false
            }
        })?;
        bar.reset_eta();
    }
    let mut output = place.open(keep)?;
    let (began, mut done, mut declined) = (Instant::now(), 0_usize, 0_usize);
    loop {
        let batch = batch(&mut lines).with_context(|| format!("cannot read {name}"))?;
        if batch.is_empty() {
            break;
        }
        let annotated: Vec<(usize, Result<Annotated>)> =
            batch.par_iter().map(|line| (line.number, annotate(line, options))).collect();
        for (at, result) in annotated {
            match result {
                Ok((line, other)) => {
                    output.writer.line(&line)?;
                    declined += usize::from(other);
                }
                Err(error) => report(at, &error),
            }
        }
        // So that a run that is killed has lost no more than the batch that it was at.
        output.writer.flush()?;
        done += batch.len();
        let rate = done as f64 / began.elapsed().as_secs_f64();
        bar.set_message(format!("{done} articles, {rate:.0} a second"));
    }
    output.finish()?;
    bar.finish_and_clear();
    if declined > 0 {
        eprintln!(
            "{name}: {declined} of {done} are not in English, so nothing was looked for in them \
             (\"declined\"); --any-language reads them all the same"
        );
    }
    Ok(outcome)
}

fn annotate(line: &Line, options: &Annotate) -> Result<Annotated> {
    guarded(|| {
        let article = line.value().context("not an article")?;
        let asked = Asked {
            nested: options.nested,
            given_spans: options.given_spans,
            any_language: options.any_language,
        };
        let predicted = predict(article, asked)?;
        Ok((serde_json::to_vec(&predicted)?, predicted.declined.is_some()))
    })
}

/// The next lines to be annotated together; none at the end.
fn batch(lines: &mut impl Iterator<Item = io::Result<Line>>) -> io::Result<Vec<Line>> {
    let (most, mut bytes) = (BATCH * rayon::current_num_threads(), 0);
    let mut batch = Vec::new();
    while batch.len() < most && bytes < BATCH_BYTES {
        let Some(line) = lines.next().transpose()? else {
            break;
        };
        bytes += line.bytes().len();
        batch.push(line);
    }
    Ok(batch)
}

fn open(path: &Path) -> Result<(Box<dyn BufRead>, Option<u64>)> {
    if path == Path::new("-") {
        return Ok((Box::new(io::stdin().lock()), None));
    }
    let file = File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
    let bytes = file.metadata().ok().filter(std::fs::Metadata::is_file).map(|m| m.len());
    Ok((Box::new(BufReader::new(file)), bytes))
}

/// A bar with rate and time left on a terminal, nothing elsewhere.
pub fn progress(bytes: Option<u64>) -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let (bar, template) = match bytes {
        Some(bytes) => (ProgressBar::new(bytes), "{bar:40} {percent}% {msg}, {eta} left"),
        None => (ProgressBar::new_spinner(), "{spinner} {msg}"),
    };
    match ProgressStyle::with_template(template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
