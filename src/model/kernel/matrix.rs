//! A matrix of 8-bit weights, packed as every variant of the product reads it.
//!
//! Leaves out the product; see `kernel`.

/// Largest activation.
pub const MOST: u8 = 127;

/// Stands for 0 where activations have a sign: they are then between 1 and [`MOST`].
pub const ZERO: u8 = 64;

/// Rows are padded to a multiple of this, in the weights and in what comes out.
pub const ROWS: usize = 8;

/// Products that one instruction sums in one lane.
pub(super) const DEEP: usize = 4;

/// [`DEEP`] weights of each of [`ROWS`] rows, one row after another.
#[derive(Clone, Copy, Debug)]
#[repr(C, align(32))]
pub(super) struct Block(pub [i8; ROWS * DEEP]);

/// A matrix of weights, one row for each output.
#[derive(Clone, Debug)]
pub struct Matrix {
    /// For every [`DEEP`] columns, these columns of all rows.
    pub(super) blocks: Vec<Block>,
    /// Inner length, a multiple of [`DEEP`].
    pub(super) width: usize,
    /// How many rows are real.
    pub(super) rows: usize,
    /// Where each row's sum begins, so that [`ZERO`] counts as 0.
    pub(super) start: Vec<i32>,
    /// What one unit of each row's sum is worth.
    pub(super) scales: Vec<f32>,
    /// Added to each row.
    pub(super) bias: Vec<f32>,
}

/// How activations are to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// As they are, from 0.
    Without,
    /// [`ZERO`] less.
    With,
}

impl Matrix {
    /// Packs `weights`, row after row of `width`. Panics unless there is one scale and one bias a row
    /// and `width` is a multiple of four.
    #[must_use]
    pub fn new(weights: &[i8], width: usize, scales: &[f32], bias: &[f32], sign: Sign) -> Self {
        let rows = scales.len();
        assert!(width.is_multiple_of(DEEP) && weights.len() == rows * width && bias.len() == rows);
        let padded = rows.next_multiple_of(ROWS);
        let mut blocks = vec![Block([0; ROWS * DEEP]); width / DEEP * padded / ROWS];
        let mut start = vec![0; padded];
        for (r, row) in weights.chunks_exact(width).enumerate() {
            for (at, four) in row.chunks_exact(DEEP).enumerate() {
                let block = &mut blocks[(at * padded + r) / ROWS].0;
                block[r % ROWS * DEEP..][..DEEP].copy_from_slice(four);
            }
            if sign == Sign::With {
                let sum: i32 = row.iter().map(|&w| i32::from(w)).sum();
                start[r] = -i32::from(ZERO) * sum;
            }
        }
        let pad = |numbers: &[f32]| {
            let mut out = numbers.to_vec();
            out.resize(padded, 0.0);
            out
        };
        Self { blocks, width, rows, start, scales: pad(scales), bias: pad(bias) }
    }

    /// Number of rows.
    #[must_use]
    pub const fn rows(&self) -> usize {
        self.rows
    }

    /// Number of outputs for each input: one a row, then zeros up to a multiple of [`ROWS`].
    #[must_use]
    pub const fn outputs(&self) -> usize {
        self.scales.len()
    }

    /// Inner length.
    #[must_use]
    pub const fn width(&self) -> usize {
        self.width
    }
}
