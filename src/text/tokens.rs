//! Tokens in the manner of the Penn Treebank: clitics apart (`do` `n't`, `Strand` `'s`),
//! abbreviations and numbers whole (`U.S.`, `Mr.`, `1,000.5`), every mark of punctuation alone.
//!
//! Leaves out what a quotation mark opens or closes; see `quotations`.

use std::str::Chars;

use super::abbreviations::takes_stop;
use crate::span::Span;

/// What a token is, by its characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, perhaps with digits, inner hyphens, apostrophes, stops.
    Word,
    /// Begins with a digit.
    Number,
    /// A double quotation mark, straight, curly, low or angled.
    DoubleQuote,
    /// A single quotation mark or a free-standing apostrophe.
    SingleQuote,
    /// Opening bracket.
    Open,
    /// Closing bracket.
    Close,
    /// A dash between words: `-` with spaces, `--`, `–`, `—`.
    Dash,
    /// `…` or two and more full stops.
    Ellipsis,
    /// `.`, `?` or `!` (runs of `?!` are one token).
    Stop,
    /// Comma, colon, semicolon, and every other symbol.
    Punct,
}

/// One token of a [`Document`](super::Document).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Bytes in the joined text.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

impl Token {
    /// True for words and numbers.
    #[must_use]
    pub const fn is_word(self) -> bool {
        matches!(self.kind, TokenKind::Word | TokenKind::Number)
    }
}

/// Appends the tokens of `text[from..to]` to `out`, in order; none spans white space.
pub(super) fn tokenize(text: &str, from: usize, to: usize, out: &mut Vec<Token>) {
    let mut scan = Scan { text: &text[..to], at: from };
    while let Some(c) = scan.peek() {
        if c.is_whitespace() || is_invisible(c) {
            scan.at += c.len_utf8();
            continue;
        }
        let start = scan.at;
        if c.is_alphanumeric() || starts_short_form(&scan, c) {
            word(&mut scan, out);
        } else {
            let kind = symbol(&mut scan, c);
            out.push(Token { span: Span::new(start, scan.at), kind });
        }
    }
}

/// Joiners, marks of direction, byte order marks: no token, wherever they stand alone.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
        || c.is_control()
}

/// Marks that belong to the letter before them.
const fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{200d}' | '\u{ad}')
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

/// `'90s`, `’90s`.
fn starts_short_form(scan: &Scan, c: char) -> bool {
    is_apostrophe(c)
        && scan.text.as_bytes()[scan.at + c.len_utf8()..]
            .get(..3)
            .is_some_and(|b| b[0].is_ascii_digit() && b[1].is_ascii_digit() && b[2] == b's')
}

struct Scan<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scan<'a> {
    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    /// The characters after the one at `at`.
    fn after(&self, c: char) -> Chars<'a> {
        self.text[self.at + c.len_utf8()..].chars()
    }
}

/// Reads one symbol and leaves the scanner behind it.
fn symbol(scan: &mut Scan, c: char) -> TokenKind {
    let run = |scan: &mut Scan, more: fn(char) -> bool| {
        while let Some(n) = scan.peek().filter(|&n| more(n)) {
            scan.at += n.len_utf8();
        }
    };
    let lone = scan.after(c).next() != Some(c);
    scan.at += c.len_utf8();
    match c {
        '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '〝' | '〞' | '″' => {
            TokenKind::DoubleQuote
        }
        '`' | '\'' if !lone => {
            scan.at += 1;
            TokenKind::DoubleQuote
        }
        '\'' | '‘' | '’' | '‚' | '‛' | '`' | '´' | '‹' | '›' | 'ʼ' => {
            TokenKind::SingleQuote
        }
        '(' | '[' | '{' => TokenKind::Open,
        ')' | ']' | '}' => TokenKind::Close,
        '-' | '–' | '—' | '―' | '‒' => {
            run(scan, |n| matches!(n, '-' | '–' | '—'));
            TokenKind::Dash
        }
        '…' => {
            run(scan, |n| matches!(n, '…' | '.'));
            TokenKind::Ellipsis
        }
        '.' if !lone => {
            run(scan, |n| matches!(n, '…' | '.'));
            TokenKind::Ellipsis
        }
        '.' => TokenKind::Stop,
        '?' | '!' => {
            run(scan, |n| matches!(n, '?' | '!'));
            TokenKind::Stop
        }
        _ => TokenKind::Punct,
    }
}

/// Reads one run of letters and digits and pushes it, its clitic apart.
fn word(scan: &mut Scan, out: &mut Vec<Token>) {
    let start = scan.at;
    let mut previous = '\0';
    // Length of the run of letters since the last full stop, and whether there was one.
    let (mut segment, mut dotted) = (0usize, false);
    while let Some(c) = scan.peek() {
        let mut ahead = scan.after(c);
        let next = ahead.next().unwrap_or(' ');
        let joins = match c {
            _ if c.is_alphanumeric() || is_combining(c) => true,
            '-' | '‑' | '/' if c != '/' || previous.is_ascii_digit() && next.is_ascii_digit() => {
                previous.is_alphanumeric() && next.is_alphanumeric()
            }
            '–' | ',' | ':' => previous.is_ascii_digit() && next.is_ascii_digit(),
            '.' if previous.is_ascii_digit() => next.is_ascii_digit(),
            '.' => {
                let acronym = segment == 1
                    && next.is_alphabetic()
                    && (dotted || !ahead.next().is_some_and(char::is_alphanumeric));
                acronym || previous.is_lowercase() && next.is_lowercase() && segment > 1
            }
            '&' => previous.is_uppercase() && next.is_uppercase(),
            '@' => previous.is_alphanumeric() && next.is_alphanumeric(),
            '\'' | '’' | 'ʼ' => {
                scan.at == start || previous.is_alphanumeric() && next.is_alphanumeric()
            }
            _ => false,
        };
        if !joins {
            break;
        }
        if c == '.' || c == '-' {
            dotted |= c == '.';
            segment = 0;
        } else {
            segment += 1;
        }
        previous = c;
        scan.at += c.len_utf8();
    }
    let mut end = scan.at;
    let text = &scan.text[start..end];
    if scan.peek() == Some('.') && owns_stop(scan, text, segment, dotted) {
        scan.at += 1;
        end += 1;
    }
    let kind =
        if scan.text[start..end].starts_with(|c: char| c.is_ascii_digit() || is_apostrophe(c)) {
            TokenKind::Number
        } else {
            TokenKind::Word
        };
    let cut = start + clitic(&scan.text[start..end]);
    out.push(Token { span: Span::new(start, cut), kind });
    if cut < end {
        out.push(Token { span: Span::new(cut, end), kind: TokenKind::Word });
    }
}

/// Whether the full stop at the scanner belongs to `word` just before it.
fn owns_stop(scan: &Scan, word: &str, segment: usize, dotted: bool) -> bool {
    let mut ahead = scan.text[scan.at + 1..].chars();
    let next = ahead.next().unwrap_or(' ');
    if next == '.' {
        return false;
    }
    // "(R-Tenn.)": what stands behind the last hyphen decides.
    let word = word.rsplit('-').next().unwrap_or(word);
    if dotted {
        return segment == 1 && !word.starts_with(|c: char| c.is_ascii_digit());
    }
    let beyond = if next.is_whitespace() { ahead.next().unwrap_or(' ') } else { next };
    let initial = segment == 1
        && word != "I"
        && word.starts_with(char::is_uppercase)
        && beyond.is_uppercase();
    initial || takes_stop(word, beyond.is_ascii_digit())
}

/// The byte where the clitic of `word` begins; its length when there is none.
fn clitic(word: &str) -> usize {
    let Some((at, mark)) = word.char_indices().rfind(|&(_, c)| is_apostrophe(c)) else {
        return word.len();
    };
    if at == 0 {
        return word.len();
    }
    let tail = &word[at + mark.len_utf8()..];
    let is = |s: &str| tail.eq_ignore_ascii_case(s);
    if is("t") && word[..at].ends_with(['n', 'N']) && at > 1 {
        at - 1
    } else if ["s", "re", "ve", "ll", "d", "m"].into_iter().any(is) {
        at
    } else {
        word.len()
    }
}
