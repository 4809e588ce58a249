//! Which tokens stand inside quotation marks, and how quotations nest and run over paragraphs.
//!
//! Marks are paired by their glyph where it tells, else by the spaces around them, else by what is
//! open. Leaves out who speaks. A convention of print: a quotation that goes on in the next
//! paragraph is left open there and opened again here.

use std::ops::Range;

use super::{
    paragraph::Paragraph,
    tokens::{Token, TokenKind},
};

/// One stretch of quoted text within one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// Token indices from the opening mark to behind the closing one (end-exclusive).
    pub tokens: Range<usize>,
    /// False when the paragraph ends before a closing mark.
    pub closed: bool,
    /// Index of the quotation that this one continues from the paragraph before.
    pub continues: Option<usize>,
    /// Index of the quotation around this one.
    pub within: Option<usize>,
    /// Opened by a single quotation mark.
    pub single: bool,
}

impl Quotation {
    /// Token indices of what stands between the marks.
    #[must_use]
    pub fn inner(&self) -> Range<usize> {
        let end = self.tokens.end - usize::from(self.closed);
        self.tokens.start + 1..end.max(self.tokens.start + 1)
    }
}

/// Whether a mark may open and may close, by glyph and neighbours.
#[derive(Clone, Copy, Default)]
struct Sides {
    opens: bool,
    closes: bool,
    /// Glyph and spacing agree, or there is only one reading.
    sure_close: bool,
}

/// The quotations of all paragraphs, in order of their opening mark.
pub(super) fn find(text: &str, tokens: &[Token], paragraphs: &[Paragraph]) -> Vec<Quotation> {
    let mut all: Vec<Quotation> = Vec::new();
    let mut left_open: Option<usize> = None;
    for paragraph in paragraphs {
        let first = all.len();
        paragraph_quotations(text, tokens, paragraph.tokens.clone(), &mut all);
        if let Some(opened) = left_open.take()
            && let Some(q) = all.get_mut(first)
            && q.tokens.start == paragraph.tokens.start
            && q.within.is_none()
        {
            q.continues = Some(opened);
        }
        left_open = (first..all.len())
            .rev()
            .find(|&q| all[q].within.is_none())
            .filter(|&q| !all[q].closed && all[q].tokens.end == paragraph.tokens.end);
    }
    all
}

fn paragraph_quotations(
    text: &str,
    tokens: &[Token],
    range: Range<usize>,
    all: &mut Vec<Quotation>,
) {
    let has_close = single_closers(text, tokens, range.clone());
    let mut open: Vec<usize> = Vec::new();
    for at in range.clone() {
        let single = match tokens[at].kind {
            TokenKind::DoubleQuote => false,
            TokenKind::SingleQuote => true,
            _ => continue,
        };
        let sides = sides(text, tokens, at);
        let innermost = open.iter().rposition(|&q| all[q].single == single);
        if let Some(level) = innermost
            && sides.closes
            && !(single && !sides.sure_close && has_close(at))
        {
            // Whatever was opened inside and never closed ends here too.
            for q in open.drain(level..) {
                all[q].tokens.end = at + 1;
                all[q].closed = all[q].single == single;
            }
        } else if sides.opens
            && innermost.is_none()
            && (!single || has_close(at) || at == range.start)
        {
            open.push(all.len());
            all.push(Quotation {
                tokens: at..range.end,
                closed: false,
                continues: None,
                within: open.len().checked_sub(2).map(|outer| open[outer]),
                single,
            });
        }
    }
}

/// For a paragraph: tells whether a single mark that must close comes after a token and before the
/// next opening one. Built from the end, so that asking is cheap.
fn single_closers(text: &str, tokens: &[Token], range: Range<usize>) -> impl Fn(usize) -> bool {
    let (start, mut ahead) = (range.start, false);
    let mut table = vec![false; range.len()];
    for at in range.rev() {
        table[at - start] = ahead;
        if tokens[at].kind == TokenKind::SingleQuote {
            let s = sides(text, tokens, at);
            if s.closes {
                ahead = true;
            } else if s.opens {
                ahead = false;
            }
        }
    }
    move |at| table[at - start]
}

fn sides(text: &str, tokens: &[Token], at: usize) -> Sides {
    let span = tokens[at].span;
    let before = text[..span.start].chars().next_back().unwrap_or(' ');
    let after = text[span.end..].chars().next().unwrap_or(' ');
    let gap_before =
        before.is_whitespace() || matches!(before, '(' | '[' | '—' | '–' | '-' | '/' | '“' | '‘');
    let gap_after = after.is_whitespace()
        || matches!(
            after,
            ')' | ']' | '—' | '–' | '-' | '/' | ',' | '.' | ';' | ':' | '?' | '!' | '”' | '’' | '…'
        );
    // A straight mark beside another mark borrows that mark's side.
    let beside = |c: char| matches!(c, '"' | '\'');
    let (gap_before, gap_after) =
        (gap_before || beside(before) && !gap_after, gap_after || beside(after) && !gap_before);
    match span.of(text).chars().next().unwrap_or(' ') {
        '“' | '‘' | '„' | '‚' | '«' | '‹' | '`' | '‛' | '‟' | '〝' => {
            Sides { opens: true, closes: !gap_before && gap_after, sure_close: false }
        }
        '”' | '’' | '»' | '›' | '´' | '〞' => Sides {
            opens: gap_before && !gap_after,
            closes: !gap_before || gap_after,
            sure_close: !before.is_alphabetic(),
        },
        _ => Sides {
            opens: !gap_after || gap_before,
            closes: !gap_before || gap_after,
            sure_close: gap_after && !before.is_alphanumeric(),
        },
    }
}
