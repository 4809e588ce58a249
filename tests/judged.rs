//! What is said of an attribution beside its kind: with which stance its verb reports, whose a charge is that is told
//! within a claim, and at whom words are aimed. Spans are given where only the judging is tested.

use ascribe::{
    Block,
    analysis::{Form, Kind, Verb},
    attributions::{Found, find, form},
    judge,
    span::Span,
    text::Document,
};

/// Source, cue, content, and the stance of the verb.
const CASES: &[(&str, &str, &str, Verb)] = &[
    ("The state", "denied", "mining permits", Verb::Neutral),
    ("The senator", "disavowed", "his endorsement", Verb::Neutral),
    ("The union", "charged", "that the plant had no future", Verb::Distancing),
    ("a clerk", "According to", "that Orr had forged the ledger", Verb::Neutral),
    ("The owners", "filed a motion opposing", "the sale", Verb::Neutral),
    ("The mayor", "has not endorsed", "the plan", Verb::Neutral),
    ("The council", "rebutted", "the mayor's proposals", Verb::Neutral),
    ("The union", "asked", "the council to open its books", Verb::Neutral),
    ("The union", "asked", "whether the council had opened its books", Verb::Neutral),
    ("The mayor", "may refute", "the book", Verb::Neutral),
    ("The union", "rejected", "the offer", Verb::Neutral),
    ("The mayor", "said", "he would not say how it began", Verb::Neutral),
    ("The mayor", "said", "“I will not leave”", Verb::Neutral),
    ("The clerk", "admitted", "losing the key", Verb::Conceding),
    ("The mayor", "insisted", "that the bridge was safe", Verb::Pressing),
    ("The mayor", "said", "the bridge was safe", Verb::Neutral),
    ("The union", "claimed", "that the plant had no future", Verb::Distancing),
];

#[test]
fn stances_are_told() {
    for &(source, cue, content, verb) in CASES {
        let text = format!("{source} {cue} {content}.");
        let document = Document::new(&[Block { text: text.clone(), ..Block::default() }]);
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
        assert_eq!(analysis.attributions[0].verb, verb, "{text}");
    }
}

#[test]
fn a_charge_inside_a_claim_is_one_and_the_claim_keeps_its_distance() {
    let text = "The union claimed that a memo accused the board of stealing the money.";
    let document = Document::new(&[Block { text: text.into(), ..Block::default() }]);
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
                "that a memo accused the board of stealing the money",
                None,
            ),
            found("a memo", "accused", "the board of stealing the money", Some(0)),
        ],
    );
    let [claim, charge] = &analysis.attributions[..] else {
        panic!("two attributions were given");
    };
    assert_eq!(claim.verb, Verb::Distancing);
    assert_eq!((charge.kind, charge.verb), (Kind::Accusation, Verb::Neutral));
}

#[test]
fn a_target_that_is_a_lone_pronoun_of_nobody_known_is_none() {
    #[track_caller]
    fn check(text: &str, target: Option<&str>) {
        let document = Document::new(&[Block { text: text.into(), ..Block::default() }]);
        let analysis = judge(&document, &find(&document));
        let [attribution] = &analysis.attributions[..] else {
            panic!("{text}: one statement is attributed");
        };
        let told = attribution.target.as_ref().map(|t| t.span[0].of(text));
        assert_eq!(told, target, "{text}");
    }
    check("“You must resign,” Tove Lund said.", None);
    check("Tove Lund accused him of fraud.", None);
    check("“Your lies cost us the harbour,” Tove Lund said.", None);
    check("Tove Lund urged the board to resign.", Some("the board"));
    check("Tove Lund accused the board of fraud.", Some("the board"));
    check("Tove Lund accused his deputy of fraud.", Some("his deputy"));
    check("The union alleged misuse of funds by the harbour board.", Some("the harbour board"));
}
