//! From byte offsets to UTF-16 offsets in constant time each, after one pass over the text.
//!
//! Leaves out blocks: offsets here are of the whole joined text.

/// Bytes between two remembered offsets: a look-up reads at most this many.
const STRIDE: usize = 64;

/// UTF-16 offsets of a text at every `STRIDE`th byte.
pub struct Utf16<'a> {
    text: &'a str,
    marks: Vec<u32>,
}

impl<'a> Utf16<'a> {
    /// Reads `text` once.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut units = 0;
        for (at, &byte) in text.as_bytes().iter().enumerate() {
            if at.is_multiple_of(STRIDE) {
                marks.push(units);
            }
            units += units_of(byte);
        }
        if text.len().is_multiple_of(STRIDE) {
            marks.push(units);
        }
        Self { text, marks }
    }

    /// The number of UTF-16 code units before byte `at`, which is on a character border and not
    /// beyond the end of the text.
    #[must_use]
    pub fn offset(&self, at: usize) -> u32 {
        let from = at / STRIDE * STRIDE;
        let rest: u32 = self.text.as_bytes()[from..at].iter().map(|&b| units_of(b)).sum();
        self.marks[at / STRIDE] + rest
    }
}

/// Code units that the character led by this byte takes; none for a byte that leads no character.
const fn units_of(byte: u8) -> u32 {
    match byte {
        0x80..=0xbf => 0,
        0xf0.. => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::Utf16;

    #[test]
    fn every_border_counts_as_the_standard_library_counts() {
        let text = "Zoë 🙂 said “no”. ".repeat(40);
        let units = Utf16::new(&text);
        for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
            assert_eq!(units.offset(at) as usize, text[..at].encode_utf16().count(), "byte {at}");
        }
    }
}
