//! Laws that hold of any text at all: made-up news, made-up noise, and both mixed.

mod laws;

use ascribe::{Block, Options, analysis::Role, analyze, text::Document, within};
use proptest::{collection::vec, prelude::*, sample::select, test_runner::Config};

/// Words and marks out of which attributed statements, and wrecks of them, come together.
const PARTS: [&str; 64] = [
    "said",
    "says",
    "told",
    "claimed",
    "accused",
    "denied",
    "denies",
    "according to",
    "warned",
    "demanded",
    "insisted",
    "who",
    "that",
    "of lying",
    "the",
    "The mayor",
    "a spokesman for",
    "Hana Weiss",
    "Weiss",
    "Mr. Weiss",
    "she",
    "He",
    "they",
    "its",
    "the city of Brno",
    "Norway",
    "Oslo",
    "officials",
    "on condition of anonymity",
    "declined to comment",
    "not",
    "never",
    "would",
    "will",
    "was safe",
    "the bridge",
    "and",
    "but",
    "in a statement",
    "in 2024",
    "$3.2bn",
    "U.S.",
    "Jr.",
    "“",
    "”",
    "‘",
    "’",
    "\"",
    "'",
    ".",
    ",",
    "?",
    "!",
    ":",
    ";",
    "—",
    "(",
    ")",
    "…",
    "😀",
    "e\u{301}",
    "\u{202e}",
    "\u{200b}",
    "\n",
];

fn news() -> impl Strategy<Value = String> {
    vec((select(&PARTS[..]), any::<bool>()), 0..80).prop_map(|parts| {
        let mut text = String::new();
        for (part, space) in parts {
            text.push_str(part);
            text.push_str(if space { " " } else { "" });
        }
        text
    })
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => news(),
        1 => any::<String>(),
        1 => (news(), any::<String>()).prop_map(|(news, noise)| news + &noise),
    ]
}

fn role() -> impl Strategy<Value = Role> {
    select(vec![
        Role::Headline,
        Role::Body,
        Role::Quote,
        Role::Caption,
        Role::Live,
    ])
}

fn article() -> impl Strategy<Value = Vec<Block>> {
    vec(
        (text(), role()).prop_map(|(text, role)| Block { text, role }),
        0..8,
    )
}

proptest! {
    #![proptest_config(Config { failure_persistence: None, ..Config::default() })]

    #[test]
    fn any_text_is_answered_lawfully(blocks in article()) {
        laws::lawful(&blocks);
    }

    #[test]
    fn tokens_and_sentences_tile_the_text(blocks in article()) {
        let document = Document::new(&blocks);
        let text = document.text();
        let mut end = 0;
        for token in document.tokens() {
            prop_assert!(end <= token.span.start && token.span.start < token.span.end);
            prop_assert!(text.is_char_boundary(token.span.start) && text.is_char_boundary(token.span.end));
            prop_assert!(text[end..token.span.start].chars().all(|c| !c.is_alphanumeric()), "no letter is lost");
            end = token.span.end;
        }
        prop_assert!(text[end..].chars().all(|c| !c.is_alphanumeric()));
        let mut next = 0;
        for sentence in document.sentences() {
            prop_assert_eq!(sentence.tokens.start, next, "each token is in one sentence");
            prop_assert!(!sentence.tokens.is_empty());
            next = sentence.tokens.end;
        }
        prop_assert_eq!(next, document.tokens().len());
    }

    #[test]
    fn a_limit_is_kept_and_cuts_no_character(blocks in article(), limit in 0_usize..600) {
        let read = within(&blocks, limit);
        let bytes: usize = read.iter().map(|b| b.text.len()).sum();
        prop_assert!(bytes <= limit);
        for (read, whole) in read.iter().zip(&blocks) {
            prop_assert!(whole.text.starts_with(&read.text));
        }
        let whole: usize = blocks.iter().map(|b| b.text.len()).sum();
        let analysis = analyze(&blocks, &Options { most_bytes: limit });
        prop_assert_eq!(analysis.truncated, whole > limit);
    }

    #[test]
    fn blocks_without_text_change_nothing_but_the_numbers(blocks in article()) {
        let mut padded = vec![Block::default()];
        padded.extend(blocks.iter().cloned());
        let (plain, padded) = (laws::lawful(&blocks), laws::lawful(&padded));
        prop_assert_eq!(plain.attributions.len(), padded.attributions.len());
        for (a, b) in plain.attributions.iter().zip(&padded.attributions) {
            prop_assert_eq!(a.kind, b.kind);
            let moved: Vec<_> = b.content.iter().map(|p| (p.block - 1, p.start, p.end)).collect();
            let there: Vec<_> = a.content.iter().map(|p| (p.block, p.start, p.end)).collect();
            prop_assert_eq!(there, moved);
        }
    }
}
