//! The learned judge's numbers, read from the layout and checked once.
//!
//! Leaves out what is computed with them; see `judge`. `build.rs` includes this file.

use super::{
    kernel::{Matrix, Sign},
    layout::{LayoutError, entries},
    parts::{Direction, Table},
    reader::{Reader, wrong},
    shape::{KINDS, STEP},
    weights::Weights,
};

/// The roles that are read: source, cue, content, and the rest of the sentence.
pub const ROLES: usize = 4;

/// The roles of which the greatest numbers are taken besides the mean: cue and content.
pub const GREATEST: [usize; 2] = [1, 2];

/// The judge's own numbers.
#[derive(Clone, Debug)]
pub struct Judge<'a> {
    /// One row for each word that has one; the first is for all others.
    pub(super) own: Table<'a>,
    /// Row in `own` of each row of the tagger's words.
    pub(super) rows: Vec<u16>,
    /// One row a role, the first for none.
    pub(super) role: Table<'a>,
    pub(super) input: Matrix,
    pub(super) layer: [Direction; 2],
    /// How much each role looks at a state: numbers of a state, then what is added.
    pub(super) look: Vec<Vec<f32>>,
    pub(super) hidden: Matrix,
    /// One row a kind: of the hidden layer, then what is added.
    pub(super) output: Vec<Vec<f32>>,
    /// From the hidden layer to what a state that names the target is like.
    pub(super) aim: Matrix,
    /// From the hidden layer to the score of nobody.
    pub(super) nobody: Vec<f32>,
    /// The least probability of an accusation and of a denial.
    pub(super) least: [f32; 2],
}

impl<'a> Judge<'a> {
    /// Reads a judge that goes with these weights of the tagger.
    ///
    /// # Errors
    /// When the bytes are no judge, or one of other shapes.
    pub fn read(bytes: &'a [u8], weights: &Weights<'_>) -> Result<Self, LayoutError> {
        let reader = Reader { entries: entries(bytes)? };
        let (own, role) = (reader.table("own")?, reader.table("role")?);
        // A bit for each of the tagger's words: the words that have a row here, in their order.
        let listed = reader.bytes("ownof")?;
        let has = |word: usize| {
            let bits = listed.get(word / 8).copied().unwrap_or(0);
            bits >> (word % 8) & 1 == 1
        };
        let mut next = 0;
        let rows: Vec<u16> = (0..weights.words.rows())
            .map(|word| {
                next += u16::from(has(word));
                if has(word) { next } else { 0 }
            })
            .collect();
        if role.rows() != ROLES + 1 || usize::from(next) + 1 != own.rows() {
            return wrong("own, ownof and role do not fit each other".into());
        }
        let looked_up = (weights.looked_up() + own.columns + role.columns).next_multiple_of(STEP);
        let input = reader.matrix("input", None, looked_up, Sign::With)?;
        let (mut layers, width) = reader.recurrent(input.outputs())?;
        let pooled = width * (ROLES + GREATEST.len());
        let hidden = reader.matrix("hidden", None, pooled, Sign::With)?;
        Ok(Self {
            own,
            rows,
            role,
            look: reader.floats("look", ROLES, width + 1)?,
            output: reader.floats("output", KINDS, hidden.rows() + 1)?,
            aim: reader.matrix("aim", Some(width), hidden.outputs(), Sign::Without)?,
            nobody: reader.floats("nobody", 1, hidden.rows() + 1)?.remove(0),
            least: {
                let least = reader.floats("decide", 1, 2)?;
                std::array::from_fn(|at| least[0][at])
            },
            layer: layers.swap_remove(0),
            input,
            hidden,
        })
    }
}
