//! Any bytes as the text of an article, any limit: the engine answers, and the answer is lawful.

#![no_main]

#[path = "../../tests/laws/mod.rs"]
mod laws;

use ascribe::{Block, Options, analysis::Role, analyze};
use libfuzzer_sys::fuzz_target;

const ROLES: [Role; 4] = [Role::Body, Role::Headline, Role::Quote, Role::Live];

fuzz_target!(|bytes: &[u8]| {
    let Some((&[first, second], text)) = bytes.split_first_chunk() else {
        return;
    };
    let blocks: Vec<Block> = String::from_utf8_lossy(text)
        .split("\n\n")
        .zip(ROLES.into_iter().cycle().skip(first as usize % ROLES.len()))
        .map(|(text, role)| Block {
            text: text.to_owned(),
            role,
        })
        .collect();
    laws::lawful(&blocks);
    let _ = analyze(
        &blocks,
        &Options {
            most_bytes: usize::from(u16::from_le_bytes([first, second])),
        },
    );
});
