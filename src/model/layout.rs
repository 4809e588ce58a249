//! The file that holds the weights: how it is laid out, and how it is read and refused.
//!
//! All numbers are little-endian. A header: the eight bytes [`MAGIC`], the version, the number of
//! entries (both `u32`) and the FNV-1a hash (`u64`) of all that follows. Then the entries: an
//! eight-byte name padded with spaces, kind, rows, columns (`u32` each) and the payload, padded with
//! zeros to a multiple of four. Kind 0 is `f32`, rows by columns; kind 1 is `i8` rows preceded by
//! one `f32` scale a row; kind 2 is `i8` rows without scales; kind 3 is bytes (one row).
//!
//! Leaves out which entries a tagger needs; see `weights`. `build.rs` includes this file, so that a
//! wrong model stops the build.

/// The first eight bytes of a model.
pub const MAGIC: [u8; 8] = *b"ASCRIBEM";

/// The version of layout and features that this code reads.
pub const VERSION: u32 = 2;

/// Length of the header in bytes.
const HEADER: usize = 24;

/// One named entry.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    name: [u8; 8],
    kind: u32,
    rows: usize,
    columns: usize,
    payload: &'a [u8],
}

/// Why bytes are no model.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LayoutError {
    /// Occurs when the first eight bytes are not `ASCRIBEM`.
    Magic,
    /// Occurs when the file is of another version; holds that version.
    Version(u32),
    /// Occurs when the bytes end early or go on behind the last entry.
    Length,
    /// Occurs when the hash does not fit the bytes.
    Checksum,
    /// Occurs when an entry is missing or has another kind or shape; holds its name, what it is and
    /// what was expected.
    Entry(String),
}

impl std::fmt::Display for LayoutError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Magic => write!(f, "not a model of Ascribe: it does not begin with ASCRIBEM"),
            Self::Version(found) => write!(
                f,
                "model version {found}, but this code reads {VERSION}: train again with `cargo xtask train`"
            ),
            Self::Length => write!(f, "the model ends early or is too long: copy it again"),
            Self::Checksum => write!(f, "the model's checksum does not fit: copy it again"),
            Self::Entry(what) => {
                write!(f, "no tagger of this version: {what}: train again with `cargo xtask train`")
            }
        }
    }
}

impl std::error::Error for LayoutError {}

/// Checks the header and lists the entries in the order of the file.
///
/// # Errors
/// One of [`LayoutError`], save `Entry`.
pub fn entries(bytes: &[u8]) -> Result<Vec<Entry<'_>>, LayoutError> {
    let header = bytes.get(..HEADER).ok_or(LayoutError::Length)?;
    if header[..8] != MAGIC {
        return Err(LayoutError::Magic);
    }
    let version = number(header, 8);
    if version != VERSION {
        return Err(LayoutError::Version(version));
    }
    let hash = u64::from(number(header, 16)) | u64::from(number(header, 20)) << 32;
    if hash != checksum(&bytes[HEADER..]) {
        return Err(LayoutError::Checksum);
    }
    let mut out = Vec::new();
    let mut at = HEADER;
    for _ in 0..number(header, 12) {
        let head = bytes.get(at..at + 20).ok_or(LayoutError::Length)?;
        let mut name = [0; 8];
        name.copy_from_slice(&head[..8]);
        let (kind, rows, columns) = (number(head, 8), number(head, 12), number(head, 16));
        at += 20;
        // In 128 bits none of this can overflow, however large the file says that it is.
        let cells = u128::from(rows) * u128::from(columns);
        let length = match kind {
            0 => 4 * cells,
            1 => cells + 4 * u128::from(rows),
            _ => cells,
        };
        let (rows, columns) = (rows as usize, columns as usize);
        let payload = usize::try_from(length)
            .ok()
            .and_then(|length| bytes[at..].get(..length))
            .ok_or(LayoutError::Length)?;
        out.push(Entry { name, kind, rows, columns, payload });
        at += payload.len().next_multiple_of(4);
        if at > bytes.len() {
            return Err(LayoutError::Length);
        }
    }
    if at == bytes.len() { Ok(out) } else { Err(LayoutError::Length) }
}

/// The `u32` at `at`; the caller has checked that it is there.
fn number(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

/// FNV-1a, 64 bits, over words of four bytes (a tail counts byte by byte): what the header says of
/// all that follows it.
#[must_use]
pub fn checksum(bytes: &[u8]) -> u64 {
    let mut chunks = bytes.chunks_exact(4);
    let step = |h: u64, n: u64| (h ^ n).wrapping_mul(0x0000_0100_0000_01b3);
    let h = chunks.by_ref().fold(0xcbf2_9ce4_8422_2325, |h, c| step(h, u64::from(number(c, 0))));
    chunks.remainder().iter().fold(h, |h, &b| step(h, u64::from(b)))
}

impl<'a> Entry<'a> {
    /// Whether it has this name.
    #[must_use]
    pub fn is(&self, name: &str) -> bool {
        let end = self.name.iter().rposition(|&b| b != b' ').map_or(0, |i| i + 1);
        &self.name[..end] == name.as_bytes()
    }

    /// How many rows it has.
    #[must_use]
    pub const fn rows(&self) -> usize {
        self.rows
    }

    /// Kind 0 of this shape, row by row.
    #[must_use]
    pub fn floats(&self, rows: usize, columns: usize) -> Option<Vec<Vec<f32>>> {
        let fits = self.kind == 0 && self.rows == rows && self.columns == columns;
        fits.then(|| {
            (0..rows).map(|r| float_row(&self.payload[r * columns * 4..], columns)).collect()
        })
    }

    /// Kind 1 of this many columns: the weights and one scale a row.
    #[must_use]
    pub fn scaled(&self, columns: usize) -> Option<(&'a [i8], Vec<f32>)> {
        let fits = self.kind == 1 && self.columns == columns;
        fits.then(|| (signed(&self.payload[self.rows * 4..]), float_row(self.payload, self.rows)))
    }

    /// Kind 2: the cells and the number of columns.
    #[must_use]
    pub fn cells(&self) -> Option<(&'a [i8], usize)> {
        (self.kind == 2 && self.columns > 0).then(|| (signed(self.payload), self.columns))
    }

    /// Kind 3.
    #[must_use]
    pub fn bytes(&self) -> Option<&'a [u8]> {
        (self.kind == 3).then_some(self.payload)
    }
}

impl std::fmt::Display for Entry<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let kind = match self.kind {
            0 => "numbers",
            1 => "scaled rows",
            2 => "a table",
            3 => "text",
            _ => "of unknown kind",
        };
        write!(f, "{kind} ({} by {})", self.rows, self.columns)
    }
}

fn float_row(bytes: &[u8], count: usize) -> Vec<f32> {
    (0..count).map(|i| f32::from_bits(number(bytes, 4 * i))).collect()
}

/// The same bytes as signed numbers.
fn signed(bytes: &[u8]) -> &[i8] {
    // SAFETY: `u8` and `i8` have the same size and alignment, and any byte is a valid `i8`.
    unsafe { std::slice::from_raw_parts(bytes.as_ptr().cast(), bytes.len()) }
}
