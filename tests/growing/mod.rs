//! Texts of any length in which one kind of sentence comes again and again, with what is attributed in them.
//!
//! Leaves out what is measured on them; see `doubling` and `doubling_compared`.

use std::collections::BTreeMap;

use ascribe::{attributions::Found, text::Document};

/// Sentences, marked as `marks` reads them, that come again and again: each time with another name for
/// `@` and the next of `CUES` for `*`.
pub const TEXTS: &[(&str, &str)] = &[
    ("offices", "The mayor of @ fell. [0 The mayor] <0 *> {0 it was late}. "),
    ("roles", "[0 The @ minister] <0 *> {0 it was late}. "),
    ("titles", "[0 Minister Ada @] <0 *> {0 it was late}. "),
    ("surnames", "Ada @ met the others. [0 She] <0 *> {0 it was late}. "),
    ("one surname", "[0 @ Brook] <0 *> {0 it was late}. "),
    ("surnames alone", "On Monday [0 @] <0 *> {0 it was late}. "),
    ("common nouns", "[0 The company] <0 *> {0 it was late}. "),
    ("bodies", "[0 The @ Company] <0 *> {0 it was late}. [1 The firm] <1 said> {1 so}. "),
    ("acronyms", "[0 The @ Harbour Board (AHB)] <0 *> {0 it was late}. [1 AHB] <1 said> {1 so}. "),
    ("pronouns", "@ came. [0 He] <0 *> {0 it was late}. "),
    ("owners", "@ came. [0 His lawyer] <0 *> {0 it was late}. "),
    ("several", "[0 @ and Brook] <0 *> {0 they were late}. "),
    ("spokespeople", "[0 A spokesman for @] <0 *> {0 it was late}. "),
    ("seats", "[0 The White House] <0 *> {0 @ was late}. "),
    ("quotations", "{0 “@ was late.”} "),
    ("cues", "[0 She] <0 *> {0 it was late}. "),
    ("sources", "[0 Two people close to @, who asked not to be named,] <0 *> {0 it was late}. "),
    ("words within words", "[0 @] <0 *> {0 that [1 the council] <1 said> {1 it was late}}. "),
    ("denials", "[0 @] <0 denied> {0 taking the money}. "),
    ("accusations", "[0 The council] <0 accused> {0 @ of taking the money}. "),
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
pub fn name(mut number: usize) -> String {
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
    let mut out = text.replace('@', &name(number)).replace('*', CUES[number % CUES.len()]);
    for mark in ["[", "<", "{"] {
        for own in [0, 1] {
            out = out.replace(&format!("{mark}{own} "), &format!("{mark}{} ", 2 * number + own));
        }
    }
    out
}

/// About `bytes` of one kind of sentence, ten a paragraph, and what is attributed in it.
pub fn article(text: &str, bytes: usize) -> (Document, Vec<Found>) {
    let count = bytes / (text.len() + 10);
    let blocks: Vec<String> = (0..count)
        .collect::<Vec<_>>()
        .chunks(10)
        .map(|chunk| chunk.iter().map(|&number| sentences(text, number)).collect())
        .collect();
    let (document, found): (_, BTreeMap<_, _>) =
        super::marks::read(&blocks.join("\n\n")).expect("marks that can be read");
    (document, found.into_values().collect())
}
