//! A comparison does not grow by the square: four times the accounts cost no more than about four times.
//!
//! What is judged of them stands in `doubling`. What is compared is the time that the
//! processor gave to this thread, never the clock; where the system does not tell it nothing is checked.

#[expect(dead_code, reason = "only a part is called here")]
mod processor;

use std::time::Duration;

use ascribe::{
    Block,
    analysis::Form,
    attributions::Found,
    compare::{Account, Choices, compare},
    judge,
    span::Span,
    text::Document,
    to_pieces,
};

/// Sentences of which each brings another name in the place of `@`; what stands before " said" is a source.
const TEXTS: &[(&str, &str)] = &[
    ("offices", "The mayor of @ fell. "),
    ("roles", "The @ minister said it was late. "),
    ("titles", "Minister Ada @ said it was late. "),
    ("surnames", "Ada @ met the others. "),
    ("one surname", "@ Brook said it was late. "),
    ("surnames alone", "On Monday @ said it was late. "),
    ("common nouns", "The company said it was late. "),
    (
        "bodies",
        "The @ Company said it was late. The firm said so. ",
    ),
    (
        "acronyms",
        "The @ Harbour Board (AHB) said it was late. AHB said so. ",
    ),
    ("pronouns", "@ came. He said it was late. "),
    ("owners", "@ came. His lawyer said it was late. "),
    ("several", "@ and Brook said they were late. "),
    ("spokespeople", "A spokesman for @ said it was late. "),
    ("seats", "The White House said @ was late. "),
    ("quotations", "“@ was late.” "),
    ("denials", "@ denied it. "),
];

/// A word that no list knows, with a capital; another for each number.
fn name(mut number: usize) -> String {
    const PARTS: [&str; 16] = [
        "bal", "den", "fim", "gor", "hul", "kav", "lem", "mip", "nol", "pur", "rav", "sen", "tif",
        "vor", "wul", "zan",
    ];
    let mut out = String::from("Q");
    for _ in 0..4 {
        out.push_str(PARTS[number % 16]);
        number /= 16;
    }
    out
}

/// About `bytes` of one kind of sentence, ten a paragraph, and what is attributed in it.
fn article(sentence: &str, bytes: usize) -> (Document, Vec<Found>) {
    let count = bytes / (sentence.len() + 10);
    let texts: Vec<String> = (0..count)
        .map(|at| sentence.replace('@', &name(at)))
        .collect();
    let blocks: Vec<Block> = texts
        .chunks(10)
        .map(|chunk| Block {
            text: chunk.concat(),
            ..Block::default()
        })
        .collect();
    let document = Document::new(&blocks);
    let mut found = Vec::new();
    for sentence in document.sentences() {
        let span = document.span(sentence.tokens.clone());
        let text = span.of(document.text());
        let part = |start: usize, end: usize| vec![Span::new(span.start + start, span.start + end)];
        let (source, cue, content) = match (text.find(" said "), text.starts_with('“')) {
            (Some(at), _) => (part(0, at), part(at + 1, at + 5), part(at + 6, text.len())),
            (None, true) => (Vec::new(), Vec::new(), part(0, text.len())),
            (None, false) => continue,
        };
        found.push(Found {
            source,
            cue,
            content,
            form: if text.starts_with('“') {
                Form::Direct
            } else {
                Form::Indirect
            },
            parent: None,
            confidence: 1.0,
        });
    }
    (document, found)
}

/// Two accounts with the same sentences of `bytes` each.
fn accounts(sentence: &str, bytes: usize) -> [Account; 2] {
    let (document, found) = article(sentence, bytes);
    let account = Account {
        blocks: document
            .paragraphs()
            .iter()
            .map(|p| Block {
                text: p.span.of(document.text()).to_owned(),
                role: p.role,
            })
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
        let (Some(parts), Some(whole)) = (
            cost_compared(sentence, 6_000),
            cost_compared(sentence, 24_000),
        ) else {
            eprintln!("skipped: the system does not tell the time of a thread");
            return;
        };
        assert!(
            whole < 2 * parts + TICKS,
            "{what}: {parts:?} in parts, {whole:?} whole"
        );
    }
}

#[test]
fn quotations_of_any_length_are_laid_beside_each_other_at_a_bound() {
    // One quotation of 1,000 words a paragraph, all alike but for a name in it.
    let accounts = |count: usize, words: usize| -> [Account; 2] {
        let speech =
            |at: usize| format!("“We at {} {}.”", name(at), "are so late ".repeat(words / 3));
        let blocks: Vec<Block> = (0..count)
            .map(|at| Block {
                text: speech(at),
                ..Block::default()
            })
            .collect();
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
        let account = Account {
            blocks,
            analysis: to_pieces(&document, &judge(&document, &found)),
        };
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
    assert!(
        long < 6 * short + TICKS,
        "{short:?} for 300 words, {long:?} for 1,200"
    );
}
