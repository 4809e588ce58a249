//! The smallest tagger that the reader takes, for tests and fuzzing: right in shape, random in its
//! numbers.
//!
//! Leaves out sense: what it marks means nothing.

use super::{
    layout::{MAGIC, VERSION, checksum},
    shape::{FIELDS, INPUTS, PAIR_SIZES, SIZES, STEP, TAGS},
};

/// One entry as the file has it.
#[derive(Clone)]
pub struct Entry {
    /// At most eight bytes.
    pub name: String,
    /// As in `layout`.
    pub kind: u32,
    /// Rows as the file says.
    pub rows: usize,
    /// Columns as the file says.
    pub columns: usize,
    /// What follows, before it is padded.
    pub payload: Vec<u8>,
}

/// Everything that a tagger needs, as narrow as it can be.
pub fn small() -> Vec<Entry> {
    let mut numbers = Numbers(1);
    let (hidden, width) = (STEP, STEP);
    let mut out = vec![Entry {
        name: "spelling".into(),
        kind: 3,
        rows: 1,
        columns: 9,
        payload: b"said\nthe\n".to_vec(),
    }];
    let mut push = |name: &str, kind: u32, rows: usize, columns: usize| {
        let floats = [rows * columns, rows, 0][kind as usize];
        let cells = [0, rows * columns, rows * columns][kind as usize];
        let mut payload: Vec<u8> = (0..floats)
            .flat_map(|_| (f32::from(numbers.next() as i8) / 256.0).to_le_bytes())
            .collect();
        payload.extend((0..cells).map(|_| numbers.next()));
        out.push(Entry { name: name.into(), kind, rows, columns, payload });
    };
    push("words", 2, 3, 1);
    for (at, &rows) in SIZES.iter().enumerate() {
        push(&format!("field{at}"), 2, rows, 1);
    }
    let mut matrix = |name: &str, rows: usize, columns: usize| {
        push(name, 1, rows, columns);
        push(&format!("{name}+"), 0, 1, rows);
    };
    matrix("input", hidden, (1 + FIELDS).next_multiple_of(STEP));
    matrix("conv", hidden, 3 * hidden);
    for way in ["f", "b"] {
        matrix(&format!("in0{way}"), 3 * width, hidden);
        matrix(&format!("st0{way}"), 3 * width, width);
    }
    matrix("output", TAGS, 2 * width);
    matrix("output2", TAGS, 2 * width);
    for way in ["c", "s"] {
        matrix(&format!("{way}span"), 2, 4 * width);
        matrix(&format!("{way}other"), 2, 4 * width);
    }
    for ending in ["", "2"] {
        push(&format!("after{ending}"), 0, TAGS, TAGS);
        push(&format!("start{ending}"), 0, 1, TAGS);
    }
    for way in ["c", "s"] {
        for (at, &rows) in PAIR_SIZES.iter().enumerate() {
            push(&format!("{way}pair{at}"), 0, rows, 2);
        }
        push(&format!("{way}none"), 0, 1, 2);
        push(&format!("{way}score"), 0, 1, 2);
    }
    push("eager", 0, 1, 4);
    push("calib", 0, 1, INPUTS + 1);
    out
}

/// The file that these entries make.
pub fn file(entries: &[Entry]) -> Vec<u8> {
    let mut out = MAGIC.to_vec();
    out.extend(VERSION.to_le_bytes());
    out.extend((entries.len() as u32).to_le_bytes());
    out.extend([0; 8]);
    for entry in entries {
        let mut name = [b' '; 8];
        name[..entry.name.len()].copy_from_slice(entry.name.as_bytes());
        out.extend(name);
        for number in [entry.kind, entry.rows as u32, entry.columns as u32] {
            out.extend(number.to_le_bytes());
        }
        out.extend(&entry.payload);
        out.resize(out.len().next_multiple_of(4), 0);
    }
    seal(&mut out);
    out
}

/// Writes magic, version and the hash that fits what follows; nothing where there is no header.
pub fn seal(file: &mut [u8]) {
    let Some((header, rest)) = file.split_at_mut_checked(24) else {
        return;
    };
    header[..8].copy_from_slice(&MAGIC);
    header[8..12].copy_from_slice(&VERSION.to_le_bytes());
    header[16..].copy_from_slice(&checksum(rest).to_le_bytes());
}

/// Bytes without a pattern, the same in every run.
struct Numbers(u32);

impl Numbers {
    fn next(&mut self) -> u8 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 24) as u8
    }
}
