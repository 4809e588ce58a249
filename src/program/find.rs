//! `ascribe find`: a grep for statements, in files, saved pages and lines of articles.
//!
//! Leaves out where texts come from, see `inputs`, and how a hit is drawn, see `hits`.

use std::{
    io::{self, Write as _},
    path::PathBuf,
};

use anstream::{AutoStream, ColorChoice};
use anyhow::{Context as _, Result, anyhow};
use ascribe::{
    Analysis, Options,
    analysis::{Declined, Kind, SourceKind},
    analyze,
    categories::{Category, CategorySpec, Place},
    span::Piece,
};
use clap::Args;
use rayon::prelude::*;
use serde::de::{DeserializeOwned, IntoDeserializer as _, value::Error as Unknown};

use super::{
    annotate::{BATCH, BATCH_BYTES, progress},
    guard::guarded,
    hits::{self, Hits},
    inputs::{Input, Text, inputs},
    outcome::{Outcome, is_closed_pipe},
};

/// Find statements: who said what, in text files, saved pages, JSON Lines, and folders of them
///
/// Exit codes are those of grep: 0 something was found; 1 nothing was; 2 something failed.
#[derive(Args)]
pub struct Find {
    /// Files and folders; "-" reads standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Only these kinds, such as "accusation,denial"
    #[arg(long, value_delimiter = ',', value_parser = named::<Kind>)]
    pub kind: Vec<Kind>,
    /// Only what this one says, whatever he is called where he says it
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    /// Only what is aimed at this one
    #[arg(long, value_name = "NAME")]
    pub to: Option<String>,
    /// Only what is said in words that this pattern is found in (the regex crate's syntax; case and
    /// accents make no difference)
    #[arg(long, value_name = "REGEX")]
    pub about: Option<String>,
    /// Only of these kinds of source, such as "unnamed,document"
    #[arg(long, value_delimiter = ',', value_parser = named::<SourceKind>)]
    pub source_kind: Vec<SourceKind>,
    /// Also show so many paragraphs before and after
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub context: usize,
    /// Print a JSON object for each hit, with the whole attribution
    #[arg(long)]
    pub json: bool,
}

/// A value by the name that it has in the JSON.
fn named<T: DeserializeOwned>(name: &str) -> Result<T, Unknown> {
    T::deserialize(name.into_deserializer())
}

/// What is asked for, ready to be looked for.
struct Wanted<'a> {
    options: Options,
    find: &'a Find,
}

impl<'a> Wanted<'a> {
    fn new(find: &'a Find) -> Result<Self> {
        let name = |option: &str, name: &Option<String>, place| {
            let category = name.as_deref().map(|name| Category::name(name, place));
            category.transpose().map_err(|error| anyhow!("{option}: {error}"))
        };
        let about = find.about.as_ref().map(|looks_for| {
            Category::new(&CategorySpec {
                looks_for: looks_for.clone(),
                pattern: true,
                place: Place::Said,
                accents: false,
            })
        });
        let about = about.transpose().map_err(|error| anyhow!("--about: {error}"))?;
        Ok(Self {
            options: Options {
                most_bytes: usize::MAX,
                categories: vec![
                    name("--by", &find.by, Place::Speaker)?,
                    name("--to", &find.to, Place::Target)?,
                    about,
                ],
            },
            find,
        })
    }

    /// Indices of the attributions that are wanted.
    fn among(&self, analysis: &Analysis<Piece>) -> Vec<usize> {
        let asked = self.options.categories.iter().flatten().count();
        let find = self.find;
        let all = analysis.attributions.iter().enumerate();
        all.filter(|(_, a)| {
            a.categories.len() == asked
                && (find.kind.is_empty() || find.kind.contains(&a.kind))
                && (find.source_kind.is_empty() || find.source_kind.contains(&a.source_kind))
        })
        .map(|(at, _)| at)
        .collect()
    }
}

/// What came of one text.
struct Searched {
    drawn: String,
    found: bool,
    declined: bool,
}

/// Runs the command. What cannot be read is reported on standard error and the rest is still searched.
pub fn run(find: &Find) -> Result<Outcome> {
    match search(find) {
        // A pipe that is closed is told from a fault where all commands end.
        Err(error) if !is_closed_pipe(&error) => {
            eprintln!("ascribe: {error:#}");
            Ok(Outcome::Fault)
        }
        outcome => outcome,
    }
}

fn search(find: &Find) -> Result<Outcome> {
    let wanted = Wanted::new(find)?;
    let stdout = io::stdout();
    let coloured = !find.json && AutoStream::choice(&stdout) != ColorChoice::Never;
    let mut out = AutoStream::auto(stdout);
    let bar = progress(None);
    let (mut found, mut failed, mut declined, mut done) = (false, false, 0_usize, 0_usize);
    let mut inputs = inputs(&find.paths);
    loop {
        let batch = batch(&mut inputs);
        if batch.is_empty() {
            break;
        }
        let searched: Vec<Result<Searched>> = batch
            .par_iter()
            .map(|input| match input {
                Ok(input) => {
                    guarded(|| one(input.text()?, &wanted, coloured)).with_context(|| input.name())
                }
                Err(error) => Err(anyhow!("{error:#}")),
            })
            .collect();
        for result in searched {
            match result {
                Ok(searched) => {
                    found |= searched.found;
                    declined += usize::from(searched.declined);
                    bar.suspend(|| out.write_all(searched.drawn.as_bytes()))
                        .context("cannot write")?;
                }
                Err(error) => {
                    failed = true;
                    bar.suspend(|| eprintln!("{error:#}"));
                }
            }
        }
        out.flush().context("cannot write")?;
        done += batch.len();
        bar.set_message(format!("{done} texts"));
        bar.tick();
    }
    bar.finish_and_clear();
    if declined > 0 {
        eprintln!(
            "{declined} of {done} texts are not in English, so nothing was looked for in them"
        );
    }
    Ok(match (failed, found) {
        (true, _) => Outcome::Fault,
        (false, true) => Outcome::Done,
        (false, false) => Outcome::NothingFound,
    })
}

fn one(text: Text, wanted: &Wanted<'_>, coloured: bool) -> Result<Searched> {
    let analysis = analyze(&text.blocks, &wanted.options);
    let shown = wanted.among(&analysis);
    let hits = Hits { text: &text, analysis: &analysis, shown: &shown };
    let drawn = match (shown.is_empty(), wanted.find.json) {
        (true, _) => String::new(),
        (false, true) => hits::json(&hits)?,
        (false, false) => hits::draw(&hits, wanted.find.context, coloured),
    };
    Ok(Searched {
        drawn,
        found: !shown.is_empty(),
        declined: analysis.declined == Some(Declined::Language),
    })
}

/// The next texts to be searched together; none at the end.
fn batch(inputs: &mut impl Iterator<Item = Result<Input>>) -> Vec<Result<Input>> {
    let (most, mut bytes) = (BATCH * rayon::current_num_threads(), 0);
    let mut batch = Vec::new();
    while batch.len() < most && bytes < BATCH_BYTES {
        let Some(input) = inputs.next() else { break };
        bytes += input.as_ref().map_or(0, Input::held);
        batch.push(input);
    }
    batch
}
