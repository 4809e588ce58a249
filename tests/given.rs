//! Whatever spans are given, in whatever text, an analysis comes out and its indices hold.

use ascribe::{
    Block,
    analysis::Role,
    attributions::{Found, form},
    judge,
    span::Span,
    text::Document,
};
use proptest::prelude::*;

/// Pieces that set off every rule, in any order and on any border.
const WORDS: &[&str] = &[
    "Mr. Kirby",
    "Edmund “Bunny” Carrow",
    "the company",
    "his mother",
    "a spokesperson for",
    "denied",
    "accused",
    "of",
    "never",
    "“",
    "”",
    "\"",
    "(",
    ")",
    ",",
    ".",
    "?",
    "’s",
    "who",
    "he",
    "They",
    "Moscow",
    "in",
    "the White House",
    "and",
    "said",
    "blamed",
    "on",
    "is accused of",
    "lying",
    "being",
    "not true",
    "must",
    "will",
    "é",
    "…",
    "—",
    "Foreign, Commonwealth and Development Office",
    "\n",
    "U.S.",
    "declined to comment",
    "&",
    "de",
    "called",
    "false",
    "for",
];

fn texts() -> impl Strategy<Value = Vec<String>> {
    let word = prop_oneof![
        6 => proptest::sample::select(WORDS).prop_map(str::to_owned),
        1 => "\\PC{0,8}",
    ];
    let block = proptest::collection::vec(word, 0..25).prop_map(|words| words.join(" "));
    proptest::collection::vec(block, 0..5)
}

/// Shares of the text's length at which spans begin and end.
fn spans() -> impl Strategy<Value = Vec<(f64, f64)>> {
    proptest::collection::vec((0.0..1.0f64, 0.0..1.0f64), 0..3)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_spans_give_an_analysis(
        blocks in texts(),
        given in proptest::collection::vec((spans(), spans(), spans()), 0..6),
    ) {
        let blocks: Vec<Block> = blocks.into_iter().map(|text| Block { text, role: Role::Body }).collect();
        let document = Document::new(&blocks);
        let text = document.text();
        let place = |share: f64| text.floor_char_boundary((share * text.len() as f64) as usize);
        let spans = |shares: &[(f64, f64)]| -> Vec<Span> {
            let mut out: Vec<Span> = shares
                .iter()
                .map(|&(a, b)| Span::new(place(a.min(b)), place(a.max(b))))
                .filter(|s| !s.is_empty())
                .collect();
            out.sort_unstable();
            out
        };
        let found: Vec<Found> = given
            .iter()
            .map(|(source, cue, content)| {
                let content = spans(content);
                Found { source: spans(source), cue: spans(cue), form: form(&document, &content), content, parent: None, confidence: 1.0 }
            })
            .collect();
        let analysis = judge(&document, &found);
        let actors = analysis.actors.len() as u32;
        let count = found.len() as u32;
        prop_assert_eq!(analysis.attributions.len(), found.len());
        for a in &analysis.attributions {
            prop_assert!(a.actor.is_none_or(|at| at < actors));
            prop_assert!(a.through.is_none_or(|at| at < actors));
            prop_assert!(a.replies_to.is_none_or(|at| at < count));
            prop_assert!(a.replies.iter().all(|&at| at < count));
            if let Some(t) = &a.target {
                prop_assert!(t.actor.is_none_or(|at| at < actors));
                prop_assert!(t.span.iter().all(|s| text.get(s.start..s.end).is_some_and(|s| !s.is_empty())));
            }
        }
        for a in &analysis.actors {
            prop_assert!(!a.name.trim().is_empty());
            prop_assert!(a.speaks_for.is_none_or(|at| at < actors));
        }
    }
}
