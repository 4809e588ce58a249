//! `ascribe replying`: what the judge of replies sees of each answer and of what it may answer, for training.
//!
//! One JSON object for each article, its spans given: for each denial, admission and silence its `row` and
//! what it sees of answering `nothing`, and for each candidate its row (`to`) and features (`x`). Leaves out
//! the labels.

use std::path::PathBuf;

use anyhow::Result;
use ascribe::{
    actors, kinds,
    replies::{Scene, answers},
    words::Words,
};
use clap::Args;
use serde::Serialize;

use super::{each::each, lines::Line, outcome::Outcome, predictions::told};

/// Print what the judge of replies sees (for training): JSON Lines in, JSON Lines out
#[derive(Args)]
pub struct Replying {
    /// The articles, one JSON object a line with "id", "text" and "attributions"
    pub file: PathBuf,
}

#[derive(Serialize)]
struct Seen<'a> {
    id: &'a str,
    answers: Vec<Answer>,
}

#[derive(Serialize)]
struct Answer {
    row: usize,
    nothing: Vec<f32>,
    to: Vec<usize>,
    x: Vec<Vec<f32>>,
}

/// Runs the command. Bad lines are reported on standard error and the rest is still done.
pub fn run(options: &Replying) -> Result<Outcome> {
    each(&options.file, seen)
}

fn seen(line: &Line) -> Result<Vec<u8>> {
    let told = told(line)?;
    let (words, found) = (Words::new(&told.mapped.document), &told.found);
    let judged = kinds::judge_all(&words, found, &mut |_| ());
    let actors = actors::resolve(&words, found, &judged);
    let scene = Scene::new(&words, found, &judged, &actors);
    let answer = |at: usize| {
        let candidates = scene.candidates(at);
        Answer {
            row: told.order[at],
            nothing: scene.nothing(at).to_vec(),
            x: candidates.iter().map(|&to| scene.pair(at, to).to_vec()).collect(),
            to: candidates.into_iter().map(|to| told.order[to]).collect(),
        }
    };
    let answering = (0..found.len()).filter(|&at| answers(judged[at].kind));
    Ok(serde_json::to_vec(&Seen { id: &told.id, answers: answering.map(answer).collect() })?)
}
