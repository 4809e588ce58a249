//! Categories on marked sentences: where they are looked for, what is whole, what is refused.

use super::*;
use crate::{Block, Options, analyze};

fn spec(looks_for: &str, pattern: bool, place: Place) -> CategorySpec {
    CategorySpec {
        looks_for: looks_for.into(),
        pattern,
        place,
        accents: false,
    }
}

fn words(looks_for: &str) -> Category {
    Category::new(&spec(looks_for, false, Place::Anywhere)).expect("words")
}

/// The cue of each statement of `text` that fits.
#[track_caller]
fn check(text: &str, spec: CategorySpec, cues: &[&str]) {
    let blocks: Vec<Block> = text
        .split('|')
        .map(|text| Block {
            text: text.into(),
            ..Block::default()
        })
        .collect();
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
    check(
        TEXT,
        spec("rents?|homes", true, Place::Said),
        &["accused", "warned"],
    );
    check(
        TEXT,
        spec("ada brook", false, Place::Speaker),
        &["accused", "warned"],
    );
    check(TEXT, spec("Acme Corp.", false, Place::Speaker), &["denied"]);
    check(TEXT, spec("acme", false, Place::Target), &["accused"]);
    check(
        TEXT,
        spec("acme", false, Place::Anywhere),
        &["accused", "denied"],
    );
    check(TEXT, spec("zoe", false, Place::Speaker), &["praised"]);
    check(TEXT, spec("he", false, Place::Speaker), &[]);
}

#[test]
fn what_goes_over_blocks_is_read_as_one() {
    let blocks = ["“The housing", "crisis is over,” Ada Brook said."].map(|text| Block {
        text: text.into(),
        ..Block::default()
    });
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
    for text in [
        "The RENT.",
        "sao paulo",
        "in São\u{a0}Paulo",
        "Sa\u{303}o Paulo",
        "uses c++.",
    ] {
        assert!(category.fits(text), "{text}");
    }
    for text in ["current", "rents", "C+", "Paulo"] {
        assert!(!category.fits(text), "{text}");
    }
    let accents = Category::new(&CategorySpec {
        accents: true,
        ..spec("São", false, Place::Said)
    });
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
fn a_wrong_pattern_says_why() {
    let why = |looks_for: &str| {
        let spec = spec(looks_for, true, Place::Said);
        Category::new(&spec).expect_err(looks_for).to_string()
    };
    assert!(why("(a").contains("unclosed group"), "{}", why("(a"));
    assert!(why("a{9999}{9999}").contains("size limit"));
    for nothing in ["", " \n", "a*", "(?:)", "$"] {
        assert!(!why(nothing).is_empty());
    }
    assert!(Category::new(&spec(" ,\n,", false, Place::Said)).is_err());
    let wide: Vec<String> = (0..10_000).map(|n| format!("w{n}x")).collect();
    // Refused or taken, but never a fault, and never for ever.
    if let Ok(category) = Category::new(&spec(&wide.join("|"), true, Place::Said)) {
        assert!(category.fits("w9999x") && !category.fits(&"w".repeat(1 << 16)));
    }
}

#[test]
fn a_hostile_pattern_takes_no_more_than_its_text() {
    let text = "a".repeat(1 << 20) + "b";
    for hostile in ["(a+)+$", "(a|aa)+$", "(.*)*c", r"(\w+\s?)+:"] {
        let category = Category::new(&spec(hostile, true, Place::Said)).expect(hostile);
        assert!(!category.fits(&text), "{hostile}");
    }
}
