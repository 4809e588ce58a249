//! Any text with any spans given: what is predicted of them has their spans, in their order, and
//! points to nowhere outside their list.

#![no_main]

#[expect(dead_code, reason = "only a part of each is called here")]
#[path = "../../src/program"]
mod program {
    pub mod articles;
    pub mod predictions;
}

#[path = "../../tests/processor/mod.rs"]
mod processor;

use std::time::Duration;

use libfuzzer_sys::fuzz_target;
use program::{
    articles::{Article, Fragment, Given},
    predictions::{Asked, predict},
};

/// Attributions of one text; each takes six pairs of bytes.
const MOST: usize = 8;

/// For an input of 16 KiB, with what libFuzzer counts.
const BOUND: Duration = Duration::from_secs(10);

fuzz_target!(|bytes: &[u8]| processor::within(BOUND, || check(bytes)));

fn check(bytes: &[u8]) {
    let Some((&how, bytes)) = bytes.split_first() else {
        return;
    };
    let (places, text) = bytes.split_at(bytes.len().min(usize::from(how) % MOST * 12));
    let text = String::from_utf8_lossy(text);
    let length = text.chars().count();
    // Most spans are inside the text, so that few articles are refused for one of them.
    let place = |pair: &[u8]| usize::from(u16::from_le_bytes([pair[0], pair[1]])) % (length + 2);
    let fragments = |places: &[u8]| -> Vec<Fragment> {
        let (a, b) = (place(&places[..2]), place(&places[2..4]));
        // An empty or reversed one is refused, and tried now and then.
        if a == b { Vec::new() } else { vec![[a, b]] }
    };
    let given: Vec<Given> = places
        .chunks_exact(12)
        .map(|places| Given {
            source: fragments(&places[..4]),
            cue: fragments(&places[4..8]),
            content: fragments(&places[8..]),
        })
        .collect();
    let article = Article {
        id: "a".into(),
        text: text.into_owned(),
        attributions: Some(given.clone()),
    };
    let asked = Asked {
        given_spans: true,
        ..Asked::default()
    };
    let Ok(predicted) = predict(article, asked) else {
        return;
    };
    assert_eq!(predicted.attributions.len(), given.len());
    for (at, (a, asked)) in predicted.attributions.iter().zip(&given).enumerate() {
        assert_eq!(
            (&a.source, &a.cue, &a.content),
            (&asked.source, &asked.cue, &asked.content)
        );
        let others = a.replies_to.iter().chain(&a.nested_in);
        assert!(
            others
                .into_iter()
                .all(|&other| other < given.len() && other != at)
        );
    }
}
