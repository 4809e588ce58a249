//! What is found in marked sentences (see `marks`): all that is marked and nothing else, its form, and what stands in
//! whose content.
//!
//! Leaves out how often the tagger is right; see `labelled`.

#[path = "../marks/mod.rs"]
mod marks;

use ascribe::{
    analysis::{Block, Form, Role},
    attributions::{Found, find},
    span::Span,
    text::Document,
};

/// A document of blocks of body, parted by an empty line.
fn document(text: &str) -> Document {
    marks::read(text).expect("no marks").0
}

/// The words of source, cue and content of each, sorted.
fn parts<'f>(
    document: &Document,
    found: impl IntoIterator<Item = &'f Found>,
) -> Vec<[Vec<String>; 3]> {
    let words =
        |spans: &Vec<Span>| spans.iter().map(|s| s.of(document.text()).to_owned()).collect();
    let mut out: Vec<_> =
        found.into_iter().map(|f| [&f.source, &f.cue, &f.content].map(words)).collect();
    out.sort();
    out
}

/// What is marked is found, all of it and nothing else.
#[track_caller]
fn check(marked: &str) {
    let (document, expected) = marks::read(marked).expect("marks");
    let found = find(&document);
    assert_eq!(
        parts(&document, &found),
        parts(&document, expected.values()),
        "\n{}",
        document.text()
    );
}

#[track_caller]
fn check_form(text: &str, form: Form) {
    let found = find(&document(text));
    assert_eq!(found.iter().map(|f| f.form).collect::<Vec<_>>(), [form], "{text}");
}

#[track_caller]
fn check_parent(text: &str, cue: &str, parent: Option<&str>) {
    let document = document(text);
    let found = find(&document);
    let word = |at: usize| found[at].cue[0].of(document.text());
    let at = (0..found.len()).find(|&f| word(f) == cue).expect("the cue is found");
    assert_eq!(found[at].parent.map(word), parent, "{text}");
}

#[test]
fn indirect_speech() {
    check("[1 Moscow] <1 has denied> {1 any collaboration}.");
    check("[1 The minister] <1 said> {1 that the bridge was safe}.");
    check("[1 The minister] <1 said> {1 the bridge was safe}.");
    check("[1 Engineers] <1 insist> {1 the bridge is safe}.");
    check("[1 Mayor Ada Brook] <1 did not say> {1 whether she would run}.");
    check("[1 The mayor] on Tuesday <1 said> {1 that she would run}.");
    check("[1 She] <1 told> reporters {1 that she would run}.");
    check("[1 She] <1 told> the council {1 she would run}.");
    check("[1 She] <1 told> reporters this week {1 she would run}.");
    check("[1 She] <1 said> this week {1 she would run}.");
}

#[test]
fn the_verb_group_belongs_to_the_cue() {
    check("[1 The union] <1 has also repeatedly warned> {1 that jobs will go}.");
    check("[1 He] <1 also said> {1 it was late}.");
    check("[1 The firm] <1 continues to insist> {1 that the dam holds}.");
}

#[test]
fn direct_speech_on_either_side() {
    check("{1 “The bridge is safe,”} [1 he] <1 said>.");
    check("{1 \"The bridge is safe,\"} <1 said> [1 Ada Brook, the mayor of Stone].");
    check("[1 He] <1 said>, {1 “The bridge is safe.”}");
    check("[1 He] <1 wrote>: {1 “The bridge is safe.”}");
    check("{1 “The bridge is safe,”} [1 he] <1 said>. {1 “We looked twice.”}");
    check("{1 “The bridge,”} [1 he] <1 said>, {1 “is safe.”}");
    check(
        "{1 “The bridge is safe,”} [1 a spokeswoman for the Roads, Rail and Ports Office] <1 said>.",
    );
}

#[test]
fn mixed_speech() {
    check("[1 Brook] <1 called> {1 the plan “a gift to nobody”}.");
    check("[1 The council] <1 said> {1 it “fully backs” the plan}.");
}

#[test]
fn the_clause_around_the_speaker() {
    check("{1 The bridge}, [1 Brook] <1 said>, {1 is older than the town}.");
    check("{1 The bridge is older than the town,} [1 Brook] <1 said>.");
}

#[test]
fn quotations_over_paragraphs() {
    check(
        "The council met in May.\n\n\
         {1 “We have looked at every bolt on the bridge twice this year, and we found nothing wrong with it.}\n\n\
         {1 “It will open in May, whatever the council says,”} [1 Ms. Brook] <1 said>.",
    );
    check("[1 He] <1 said>, {1 “The bridge is safe.}\n\n{1 “We looked twice.”}");
}

#[test]
fn a_quotation_alone_goes_on_without_a_speaker() {
    check("{1 “The bridge is safe,”} [1 he] <1 said>.\n\n{2 “We looked twice at every bolt.”}");
}

#[test]
fn what_kind_of_verb_takes_what() {
    check("[1 The city] <1 accused> {1 the builder of hiding cracks}.");
    check("[1 The city] <1 urged> {1 drivers to stay away}.");
    check("[1 The city] <1 plans> {1 to close the bridge}.");
    check("[1 The leader] <1 called for> {1 calm}.");
    check("[1 The city] <1 calls on> {1 builders to come clean}.");
    check("[1 Brook] <1 is confident> {1 that the bridge will hold}.");
}

#[test]
fn nouns_that_someone_owns() {
    check("[1 His] <1 promise> {1 to close the bridge}.");
    check("The city’s claims were many.");
}

#[test]
fn passives_name_the_spoken_of() {
    check("{1 The builder} <1 is accused> {1 of hiding cracks}.");
}

#[test]
fn according_to() {
    check("<1 According to> [1 the report], {1 the bridge is unsafe}.");
    check("{1 The bridge is unsafe,} <1 according to> [1 a report by the city].");
}

#[test]
fn headlines_and_labels() {
    check("[1 Ada Brook]<1 :> {1 ‘We are the town’s memory’}");
    check("[1 Ms. Brook]<1 :>\n\n{1 “The bridge is safe.”}");
}

#[test]
fn participles_share_the_speaker() {
    check(
        "[1,2 Brook] <1 said> {1 the bridge was safe}, <2 adding> {2 that it had been looked at twice}.",
    );
    check("[1,2 Brook] <1 denied> {1 the charge} and <2 said> {2 she would sue}.");
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
    check("\n\n\n\n … “ ” \" ' : , …");
}

/// The words of the cue and of the cue around it, for everything found in blocks of these roles.
fn cues(blocks: &[(Role, &str)]) -> Vec<(String, Option<String>)> {
    let blocks: Vec<Block> =
        blocks.iter().map(|&(role, text)| Block { text: text.to_owned(), role }).collect();
    let document = Document::new(&blocks);
    let found = find(&document);
    let word = |f: &Found| {
        let cue = f.cue.first().map_or("", |cue| cue.of(document.text()));
        cue.to_owned()
    };
    found.iter().map(|f| (word(f), f.parent.map(|parent| word(&found[parent])))).collect()
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
        [("said".to_owned(), None), ("believed".to_owned(), Some("said".to_owned()))]
    );
}

#[test]
fn a_subject_behind_a_place_line_is_who_speaks() {
    let document = document(
        "HARBOUR TOWN — Iceland on Tuesday accused Norway of under-reporting its catches.",
    );
    let sources: Vec<&str> =
        find(&document).iter().flat_map(|f| &f.source).map(|s| s.of(document.text())).collect();
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
        (Role::Headline, "Iceland accuses Norway of hiding mackerel catches as talks stall"),
        (
            Role::Standfirst,
            "Oslo denies the charge. A seafarers’ union warns that jobs are at risk.",
        ),
    ]
    .map(|(role, text)| Block { text: text.to_owned(), role });
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
        (Role::Headline, "Iceland accuses Norway of hiding mackerel catches as talks stall"),
        (Role::Body, "Oslo denies the charge. A seafarers’ union warns that jobs are at risk."),
    ]);
    let words: Vec<&str> = found.iter().map(|(cue, _)| cue.as_str()).collect();
    assert_eq!(words, ["accuses", "denies", "warns"]);
}

#[test]
fn a_source_does_not_run_over_the_border_of_a_paragraph() {
    let text = "Ferry to stop running in May, says harbour master\n\nTove Lund, the harbour master, said the pier was unsafe.";
    let document = document(text);
    let sources: Vec<&str> = find(&document)
        .iter()
        .flat_map(|f| &f.source)
        .map(|span| span.of(document.text()))
        .collect();
    assert_eq!(sources, ["harbour master", "Tove Lund, the harbour master,"]);
}
