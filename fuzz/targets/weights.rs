//! Any bytes as a tagger's file: it is read or refused, and what is read can be computed with.
//!
//! Random bytes do not get past a checksum, so most runs take a small tagger, change or cut what the
//! bytes say, and seal it again.

#![no_main]

#[expect(dead_code, reason = "only a part of each is called here")]
#[path = "../../src/model"]
mod model {
    pub mod layout;
    pub mod shape;
    pub mod small;
}

use std::sync::OnceLock;

use ascribe::{
    Block,
    model::{Weights, read_with},
    text::Document,
};
use libfuzzer_sys::fuzz_target;
use model::small::{file, seal, small};

fuzz_target!(|bytes: &[u8]| {
    check(bytes);
    let mut sealed = bytes.to_vec();
    seal(&mut sealed);
    check(&sealed);
    check(&changed(bytes));
});

/// The small tagger with one change for every seven bytes: where, how, and what.
fn changed(bytes: &[u8]) -> Vec<u8> {
    static SMALL: OnceLock<Vec<u8>> = OnceLock::new();
    let mut out = SMALL.get_or_init(|| file(&small())).clone();
    for change in bytes.chunks_exact(7) {
        let number = u32::from_le_bytes([change[3], change[4], change[5], change[6]]);
        let at = usize::from(u16::from_le_bytes([change[0], change[1]])) % out.len().max(1);
        match change[2] % 4 {
            0 => out.truncate(at),
            1 if at < out.len() => out[at] = change[3],
            // Words of four bytes are where kinds, shapes and floats stand.
            2 => {
                if let Some(word) = out.get_mut(at / 4 * 4..at / 4 * 4 + 4) {
                    word.copy_from_slice(&number.to_le_bytes());
                }
            }
            _ => out.extend(&change[3..]),
        }
    }
    seal(&mut out);
    out
}

fn check(file: &[u8]) {
    if let Ok(weights) = Weights::read(file) {
        let text = "The mayor said on Tuesday that “the bridge is safe,” and denied it.";
        let document = Document::new(&[Block {
            text: text.into(),
            ..Block::default()
        }]);
        for mark in read_with(&weights, &document, &mut |_| ()) {
            assert!(
                mark.content
                    .iter()
                    .all(|run| run.end <= document.tokens().len())
            );
        }
    }
}
