//! What weights are made of: tables, directions of recurrent layers, linkers, layers of tags.
//!
//! Leaves out how they are read; see `reader`.

use super::{
    kernel::{Matrix, ZERO},
    shape::TAGS,
};

/// Rows of whole numbers, one row looked up for each token.
#[derive(Clone, Copy, Debug)]
pub struct Table<'a> {
    cells: &'a [i8],
    /// Numbers in a row.
    pub columns: usize,
}

impl<'a> Table<'a> {
    /// Rows of `columns` cells, of which there must be at least one.
    pub(super) const fn new(cells: &'a [i8], columns: usize) -> Self {
        Self { cells, columns }
    }

    /// One row; the last one when there is no such row.
    #[must_use]
    pub fn row(&self, at: usize) -> &'a [i8] {
        let at = at.min(self.cells.len() / self.columns - 1);
        &self.cells[at * self.columns..][..self.columns]
    }

    /// How many rows there are.
    #[must_use]
    pub const fn rows(&self) -> usize {
        self.cells.len() / self.columns
    }
}

/// The largest cell that counts, on either side of 0.
const CELL: i8 = 63;

/// Puts looked-up rows behind one another into `to`, as activations; what they leave of it stays. Panics when it is too short.
pub fn lay<'a>(rows: impl Iterator<Item = &'a [i8]>, to: &mut [u8]) {
    let mut rest = to;
    for cells in rows {
        let (here, behind) = rest.split_at_mut(cells.len());
        for (to, &cell) in here.iter_mut().zip(cells) {
            *to = ZERO.wrapping_add_signed(cell.clamp(-CELL, CELL));
        }
        rest = behind;
    }
}

/// One direction of a recurrent layer: what comes in, and what comes back.
#[derive(Clone, Debug)]
pub struct Direction {
    /// Reset, update and candidate gates of the input.
    pub input: Matrix,
    /// The same of the state before.
    pub state: Matrix,
}

/// Scores a span against what it may belong to.
#[derive(Clone, Debug)]
pub struct Linker {
    /// Of the span itself.
    pub span: Matrix,
    /// Of what it may belong to.
    pub other: Matrix,
    /// One row for each value of the three features of the pair.
    pub pair: [Vec<Vec<f32>>; 3],
    /// Stands for "belongs to nothing".
    pub nothing: Vec<f32>,
    /// Weights of the score.
    pub score: Vec<f32>,
}

/// How one layer of tags is found.
#[derive(Clone, Debug)]
pub struct Tags {
    /// From the last layer of states to the tags.
    pub output: Matrix,
    /// Score of tag `j` after tag `i`.
    pub transitions: [[f32; TAGS]; TAGS],
    /// Score of the first tag.
    pub start: [f32; TAGS],
    /// Marks with less confidence are not worth showing; chosen on dev.
    pub threshold: f32,
}
