//! Nothing that judges grows by the square: four times the text costs no more than about four times.
//!
//! Spans are given, so that the tagger's price is not in it. What is compared is the time that the
//! processor gave to this thread, never the clock; where the system does not tell it nothing is checked. A reader's
//! patterns, however dear, cost what is looked through.

mod growing;
mod marks;
#[expect(dead_code, reason = "only a part is called here")]
mod processor;

use std::time::Duration;

use ascribe::{
    analysis::Kind,
    categories::{self, Category, CategorySpec, Place},
    judge,
};
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
        assert!(whole < 2 * parts + TICKS, "{what}: {parts:?} in parts, {whole:?} whole");
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

/// Twelve patterns that compile and are made to be slow: a match may begin at every second letter, all go on side by
/// side, none ends, and which of them go on is new with each letter.
fn dear() -> Vec<Option<Category>> {
    let patterns = (1..=categories::MOST).map(|n| format!("a[ab ]{{{}}}z", 40 + n));
    let ready = patterns.map(|looks_for| {
        let spec = CategorySpec { looks_for, pattern: true, place: Place::Said, accents: true };
        Some(Category::new(&spec).expect("a pattern that compiles"))
    });
    ready.collect()
}

/// What twelve dear patterns cost on so many statements of so many bytes each.
fn cost_of_dear(
    patterns: &[Option<Category>],
    statements: usize,
    bytes: usize,
) -> Option<Duration> {
    // Letters in no order, by a sum that goes on.
    let letters = std::iter::successors(Some(1_u32), |n| {
        Some(n.wrapping_mul(1_664_525).wrapping_add(1_013_904_223))
    });
    let letters = letters.map(|n| ['a', 'b', 'a', ' '][(n >> 24) as usize % 4]);
    let content: String =
        std::iter::once('b').chain(letters.take(bytes - 2)).chain(['b']).collect();
    let text = format!("[0 Ada] <0 said> {{0 {content}}}. ");
    let (document, found) = marks::read(&text).expect("marks that can be read");
    let found: Vec<_> = found.into_values().collect();
    let mut analysis = judge(&document, &found);
    let one = analysis.attributions.remove(0);
    analysis.attributions = vec![one; statements];
    let cost = processor::cost(|| categories::mark(&document, &mut analysis, patterns));
    assert!(analysis.attributions.iter().all(|a| a.categories.is_empty()));
    cost
}

#[test]
fn dear_patterns_cost_what_is_looked_through_and_no_more() {
    const TICKS: Duration = Duration::from_millis(60);
    let patterns = dear();
    let cost = |statements, bytes| cost_of_dear(&patterns, statements, bytes);
    let (Some(four), Some(eight), Some(long)) = (cost(4, 2_500), cost(8, 2_500), cost(1, 160_000))
    else {
        eprintln!("skipped: the system does not tell the time of a thread");
        return;
    };
    // Twice the statements, twice the cost.
    assert!(eight < 3 * four + TICKS, "{four:?} for four, {eight:?} for eight");
    // Of a statement of any length no more is looked through than these four have together.
    assert!(long < 2 * four + TICKS, "{four:?} for four, {long:?} for a long one");
    // They are dear, or nothing was tested.
    assert!(four > TICKS, "{four:?}");
}
