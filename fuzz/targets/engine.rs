//! Any bytes as the text of an article, any limit: the engine answers, and the answer is lawful.

#![no_main]

#[path = "../../tests/laws/mod.rs"]
mod laws;
#[path = "../../tests/processor/mod.rs"]
mod processor;

use std::time::Duration;

use ascribe::{Block, Options, analysis::Role, analyze};
use libfuzzer_sys::fuzz_target;

const ROLES: [Role; 4] = [Role::Body, Role::Headline, Role::Quote, Role::Live];

/// For an input of 16 KiB, with what libFuzzer counts.
const BOUND: Duration = Duration::from_secs(10);

fuzz_target!(|bytes: &[u8]| processor::within(BOUND, || check(bytes)));

fn check(bytes: &[u8]) {
    let Some((&[first, second, how], text)) = bytes.split_first_chunk() else {
        return;
    };
    let blocks: Vec<Block> = String::from_utf8_lossy(text)
        .split("\n\n")
        .zip(ROLES.into_iter().cycle().skip(how as usize % ROLES.len()))
        .map(|(text, role)| Block {
            text: text.to_owned(),
            role,
        })
        .collect();
    // One analysis a run, or twice as few texts are tried: every fourth has a limit, every sixteenth
    // is done again.
    let mut options = Options::default();
    if how & 0x0c == 0x0c {
        options.most_bytes = usize::from(u16::from_le_bytes([first, second]));
    }
    let analysis = laws::lawful(&blocks, &options);
    if how & 0xf0 == 0xf0 {
        assert_eq!(analysis, analyze(&blocks, &options), "the same again");
    }
}
