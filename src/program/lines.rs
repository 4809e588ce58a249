//! JSON Lines: one reader and one writer for every command, both of bytes.
//!
//! A line that is no UTF-8, no JSON or longer than is held in memory is that line's own failure; the
//! lines after it are read all the same. Leaves out what a line means.

use std::io::{self, BufRead, BufWriter, Read as _, Write};

use anyhow::{Context as _, Result, anyhow};
use bstr::ByteSlice as _;
use serde::de::DeserializeOwned;

/// The most bytes of a line by default, in MiB. An article of 1 MB is a book already.
pub const MOST_MIB: u64 = 16;

/// A line with its number, from 1, and without its end.
#[derive(Debug)]
pub struct Line {
    pub number: usize,
    /// What it says; empty where that is longer than is read.
    bytes: Vec<u8>,
    /// Its length, where that is more than is read.
    beyond: Option<u64>,
    /// Whether a line end follows it.
    pub ended: bool,
    /// Bytes of the input that it takes, its end included.
    pub taken: u64,
}

impl Line {
    /// The value of the line.
    ///
    /// # Errors
    /// When it is too long, no UTF-8, or not such a value; says which.
    pub fn value<T: DeserializeOwned>(&self) -> Result<T> {
        if let Some(length) = self.beyond {
            return Err(anyhow!("{length} bytes are too long for a line"));
        }
        let text = self
            .bytes
            .to_str()
            .map_err(|error| anyhow!("no UTF-8 from byte {}", error.valid_up_to() + 1))?;
        Ok(serde_json::from_str(text)?)
    }

    /// The bytes as they are; none where there are too many.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// The lines of `input` that are not blank, each of at most `most` bytes in memory.
pub struct Lines<R> {
    input: R,
    most: u64,
    number: usize,
}

impl<R: BufRead> Lines<R> {
    pub fn new(input: R, most: u64) -> Self {
        Self { input, most, number: 0 }
    }

    /// The next line, blank or not; none at the end.
    fn line(&mut self) -> io::Result<Option<Line>> {
        let mut bytes = Vec::new();
        // One more than fits, and the line end.
        let room = self.most.saturating_add(2);
        self.input.by_ref().take(room).read_until(b'\n', &mut bytes)?;
        if bytes.is_empty() {
            return Ok(None);
        }
        self.number += 1;
        let mut taken = bytes.len() as u64;
        let mut ended = bytes.ends_with(b"\n");
        if !ended && taken == room {
            let (more, end) = self.pass_line()?;
            taken += more;
            ended = end;
        }
        let length = taken - u64::from(ended);
        bytes.pop_if(|b| *b == b'\n');
        bytes.pop_if(|b| *b == b'\r');
        if self.number == 1 && bytes.starts_with(b"\xef\xbb\xbf") {
            bytes.drain(..3);
        }
        let beyond = (length > self.most).then_some(length);
        if beyond.is_some() {
            bytes = Vec::new();
        }
        Ok(Some(Line { number: self.number, bytes, beyond, ended, taken }))
    }

    /// Passes over the rest of a line: its bytes with the line end, and whether there is one.
    fn pass_line(&mut self) -> io::Result<(u64, bool)> {
        let mut passed = 0;
        loop {
            let held = match self.input.fill_buf() {
                Ok(held) => held,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            let end = held.find_byte(b'\n').map(|at| at + 1);
            let taken = end.unwrap_or(held.len());
            self.input.consume(taken);
            passed += taken as u64;
            if taken == 0 || end.is_some() {
                return Ok((passed, end.is_some()));
            }
        }
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = io::Result<Line>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.line().transpose()? {
                Ok(line) if line.beyond.is_none() && line.bytes.trim_ascii().is_empty() => {}
                line => return Some(line),
            }
        }
    }
}

/// Where lines are written.
pub struct Writer(BufWriter<Box<dyn Write>>);

impl Writer {
    pub fn new(out: impl Write + 'static) -> Self {
        Self(BufWriter::new(Box::new(out)))
    }

    /// Writes the bytes of a line that has no end yet.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn line(&mut self, bytes: &[u8]) -> Result<()> {
        self.0.write_all(bytes).and_then(|()| self.0.write_all(b"\n")).context("cannot write")
    }

    /// Hands on what is still held.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn flush(&mut self) -> Result<()> {
        self.0.flush().context("cannot write")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Number, text or error, and whether it ended, of each line.
    fn read(input: &[u8], most: u64) -> Vec<(usize, String, bool)> {
        Lines::new(io::BufReader::with_capacity(3, input), most)
            .map(|line| {
                let line = line.expect("a slice is read");
                let text = match line.value::<serde_json::Value>() {
                    Ok(value) => value.to_string(),
                    Err(error) => error.to_string(),
                };
                (line.number, text, line.ended)
            })
            .collect()
    }

    #[test]
    fn bad_lines_are_told_by_their_number_and_cost_nothing_else() {
        let input = b"\xef\xbb\xbf1\r\n\n\"\xff\"\n  \n[12345678]\n12345678\n2";
        let long = "10 bytes are too long for a line".to_owned();
        assert_eq!(
            read(input, 8),
            [
                (1, "1".to_owned(), true),
                (3, "no UTF-8 from byte 2".to_owned(), true),
                (5, long, true),
                (6, "12345678".to_owned(), true),
                (7, "2".to_owned(), false),
            ]
        );
    }

    #[test]
    fn a_line_too_long_at_the_end_is_told_and_no_line_is_none() {
        assert_eq!(
            read(b"123456789012", 4),
            [(1, "12 bytes are too long for a line".to_owned(), false)]
        );
        assert!(read(b"", 4).is_empty() && read(b"\n\n", 4).is_empty());
    }
}
