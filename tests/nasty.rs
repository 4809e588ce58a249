//! Texts that break programs, kept in `tests/fixtures/nasty`: the engine answers each, lawfully.
//!
//! The same files are given to the engine in WebAssembly, which must say the same: tests/engine.

mod laws;

use std::{fs, path::Path};

use ascribe::{Block, Options, analyze};
use serde_json::Value;

/// The blocks of one file; `repeat` repeats a text, `times` a block.
fn blocks(path: &Path) -> Vec<Block> {
    let file = fs::read_to_string(path).expect("a fixture");
    let case: Value = serde_json::from_str(&file).expect("JSON");
    let mut blocks = Vec::new();
    for entry in case["blocks"].as_array().expect("blocks") {
        let number = |name: &str| entry[name].as_u64().map_or(1, |n| n as usize);
        let mut block: Block = serde_json::from_value(entry.clone()).expect("a block");
        block.text = block.text.repeat(number("repeat"));
        blocks.extend(vec![block; number("times")]);
    }
    blocks
}

/// Panics where the answer breaks a law, or another follows on the same question.
fn answered(blocks: &[Block]) {
    let options = Options::default();
    let analysis = laws::lawful(blocks, &options);
    assert_eq!(analysis, analyze(blocks, &options), "the same again");
}

#[test]
fn every_nasty_text_is_answered_lawfully() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/nasty");
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("the folder")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    assert!(files.len() > 30, "the corpus is there");
    let lawless: Vec<_> = files
        .iter()
        .filter(|file| std::panic::catch_unwind(|| answered(&blocks(file))).is_err())
        .collect();
    assert!(lawless.is_empty(), "what broke is said above: {lawless:?}");
}
