//! Marked sentences: `[source]`, `<cue>`, `{content}`; a digit and a colon behind the bracket tell
//! several attributions apart, and fragments with the same digit belong together. `¶` parts blocks.

use std::collections::BTreeMap;

use super::{Found, find};
use crate::{
    analysis::{Block, Form, Role},
    span::Span,
    text::Document,
};

type Parts = [Vec<String>; 3];

/// The text without marks, and for each digit the words of source, cue and content.
fn parse(marked: &str) -> (String, BTreeMap<char, Parts>) {
    let (mut plain, mut open) = (String::new(), Vec::<(usize, String, usize)>::new());
    let mut expected: BTreeMap<char, Parts> = BTreeMap::new();
    let mut found: Vec<(usize, usize, String, usize)> = Vec::new();
    let mut chars = marked.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '[' | '<' | '{' => {
                let rest: String = chars.clone().take_while(|c| c.is_ascii_digit()).collect();
                let digits = match chars.clone().nth(rest.len()) {
                    Some(':') if !rest.is_empty() => {
                        chars.nth(rest.len());
                        rest
                    }
                    _ => "1".to_owned(),
                };
                open.push((
                    match c {
                        '[' => 0,
                        '<' => 1,
                        _ => 2,
                    },
                    digits,
                    plain.len(),
                ));
            }
            ']' | '>' | '}' => {
                let (role, digits, start) = open.pop().expect("a mark is closed that none opened");
                found.push((start, role, digits, plain.len()));
            }
            _ => plain.push(c),
        }
    }
    found.sort();
    for (start, role, digits, end) in found {
        for digit in digits.chars() {
            expected.entry(digit).or_default()[role].push(plain[start..end].to_owned());
        }
    }
    (plain, expected)
}

fn document(text: &str) -> Document {
    let blocks: Vec<Block> = text
        .split('¶')
        .map(|t| Block {
            text: t.to_owned(),
            role: Role::Body,
        })
        .collect();
    Document::new(&blocks)
}

/// What is marked is found, all of it and nothing else.
#[track_caller]
fn check(marked: &str) {
    let (plain, expected) = parse(marked);
    let document = document(&plain);
    let words = |spans: &[Span]| -> Vec<String> {
        spans
            .iter()
            .map(|s| s.of(document.text()).to_owned())
            .collect()
    };
    let mut found: Vec<Parts> = find(&document)
        .iter()
        .map(|f| [words(&f.source), words(&f.cue), words(&f.content)])
        .collect();
    let mut expected: Vec<Parts> = expected.into_values().collect();
    found.sort();
    expected.sort();
    assert_eq!(found, expected, "\n{plain}");
}

#[track_caller]
fn check_form(text: &str, form: Form) {
    let found = find(&document(text));
    assert_eq!(
        found.iter().map(|f| f.form).collect::<Vec<_>>(),
        [form],
        "{text}"
    );
}

#[track_caller]
fn check_parent(text: &str, cue: &str, parent: Option<&str>) {
    let document = document(text);
    let found = find(&document);
    let word = |at: usize| found[at].cue[0].of(document.text());
    let at = (0..found.len())
        .find(|&f| word(f) == cue)
        .expect("the cue is found");
    assert_eq!(found[at].parent.map(word), parent, "{text}");
}

#[test]
fn indirect_speech() {
    check("[Moscow] <has denied> {any collaboration}.");
    check("[The minister] <said> {that the bridge was safe}.");
    check("[The minister] <said> {the bridge was safe}.");
    check("[Engineers] <insist> {the bridge is safe}.");
    check("[Mayor Ada Brook] <did not say> {whether she would run}.");
    check("[The mayor] on Tuesday <said> {that she would run}.");
    check("[She] <told> reporters {that she would run}.");
    check("[She] <told> the council {she would run}.");
    check("[She] <told> reporters this week {she would run}.");
    check("[She] <said> this week {she would run}.");
}

#[test]
fn the_verb_group_belongs_to_the_cue() {
    check("[The union] <has also repeatedly warned> {that jobs will go}.");
    check("[He] <also said> {it was late}.");
    check("[The firm] <continues to insist> {that the dam holds}.");
}

#[test]
fn direct_speech_on_either_side() {
    check("{“The bridge is safe,”} [he] <said>.");
    check("{\"The bridge is safe,\"} <said> [Ada Brook, the mayor of Stone].");
    check("[He] <said>, {“The bridge is safe.”}");
    check("[He] <wrote>: {“The bridge is safe.”}");
    check("{“The bridge is safe,”} [he] <said>. {“We looked twice.”}");
    check("{“The bridge,”} [he] <said>, {“is safe.”}");
    check("{“The bridge is safe,”} [a spokeswoman for the Roads, Rail and Ports Office] <said>.");
}

#[test]
fn mixed_speech() {
    check("[Brook] <called> {the plan “a gift to nobody”}.");
    check("[The council] <said> {it “fully backs” the plan}.");
}

#[test]
fn the_clause_around_the_speaker() {
    check("{The bridge}, [Brook] <said>, {is older than the town}.");
    check("{The bridge is older than the town,} [Brook] <said>.");
}

#[test]
fn quotations_over_paragraphs() {
    check(
        "The council met in May.¶\
         {“We have looked at every bolt on the bridge twice this year, and we found nothing wrong with it.}¶\
         {“It will open in May, whatever the council says,”} [Ms. Brook] <said>.",
    );
    check("[He] <said>, {“The bridge is safe.}¶{“We looked twice.”}");
}

#[test]
fn a_quotation_alone_goes_on_without_a_speaker() {
    check("{1:“The bridge is safe,”} [1:he] <1:said>.¶{2:“We looked twice at every bolt.”}");
}

#[test]
fn what_kind_of_verb_takes_what() {
    check("[The city] <accused> {the builder of hiding cracks}.");
    check("[The city] <urged> {drivers to stay away}.");
    check("[The city] <plans> {to close the bridge}.");
    check("[The leader] <called for> {calm}.");
    check("[The city] <calls on> {builders to come clean}.");
    check("[Brook] <is confident> {that the bridge will hold}.");
}

#[test]
fn nouns_that_someone_owns() {
    check("[His] <promise> {to close the bridge}.");
    check("The city’s claims were many.");
}

#[test]
fn passives_name_the_spoken_of() {
    check("{The builder} <is accused> {of hiding cracks}.");
}

#[test]
fn according_to() {
    check("<According to> [the report], {the bridge is unsafe}.");
    check("{The bridge is unsafe,} <according to> [a report by the city].");
}

#[test]
fn headlines_and_labels() {
    check("[Ada Brook]<:> {‘We are the town’s memory’}");
    check("[Ms. Brook]<:>¶{“The bridge is safe.”}");
}

#[test]
fn participles_share_the_speaker() {
    check(
        "[12:Brook] <1:said> {1:the bridge was safe}, <2:adding> {2:that it had been looked at twice}.",
    );
    check("[12:Brook] <1:denied> {1:the charge} and <2:said> {2:she would sue}.");
}

#[test]
fn nested_attributions_know_their_parent() {
    let text = "He said the city believed the bridge was safe.";
    check_parent(text, "said", None);
    check_parent(text, "believed", Some("said"));
}

#[test]
fn forms() {
    check_form("“It is safe,” he said.", Form::Direct);
    check_form("He said it was “quite safe”.", Form::Mixed);
    check_form("He said it was safe.", Form::Indirect);
}

#[test]
fn nouns_and_bare_words_are_not_cues() {
    check("The report was long and the claims were many.");
    check("A planned move by the accused man came late.");
    check("Following the city’s accusations, the builder left.");
    check("");
    check("¶¶ … “ ” \" ' : , …");
}

/// The words of the cue and of the cue around it, for everything found in blocks of these roles.
fn cues(blocks: &[(Role, &str)]) -> Vec<(String, Option<String>)> {
    let blocks: Vec<Block> = blocks
        .iter()
        .map(|&(role, text)| Block {
            text: text.to_owned(),
            role,
        })
        .collect();
    let document = Document::new(&blocks);
    let found = find(&document);
    let word = |f: &Found| {
        let cue = f.cue.first().map_or("", |cue| cue.of(document.text()));
        cue.to_owned()
    };
    found
        .iter()
        .map(|f| (word(f), f.parent.map(|parent| word(&found[parent]))))
        .collect()
}

#[test]
fn headlines_and_captions_are_read_as_the_body_is() {
    let found = cues(&[
        (Role::Headline, "Moscow denies any collaboration"),
        (
            Role::Body,
            "The minister said on Tuesday that the bridge would stay closed until spring.",
        ),
        (Role::Caption, "A baker says the river is rising."),
    ]);
    let words: Vec<&str> = found.iter().map(|(cue, _)| cue.as_str()).collect();
    assert_eq!(words, ["denies", "said", "says"]);
}

#[test]
fn what_is_said_inside_what_is_said_has_a_parent() {
    let found = cues(&[(
        Role::Body,
        "The minister said on Tuesday that the council believed the bridge was safe.",
    )]);
    assert_eq!(
        found,
        [
            ("said".to_owned(), None),
            ("believed".to_owned(), Some("said".to_owned()))
        ]
    );
}

#[test]
fn a_subject_behind_a_place_line_is_who_speaks() {
    let document = document(
        "HARBOUR TOWN — Iceland on Tuesday accused Norway of under-reporting its catches.",
    );
    let sources: Vec<&str> = find(&document)
        .iter()
        .flat_map(|f| &f.source)
        .map(|s| s.of(document.text()))
        .collect();
    assert_eq!(sources, ["Iceland"]);
}

#[test]
fn the_terms_of_speaking_are_no_statement() {
    let found = cues(&[(
        Role::Body,
        "Two officials close to the talks, who asked not to be named, said that a deal was near.",
    )]);
    assert_eq!(found, [("said".to_owned(), None)]);
}

#[test]
fn a_headline_does_not_take_in_the_line_below_it() {
    let blocks = [
        (
            Role::Headline,
            "Iceland accuses Norway of hiding mackerel catches as talks stall",
        ),
        (
            Role::Standfirst,
            "Oslo denies the charge. A seafarers’ union warns that jobs are at risk.",
        ),
    ]
    .map(|(role, text)| Block {
        text: text.to_owned(),
        role,
    });
    let document = Document::new(&blocks);
    for found in find(&document) {
        let paragraph = |span: &Span| document.paragraph_of(document.tokens_in(*span).start);
        for span in &found.content {
            assert_eq!(paragraph(span), paragraph(&found.cue[0]), "{found:?}");
        }
    }
}

#[test]
fn what_was_cut_from_a_content_is_read_for_itself() {
    let found = cues(&[
        (
            Role::Headline,
            "Iceland accuses Norway of hiding mackerel catches as talks stall",
        ),
        (
            Role::Body,
            "Oslo denies the charge. A seafarers’ union warns that jobs are at risk.",
        ),
    ]);
    let words: Vec<&str> = found.iter().map(|(cue, _)| cue.as_str()).collect();
    assert_eq!(words, ["accuses", "denies", "warns"]);
}

#[test]
fn a_source_does_not_run_over_the_border_of_a_paragraph() {
    let text = "Ferry to stop running in May, says harbour master¶Tove Lund, the harbour master, said the pier was unsafe.";
    let document = document(text);
    let sources: Vec<&str> = find(&document)
        .iter()
        .flat_map(|f| &f.source)
        .map(|span| span.of(document.text()))
        .collect();
    assert_eq!(
        sources,
        ["harbour master", "Tove Lund, the harbour master,"]
    );
}
