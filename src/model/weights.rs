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
    layout::{LayoutError, entries},
    parts::{Direction, Linker, Table, Tags},
    reader::{Reader, wrong},
    shape::{FIELDS, INPUTS, SIZES, STEP},
};

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
    /// The tags of what is said, and of what is said within another's words.
    pub(super) layers: [Tags; 2],
    /// Content to cue.
    pub(super) content: Linker,
    /// Cue to source.
    pub(super) source: Linker,
    /// Added to the score of every beginning of a layer before decoding.
    pub(super) eagerness: [f32; 2],
    /// Logistic regression from the marks' own probabilities to the confidence, intercept last.
    pub(super) calibration: Vec<f32>,
}

impl<'a> Weights<'a> {
    /// Reads a model.
    ///
    /// # Errors
    /// When the bytes are no model, or one of other shapes.
    pub fn read(bytes: &'a [u8]) -> Result<Self, LayoutError> {
        let reader = Reader { entries: entries(bytes)? };
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
                return wrong(format!("field{at} has {} rows, not {}", field.rows(), SIZES[at]));
            }
        }
        let width = looked_up(words, &fields).next_multiple_of(STEP);
        let input = reader.matrix("input", None, width, Sign::With)?;
        let hidden = input.rows();
        let convolution = reader.matrix("conv", Some(hidden), 3 * hidden, Sign::Without)?;
        let (recurrent, states) = reader.recurrent(hidden)?;
        let eagerness = reader.floats("eager", 1, 4)?;
        Ok(Self {
            vocabulary: vocabulary.unwrap_or_default(),
            words,
            fields,
            input,
            convolution,
            recurrent,
            layers: [
                reader.tags("", states, eagerness[0][2])?,
                reader.tags("2", states, eagerness[0][3])?,
            ],
            content: reader.linker("c", 2 * states)?,
            source: reader.linker("s", 2 * states)?,
            eagerness: [eagerness[0][0], eagerness[0][1]],
            calibration: reader.floats("calib", 1, INPUTS + 1)?.remove(0),
        })
    }

    /// How many numbers are looked up for a token.
    pub(super) fn looked_up(&self) -> usize {
        looked_up(self.words, &self.fields)
    }

    /// The row of a word as the features spell it; the last row when the list lacks it.
    #[must_use]
    pub fn word(&self, word: &str) -> usize {
        self.vocabulary.get(word.as_bytes()).map_or(self.vocabulary.len(), |&row| row as usize)
    }

    /// What is looked up of a token: the row of its word, which is `word`, then one for each of its fields.
    pub(super) fn rows(
        &self,
        word: usize,
        fields: &[u16; FIELDS],
    ) -> impl Iterator<Item = &'a [i8]> {
        let fields = self.fields.iter().zip(fields);
        std::iter::once(self.words.row(word))
            .chain(fields.map(|(table, &at)| table.row(usize::from(at))))
    }
}

/// The word list is plain text, one word a line, sorted; row by row.
fn spell(bytes: &[u8]) -> Option<Vocabulary<'_>> {
    let list = bytes.strip_suffix(b"\n")?;
    // As large as it will be from the start: growing took a tenth of the time of a first answer.
    let count = list.iter().filter(|&&b| b == b'\n').count() + 1;
    let mut rows = Vocabulary::with_capacity_and_hasher(count, BuildHasherDefault::default());
    rows.extend(list.split(|&b| b == b'\n').zip(0..));
    Some(rows)
}

fn looked_up(words: Table<'_>, fields: &[Table<'_>]) -> usize {
    words.columns + fields.iter().map(|f| f.columns).sum::<usize>()
}
