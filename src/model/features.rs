//! What the tagger sees of each token: a word to look up and seven small numbers.
//!
//! The trainer reads exactly these through `ascribe features`, so training and running cannot
//! differ. Leaves out the word list itself, which belongs to the weights, and every embedding.

pub use super::shape::{FIELDS, SIZES};
use crate::text::{Document, Quotation};

/// The features of one token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Features {
    /// The word as the word list spells it: lower case, every digit `0`, straight apostrophes.
    pub word: String,
    /// Suffix, prefix, shape; state and place in the quotation; its length and how it ends; what
    /// stands before it; borders of sentence and paragraph.
    pub fields: [u16; FIELDS],
}

/// The features of every token of the document, in order.
#[must_use]
pub fn extract(document: &Document) -> Vec<Features> {
    let mut out: Vec<Features> =
        (0..document.tokens().len()).map(|at| word_features(document.word(at))).collect();
    for quotation in document.quotations() {
        if quotation.within.is_none() {
            mark_quotation(document, quotation, &mut out);
        }
    }
    mark_borders(document, &mut out);
    out
}

fn word_features(word: &str) -> Features {
    let normal = if word.is_ascii() {
        let normal = |b: u8| {
            if b.is_ascii_digit() { '0' } else { char::from(b.to_ascii_lowercase()) }
        };
        word.bytes().map(normal).collect()
    } else {
        normal(word)
    };
    let mut fields = [0; FIELDS];
    let back = normal.char_indices().rev().nth(2).map_or(0, |(i, _)| i);
    let ahead = normal.char_indices().nth(3).map_or(normal.len(), |(i, _)| i);
    fields[0] = hash(normal[back..].bytes(), SIZES[0]);
    fields[1] = hash(normal[..ahead].bytes(), SIZES[1]);
    fields[2] = shape(word);
    Features { word: normal, fields }
}

/// Small letters, straight quotes, digits as `0`.
fn normal(word: &str) -> String {
    word.chars()
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            '’' | 'ʼ' | '‘' => '\'',
            '“' | '”' | '„' | '‟' | '«' | '»' => '"',
            _ if c.is_numeric() => '0',
            _ => c,
        })
        .collect()
}

/// `Strand` is `Aa`, `U.S.` is `A.A.`, `self-made` is `a-a`, `1,000` is `0,0`: runs collapse to two.
fn shape(word: &str) -> u16 {
    let mut out = [0u8; 6];
    let mut len = 0;
    for c in word.chars() {
        let class = match c {
            _ if c.is_uppercase() => b'A',
            _ if c.is_alphabetic() => b'a',
            _ if c.is_numeric() => b'0',
            _ if c.is_ascii() => c as u8,
            '“' | '”' => b'"',
            '‘' | '’' => b'\'',
            '–' | '—' => b'-',
            _ => b'?',
        };
        if len >= 2 && out[len - 1] == class && out[len - 2] == class {
            continue;
        }
        if len == out.len() {
            break;
        }
        out[len] = class;
        len += 1;
    }
    hash(out[..len].iter().copied(), SIZES[2])
}

/// FNV-1a, folded to fewer than `size` values.
fn hash(bytes: impl Iterator<Item = u8>, size: usize) -> u16 {
    let h = bytes.fold(0x811c_9dc5_u32, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193));
    // Below 2^16, since no field is larger.
    ((h ^ (h >> 15)) as usize % size) as u16
}

/// 0, 1, 2, 3–4, 5–8, 9–16, 17–32, more.
fn bucket(n: usize) -> u16 {
    match n {
        0..=2 => n as u16,
        3..=4 => 3,
        5..=8 => 4,
        9..=16 => 5,
        17..=32 => 6,
        _ => 7,
    }
}

fn mark_quotation(document: &Document, quotation: &Quotation, out: &mut [Features]) {
    let range = quotation.tokens.clone();
    let first_byte = |at: usize| document.word(at).chars().next().unwrap_or(' ');
    let last = quotation.inner().next_back().filter(|_| quotation.closed).map(first_byte);
    let end = match last {
        Some(',') => 1,
        Some('.') => 2,
        Some('?' | '!') => 3,
        Some(_) => 4,
        None => 5,
    };
    let starts_paragraph =
        document.paragraphs()[document.paragraph_of(range.start)].tokens.start == range.start;
    let before = if starts_paragraph {
        1 + u16::from(quotation.continues.is_some())
    } else {
        match document.word(range.start - 1) {
            ":" => 3,
            "," => 4,
            "that" => 5,
            word if word.starts_with(char::is_alphanumeric) => 6,
            _ => 7,
        }
    };
    for at in range.clone() {
        let state = if at == range.start {
            1
        } else if quotation.closed && at + 1 == range.end {
            3
        } else {
            2 + 2 * u16::from(quotation.single)
        };
        let fields = &mut out[at].fields;
        fields[3] = state * 8 + bucket(at - range.start);
        fields[4] = bucket(range.len()) * 6 + end;
        fields[5] = before * 2 + u16::from(quotation.closed);
    }
}

fn mark_borders(document: &Document, out: &mut [Features]) {
    for paragraph in document.paragraphs() {
        if let (Some(first), Some(last)) =
            (paragraph.tokens.clone().next(), paragraph.tokens.clone().next_back())
        {
            out[first].fields[6] |= 1;
            out[last].fields[6] |= 2;
        }
    }
    for sentence in document.sentences() {
        out[sentence.tokens.start].fields[6] |= 4;
        out[sentence.tokens.end - 1].fields[6] |= 8;
        let quoted = sentence.tokens.clone().any(|at| document.quotation_of(at).is_some());
        if quoted {
            for at in sentence.tokens.clone() {
                out[at].fields[6] |= 16;
            }
        }
    }
}
