//! Any bytes as a saved page or a text file: the program reads an article out of it, or says that
//! there is none, and takes no longer for it than so many bytes are worth.

#![no_main]

#[expect(dead_code, reason = "only a part of each is called here")]
#[path = "../../src/program"]
mod program {
    pub mod articles;
    pub mod levelled;
    pub mod page;
    pub mod shallow;
    pub mod tags;
    pub mod unended;
}

#[path = "../../tests/processor/mod.rs"]
mod processor;

use std::{path::Path, time::Duration};

use libfuzzer_sys::fuzz_target;

/// For an input of 16 KiB, with what libFuzzer counts.
const BOUND: Duration = Duration::from_secs(10);

fuzz_target!(|bytes: &[u8]| processor::within(BOUND, || check(bytes)));

fn check(bytes: &[u8]) {
    for name in ["page.html", "page.txt"] {
        if let Ok(blocks) = program::page::parse(bytes, Path::new(name)) {
            assert!(blocks.iter().all(|block| !block.text.contains("\n\n")));
        }
    }
}
