//! Articles as JSON Lines: code point offsets on the outside, bytes of a document inside.
//!
//! Leaves out where lines come from and go to.

use anyhow::{Context, Result, bail, ensure};
use ascribe::{
    Analysis, Block,
    analysis::{Attribution, Kind, Role, SourceKind, Verb},
    attributions::{Found, form},
    span::Span,
    text::Document,
};
use serde::{Deserialize, Serialize};

/// A fragment in code points, end-exclusive.
pub type Fragment = [usize; 2];

/// One attribution of a line. What a gold file has beyond this is not read.
#[derive(Debug, Default, Deserialize, Serialize, PartialEq)]
pub struct Line {
    #[serde(default)]
    pub source: Vec<Fragment>,
    #[serde(default)]
    pub cue: Vec<Fragment>,
    #[serde(default)]
    pub content: Vec<Fragment>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<String>,
}

/// One article of a file.
#[derive(Debug, Deserialize)]
pub struct Article {
    pub id: String,
    pub text: String,
    #[serde(default)]
    pub attributions: Option<Vec<Line>>,
}

/// An article's document with the table between its bytes and the article's code points.
pub struct Mapped {
    pub document: Document,
    /// First byte of each block in the article's own text.
    block_starts: Vec<usize>,
    /// Code points before every byte of the article's text (and at its end).
    points: Vec<usize>,
    /// The byte of each code point (and the text's end).
    bytes: Vec<usize>,
}

impl Mapped {
    /// Reads `text`, whose paragraphs are separated by blank lines.
    pub fn new(text: &str) -> Self {
        let (block_starts, blocks) = paragraphs(text);
        let mut points = Vec::with_capacity(text.len() + 1);
        let mut bytes = Vec::with_capacity(text.len() + 1);
        for (at, c) in text.char_indices() {
            points.resize(points.len() + c.len_utf8(), bytes.len());
            bytes.push(at);
        }
        points.push(bytes.len());
        bytes.push(text.len());
        Self {
            document: Document::new(&blocks),
            block_starts,
            points,
            bytes,
        }
    }

    /// A span of the document in code points of the article's text.
    pub fn outside(&self, span: Span) -> Fragment {
        let point = |byte: usize| {
            let block = self.document.block_at(byte).unwrap_or(0);
            let inside = byte - self.document.paragraphs()[block].span.start;
            self.points[self.block_starts[block] + inside]
        };
        [point(span.start), point(span.end - 1) + 1]
    }

    /// Bytes of the document; what lies between two blocks is moved to their borders.
    fn inside(&self, fragment: Fragment) -> Result<Span> {
        let [start, end] = fragment;
        ensure!(
            start < end && end < self.bytes.len(),
            "span [{start}, {end}] is out of range"
        );
        let byte = |at: usize| {
            let block = self
                .block_starts
                .partition_point(|&b| b <= at)
                .saturating_sub(1);
            self.document.paragraphs().get(block).map_or(0, |p| {
                (p.span.start + at.saturating_sub(self.block_starts[block])).min(p.span.end)
            })
        };
        Ok(Span::new(byte(self.bytes[start]), byte(self.bytes[end])))
    }

    /// Given lines as what `attributions::find` would have found.
    pub fn found<'a>(&self, lines: impl IntoIterator<Item = &'a Line>) -> Result<Vec<Found>> {
        let spans = |fragments: &[Fragment]| -> Result<Vec<Span>> {
            fragments.iter().map(|&f| self.inside(f)).collect()
        };
        lines
            .into_iter()
            .enumerate()
            .map(|(index, line)| {
                let context = || format!("attribution {index}");
                let content = spans(&line.content).with_context(context)?;
                Ok(Found {
                    source: spans(&line.source).with_context(context)?,
                    cue: spans(&line.cue).with_context(context)?,
                    form: form(&self.document, &content),
                    content,
                    parent: None,
                    confidence: 1.0,
                })
            })
            .collect()
    }

    /// An analysis as lines, in its order; nested attributions only when asked for.
    pub fn lines(&self, analysis: &Analysis<Span>, nested: bool) -> Vec<Line> {
        let outside = |spans: &[Span]| spans.iter().map(|&s| self.outside(s)).collect();
        analysis
            .attributions
            .iter()
            .filter(|a| nested || a.parent.is_none())
            .map(|a| Line {
                source: outside(&a.source),
                cue: outside(&a.cue),
                content: outside(&a.content),
                category: Some(category(a).to_owned()),
                actor: a.actor.map(|at| analysis.actors[at as usize].name.clone()),
            })
            .collect()
    }
}

/// The category of the format's list that our kind, verb and source make.
fn category<S>(a: &Attribution<S>) -> &'static str {
    match a.kind {
        _ if a.refusal => "denial",
        Kind::Statement if matches!(a.source_kind, SourceKind::Document | SourceKind::Media) => {
            "report"
        }
        Kind::Statement if a.verb == Verb::Distancing => "claim",
        Kind::Statement | Kind::Admission | Kind::NoComment => "statement",
        Kind::Accusation => "accusation",
        Kind::Denial => "denial",
        Kind::Demand => "demand",
        Kind::Warning => "warning",
        Kind::Promise => "promise",
        Kind::Criticism => "criticism",
        Kind::Praise => "praise",
        Kind::Opinion => "opinion",
        Kind::Question => "question",
    }
}

/// The paragraphs of a text, separated by blank lines, with the byte where each begins.
pub fn paragraphs(text: &str) -> (Vec<usize>, Vec<Block>) {
    let (mut starts, mut blocks) = (Vec::new(), Vec::new());
    let mut push = |start: usize, end: usize| {
        let raw = &text[start..end];
        let trimmed = raw.trim();
        if !trimmed.is_empty() {
            starts.push(start + (raw.len() - raw.trim_start().len()));
            // A short first paragraph is the headline, as in every wire story.
            let headline = blocks.is_empty() && trimmed.split_whitespace().count() < 25;
            let role = if headline { Role::Headline } else { Role::Body };
            blocks.push(Block {
                text: trimmed.to_owned(),
                role,
            });
        }
    };
    let (mut block, mut at) = (0, 0);
    for line in text.split_inclusive('\n') {
        if line.trim().is_empty() {
            push(block, at);
            block = at + line.len();
        }
        at += line.len();
    }
    push(block, text.len());
    (starts, blocks)
}

/// Reads one line. The error says what is wrong with it.
pub fn parse(line: &str) -> Result<Article> {
    let article: Article = serde_json::from_str(line).context("not an article")?;
    if article.id.is_empty() {
        bail!("the id is empty");
    }
    Ok(article)
}
