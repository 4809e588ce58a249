//! A line of output for each line of input, for the commands that print what training reads.
//!
//! A line that fails is reported with its number and the rest is still done. Leaves out resuming, progress
//! and several cores; see `annotate`.

use std::{
    fs::File,
    io::{self, BufReader},
    path::Path,
};

use anyhow::{Context as _, Result};

use super::{
    guard::guarded,
    lines::{Line, Lines, MOST_MIB, Writer},
    outcome::Outcome,
};

/// Writes what `make` makes of each line of the file to the standard output.
///
/// # Errors
/// When the file cannot be read, or the output not written.
pub fn each(file: &Path, make: impl Fn(&Line) -> Result<Vec<u8>>) -> Result<Outcome> {
    let name = file.display();
    let input = File::open(file).with_context(|| format!("cannot read {name}"))?;
    let mut out = Writer::new(io::stdout().lock());
    let mut outcome = Outcome::Done;
    for line in Lines::new(BufReader::new(input), MOST_MIB << 20) {
        let line = line.with_context(|| format!("cannot read {name}"))?;
        match guarded(|| make(&line)) {
            Ok(made) => out.line(&made)?,
            Err(error) => {
                eprintln!("{name}:{}: {error:#}", line.number);
                outcome = Outcome::SomeFailed;
            }
        }
    }
    out.flush()?;
    Ok(outcome)
}
