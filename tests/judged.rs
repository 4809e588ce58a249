//! What is said of an attribution beside its kind: whether it refuses something, and with which stance
//! its verb reports. Spans are given, so that only the judging is tested.

use ascribe::{
    Block,
    analysis::{Form, Kind, Verb},
    attributions::{Found, form},
    judge,
    span::Span,
    text::Document,
};

/// Source, cue, content, and how they are judged.
const CASES: &[(&str, &str, &str, Kind, bool, Verb)] = &[
    (
        "The state",
        "denied",
        "mining permits",
        Kind::Statement,
        true,
        Verb::Neutral,
    ),
    (
        "The senator",
        "disavowed",
        "his endorsement",
        Kind::Statement,
        true,
        Verb::Neutral,
    ),
    (
        "The union",
        "charged",
        "that the plant had no future",
        Kind::Statement,
        false,
        Verb::Distancing,
    ),
    (
        "a clerk",
        "According to",
        "that Orr had forged the ledger",
        Kind::Statement,
        false,
        Verb::Neutral,
    ),
    (
        "The owners",
        "filed a motion opposing",
        "the sale",
        Kind::Statement,
        true,
        Verb::Neutral,
    ),
    (
        "The mayor",
        "has not endorsed",
        "the plan",
        Kind::Statement,
        true,
        Verb::Neutral,
    ),
    (
        "The council",
        "rebutted",
        "the mayor's proposals",
        Kind::Statement,
        true,
        Verb::Neutral,
    ),
    (
        "The union",
        "asked",
        "the council to open its books",
        Kind::Demand,
        false,
        Verb::Neutral,
    ),
    (
        "The union",
        "asked",
        "whether the council had opened its books",
        Kind::Question,
        false,
        Verb::Neutral,
    ),
    (
        "The mayor",
        "may refute",
        "the book",
        Kind::Statement,
        true,
        Verb::Neutral,
    ),
    (
        "The union",
        "rejected",
        "the offer",
        Kind::Statement,
        true,
        Verb::Neutral,
    ),
    (
        "The mayor",
        "said",
        "he would not say how it began",
        Kind::Statement,
        true,
        Verb::Neutral,
    ),
    (
        "The mayor",
        "said",
        "“I will not leave”",
        Kind::Promise,
        true,
        Verb::Neutral,
    ),
    (
        "The clerk",
        "admitted",
        "losing the key",
        Kind::Admission,
        false,
        Verb::Conceding,
    ),
    (
        "The mayor",
        "insisted",
        "that the bridge was safe",
        Kind::Statement,
        false,
        Verb::Pressing,
    ),
    (
        "The mayor",
        "said",
        "the bridge was safe",
        Kind::Statement,
        false,
        Verb::Neutral,
    ),
    (
        "The union",
        "claimed",
        "that the plant had no future",
        Kind::Statement,
        false,
        Verb::Distancing,
    ),
];

#[test]
fn refusals_and_stances_are_told() {
    for &(source, cue, content, kind, refusal, verb) in CASES {
        let text = format!("{source} {cue} {content}.");
        let document = Document::new(&[Block {
            text: text.clone(),
            ..Block::default()
        }]);
        let span = |words: &str| {
            let start = text.find(words).expect("the words of the case");
            vec![Span::new(start, start + words.len())]
        };
        let content = span(content);
        let found = Found {
            source: span(source),
            cue: span(cue),
            form: form(&document, &content),
            content,
            parent: None,
            confidence: 1.0,
        };
        let analysis = judge(&document, &[found]);
        let judged = &analysis.attributions[0];
        assert_eq!(
            (judged.kind, judged.refusal, judged.verb),
            (kind, refusal, verb),
            "{text}"
        );
    }
}

#[test]
fn a_charge_inside_a_claim_is_the_inner_ones_and_the_claim_keeps_its_distance() {
    let text = "The union claimed that a memo said the board stole the money.";
    let document = Document::new(&[Block {
        text: text.into(),
        ..Block::default()
    }]);
    let found = |source: &str, cue: &str, content: &str, parent| {
        let span = |words: &str| {
            let start = text.find(words).expect("words of the text");
            vec![Span::new(start, start + words.len())]
        };
        Found {
            source: span(source),
            cue: span(cue),
            form: Form::Indirect,
            content: span(content),
            parent,
            confidence: 1.0,
        }
    };
    let analysis = judge(
        &document,
        &[
            found(
                "The union",
                "claimed",
                "that a memo said the board stole the money",
                None,
            ),
            found("a memo", "said", "the board stole the money", Some(0)),
        ],
    );
    let told: Vec<_> = analysis
        .attributions
        .iter()
        .map(|a| (a.kind, a.verb))
        .collect();
    assert_eq!(
        told,
        [
            (Kind::Statement, Verb::Distancing),
            (Kind::Accusation, Verb::Neutral)
        ]
    );
}
