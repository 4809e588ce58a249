//! Nothing that judges grows by the square: four times the text costs no more than about four times.
//!
//! Spans are given, so that the tagger's price is not in it. What is compared is the time that the
//! processor gave to this thread, never the clock; where the system does not tell it nothing is checked.

mod marks;
#[expect(dead_code, reason = "only a part is called here")]
mod processor;

use std::{collections::BTreeMap, time::Duration};

use ascribe::{analysis::Kind, attributions::Found, judge, text::Document};

/// Sentences, marked as `marks` reads them, that come again and again: each time with another name for
/// `@` and the next of `CUES` for `*`.
const TEXTS: &[(&str, &str)] = &[
    (
        "offices",
        "The mayor of @ fell. [0 The mayor] <0 *> {0 it was late}. ",
    ),
    ("roles", "[0 The @ minister] <0 *> {0 it was late}. "),
    ("titles", "[0 Minister Ada @] <0 *> {0 it was late}. "),
    (
        "surnames",
        "Ada @ met the others. [0 She] <0 *> {0 it was late}. ",
    ),
    ("one surname", "[0 @ Brook] <0 *> {0 it was late}. "),
    ("surnames alone", "On Monday [0 @] <0 *> {0 it was late}. "),
    ("common nouns", "[0 The company] <0 *> {0 it was late}. "),
    (
        "bodies",
        "[0 The @ Company] <0 *> {0 it was late}. [1 The firm] <1 said> {1 so}. ",
    ),
    (
        "acronyms",
        "[0 The @ Harbour Board (AHB)] <0 *> {0 it was late}. [1 AHB] <1 said> {1 so}. ",
    ),
    ("pronouns", "@ came. [0 He] <0 *> {0 it was late}. "),
    ("owners", "@ came. [0 His lawyer] <0 *> {0 it was late}. "),
    ("several", "[0 @ and Brook] <0 *> {0 they were late}. "),
    (
        "spokespeople",
        "[0 A spokesman for @] <0 *> {0 it was late}. ",
    ),
    ("seats", "[0 The White House] <0 *> {0 @ was late}. "),
    ("quotations", "{0 “@ was late.”} "),
    ("cues", "[0 She] <0 *> {0 it was late}. "),
    (
        "sources",
        "[0 Two people close to @, who asked not to be named,] <0 *> {0 it was late}. ",
    ),
    (
        "words within words",
        "[0 @] <0 *> {0 that [1 the council] <1 said> {1 it was late}}. ",
    ),
    ("denials", "[0 @] <0 denied> {0 taking the money}. "),
    (
        "accusations",
        "[0 The council] <0 accused> {0 @ of taking the money}. ",
    ),
    (
        "charges and denials",
        "[0 The council] <0 accused> {0 @ of taking the money}. [1 @] <1 denied> {1 taking the money}. ",
    ),
    (
        "denials of one charge",
        "[0 The council] <0 accused> {0 Brook of fraud}. [1 Brook, a friend of @,] <1 denied> {1 the fraud}. ",
    ),
];

const CUES: &[&str] = &[
    "said",
    "warned",
    "denied",
    "told reporters",
    "has admitted",
    "promised",
    "claimed",
    "did not say",
    "demanded",
    "complained",
    "insisted",
    "rejected the claim",
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

/// The sentences of that number, marks with numbers of their own.
fn sentences(text: &str, number: usize) -> String {
    let mut out = text
        .replace('@', &name(number))
        .replace('*', CUES[number % CUES.len()]);
    for mark in ["[", "<", "{"] {
        for own in [0, 1] {
            out = out.replace(
                &format!("{mark}{own} "),
                &format!("{mark}{} ", 2 * number + own),
            );
        }
    }
    out
}

/// About `bytes` of one kind of sentence, ten a paragraph, and what is attributed in it.
fn article(text: &str, bytes: usize) -> (Document, Vec<Found>) {
    let count = bytes / (text.len() + 10);
    let blocks: Vec<String> = (0..count)
        .collect::<Vec<_>>()
        .chunks(10)
        .map(|chunk| {
            chunk
                .iter()
                .map(|&number| sentences(text, number))
                .collect()
        })
        .collect();
    let (document, found): (_, BTreeMap<_, _>) =
        marks::read(&blocks.join("\n\n")).expect("marks that can be read");
    (document, found.into_values().collect())
}

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
