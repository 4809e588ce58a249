//! Any bytes as JSON Lines: every line is told by its number, each is read or refused, and what is
//! predicted points to nowhere outside its list.

#![no_main]

#[expect(dead_code, reason = "only a part of each is called here")]
#[path = "../../src/program"]
mod program {
    pub mod articles;
    pub mod lines;
    pub mod predictions;
}

#[path = "../../tests/processor/mod.rs"]
mod processor;

use std::time::Duration;

use libfuzzer_sys::fuzz_target;
use program::{
    articles::Article,
    lines::Lines,
    predictions::{Asked, predict},
};

/// For an input of 16 KiB, with what libFuzzer counts.
const BOUND: Duration = Duration::from_secs(10);

fuzz_target!(|bytes: &[u8]| processor::within(BOUND, || check(bytes)));

fn check(bytes: &[u8]) {
    let Some((&[how, most], input)) = bytes.split_first_chunk() else {
        return;
    };
    let asked = Asked {
        nested: how & 1 != 0,
        given_spans: how & 2 != 0,
        any_language: how & 4 != 0,
    };
    // Half of the time no bound that a line could reach.
    let most = if how & 8 == 0 {
        u64::from(most)
    } else {
        1 << 20
    };
    let (mut before, mut taken) = (0, 0);
    for line in Lines::new(input, most) {
        let line = line.expect("a slice is read");
        assert!(line.number > before, "lines come in order");
        assert!(
            line.bytes().len() as u64 <= most,
            "no more is held than was asked for"
        );
        assert!(!line.bytes().contains(&b'\n'), "one line at a time");
        before = line.number;
        taken += line.taken;
        let Ok(article) = line.value::<Article>() else {
            continue;
        };
        let given = article.attributions.as_ref().map(Vec::len);
        let Ok(predicted) = predict(article, asked) else {
            continue;
        };
        let list = predicted.attributions;
        if asked.given_spans {
            assert_eq!(Some(list.len()), given, "a prediction for each");
        }
        for a in &list {
            let others = a.replies_to.iter().chain(&a.nested_in);
            assert!(others.into_iter().all(|&at| at < list.len()));
        }
    }
    assert!(taken <= input.len() as u64);
}
