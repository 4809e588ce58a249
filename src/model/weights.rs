//! The trained tagger's numbers, read from the layout and checked once.
//!
//! The big tables stay where they are, in the program's own bytes; only scales and small vectors are
//! copied. Leaves out what is computed with them.

use std::{collections::HashMap, sync::OnceLock};

use super::{
    features::{FIELDS, SIZES},
    kernel::{Matrix, STEP},
    layout::{Entry, LayoutError, entries},
};

/// Tags: none, then beginning and inside of source, cue and content.
pub const TAGS: usize = 7;

/// The model that this build carries.
static BYTES: &[u8] = include_bytes!("../../models/tagger.bin");

/// Rows of whole numbers, one row looked up for each token.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    cells: &'static [i8],
    /// Numbers in a row.
    pub columns: usize,
}

impl Table {
    /// One row; the last one when there is no such row.
    #[must_use]
    pub fn row(&self, at: usize) -> &'static [i8] {
        let at = at.min(self.cells.len() / self.columns - 1);
        &self.cells[at * self.columns..][..self.columns]
    }

    /// How many rows there are.
    #[must_use]
    pub const fn rows(&self) -> usize {
        self.cells.len() / self.columns
    }
}

/// One direction of a recurrent layer: what comes in, and what comes back.
#[derive(Clone, Debug)]
pub struct Direction {
    /// Reset, update and candidate gates of the input.
    pub input: Matrix<'static>,
    /// The same of the state before.
    pub state: Matrix<'static>,
}

/// Scores a span against what it may belong to.
#[derive(Clone, Debug)]
pub struct Linker {
    /// Of the span itself.
    pub span: Matrix<'static>,
    /// Of what it may belong to.
    pub other: Matrix<'static>,
    /// One row for each value of the three features of the pair.
    pub pair: [Vec<Vec<f32>>; 3],
    /// Stands for "belongs to nothing".
    pub nothing: Vec<f32>,
    /// Weights of the score.
    pub score: Vec<f32>,
}

/// Everything that was trained.
#[derive(Clone, Debug)]
pub struct Weights {
    /// The word list: word to row of `words`.
    vocabulary: HashMap<&'static [u8], u32>,
    /// One row a word; the last is for words not in the list.
    pub words: Table,
    /// One table for each field of the features.
    pub fields: [Table; FIELDS],
    /// From the looked-up rows to the first layer.
    pub input: Matrix<'static>,
    /// Of a token and its two neighbours.
    pub convolution: Matrix<'static>,
    /// Recurrent layers, forward and backward.
    pub recurrent: Vec<[Direction; 2]>,
    /// From the last layer to the tags.
    pub output: Matrix<'static>,
    /// Score of tag `j` after tag `i`.
    pub transitions: [[f32; TAGS]; TAGS],
    /// Score of the first tag.
    pub start: [f32; TAGS],
    /// Content to cue.
    pub content: Linker,
    /// Cue to source.
    pub source: Linker,
    /// Added to the score of every beginning before decoding; taken from that of a link to nothing.
    pub eagerness: [f32; 2],
    /// Marks with less confidence are not worth showing; chosen on dev.
    pub threshold: f32,
    /// Logistic regression from the marks' own probabilities to the confidence, intercept last.
    pub calibration: Vec<f32>,
}

/// The weights of this build; read at the first call.
///
/// `build.rs` has checked the very bytes, so that none is a bug that no text can cause; it is
/// answered with `None`, and nothing is marked.
#[must_use]
pub fn weights() -> Option<&'static Weights> {
    static WEIGHTS: OnceLock<Option<Weights>> = OnceLock::new();
    WEIGHTS.get_or_init(|| Weights::read(BYTES).ok()).as_ref()
}

impl Weights {
    /// Reads a model.
    ///
    /// # Errors
    /// When the bytes are no model, or one of other shapes.
    pub fn read(bytes: &'static [u8]) -> Result<Self, LayoutError> {
        let reader = Reader {
            entries: entries(bytes)?,
        };
        let words = reader.table("words")?;
        let vocabulary = spell(reader.bytes("spelling")?)
            .filter(|v| v.len() + 1 == words.rows())
            .ok_or_else(|| LayoutError::Entry("one row for each word".into()))?;
        let mut fields = [words; FIELDS];
        for (at, field) in fields.iter_mut().enumerate() {
            *field = reader.table(&format!("field{at}"))?;
            if field.rows() != SIZES[at] {
                return Err(LayoutError::Entry(format!(
                    "field{at} with {} rows",
                    SIZES[at]
                )));
            }
        }
        let looked_up = words.columns + fields.iter().map(|f| f.columns).sum::<usize>();
        let input = reader.matrix("input", looked_up.next_multiple_of(STEP))?;
        let hidden = input.rows();
        let convolution = reader.matrix("conv", 3 * hidden)?;
        let mut recurrent = Vec::new();
        let mut width = convolution.rows();
        while reader.find(&format!("in{}f", recurrent.len())).is_ok() {
            let direction = |way: &str| -> Result<Direction, LayoutError> {
                let input = reader.matrix(&format!("in{}{way}", recurrent.len()), width)?;
                let state =
                    reader.matrix(&format!("st{}{way}", recurrent.len()), input.rows() / 3)?;
                if state.rows() != input.rows() {
                    return Err(LayoutError::Entry("equal gates".into()));
                }
                Ok(Direction { input, state })
            };
            recurrent.push([direction("f")?, direction("b")?]);
            width = 2 * recurrent[recurrent.len() - 1][0].state.width;
        }
        let output = reader.matrix("output", width)?;
        let transitions = reader.floats("after", TAGS, TAGS)?;
        let start = reader.floats("start", 1, TAGS)?;
        if convolution.rows() != hidden || output.rows() != TAGS || recurrent.is_empty() {
            return Err(LayoutError::Entry("layers that fit each other".into()));
        }
        let eagerness = reader.floats("eager", 1, 3)?;
        Ok(Self {
            vocabulary,
            words,
            fields,
            input,
            convolution,
            recurrent,
            output,
            transitions: std::array::from_fn(|i| std::array::from_fn(|j| transitions[i][j])),
            start: std::array::from_fn(|j| start[0][j]),
            content: reader.linker("c", 2 * width)?,
            source: reader.linker("s", 2 * width)?,
            eagerness: [eagerness[0][0], eagerness[0][1]],
            threshold: eagerness[0][2],
            calibration: reader
                .floats("calib", 1, super::confidence::INPUTS + 1)?
                .remove(0),
        })
    }

    /// The row of a word as the features spell it; the last row when the list lacks it.
    #[must_use]
    pub fn word(&self, word: &str) -> usize {
        self.vocabulary
            .get(word.as_bytes())
            .map_or(self.vocabulary.len(), |&row| row as usize)
    }
}

/// The word list is plain text, one word a line, sorted; row by row.
fn spell(bytes: &'static [u8]) -> Option<HashMap<&'static [u8], u32>> {
    let list = bytes.strip_suffix(b"\n")?;
    Some(list.split(|&b| b == b'\n').zip(0..).collect())
}

struct Reader {
    entries: Vec<Entry<'static>>,
}

impl Reader {
    fn find(&self, name: &str) -> Result<Entry<'static>, LayoutError> {
        let found = self.entries.iter().find(|e| e.is(name)).copied();
        found.ok_or_else(|| LayoutError::Entry(name.to_owned()))
    }

    fn table(&self, name: &str) -> Result<Table, LayoutError> {
        let cells = self
            .find(name)?
            .cells()
            .filter(|(cells, _)| !cells.is_empty());
        cells
            .map(|(cells, columns)| Table { cells, columns })
            .ok_or_else(|| LayoutError::Entry(format!("{name} as a table")))
    }

    fn bytes(&self, name: &str) -> Result<&'static [u8], LayoutError> {
        let bytes = self.find(name)?.bytes();
        bytes.ok_or_else(|| LayoutError::Entry(format!("{name} as bytes")))
    }

    fn floats(
        &self,
        name: &str,
        rows: usize,
        columns: usize,
    ) -> Result<Vec<Vec<f32>>, LayoutError> {
        let floats = self.find(name)?.floats(rows, columns);
        floats.ok_or_else(|| LayoutError::Entry(format!("{name} of {rows} by {columns}")))
    }

    /// A matrix and its bias, which has the same name with a `+`.
    fn matrix(&self, name: &str, width: usize) -> Result<Matrix<'static>, LayoutError> {
        let (weights, scales) = self
            .find(name)?
            .scaled(width)
            .filter(|_| width.is_multiple_of(STEP))
            .ok_or_else(|| LayoutError::Entry(format!("{name} of width {width}")))?;
        let bias = self.floats(&format!("{name}+"), 1, scales.len())?.remove(0);
        Ok(Matrix {
            weights,
            width,
            scales,
            bias,
        })
    }

    fn linker(&self, way: &str, width: usize) -> Result<Linker, LayoutError> {
        let span = self.matrix(&format!("{way}span"), width)?;
        let other = self.matrix(&format!("{way}other"), width)?;
        let hidden = span.rows();
        if other.rows() != hidden {
            return Err(LayoutError::Entry("linkers that fit each other".into()));
        }
        let pair = |at: usize| {
            let rows = super::linker::PAIR_SIZES[at];
            self.floats(&format!("{way}pair{at}"), rows, hidden)
        };
        Ok(Linker {
            span,
            other,
            pair: [pair(0)?, pair(1)?, pair(2)?],
            nothing: self.floats(&format!("{way}none"), 1, hidden)?.remove(0),
            score: self.floats(&format!("{way}score"), 1, hidden)?.remove(0),
        })
    }
}
