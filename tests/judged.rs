//! What is said of an attribution beside its kind: whether it refuses something, and with which stance
//! its verb reports. Spans are given, so that only the judging is tested.

use ascribe::{
    Block,
    analysis::{Kind, Verb},
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
        "The mayor",
        "has not endorsed",
        "the plan",
        Kind::Statement,
        true,
        Verb::Neutral,
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
