//! A comparison does not grow by the square: four times the accounts cost no more than about four times.
//!
//! What is judged of them stands in `doubling`. What is compared is the time that the
//! processor gave to this thread, never the clock; where the system does not tell it nothing is checked.

mod growing;
mod marks;
#[expect(dead_code, reason = "only a part is called here")]
mod processor;

use std::time::Duration;

use ascribe::{
    Block,
    analysis::Form,
    attributions::Found,
    compare::{Account, Choices, compare},
    judge,
    text::Document,
    to_pieces,
};
use growing::{TEXTS, article, name};

/// Two accounts with the same sentences of `bytes` each.
fn accounts(sentence: &str, bytes: usize) -> [Account; 2] {
    let (document, found) = article(sentence, bytes);
    let account = Account {
        blocks: document
            .paragraphs()
            .iter()
            .map(|p| Block { text: p.span.of(document.text()).to_owned(), role: p.role })
            .collect(),
        analysis: to_pieces(&document, &judge(&document, &found)),
    };
    [account.clone(), account]
}

/// What it costs to compare two accounts of `bytes` so often that `TOTAL` bytes are compared.
fn cost_compared(sentence: &str, bytes: usize) -> Option<Duration> {
    const TOTAL: usize = 24_000;
    let accounts = accounts(sentence, bytes);
    std::hint::black_box(compare(&accounts, &Choices::default()));
    processor::cost(|| {
        for _ in 0..TOTAL / bytes {
            std::hint::black_box(compare(&accounts, &Choices::default()));
        }
    })
}

/// Some systems count in ticks.
const TICKS: Duration = Duration::from_millis(60);

#[test]
fn four_times_the_accounts_cost_no_more_than_their_share() {
    for (what, sentence) in TEXTS {
        let (Some(parts), Some(whole)) =
            (cost_compared(sentence, 6_000), cost_compared(sentence, 24_000))
        else {
            eprintln!("skipped: the system does not tell the time of a thread");
            return;
        };
        assert!(whole < 2 * parts + TICKS, "{what}: {parts:?} in parts, {whole:?} whole");
    }
}

#[test]
fn quotations_of_any_length_are_laid_beside_each_other_at_a_bound() {
    // One quotation of 1,000 words a paragraph, all alike but for a name in it.
    let accounts = |count: usize, words: usize| -> [Account; 2] {
        let speech =
            |at: usize| format!("“We at {} {}.”", name(at), "are so late ".repeat(words / 3));
        let blocks: Vec<Block> =
            (0..count).map(|at| Block { text: speech(at), ..Block::default() }).collect();
        let document = Document::new(&blocks);
        let found: Vec<Found> = document
            .paragraphs()
            .iter()
            .map(|p| Found {
                source: Vec::new(),
                cue: Vec::new(),
                content: vec![p.span],
                form: Form::Direct,
                parent: None,
                confidence: 1.0,
            })
            .collect();
        let account = Account { blocks, analysis: to_pieces(&document, &judge(&document, &found)) };
        [account.clone(), account]
    };
    let cost = |words: usize| {
        let accounts = accounts(12, words);
        processor::cost(|| compare(&accounts, &Choices::default()))
    };
    let (Some(short), Some(long)) = (cost(300), cost(1_200)) else {
        eprintln!("skipped: the system does not tell the time of a thread");
        return;
    };
    // The square would cost sixteen times.
    assert!(long < 6 * short + TICKS, "{short:?} for 300 words, {long:?} for 1,200");
}
