//! Any bytes as a line of annotated articles: it is read or refused, and given spans come back as
//! they went in.

#![no_main]

#[path = "../../src/program"]
mod program {
    pub mod articles;
}

use ascribe::judge;
use libfuzzer_sys::fuzz_target;
use program::articles::{Mapped, parse};

fuzz_target!(|bytes: &[u8]| {
    let Ok(article) = std::str::from_utf8(bytes)
        .map_err(Into::into)
        .and_then(parse)
    else {
        return;
    };
    let mapped = Mapped::new(&article.text);
    let lines = article.attributions.unwrap_or_default();
    if let Ok(found) = mapped.found(&lines) {
        let judged = mapped.lines(&judge(&mapped.document, &found), true);
        assert_eq!(judged.len(), lines.len(), "a line for a line");
    }
});
