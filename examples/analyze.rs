//! The library in one call: blocks of an article in, who says what out.
//!
//!     echo '[{"text": "The mayor said the bridge was safe."}]' | cargo run --example analyze
//!
//! Reads a JSON array of blocks (`text`, and `role` if it is not `body`) from standard input and
//! writes the analysis as JSON: offsets in UTF-16 code units within each block, end-exclusive.

use std::io;

use ascribe::{Block, Options, analyze};

fn main() -> anyhow::Result<()> {
    let blocks: Vec<Block> = serde_json::from_reader(io::stdin().lock())?;
    let analysis = analyze(&blocks, &Options::default());
    serde_json::to_writer(io::stdout().lock(), &analysis)?;
    println!();
    Ok(())
}
