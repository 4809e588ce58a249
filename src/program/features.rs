//! `ascribe features`: what the tagger sees of each token, for training, and what it makes of it.
//!
//! One JSON object for each article: `tokens` as code points of the article's text, `paragraphs` and
//! `sentences` as token ranges, `words` and `fields` as in `model::features`; with `--marks` also the
//! attributions as token ranges with the evidence behind their confidence. Leaves out the labels.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};
use ascribe::{
    model::{self, Weights, features},
    text::Document,
};
use clap::Args;
use serde::Serialize;

use super::{
    articles::{Article, Fragment, Mapped},
    each::each,
    lines::Line,
    outcome::Outcome,
};

/// Print what the tagger sees of each token (for training): JSON Lines in, JSON Lines out
#[derive(Args)]
pub struct Features {
    /// The articles, one JSON object a line with "id" and "text"
    pub file: PathBuf,
    /// Also print what the tagger finds, before rules and thresholds
    #[arg(long)]
    pub marks: bool,
    /// Find them with this model instead of the one that the program carries
    #[arg(long, value_name = "FILE", requires = "marks")]
    pub model: Option<PathBuf>,
}

#[derive(Serialize)]
struct Seen<'a> {
    id: &'a str,
    tokens: Vec<Fragment>,
    paragraphs: Vec<Fragment>,
    sentences: Vec<Fragment>,
    words: Vec<&'a str>,
    fields: Vec<[u16; features::FIELDS]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    marks: Option<Vec<Mark>>,
}

#[derive(Serialize)]
struct Mark {
    source: Option<Fragment>,
    cue: Option<Fragment>,
    content: Vec<Fragment>,
    confidence: f32,
    evidence: Vec<f32>,
    within: bool,
}

/// Runs the command. Bad lines are reported on standard error and the rest is still done.
pub fn run(options: &Features) -> Result<Outcome> {
    let bytes = match &options.model {
        Some(path) => {
            Some(fs::read(path).with_context(|| format!("cannot read {}", path.display()))?)
        }
        None => None,
    };
    let weights = match &bytes {
        Some(bytes) => Some(Weights::read(bytes).context("not a model of this version")?),
        None => None,
    };
    let marks = options.marks.then_some({
        move |document: &Document| match &weights {
            Some(weights) => model::read_with(weights, document, &mut |_| ()),
            None => model::read(document, &mut |_| ()),
        }
    });
    each(&options.file, |line| seen(line, marks.as_ref()))
}

/// What is seen in the article of this line, as a line.
fn seen(line: &Line, find: Option<&impl Fn(&Document) -> Vec<model::Mark>>) -> Result<Vec<u8>> {
    let article: Article = line.value().context("not an article")?;
    let mapped = Mapped::new(&article.text);
    let document = &mapped.document;
    let seen = features::extract(document);
    let range = |r: &std::ops::Range<usize>| [r.start, r.end];
    let marks = find.map(|find| {
        let mark = |m: model::Mark| Mark {
            source: m.source.as_ref().map(range),
            cue: m.cue.as_ref().map(range),
            content: m.content.iter().map(range).collect(),
            confidence: m.confidence,
            evidence: m.evidence.to_vec(),
            within: m.layer == model::Layer::Within,
        };
        find(document).into_iter().map(mark).collect()
    });
    let tokens = document.tokens().iter();
    let paragraphs = document.paragraphs().iter();
    let sentences = document.sentences().iter();
    Ok(serde_json::to_vec(&Seen {
        id: &article.id,
        tokens: tokens.map(|t| mapped.outside(t.span)).collect(),
        paragraphs: paragraphs.map(|p| range(&p.tokens)).collect(),
        sentences: sentences.map(|s| range(&s.tokens)).collect(),
        words: seen.iter().map(|f| f.word.as_str()).collect(),
        fields: seen.iter().map(|f| f.fields).collect(),
        marks,
    })?)
}
