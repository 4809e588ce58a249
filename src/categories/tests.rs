//! Categories on marked sentences: where they are looked for, what is whole, what is refused.

use super::*;
use crate::{Block, Options, analyze};

fn spec(looks_for: &str, pattern: bool, place: Place) -> CategorySpec {
    CategorySpec { looks_for: looks_for.into(), pattern, place, accents: false }
}

fn words(looks_for: &str) -> Category {
    Category::new(&spec(looks_for, false, Place::Anywhere)).expect("words")
}

/// The cue of each statement of `text` that fits.
#[track_caller]
fn check(text: &str, spec: CategorySpec, cues: &[&str]) {
    let blocks: Vec<Block> =
        text.split('|').map(|text| Block { text: text.into(), ..Block::default() }).collect();
    let options = Options {
        categories: vec![None, Some(Category::new(&spec).expect("a category"))],
        ..Options::default()
    };
    let analysis = analyze(&blocks, &options);
    let fitting = analysis.attributions.iter().filter(|a| a.categories == [1]);
    let words: Vec<String> = fitting
        .map(|a| {
            let cue = a.cue[0];
            let units: Vec<u16> = blocks[cue.block as usize].text.encode_utf16().collect();
            String::from_utf16_lossy(&units[cue.start as usize..cue.end as usize])
        })
        .collect();
    assert_eq!(words, cues, "{spec:?}");
}

const TEXT: &str = "Ada Brook accused Acme Corp. of raising the rents. A spokesman for Acme Corp. \
    denied that. Brook, a tenant, warned that homes would be lost. Zoë Weiss praised the plan.";

#[test]
fn a_category_is_looked_for_where_it_is_asked_for() {
    check(TEXT, spec("rents?|homes", true, Place::Said), &["accused", "warned"]);
    check(TEXT, spec("ada brook", false, Place::Speaker), &["accused", "warned"]);
    check(TEXT, spec("Acme Corp.", false, Place::Speaker), &["denied"]);
    check(TEXT, spec("acme", false, Place::Target), &["accused"]);
    check(TEXT, spec("acme", false, Place::Anywhere), &["accused", "denied"]);
    check(TEXT, spec("zoe", false, Place::Speaker), &["praised"]);
    check(TEXT, spec("he", false, Place::Speaker), &[]);
}

#[test]
fn what_goes_over_blocks_is_read_as_one() {
    let blocks = ["“The housing", "crisis is over,” Ada Brook said."]
        .map(|text| Block { text: text.into(), ..Block::default() });
    let document = Document::new(&blocks);
    let place = |words: &str| {
        let at = document.text().find(words).expect("words");
        Span::new(at, at + words.len())
    };
    let found = crate::attributions::Found {
        source: vec![place("Ada Brook")],
        cue: vec![place("said")],
        content: vec![place("The housing"), place("crisis is over")],
        form: crate::analysis::Form::Direct,
        parent: None,
        confidence: 1.0,
    };
    let mut analysis = crate::judge(&document, &[found]);
    let category = Category::new(&spec("housing crisis", false, Place::Said)).ok();
    mark(&document, &mut analysis, &[category]);
    assert_eq!(analysis.attributions[0].categories, [0]);
}

#[test]
fn words_are_found_whole_and_whatever_their_case_and_accents() {
    let category = words("rent, São  Paulo\nC++");
    for text in ["The RENT.", "sao paulo", "in São\u{a0}Paulo", "Sa\u{303}o Paulo", "uses c++."] {
        assert!(category.fits(text), "{text}");
    }
    for text in ["current", "rents", "C+", "Paulo"] {
        assert!(!category.fits(text), "{text}");
    }
    let accents =
        Category::new(&CategorySpec { accents: true, ..spec("São", false, Place::Said) });
    let accents = accents.expect("words");
    assert!(accents.fits("SÃO") && !accents.fits("Sao"));
}

#[test]
fn places_are_those_of_the_text_as_it_is() {
    let category = words("zoe");
    let text = "Zo\u{308}e\u{301} and Zoë, not Zo";
    let found: Vec<&str> = category.found(text, 9).iter().map(|s| s.of(text)).collect();
    assert_eq!(found, ["Zo\u{308}e\u{301}", "Zoë"]);
    assert_eq!(category.found(text, 1).len(), 1);
}

#[test]
fn a_wrong_pattern_says_why_and_where() {
    #[track_caller]
    fn check(looks_for: &str, why: Why, at: Option<u32>) {
        for accents in [false, true] {
            let spec = CategorySpec { accents, ..spec(looks_for, true, Place::Said) };
            let wrong = Category::new(&spec).expect_err(looks_for);
            assert_eq!((wrong.why, wrong.at), (why, at), "{looks_for}: {wrong}");
        }
    }
    check("(a", Why::GroupUnclosed, Some(0));
    check("Zoë 🙂|a)", Why::GroupUnopened, Some(8));
    check("(?z)", Why::Group, Some(2));
    check("é[a", Why::ClassUnclosed, Some(1));
    check("[z-a]", Why::ClassRange, Some(1));
    check(r"\q", Why::Escape, Some(0));
    check("a|*", Why::Repetition, Some(2));
    check("a{2", Why::Count, Some(1));
    check(r"(a)\1", Why::BackReference, Some(3));
    check("a(?=b)", Why::LookAround, Some(1));
    check(r"\p{Nothing}", Why::Property, Some(0));
    check("a{999}{999}", Why::TooLarge, None);
    check(&("(".repeat(400) + "a" + &")".repeat(400)), Why::TooLarge, Some(250));
    check(&"a".repeat(MOST_TYPED + 1), Why::TooLong, None);
    for everywhere in ["a*", "(?:)", "$", r"\b|a*"] {
        check(everywhere, Why::Everywhere, None);
    }
    check(" \n", Why::Nothing, None);
    let says = |looks_for| Category::new(&spec(looks_for, true, Place::Said)).expect_err("wrong");
    assert!(says("(a").message.contains("unclosed group"));
}

#[test]
fn ten_thousand_words_are_few_and_one_is_no_longer_than_a_sentence() {
    let many: Vec<String> = (0..10_000).map(|n| format!("w\u{f6}rd{n}")).collect();
    let category = words(&many.join(", "));
    assert!(category.fits("of WORD9999, that") && !category.fits("of word10000"));
    let pattern = Category::new(&spec(&many.join("|"), true, Place::Said)).expect("a pattern");
    assert!(pattern.fits("of WORD9999") && !pattern.fits(&"w".repeat(1 << 16)));
    let wrong = |looks_for: &str| {
        let spec = spec(looks_for, false, Place::Said);
        Category::new(&spec).expect_err("wrong").why
    };
    assert_eq!(wrong(" ,\n,"), Why::Nothing);
    assert_eq!(wrong(&"a".repeat(words::LONGEST + 1)), Why::TooLong);
    // What begins at each word of a text is given up after so many letters.
    let phrase = "a ".repeat(words::LONGEST / 2 - 1) + "b";
    assert!(!words(&phrase).fits(&"a ".repeat(1 << 14)));
}

#[test]
fn the_longest_word_is_found_and_a_letter_has_many_forms() {
    let category = words("New York, New York Times, don't, ΟΔΟΣ, straße, vice-mayor");
    let text = "the New\n York  Times, new york; don’t, οδος, STRAßE, Vice\u{2011}Mayor";
    let found: Vec<&str> = category.found(text, 9).iter().map(|s| s.of(text)).collect();
    let expected =
        ["New\n York  Times", "new york", "don’t", "οδος", "STRAßE", "Vice\u{2011}Mayor"];
    assert_eq!(found, expected);
}

#[test]
fn a_name_that_is_written_from_right_to_left_is_found_whole() {
    let category = words("שרה לוי, محمد");
    for text in ["אמרה שרה לוי.", "\u{200f}שרה\u{200f} לוי", "שָׂרָה לֵוִי", "قال مُحَمَّد إن"]
    {
        assert!(category.fits(text), "{text}");
    }
    for text in ["לשרה לוי", "محمدي"] {
        assert!(!category.fits(text), "{text}");
    }
    let pattern = Category::new(&spec("لندن|חיפה", true, Place::Said)).expect("a pattern");
    assert!(pattern.fits("בחיפה"));
    check(
        "“The rents are high,” said שרה לוי. Ada Brook denied that.",
        spec("שרה לוי", false, Place::Speaker),
        &["said"],
    );
}

#[test]
fn a_name_may_have_commas() {
    let category = Category::name("Weiss, Brook & Co., Ltd.", Place::Speaker).expect("a name");
    assert!(category.fits("said WEISS, Brook & Co., Ltd. on Monday"));
    assert!(!category.fits("said Weiss"));
    assert!(Category::name(" ", Place::Speaker).is_err());
}

#[test]
fn accents_written_by_their_number_make_no_difference_either() {
    for pattern in [r"S\xe3o", r"S\x{e3}o", r"S\u00e3o", "S[ãâ]o"] {
        let category = Category::new(&spec(pattern, true, Place::Said)).expect(pattern);
        assert!(category.fits("São") && category.fits("sao"), "{pattern}");
    }
}

#[test]
fn twelve_are_looked_for_and_no_more() {
    let one = Category::new(&spec("rents", false, Place::Said)).ok();
    let many = vec![one; MOST + 3];
    let blocks = [Block { text: TEXT.into(), ..Block::default() }];
    let analysis = analyze(&blocks, &Options::default());
    let fits = fitting(&blocks, &analysis, &many);
    let twelve: Vec<u32> = (0..12).collect();
    assert_eq!(fits[0], twelve);
    assert!(fits[1..].iter().all(Vec::is_empty));
}

#[test]
fn an_analysis_that_leads_nowhere_fits_nothing() {
    let blocks = [Block { text: TEXT.into(), ..Block::default() }];
    let analysis = analyze(&blocks, &Options::default());
    let all = Category::new(&spec(".", true, Place::Anywhere)).ok();
    assert!(fitting(&blocks, &analysis, std::slice::from_ref(&all)).iter().all(|f| f == &[0]));
    let nowhere = Analysis { actors: Vec::new(), ..analysis };
    assert!(fitting(&[], &nowhere, &[all]).iter().all(Vec::is_empty));
}

#[test]
fn a_pattern_looks_through_the_beginning_of_what_is_very_long() {
    let text = format!(
        "“{}the harbour is shut,” Ada Brook said. Ada Brook said the harbour is shut.",
        "the rents are too high, ".repeat(MOST_LOOKED_THROUGH / 20)
    );
    let fits = |pattern: bool| {
        let category = Category::new(&spec("harbour", pattern, Place::Said)).ok();
        let options = Options { categories: vec![category], ..Options::default() };
        let blocks = [Block { text: text.clone(), ..Block::default() }];
        let found = analyze(&blocks, &options).attributions;
        found.iter().filter(|a| a.categories == [0]).count()
    };
    assert_eq!((fits(true), fits(false)), (1, 2));
}

#[test]
fn a_hostile_pattern_takes_no_more_than_its_text() {
    let text = "a".repeat(1 << 20) + "b";
    for hostile in ["(a+)+$", "(a|aa)+$", "(.*)*c", r"(\w+\s?)+:", "(?i:a?){99}c"] {
        let category = Category::new(&spec(hostile, true, Place::Said)).expect(hostile);
        assert!(!category.fits(&text), "{hostile}");
    }
}
