//! Articles of JSON Lines: code point offsets on the outside, bytes of a document inside.
//!
//! Leaves out where lines come from, see `lines`, and what is predicted, see `predictions`.

use anyhow::{Context, Result, ensure};
use ascribe::{
    Block,
    analysis::Role,
    attributions::{Found, form},
    span::Span,
    text::Document,
};
use serde::Deserialize;

/// A fragment in code points, end-exclusive.
pub type Fragment = [usize; 2];

/// The spans of one attribution that a line has already.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
pub struct Given {
    #[serde(default)]
    pub source: Vec<Fragment>,
    #[serde(default)]
    pub cue: Vec<Fragment>,
    #[serde(default)]
    pub content: Vec<Fragment>,
}

/// One article of a file. What a line has beyond this is not read.
#[derive(Debug, Deserialize)]
pub struct Article {
    #[serde(deserialize_with = "not_empty")]
    pub id: String,
    pub text: String,
    #[serde(default)]
    pub attributions: Option<Vec<Given>>,
}

fn not_empty<'de, D: serde::Deserializer<'de>>(id: D) -> Result<String, D::Error> {
    let id = String::deserialize(id)?;
    if id.is_empty() {
        return Err(serde::de::Error::custom("the id is empty"));
    }
    Ok(id)
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
        Self { document: Document::new(&blocks), block_starts, points, bytes }
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
        ensure!(start < end && end < self.bytes.len(), "span [{start}, {end}] is out of range");
        let byte = |at: usize| {
            let block = self.block_starts.partition_point(|&b| b <= at).saturating_sub(1);
            self.document.paragraphs().get(block).map_or(0, |p| {
                (p.span.start + at.saturating_sub(self.block_starts[block])).min(p.span.end)
            })
        };
        Ok(Span::new(byte(self.bytes[start]), byte(self.bytes[end])))
    }

    /// Given spans as what `attributions::find` would have found; but for their
    /// parents; what has no words in it is left out of an attribution.
    ///
    /// # Errors
    /// When a span is out of the text's range.
    pub fn found<'a>(&self, given: impl IntoIterator<Item = &'a Given>) -> Result<Vec<Found>> {
        let spans = |fragments: &[Fragment]| -> Result<Vec<Span>> {
            let spans = fragments.iter().map(|&f| self.inside(f));
            spans.filter(|span| span.as_ref().map_or(true, |span| !span.is_empty())).collect()
        };
        given
            .into_iter()
            .enumerate()
            .map(|(index, given)| {
                let context = || format!("attribution {index}");
                let content = spans(&given.content).with_context(context)?;
                Ok(Found {
                    source: spans(&given.source).with_context(context)?,
                    cue: spans(&given.cue).with_context(context)?,
                    form: form(&self.document, &content),
                    content,
                    parent: None,
                    confidence: 1.0,
                })
            })
            .collect()
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
            blocks.push(Block { text: trimmed.to_owned(), role });
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
