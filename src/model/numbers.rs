//! A small file of trained numbers, for networks that need no more than rows of them.
//!
//! Leaves out what the numbers mean.

use super::layout::{Entry, entries};

/// Rows of finite numbers by name.
pub struct Numbers<'a>(Vec<Entry<'a>>);

impl<'a> Numbers<'a> {
    /// Reads the layout of `src/model/layout.rs`; none when the bytes are of another.
    #[must_use]
    pub fn read(bytes: &'a [u8]) -> Option<Self> {
        entries(bytes).ok().map(Self)
    }

    /// All rows of this name; none when there is none of so many columns, or a number is not finite.
    #[must_use]
    pub fn rows(&self, name: &str, columns: usize) -> Option<Vec<Vec<f32>>> {
        let entry = self.0.iter().find(|e| e.is(name))?;
        let rows = entry.floats(entry.rows(), columns)?;
        rows.iter().flatten().all(|x| x.is_finite()).then_some(rows)
    }

    /// All rows of whole numbers of this name, each times its row's scale; none as above.
    #[must_use]
    pub fn scaled(&self, name: &str, columns: usize) -> Option<Vec<Vec<f32>>> {
        let (cells, scales) = self.0.iter().find(|e| e.is(name))?.scaled(columns)?;
        let row = |(row, scale): (&[i8], f32)| row.iter().map(|&w| f32::from(w) * scale).collect();
        let finite = scales.iter().all(|x| x.is_finite());
        finite.then(|| cells.chunks_exact(columns).zip(scales).map(row).collect())
    }
}
