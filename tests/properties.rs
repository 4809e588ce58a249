//! What holds for any text whatever: nothing panics, spans are true, the same text gives the same.
//!
//! Texts are arbitrary characters, and shuffled scraps of news, which reach far deeper.

use ascribe::{
    Block, Options, Watch,
    analysis::Role,
    analyze, attributions,
    categories::{self, Category, CategorySpec, Place},
    judge,
    text::Document,
    watched, within,
};
use proptest::prelude::*;

/// The shares that were told.
#[derive(Default)]
struct Shares(Vec<f32>);

impl Watch for Shares {
    fn share(&mut self, share: f32) {
        self.0.push(share);
    }
}

/// Scraps that make up news; each test draws some hundred of them.
const SCRAPS: &[&str] = &[
    "said",
    "has denied",
    "accused",
    "of",
    "that",
    "according to",
    ":",
    ",",
    ".",
    "“",
    "”",
    "\"",
    "‘",
    "’",
    "'",
    "Moscow",
    "Mr. Brook",
    "the mayor",
    "he",
    "who",
    "adding",
    "and",
    "but",
    "to",
    "(",
    ")",
    "—",
    "…",
    "U.S.",
    "by",
    "was accused",
    "the bridge is safe",
    "told reporters",
    "?",
    "vowed",
    "called on",
    "🙂",
    "é",
    "e\u{301}",
    "\u{a0}",
    "\n",
    "5.3",
    "in a statement",
    "on Tuesday",
    "claims",
    "the claim that",
    "Republicans",
    "they",
    "urged",
    "a spokesman for",
    "is critical of",
    "not",
    "'s",
    "n’t",
    "Ms. Brook:",
    "-",
    "--",
    "no",
    "[",
    "]",
    "because",
];

fn news() -> impl Strategy<Value = Vec<Block>> {
    let block = prop::collection::vec(prop::sample::select(SCRAPS), 0..60)
        .prop_map(|scraps| Block { text: scraps.join(" "), role: Role::Body });
    prop::collection::vec(block, 0..6)
}

fn anything() -> impl Strategy<Value = Vec<Block>> {
    prop::collection::vec(".{0,120}".prop_map(|text| Block { text, role: Role::Caption }), 0..5)
}

fn blocks() -> impl Strategy<Value = Vec<Block>> {
    prop_oneof![3 => news(), 1 => anything()]
}

/// What a reader may type: scraps of news, of patterns, of both.
fn spec() -> impl Strategy<Value = CategorySpec> {
    let scrap = prop_oneof![
        prop::sample::select(SCRAPS).prop_map(str::to_owned),
        prop::sample::select(
            &["|", "(", ")", "[a-é]", "{2,9}", "*", "+?", r"\w", r"\b", ", ", r"\x{e9}", "^"][..]
        )
        .prop_map(str::to_owned),
        ".{0,4}",
    ];
    let looks_for = prop::collection::vec(scrap, 0..6).prop_map(|scraps| scraps.concat());
    let place =
        prop::sample::select(&[Place::Said, Place::Speaker, Place::Target, Place::Anywhere][..]);
    (looks_for, any::<bool>(), place, any::<bool>()).prop_map(
        |(looks_for, pattern, place, accents)| CategorySpec { looks_for, pattern, place, accents },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tokens_and_sentences_tile_the_text(blocks in blocks()) {
        let document = Document::new(&blocks);
        let mut last = 0;
        for token in document.tokens() {
            prop_assert!(token.span.start >= last && !token.span.is_empty());
            let word = token.span.of(document.text());
            prop_assert!(!word.contains(char::is_whitespace), "{word:?}");
            last = token.span.end;
        }
        let mut next = 0;
        for sentence in document.sentences() {
            prop_assert_eq!(sentence.tokens.start, next);
            prop_assert!(!sentence.tokens.is_empty());
            next = sentence.tokens.end;
        }
        prop_assert_eq!(next, document.tokens().len());
        for quotation in document.quotations() {
            prop_assert!(quotation.tokens.start < quotation.tokens.end);
            prop_assert!(quotation.tokens.end <= document.tokens().len());
        }
    }

    #[test]
    fn spans_are_true_to_the_text(blocks in blocks()) {
        let document = Document::new(&blocks);
        let found = attributions::find(&document);
        for (at, f) in found.iter().enumerate() {
            prop_assert!(!f.content.is_empty());
            prop_assert!(f.parent.is_none_or(|p| p < found.len() && p != at));
            for role in [&f.source, &f.cue, &f.content] {
                let mut last = 0;
                for span in role {
                    prop_assert!(span.start >= last && !span.is_empty());
                    prop_assert!(!span.of(document.text()).is_empty());
                    last = span.end;
                }
            }
        }
        for (a, f) in judge(&document, &found).attributions.iter().zip(&found) {
            prop_assert_eq!(&a.content, &f.content);
        }
    }

    #[test]
    fn who_is_told_of_the_work_gets_the_same_and_hears_that_it_ends(blocks in news()) {
        let options = Options::default();
        let mut shares = Shares::default();
        prop_assert_eq!(watched(&blocks, &options, &mut shares), analyze(&blocks, &options));
        let Shares(shares) = shares;
        prop_assert!(shares.iter().all(|&share| share > 0.0), "{:?}", shares);
        prop_assert!(shares.is_sorted_by(|before, after| before < after), "{:?}", shares);
        prop_assert!(shares.len() <= 21, "{} times", shares.len());
        prop_assert_eq!(shares.last(), Some(&1.0));
    }

    #[test]
    fn pieces_slice_the_same_words(blocks in news()) {
        let options = Options::default();
        let analysis = analyze(&blocks, &options);
        prop_assert_eq!(&analysis, &analyze(&blocks, &options));
        let document = Document::new(&blocks);
        if analysis.declined.is_some() {
            return Ok(());
        }
        let texts: Vec<Vec<u16>> = blocks.iter().map(|b| b.text.encode_utf16().collect()).collect();
        let by_bytes = judge(&document, &attributions::find(&document));
        for (there, here) in analysis.attributions.iter().zip(&by_bytes.attributions) {
            let sliced: String = there.content.iter()
                .map(|p| String::from_utf16_lossy(&texts[p.block as usize][p.start as usize..p.end as usize]))
                .collect();
            let words: String = here.content.iter().map(|s| s.of(document.text())).collect();
            // Between two blocks there is space that belongs to neither.
            let letters = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(letters(&sliced), letters(&words));
            let actors = analysis.actors.len();
            prop_assert!(there.actor.is_none_or(|a| (a as usize) < actors));
        }
    }

    #[test]
    fn a_cut_text_is_a_prefix(blocks in blocks(), most in 0_usize..400) {
        let cut = within(&blocks, most);
        let total: usize = cut.iter().map(|b| b.text.len()).sum();
        prop_assert!(total <= most);
        for (cut, whole) in cut.iter().zip(&blocks) {
            prop_assert!(whole.text.starts_with(&cut.text));
        }
    }

    #[test]
    fn categories_are_the_same_with_the_analysis_and_after_it(
        blocks in blocks(),
        specs in prop::collection::vec(spec(), 0..4),
    ) {
        let options = Options {
            categories: specs.iter().map(|spec| Category::new(spec).ok()).collect(),
            ..Options::default()
        };
        let analysis = analyze(&blocks, &options);
        let after = categories::fitting(&blocks, &analysis, &options.categories);
        let with: Vec<_> = analysis.attributions.iter().map(|a| a.categories.clone()).collect();
        prop_assert_eq!(with, after);
    }

    #[test]
    fn what_is_found_is_in_the_text_and_is_what_fits(text in ".{0,80}", spec in spec()) {
        let Ok(category) = Category::new(&spec) else {
            return Ok(());
        };
        let found = category.found(&text, 9);
        let mut last = 0;
        for span in &found {
            prop_assert!(span.start >= last && !span.of(&text).is_empty());
            last = span.end;
        }
        if !found.is_empty() {
            prop_assert!(category.fits(&text));
        }
    }
}
