//! Nothing that judges grows by the square: four times the text costs no more than about four times.
//!
//! Spans are given, so that the tagger's price is not in it. What is compared is the time that the
//! processor gave to this thread, never the clock; where the system does not tell it nothing is checked.

mod growing;
mod marks;
#[expect(dead_code, reason = "only a part is called here")]
mod processor;

use std::time::Duration;

use ascribe::{analysis::Kind, judge};
use growing::{TEXTS, article};

/// What it costs to judge an article of `bytes` so often that `TOTAL` bytes are judged.
fn cost(text: &str, bytes: usize) -> Option<Duration> {
    const TOTAL: usize = 80_000;
    let (document, found) = article(text, bytes);
    // Tables are filled before.
    std::hint::black_box(judge(&document, &found));
    processor::cost(|| {
        for _ in 0..TOTAL / bytes {
            std::hint::black_box(judge(&document, &found));
        }
    })
}

#[test]
fn four_times_the_text_costs_no_more_than_its_share() {
    // Some systems count in ticks.
    const TICKS: Duration = Duration::from_millis(60);
    for (what, text) in TEXTS {
        let (Some(parts), Some(whole)) = (cost(text, 10_000), cost(text, 40_000)) else {
            eprintln!("skipped: the system does not tell the time of a thread");
            return;
        };
        // As many bytes in all: the square would cost four times.
        assert!(
            whole < 2 * parts + TICKS,
            "{what}: {parts:?} in parts, {whole:?} whole"
        );
    }
}

#[test]
fn the_texts_hold_what_is_judged_of_them() {
    for (what, text) in TEXTS {
        let (document, found) = article(text, 4_000);
        let judged = judge(&document, &found).attributions;
        assert!(!judged.is_empty(), "{what}: nothing is judged");
        assert_eq!(judged.len(), found.len(), "{what}");
        let of = |kind: Kind| judged.iter().filter(|a| a.kind == kind).count();
        if what.contains("denials") {
            assert!(of(Kind::Denial) > 4, "{what}: nobody denies");
        }
        if what.contains("charge") {
            assert!(of(Kind::Accusation) > 4, "{what}: nobody accuses");
            let answers = judged.iter().filter(|a| a.replies_to.is_some());
            assert!(answers.count() > 4, "{what}: nothing is answered");
        }
    }
}
