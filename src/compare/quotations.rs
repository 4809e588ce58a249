//! Two quotations laid beside each other, word by word: what is the same, cut, added, other.
//!
//! The alignment itself is the crate `similar`'s (Myers). Leaves out which statements are laid beside
//! each other, and every word that stands outside quotation marks.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::{
    comparison::{Change, Quotations, Run},
    words::{Spoken, Word},
};
use crate::span::Piece;

/// Words in a row that two quotations must share to be laid beside each other, or all of the shorter.
const LEAST: usize = 3;

/// The two statements' quoted words aligned; none where they quote nothing alike.
pub(super) fn align(left: &Spoken, right: &Spoken) -> Option<Quotations> {
    let (ours, theirs) = (quoted(left), quoted(right));
    let words = |list: &[Word]| list.iter().map(|w| w.word).collect::<Vec<u32>>();
    let ops = capture_diff_slices(Algorithm::Myers, &words(&ours), &words(&theirs));
    let longest = ops.iter().filter_map(same_words).max()?;
    if longest < LEAST.min(ours.len()).min(theirs.len()) {
        return None;
    }
    let mut runs: Vec<(Change, Vec<Word>, Vec<Word>)> = Vec::new();
    for (index, op) in ops.iter().enumerate() {
        let (old, new) = (&ours[op.old_range()], &theirs[op.new_range()]);
        let mut change = match op {
            DiffOp::Equal { .. } => Change::Same,
            DiffOp::Delete { .. } => Change::OnlyLeft,
            DiffOp::Insert { .. } => Change::OnlyRight,
            DiffOp::Replace { .. } => Change::Other,
        };
        // "the" between two differences is no likeness.
        let between = index > 0 && index + 1 < ops.len();
        if change == Change::Same
            && between
            && old.len() < LEAST
            && old.iter().all(|w| w.term.is_none())
        {
            change = Change::Other;
        }
        match runs.last_mut() {
            Some((last, a, b))
                if *last == change || (*last != Change::Same && change != Change::Same) =>
            {
                a.extend(old);
                b.extend(new);
                if *last != change {
                    *last = Change::Other;
                }
            }
            _ => runs.push((change, old.to_vec(), new.to_vec())),
        }
    }
    let runs = runs
        .into_iter()
        .map(|(change, a, b)| Run { change, left: joined(&a), right: joined(&b) })
        .collect();
    Some(Quotations { left: left.at, right: right.at, runs })
}

/// The number of words that the two share in a row at most, as they are aligned.
fn same_words(op: &DiffOp) -> Option<usize> {
    matches!(op, DiffOp::Equal { .. }).then(|| op.new_range().len())
}

fn quoted(spoken: &Spoken) -> Vec<Word> {
    spoken.words.iter().filter(|w| w.quoted).copied().collect()
}

/// The words as pieces: those that follow each other are one.
fn joined(words: &[Word]) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for (index, word) in words.iter().enumerate() {
        let before = index.checked_sub(1).map(|i| &words[i]);
        match out.last_mut() {
            Some(last) if before.is_some_and(|b| word.follows(b)) => last.end = word.piece.end,
            _ => out.push(word.piece),
        }
    }
    out
}

/// The longer of two statements, by their quoted words.
pub(super) fn most_quoted<'a>(spoken: impl Iterator<Item = &'a Spoken>) -> Option<&'a Spoken> {
    spoken
        .map(|s| (s.words.iter().filter(|w| w.quoted).count(), s))
        .filter(|(count, _)| *count > 0)
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .map(|(_, s)| s)
}
