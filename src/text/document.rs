//! A document: the joined text and the structure found in it. Leaves out how each part is found.

use std::ops::Range;

use super::{
    paragraph::{Paragraph, SEPARATOR},
    quotations::{self, Quotation},
    sentences::{self, Sentence},
    tokens::{self, Token},
    utf16::Utf16,
};
use crate::{
    analysis::Block,
    span::{Piece, Span},
};

/// No index: used in the tables from token to sentence and quotation.
const NONE: u32 = u32::MAX;

/// The joined text of all blocks with its tokens, sentences and quotations.
#[derive(Clone, Debug)]
pub struct Document {
    text: String,
    paragraphs: Vec<Paragraph>,
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
    quotations: Vec<Quotation>,
    sentence_of: Vec<u32>,
    outer_quotation_of: Vec<u32>,
}

impl Document {
    /// Reads the blocks. Any text will do; no block gives an empty document.
    #[must_use]
    pub fn new(blocks: &[Block]) -> Self {
        let mut text = String::new();
        let mut tokens = Vec::new();
        let mut paragraphs: Vec<Paragraph> = Vec::with_capacity(blocks.len());
        for (index, block) in blocks.iter().enumerate() {
            if index > 0 {
                text.push_str(SEPARATOR);
            }
            let (start, first) = (text.len(), tokens.len());
            text.push_str(&block.text);
            tokens::tokenize(&text, start, text.len(), &mut tokens);
            paragraphs.push(Paragraph {
                span: Span::new(start, text.len()),
                tokens: first..tokens.len(),
                role: block.role,
            });
        }
        let quotations = quotations::find(&text, &tokens, &paragraphs);
        let mut closing = vec![false; tokens.len()];
        let mut outer_quotation_of = vec![NONE; tokens.len()];
        for (index, q) in quotations.iter().enumerate() {
            if q.closed {
                closing[q.tokens.end - 1] = true;
            }
            if q.within.is_none() {
                outer_quotation_of[q.tokens.clone()].fill(narrow(index));
            }
        }
        let sentences = sentences::find(&text, &tokens, &paragraphs, |at| closing[at]);
        let mut sentence_of = vec![NONE; tokens.len()];
        for (index, s) in sentences.iter().enumerate() {
            sentence_of[s.tokens.clone()].fill(narrow(index));
        }
        Self { text, paragraphs, tokens, sentences, quotations, sentence_of, outer_quotation_of }
    }

    /// The joined text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// One entry for each block, in the same order.
    #[must_use]
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// All tokens, in reading order.
    #[must_use]
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// All sentences, in reading order; each token is in exactly one.
    #[must_use]
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// All quotations, in order of their opening mark.
    #[must_use]
    pub fn quotations(&self) -> &[Quotation] {
        &self.quotations
    }

    /// The words of token `at`. Panics when there is no such token.
    #[must_use]
    pub fn word(&self, at: usize) -> &str {
        self.tokens[at].span.of(&self.text)
    }

    /// Index of the sentence of token `at`. Panics when there is no such token.
    #[must_use]
    pub fn sentence_of(&self, at: usize) -> usize {
        self.sentence_of[at] as usize
    }

    /// Index of the paragraph of token `at`. Panics when there is no such token.
    #[must_use]
    pub fn paragraph_of(&self, at: usize) -> usize {
        self.sentences[self.sentence_of(at)].paragraph
    }

    /// Index of the outermost quotation around token `at`, its marks included; none outside.
    #[must_use]
    pub fn quotation_of(&self, at: usize) -> Option<usize> {
        let q = self.outer_quotation_of[at];
        (q != NONE).then_some(q as usize)
    }

    /// Index of the first token that ends after byte `at`; the number of tokens when none does.
    #[must_use]
    pub fn token_at(&self, at: usize) -> usize {
        self.tokens.partition_point(|t| t.span.end <= at)
    }

    /// The tokens that share a byte with `span`; empty when there are none.
    #[must_use]
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self.token_at(span.start);
        let end = self.tokens.partition_point(|t| t.span.start < span.end);
        start..end.max(start)
    }

    /// The bytes from the first to the last of these tokens; an empty range gives an empty span.
    #[must_use]
    pub fn span(&self, tokens: Range<usize>) -> Span {
        if tokens.is_empty() {
            let at = self.tokens.get(tokens.start).map_or(self.text.len(), |t| t.span.start);
            return Span::new(at, at);
        }
        Span::new(self.tokens[tokens.start].span.start, self.tokens[tokens.end - 1].span.end)
    }

    /// Index of the block that holds byte `at` or, between two blocks, of the one before;
    /// none in a document without blocks.
    #[must_use]
    pub fn block_at(&self, at: usize) -> Option<usize> {
        self.paragraphs.partition_point(|p| p.span.start <= at).checked_sub(1)
    }

    /// `span` in the blocks' own UTF-16 offsets: one piece for each block that it touches with a word,
    /// from its first word there to its last; none for an empty span. `units` is of this document's
    /// text.
    pub fn pieces(&self, span: Span, units: &Utf16, out: &mut Vec<Piece>) {
        let first = self.block_at(span.start).unwrap_or(0);
        for (index, p) in self.paragraphs.iter().enumerate().skip(first) {
            if p.span.start >= span.end {
                break;
            }
            let part = Span::new(span.start.max(p.span.start), span.end.min(p.span.end));
            // A block may begin and end with spaces, which a span over several takes in.
            let words = part.of(&self.text);
            let start = part.start + (words.len() - words.trim_start().len());
            let end = start + words.trim().len();
            if start < end {
                let zero = units.offset(p.span.start);
                out.push(Piece {
                    block: narrow(index),
                    start: units.offset(start) - zero,
                    end: units.offset(end) - zero,
                });
            }
        }
    }
}

/// Indices fit in 32 bits: a document is at most 4 GB by construction of its callers.
fn narrow(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(NONE)
}
