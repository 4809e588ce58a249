//! Where words stand: one type for each unit, so that byte offsets and UTF-16 offsets cannot meet.
//!
//! Leaves out how one unit becomes another; that needs the text (`text::Utf16`).

use serde::{Deserialize, Serialize};

/// A run of bytes in the joined text of a document, end-exclusive,
/// both ends on character borders. Never leaves Rust.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` to `end` (bytes, end-exclusive). `start <= end` is the caller's duty.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        Self { start, end }
    }

    /// Length in bytes.
    #[must_use]
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// True when it holds no byte.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// True when `other` lies wholly inside (equal spans contain each other).
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// True when they share at least one byte.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The words themselves. Panics when the span is not of this text.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }
}

/// A run of UTF-16 code units inside one block's text, end-exclusive: what a page can find again.
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Piece {
    /// Index of the block in the input of [`analyze`](crate::analyze).
    pub block: u32,
    /// First UTF-16 code unit within the block's text.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn ends_are_exclusive() {
        let (a, empty) = (Span::new(2, 5), Span::new(4, 4));
        assert_eq!((a.len(), empty.len()), (3, 0));
        assert!(empty.is_empty() && !a.is_empty());
        for (start, end, inside, overlaps) in [
            (2, 5, true, true),
            (3, 4, true, true),
            (1, 3, false, true),
            (4, 6, false, true),
            (0, 2, false, false),
            (5, 7, false, false),
            (1, 6, false, true),
        ] {
            let b = Span::new(start, end);
            assert_eq!(a.contains(b), inside, "{b:?} in {a:?}");
            assert_eq!((a.overlaps(b), b.overlaps(a)), (overlaps, overlaps), "{b:?}, {a:?}");
        }
    }
}
