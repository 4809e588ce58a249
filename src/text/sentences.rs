//! Sentences: where a full stop, a question or an exclamation ends one, and where it does not.
//!
//! A closing quotation mark or bracket belongs to the sentence before it. Leaves out everything
//! across paragraphs: a paragraph always ends a sentence.

use std::ops::Range;

use super::{
    abbreviations::{is_title, opens_sentence},
    paragraph::Paragraph,
    tokens::{Token, TokenKind},
};

/// A sentence is cut after this many tokens whatever it says: no writer's sentence is so long, and
/// what reads sentences stays linear on any text.
const LONGEST: usize = 400;

/// One sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Token indices, end-exclusive, never empty.
    pub tokens: Range<usize>,
    /// Index of its paragraph.
    pub paragraph: usize,
}

/// The sentences of all paragraphs, in order; every token is in exactly one.
/// `closes` tells whether a token is a closing quotation mark.
pub(super) fn find(
    text: &str,
    tokens: &[Token],
    paragraphs: &[Paragraph],
    closes: impl Fn(usize) -> bool,
) -> Vec<Sentence> {
    let mut out = Vec::new();
    for (paragraph, p) in paragraphs.iter().enumerate() {
        let mut start = p.tokens.start;
        let mut at = start;
        while at < p.tokens.end {
            let mut end = at + 1;
            let stops = stop_strength(text, tokens[at]);
            if stops != Strength::None {
                while end < p.tokens.end && (closes(end) || tokens[end].kind == TokenKind::Close) {
                    end += 1;
                }
            }
            let broken = end < p.tokens.end
                && (starts_anew(text, tokens, at, end, stops)
                    || new_line(text, tokens, end)
                    || end - start >= LONGEST);
            if broken || end == p.tokens.end {
                out.push(Sentence { tokens: start..end, paragraph });
                start = end;
            }
            at = end;
        }
    }
    out
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Strength {
    None,
    /// An abbreviation's own stop, an ellipsis, a colon before a quotation: needs a clear start.
    Weak,
    Full,
}

fn stop_strength(text: &str, token: Token) -> Strength {
    match token.kind {
        TokenKind::Stop => Strength::Full,
        TokenKind::Ellipsis => Strength::Weak,
        TokenKind::Word => {
            let word = token.span.of(text);
            match word.strip_suffix('.') {
                Some(stem) if !is_title(stem) => Strength::Weak,
                _ => Strength::None,
            }
        }
        _ => Strength::None,
    }
}

fn starts_anew(text: &str, tokens: &[Token], at: usize, next: usize, stops: Strength) -> bool {
    // "said.Then" has no space but is a border; "Yahoo!," is none.
    let token = tokens[next];
    let spaced = tokens[next - 1].span.end < token.span.start;
    let word = first_word(tokens, next).map_or("", |t| t.span.of(text));
    let lower = word.starts_with(char::is_lowercase);
    let opening =
        matches!(token.kind, TokenKind::DoubleQuote | TokenKind::SingleQuote | TokenKind::Open);
    match stops {
        Strength::None => false,
        Strength::Full => {
            if matches!(token.kind, TokenKind::Punct | TokenKind::Stop | TokenKind::Close)
                && !matches!(token.span.of(text), "@" | "#" | "$" | "£" | "€" | "•" | "*")
                || token.kind == TokenKind::Dash && !opening
            {
                return false;
            }
            // A question inside quotation marks may go on: "…?" he asked.
            !lower && (spaced || next == at + 1)
        }
        Strength::Weak => {
            spaced
                && !lower
                && (opens_sentence(word) || token.kind == TokenKind::DoubleQuote)
                && (opening || token.is_word())
                && !is_initial(text, tokens, at)
        }
    }
}

/// `J.` in a name: followed by a name, so that "The" after "Plan B." still starts a sentence.
fn is_initial(text: &str, tokens: &[Token], at: usize) -> bool {
    tokens[at].span.len() == 2
        && tokens[at].kind == TokenKind::Word
        && at > 0
        && tokens[at - 1].span.of(text).starts_with(char::is_uppercase)
        && tokens[at - 1].span.len() <= 2
}

fn first_word(tokens: &[Token], from: usize) -> Option<Token> {
    tokens[from..].iter().take(3).copied().find(|t| t.is_word())
}

/// A line of its own inside a paragraph, as in lists; not a line that a wrap has cut.
fn new_line(text: &str, tokens: &[Token], next: usize) -> bool {
    text[tokens[next - 1].span.end..tokens[next].span.start].contains('\n')
        && !first_word(tokens, next)
            .is_some_and(|t| t.span.of(text).starts_with(char::is_lowercase))
}
