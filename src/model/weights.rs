//! The trained tagger's numbers, read from the layout and checked once: which entries there must be,
//! and that their shapes fit each other.
//!
//! The big tables stay where they are, in the bytes that are read; only scales and small vectors are
//! copied. Leaves out what is computed with them. `build.rs` includes this file, so that the build
//! refuses what the engine would refuse.

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
};

use super::{
    kernel::{Matrix, Sign},
    layout::{Entry, LayoutError, entries},
    shape::{FIELDS, INPUTS, LONGEST, PAIR_SIZES, SIZES, STEP, TAGS},
};

/// Rows of whole numbers, one row looked up for each token.
#[derive(Clone, Copy, Debug)]
pub struct Table<'a> {
    cells: &'a [i8],
    /// Numbers in a row.
    pub columns: usize,
}

impl<'a> Table<'a> {
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

/// Word to row. No text can choose the words that are in it, so that a plain hash will do.
type Vocabulary<'a> = HashMap<&'a [u8], u32, BuildHasherDefault<Folded>>;

/// Eight bytes at a time, turned and multiplied.
#[derive(Default)]
struct Folded(u64);

impl Hasher for Folded {
    fn write(&mut self, bytes: &[u8]) {
        for some in bytes.chunks(8) {
            let mut eight = [0; 8];
            eight[..some.len()].copy_from_slice(some);
            self.write_u64(u64::from_le_bytes(eight));
        }
    }

    fn write_usize(&mut self, length: usize) {
        self.write_u64(length as u64);
    }

    fn write_u64(&mut self, n: u64) {
        self.0 = (self.0.rotate_left(29) ^ n).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn finish(&self) -> u64 {
        // The table takes its place from the lowest bits, where a product is least mixed.
        self.0 ^ (self.0 >> 32)
    }
}

/// Everything that was trained.
#[derive(Clone, Debug)]
pub struct Weights<'a> {
    /// The word list: word to row of `words`.
    vocabulary: Vocabulary<'a>,
    /// One row a word; the last is for words not in the list.
    pub(super) words: Table<'a>,
    /// One table for each field of the features.
    pub(super) fields: [Table<'a>; FIELDS],
    /// From the looked-up rows to the first layer.
    pub(super) input: Matrix,
    /// Of a token and its two neighbours.
    pub(super) convolution: Matrix,
    /// Recurrent layers, forward and backward.
    pub(super) recurrent: Vec<[Direction; 2]>,
    /// From the last layer to the tags.
    pub(super) output: Matrix,
    /// Score of tag `j` after tag `i`.
    pub(super) transitions: [[f32; TAGS]; TAGS],
    /// Score of the first tag.
    pub(super) start: [f32; TAGS],
    /// Content to cue.
    pub(super) content: Linker,
    /// Cue to source.
    pub(super) source: Linker,
    /// Added to the score of every beginning before decoding; taken from that of a link to nothing.
    pub(super) eagerness: [f32; 2],
    /// Marks with less confidence are not worth showing; chosen on dev.
    pub(super) threshold: f32,
    /// Logistic regression from the marks' own probabilities to the confidence, intercept last.
    pub(super) calibration: Vec<f32>,
}

impl<'a> Weights<'a> {
    /// Reads a model.
    ///
    /// # Errors
    /// When the bytes are no model, or one of other shapes.
    pub fn read(bytes: &'a [u8]) -> Result<Self, LayoutError> {
        let reader = Reader {
            entries: entries(bytes)?,
        };
        let words = reader.table("words")?;
        let vocabulary = spell(reader.bytes("spelling")?);
        if vocabulary.as_ref().map(|v| v.len() + 1) != Some(words.rows()) {
            let rows = words.rows();
            return wrong(format!(
                "words has {rows} rows, not one for each of spelling and one more"
            ));
        }
        let mut fields = [words; FIELDS];
        for (at, field) in fields.iter_mut().enumerate() {
            *field = reader.table(&format!("field{at}"))?;
            if field.rows() != SIZES[at] {
                return wrong(format!(
                    "field{at} has {} rows, not {}",
                    field.rows(),
                    SIZES[at]
                ));
            }
        }
        let looked_up = words.columns + fields.iter().map(|f| f.columns).sum::<usize>();
        let width = looked_up.next_multiple_of(STEP);
        let input = reader.matrix("input", None, width, Sign::With)?;
        let hidden = input.rows();
        let convolution = reader.matrix("conv", Some(hidden), 3 * hidden, Sign::Without)?;
        let (recurrent, states) = reader.recurrent(hidden)?;
        let transitions = reader.floats("after", TAGS, TAGS)?;
        let start = reader.floats("start", 1, TAGS)?;
        let eagerness = reader.floats("eager", 1, 3)?;
        Ok(Self {
            vocabulary: vocabulary.unwrap_or_default(),
            words,
            fields,
            input,
            convolution,
            recurrent,
            output: reader.matrix("output", Some(TAGS), states, Sign::With)?,
            transitions: std::array::from_fn(|i| std::array::from_fn(|j| transitions[i][j])),
            start: std::array::from_fn(|j| start[0][j]),
            content: reader.linker("c", 2 * states)?,
            source: reader.linker("s", 2 * states)?,
            eagerness: [eagerness[0][0], eagerness[0][1]],
            threshold: eagerness[0][2],
            calibration: reader.floats("calib", 1, INPUTS + 1)?.remove(0),
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
fn spell(bytes: &[u8]) -> Option<Vocabulary<'_>> {
    let list = bytes.strip_suffix(b"\n")?;
    Some(list.split(|&b| b == b'\n').zip(0..).collect())
}

fn wrong<T>(what: String) -> Result<T, LayoutError> {
    Err(LayoutError::Entry(what))
}

/// Takes entries by name and holds them to what they must be.
struct Reader<'a> {
    entries: Vec<Entry<'a>>,
}

impl<'a> Reader<'a> {
    fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|e| e.is(name))
    }

    fn find(&self, name: &str) -> Result<Entry<'a>, LayoutError> {
        let found = self.entries.iter().find(|e| e.is(name)).copied();
        found.ok_or_else(|| LayoutError::Entry(format!("{name} is missing")))
    }

    /// What `take` makes of an entry; else an error that says what it is and what it should be.
    fn take<T>(
        &self,
        name: &str,
        wanted: impl FnOnce() -> String,
        take: impl FnOnce(Entry<'a>) -> Option<T>,
    ) -> Result<T, LayoutError> {
        let entry = self.find(name)?;
        take(entry).map_or_else(|| wrong(format!("{name} is {entry}, not {}", wanted())), Ok)
    }

    fn table(&self, name: &str) -> Result<Table<'a>, LayoutError> {
        self.take(
            name,
            || "a table of whole numbers".into(),
            |e| {
                let (cells, columns) = e.cells()?;
                // Columns above a matrix's longest would only be refused later, and less clearly.
                let fits = !cells.is_empty() && columns <= LONGEST;
                fits.then_some(Table { cells, columns })
            },
        )
    }

    fn bytes(&self, name: &str) -> Result<&'a [u8], LayoutError> {
        self.take(name, || "text".into(), |e| e.bytes())
    }

    /// Finite numbers of this shape, row by row.
    fn floats(
        &self,
        name: &str,
        rows: usize,
        columns: usize,
    ) -> Result<Vec<Vec<f32>>, LayoutError> {
        let wanted = || format!("{rows} by {columns} finite numbers");
        self.take(name, wanted, |e| {
            let floats = e.floats(rows, columns)?;
            floats
                .iter()
                .flatten()
                .all(|x| x.is_finite())
                .then_some(floats)
        })
    }

    /// A matrix and its bias, which has the same name with a `+`. Any number of rows above 0 will do
    /// where none is asked for.
    fn matrix(
        &self,
        name: &str,
        rows: Option<usize>,
        width: usize,
        sign: Sign,
    ) -> Result<Matrix, LayoutError> {
        if !width.is_multiple_of(STEP) || width > LONGEST {
            return wrong(format!(
                "{name} must have {width} columns, which is no multiple of {STEP} up to {LONGEST}"
            ));
        }
        let wanted = || {
            let rows = rows.map_or("some".into(), |rows| rows.to_string());
            format!("{rows} scaled rows of {width}")
        };
        let (weights, scales) = self.take(name, wanted, |e| {
            let fits = |scales: &Vec<f32>| match rows {
                Some(rows) => scales.len() == rows,
                None => !scales.is_empty(),
            };
            e.scaled(width)
                .filter(|(_, scales)| fits(scales) && scales.iter().all(|x| x.is_finite()))
        })?;
        let bias = self.floats(&format!("{name}+"), 1, scales.len())?.remove(0);
        Ok(Matrix::new(weights, width, &scales, &bias, sign))
    }

    /// All recurrent layers upon one of `width` numbers, and how many numbers come out of the last.
    fn recurrent(&self, mut width: usize) -> Result<(Vec<[Direction; 2]>, usize), LayoutError> {
        let mut layers: Vec<[Direction; 2]> = Vec::new();
        let mut sign = Sign::Without;
        // The first must be there; how many more there are the file tells.
        while layers.is_empty() || self.has(&format!("in{}f", layers.len())) {
            let at = layers.len();
            let input = self.matrix(&format!("in{at}f"), None, width, sign)?;
            let gates = input.rows();
            if !gates.is_multiple_of(3) {
                return wrong(format!(
                    "in{at}f has {gates} rows, which are not three gates"
                ));
            }
            let state = self.matrix(&format!("st{at}f"), Some(gates), gates / 3, Sign::With)?;
            let backward = Direction {
                input: self.matrix(&format!("in{at}b"), Some(gates), width, sign)?,
                state: self.matrix(&format!("st{at}b"), Some(gates), gates / 3, Sign::With)?,
            };
            layers.push([Direction { input, state }, backward]);
            width = 2 * (gates / 3);
            sign = Sign::With;
        }
        Ok((layers, width))
    }

    fn linker(&self, way: &str, width: usize) -> Result<Linker, LayoutError> {
        let span = self.matrix(&format!("{way}span"), None, width, Sign::With)?;
        let hidden = span.rows();
        let pair = |at: usize| self.floats(&format!("{way}pair{at}"), PAIR_SIZES[at], hidden);
        Ok(Linker {
            other: self.matrix(&format!("{way}other"), Some(hidden), width, Sign::With)?,
            pair: [pair(0)?, pair(1)?, pair(2)?],
            nothing: self.floats(&format!("{way}none"), 1, hidden)?.remove(0),
            score: self.floats(&format!("{way}score"), 1, hidden)?.remove(0),
            span,
        })
    }
}
