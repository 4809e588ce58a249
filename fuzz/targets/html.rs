//! Any bytes as a saved page or a text file: the program reads an article out of it, or says that
//! there is none.

#![no_main]

#[expect(dead_code, reason = "only a part of each is called here")]
#[path = "../../src/program"]
mod program {
    pub mod articles;
    pub mod page;
    pub mod shallow;
}

use std::path::Path;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for name in ["page.html", "page.txt"] {
        if let Ok(blocks) = program::page::parse(bytes, Path::new(name)) {
            assert!(blocks.iter().all(|block| !block.text.contains("\n\n")));
        }
    }
});
