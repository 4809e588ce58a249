//! The scorer's own tokens and sentences, which its metrics are defined on; the engine's differ.
//!
//! Offsets are code points. Leaves out what is counted; see `measures`.

use std::ops::Range;

/// Abbreviations after which the scorer sees no end of a sentence.
const ABBREVIATIONS: &str = "mr mrs ms dr sen rep gov gen lt col sgt capt prof rev hon st jr sr vs no \
    nos inc corp co ltd jan feb mar apr jun jul aug sept sep oct nov dec u.s u.k u.n d.c a.m p.m e.g \
    i.e etc calif fla mass pa va md ill mich minn wis ariz conn ga tenn wash d r";

/// A text cut as the scorer cuts it.
pub struct Cut {
    /// Code points of each token, end-exclusive, in order.
    pub tokens: Vec<Range<usize>>,
    /// Whether each token has a letter or a digit.
    pub is_word: Vec<bool>,
    /// Token indices of each sentence.
    pub sentences: Vec<Range<usize>>,
}

impl Cut {
    /// Cuts `text`.
    pub fn new(text: &str) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let tokens = tokens(&chars);
        let is_word =
            tokens.iter().map(|t| chars[t.clone()].iter().any(|c| c.is_alphanumeric())).collect();
        let mut cut = Self { tokens, is_word, sentences: Vec::new() };
        cut.sentences = sentences(&chars).into_iter().map(|s| cut.covered(&s)).collect();
        cut
    }

    /// The tokens that share a code point with `span`.
    pub fn covered(&self, span: &Range<usize>) -> Range<usize> {
        let start = self.tokens.partition_point(|t| t.end <= span.start);
        let end = self.tokens.partition_point(|t| t.start < span.end);
        start..end.max(start)
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// A number with inner `.` or `,`; else letters with inner apostrophes; else one symbol.
fn tokens(chars: &[char]) -> Vec<Range<usize>> {
    let run = |from: usize, belongs: fn(char) -> bool| {
        from + chars[from..].iter().take_while(|&&c| belongs(c)).count()
    };
    let (mut out, mut at) = (Vec::new(), 0);
    while at < chars.len() {
        let c = chars[at];
        let end = if c.is_whitespace() {
            at += 1;
            continue;
        } else if is_word(c) {
            number(chars, at).unwrap_or_else(|| {
                let mut end = run(at, is_word);
                while end + 1 < chars.len()
                    && matches!(chars[end], '\'' | '’')
                    && is_word(chars[end + 1])
                {
                    end = run(end + 1, is_word);
                }
                end
            })
        } else {
            at + 1
        };
        out.push(at..end);
        at = end;
    }
    out
}

fn number(chars: &[char], from: usize) -> Option<usize> {
    let digits = |from: usize| from + chars[from..].iter().take_while(|c| c.is_numeric()).count();
    let whole = digits(from);
    let mut end = whole;
    while end > from
        && end + 1 < chars.len()
        && matches!(chars[end], '.' | ',')
        && chars[end + 1].is_numeric()
    {
        end = digits(end + 1);
    }
    (end > whole).then_some(end)
}

/// Line breaks, or `.!?…` with closing marks before white space and what begins a sentence.
fn sentences(chars: &[char]) -> Vec<Range<usize>> {
    let blank = |s: &Range<usize>| chars[s.clone()].iter().all(|c| c.is_whitespace());
    let (mut out, mut start, mut at) = (Vec::new(), 0, 0);
    while at < chars.len() {
        let Some(end) = sentence_end(chars, at) else {
            at += 1;
            continue;
        };
        let stops_word = chars[at] == '.' && end == at + 1;
        if !(stops_word && abbreviated(&chars[start..at])) {
            out.push(start..end);
            start = end;
        }
        at = end;
    }
    out.push(start..chars.len());
    out.retain(|s| !blank(s));
    out
}

/// Where the end of a sentence that begins at `at` (with its marks or line breaks) stops.
fn sentence_end(chars: &[char], at: usize) -> Option<usize> {
    let run = |from: usize, set: &str| {
        from + chars[from..].iter().take_while(|&&c| set.contains(c)).count()
    };
    if chars[at] == '\n' {
        return Some(run(at, "\n"));
    }
    let stops = run(at, ".!?…");
    if stops == at {
        return None;
    }
    let end = run(stops, "\"'”’)]");
    let space = end + chars[end..].iter().take_while(|c| c.is_whitespace()).count();
    let opening = run(space, "\"'“‘([");
    let begins = chars.get(opening).is_some_and(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    (space > end && begins).then_some(end)
}

/// Whether the text ends in a known abbreviation or an initial, its full stop not included.
fn abbreviated(before: &[char]) -> bool {
    let length = before.iter().rev().take_while(|c| c.is_ascii_alphabetic() || **c == '.').count();
    let word: String = before[before.len() - length..].iter().collect();
    let lower = word.to_ascii_lowercase();
    let initials = lower.split('.').all(|part| part.len() == 1)
        && word.starts_with(|c: char| c.is_ascii_uppercase());
    !word.is_empty() && (ABBREVIATIONS.split_whitespace().any(|a| a == lower) || initials)
}
