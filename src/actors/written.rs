//! A name as it is written.
//!
//! Leaves out where names begin and end; see `names`.

use std::ops::Range;

use crate::words::Words;

/// The words of `range` as written, single spaces between, a quoted nickname left out; words that are
/// quoted as a whole are no nickname. Empty where there are none.
pub(super) fn text(words: &Words<'_>, range: Range<usize>) -> String {
    let named = written(words, range.clone(), false);
    if named.is_empty() { written(words, range, true) } else { named }
}

/// The same, with or without what is quoted. A space stands where the text has one: "O’Dell", "A & O".
fn written(words: &Words<'_>, range: Range<usize>, quotations: bool) -> String {
    let mut out = String::new();
    let mut end = 0;
    let mut quoted = false;
    for at in range {
        let mark = is_quote(words, at);
        quoted ^= mark;
        if mark || quoted && !quotations {
            continue;
        }
        let span = words.document.tokens()[at].span;
        if !out.is_empty() && span.start > end {
            out.push(' ');
        }
        out.push_str(words.word(at));
        end = span.end;
    }
    out
}

/// A mark that may enclose a nickname; single ones are apostrophes more often.
pub(super) fn is_quote(words: &Words<'_>, at: usize) -> bool {
    matches!(words.word(at), "“" | "”" | "\"")
}
