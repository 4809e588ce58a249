//! `ascribe features`: what the tagger sees of each token, for training, and what it makes of it.
//!
//! One JSON object for each article: `tokens` as code points of the article's text, `paragraphs` and
//! `sentences` as token ranges, `words` and `fields` as in `model::features`; with `--marks` also the
//! attributions as token ranges with the evidence behind their confidence. Leaves out the labels.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, BufWriter, Write},
    path::PathBuf,
};

use anyhow::{Context, Result};
use ascribe::model::{self, features};
use clap::Args;
use serde::Serialize;

use super::{
    Outcome,
    articles::{Fragment, Mapped, parse},
};

/// Print what the tagger sees of each token (for training): JSON Lines in, JSON Lines out
#[derive(Args)]
pub struct Features {
    /// The articles, one JSON object a line with "id" and "text"
    pub file: PathBuf,
    /// Also print what the tagger finds, before rules and thresholds
    #[arg(long)]
    pub marks: bool,
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
}

/// Runs the command; stops at the first bad line.
pub fn run(options: &Features) -> Result<Outcome> {
    let name = options.file.display();
    let file = File::open(&options.file).with_context(|| format!("cannot read {name}"))?;
    let mut out = BufWriter::new(io::stdout().lock());
    for (at, line) in BufReader::new(file).lines().enumerate() {
        let context = || format!("{name}:{}", at + 1);
        let line = line.with_context(context)?;
        if line.trim().is_empty() {
            continue;
        }
        let article = parse(&line).with_context(context)?;
        let mapped = Mapped::new(&article.text);
        let document = &mapped.document;
        let seen = features::extract(document);
        let range = |r: &std::ops::Range<usize>| [r.start, r.end];
        let marks = options.marks.then(|| {
            let mark = |m: model::Mark| Mark {
                source: m.source.as_ref().map(range),
                cue: m.cue.as_ref().map(range),
                content: m.content.iter().map(range).collect(),
                confidence: m.confidence,
                evidence: m.evidence.to_vec(),
            };
            model::read(document).into_iter().map(mark).collect()
        });
        let line = Seen {
            id: &article.id,
            tokens: document
                .tokens()
                .iter()
                .map(|t| mapped.outside(t.span))
                .collect(),
            paragraphs: document
                .paragraphs()
                .iter()
                .map(|p| range(&p.tokens))
                .collect(),
            sentences: document
                .sentences()
                .iter()
                .map(|s| range(&s.tokens))
                .collect(),
            words: seen.iter().map(|f| f.word.as_str()).collect(),
            fields: seen.iter().map(|f| f.fields).collect(),
            marks,
        };
        serde_json::to_writer(&mut out, &line)?;
        writeln!(out)?;
    }
    out.flush()?;
    Ok(Outcome::Done)
}
