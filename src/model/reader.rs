//! Takes the entries of a model by name and holds them to what they must be.
//!
//! Leaves out which entries a model has. `build.rs` includes this file.

use super::{
    kernel::{Matrix, Sign},
    layout::{Entry, LayoutError},
    parts::{Direction, Linker, Table, Tags},
    shape::{LONGEST, PAIR_SIZES, STEP, TAGS},
};

pub(super) fn wrong<T>(what: String) -> Result<T, LayoutError> {
    Err(LayoutError::Entry(what))
}

/// Takes entries by name and holds them to what they must be.
pub(super) struct Reader<'a> {
    pub entries: Vec<Entry<'a>>,
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

    pub fn table(&self, name: &str) -> Result<Table<'a>, LayoutError> {
        self.take(
            name,
            || "a table of whole numbers".into(),
            |e| {
                let (cells, columns) = e.cells()?;
                // Columns above a matrix's longest would only be refused later, and less clearly.
                let fits = !cells.is_empty() && columns <= LONGEST;
                fits.then_some(Table::new(cells, columns))
            },
        )
    }

    pub fn bytes(&self, name: &str) -> Result<&'a [u8], LayoutError> {
        self.take(name, || "text".into(), |e| e.bytes())
    }

    /// Finite numbers of this shape, row by row.
    pub fn floats(
        &self,
        name: &str,
        rows: usize,
        columns: usize,
    ) -> Result<Vec<Vec<f32>>, LayoutError> {
        let wanted = || format!("{rows} by {columns} finite numbers");
        self.take(name, wanted, |e| {
            let floats = e.floats(rows, columns)?;
            floats.iter().flatten().all(|x| x.is_finite()).then_some(floats)
        })
    }

    /// A matrix and its bias, which has the same name with a `+`. Any number of rows above 0 will do
    /// where none is asked for.
    pub fn matrix(
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
    pub fn recurrent(&self, mut width: usize) -> Result<(Vec<[Direction; 2]>, usize), LayoutError> {
        let mut layers: Vec<[Direction; 2]> = Vec::new();
        let mut sign = Sign::Without;
        // The first must be there; how many more there are the file tells.
        while layers.is_empty() || self.has(&format!("in{}f", layers.len())) {
            let at = layers.len();
            let input = self.matrix(&format!("in{at}f"), None, width, sign)?;
            let gates = input.rows();
            if !gates.is_multiple_of(3) {
                return wrong(format!("in{at}f has {gates} rows, which are not three gates"));
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

    /// A layer of tags upon states of this width; its entries' names end alike.
    pub fn tags(&self, ending: &str, width: usize, threshold: f32) -> Result<Tags, LayoutError> {
        let transitions = self.floats(&format!("after{ending}"), TAGS, TAGS)?;
        let start = self.floats(&format!("start{ending}"), 1, TAGS)?;
        Ok(Tags {
            output: self.matrix(&format!("output{ending}"), Some(TAGS), width, Sign::With)?,
            transitions: std::array::from_fn(|i| std::array::from_fn(|j| transitions[i][j])),
            start: std::array::from_fn(|j| start[0][j]),
            threshold,
        })
    }

    pub fn linker(&self, way: &str, width: usize) -> Result<Linker, LayoutError> {
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
