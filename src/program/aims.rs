//! `ascribe aims`: what the judge of targets sees of each attribution and of everyone at whom it may be aimed, for training.
//!
//! One JSON object for each article, its spans given: for each attribution that may be aimed at somebody its `row` and
//! what is seen of `nothing`, and for each candidate its `names` and features (`x`). Leaves out the labels.

use std::path::PathBuf;

use anyhow::Result;
use ascribe::{actors, kinds, words::Words};
use clap::Args;
use serde::Serialize;

use super::{each::each, lines::Line, outcome::Outcome, predictions::told};

/// Print what the judge of targets sees (for training): JSON Lines in, JSON Lines out
#[derive(Args)]
pub struct Aims {
    /// The articles, one JSON object a line with "id", "text" and "attributions"
    pub file: PathBuf,
}

#[derive(Serialize)]
struct Seen<'a> {
    id: &'a str,
    aims: Vec<Aim>,
}

#[derive(Serialize)]
struct Aim {
    row: usize,
    nothing: Vec<f32>,
    names: Vec<Vec<String>>,
    x: Vec<Vec<f32>>,
}

/// Runs the command. Bad lines are reported on standard error and the rest is still done.
pub fn run(options: &Aims) -> Result<Outcome> {
    each(&options.file, seen)
}

fn seen(line: &Line) -> Result<Vec<u8>> {
    let told = told(line)?;
    let (words, found) = (Words::new(&told.mapped.document), &told.found);
    let judged = kinds::judge_all(&words, found, &mut |_| ());
    let traced = actors::trace_aims(&words, found, &judged);
    let aims = traced.into_iter().zip(told.order).filter_map(|(seen, row)| {
        let (nothing, all) = seen?;
        let (names, x) = all.into_iter().map(|s| (s.names, s.features)).unzip();
        Some(Aim { row, nothing, names, x })
    });
    Ok(serde_json::to_vec(&Seen { id: &told.id, aims: aims.collect() })?)
}
