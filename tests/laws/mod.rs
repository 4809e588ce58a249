//! What holds of every analysis, whatever the text: shared by the tests of made-up and of nasty texts.
//!
//! Leaves out whether an analysis is right; only that nothing in it points to nowhere.

use ascribe::{
    Analysis, Block, Options,
    analysis::{Attribution, Edge},
    analyze,
    span::Piece,
};

/// Far more than an article has; without a bound, charges and denials would answer each other all to all,
/// and the cost would grow with their product.
const MOST_REPLIES: usize = 200;

/// Analyses the blocks within the limit, checks every law of one analysis and returns it. Panics at
/// the first broken law.
pub fn lawful(blocks: &[Block], options: &Options) -> Analysis<Piece> {
    let analysis = analyze(blocks, options);
    let units: Vec<Vec<u16>> = blocks.iter().map(|b| b.text.encode_utf16().collect()).collect();
    for attribution in &analysis.attributions {
        pieces_are_words(attribution, &units);
        indices_are_inside(attribution, &analysis);
    }
    parents_are_no_circle(&analysis.attributions);
    replies_know_each_other(&analysis.attributions);
    actors_are_whole(&analysis);
    let bytes: usize = blocks.iter().map(|b| b.text.len()).sum();
    assert_eq!(analysis.truncated, bytes > options.most_bytes, "what is left unread is told");
    if analysis.declined.is_some() {
        assert!(analysis.attributions.is_empty() && analysis.actors.is_empty());
    }
    analysis
}

fn pieces_are_words(a: &Attribution<Piece>, units: &[Vec<u16>]) {
    assert!(!a.content.is_empty(), "something is said");
    assert!((0.0..=1.0).contains(&a.confidence), "confidence {}", a.confidence);
    let target = a.target.iter().map(|t| &t.span);
    for pieces in [&a.source, &a.cue, &a.content, &a.because].into_iter().chain(target) {
        for piece in pieces {
            let block = &units[piece.block as usize];
            let words = &block[piece.start as usize..piece.end as usize];
            assert!(!words.is_empty(), "a piece holds words");
            let text = String::from_utf16(words).expect("a piece cuts no character");
            assert!(text.trim() == text, "a piece begins and ends with a word: {text:?}");
        }
        assert!(
            pieces.is_sorted_by(|x, y| (x.block, x.end) <= (y.block, y.start)),
            "pieces come in reading order and do not overlap: {pieces:?}"
        );
    }
}

fn indices_are_inside(a: &Attribution<Piece>, analysis: &Analysis<Piece>) {
    let actors = [a.actor, a.through, a.target.as_ref().and_then(|t| t.actor)];
    for actor in actors.into_iter().flatten() {
        assert!((actor as usize) < analysis.actors.len());
    }
    assert!(
        a.replies.len() <= MOST_REPLIES,
        "{} replies to one charge: all to all",
        a.replies.len()
    );
    for other in a.replies.iter().chain(&a.parent).chain(&a.replies_to) {
        assert!((*other as usize) < analysis.attributions.len());
    }
}

fn parents_are_no_circle(all: &[Attribution<Piece>]) {
    for start in 0..all.len() {
        let (mut at, mut steps) = (start, 0);
        while let Some(parent) = all[at].parent {
            at = parent as usize;
            steps += 1;
            assert!(steps <= all.len(), "attribution {start} stands inside itself");
        }
    }
}

fn replies_know_each_other(all: &[Attribution<Piece>]) {
    for (index, a) in all.iter().enumerate() {
        for &reply in &a.replies {
            assert_ne!(reply as usize, index, "an accusation is no reply to itself");
        }
        if let Some(accusation) = a.replies_to {
            assert_ne!(accusation as usize, index, "a denial does not answer itself");
        }
    }
}

fn actors_are_whole(analysis: &Analysis<Piece>) {
    let inside = |index: u32, length: usize| assert!((index as usize) < length);
    for actor in &analysis.actors {
        assert!(!actor.name.trim().is_empty(), "an actor has a name to show");
        for &other in actor.through.iter().chain(&actor.speaks_for).chain(&actor.members) {
            inside(other, analysis.actors.len());
        }
        for &denial in &actor.denies {
            inside(denial, analysis.attributions.len());
        }
        let edges = [&actor.accuses, &actor.accused_by, &actor.demands_of, &actor.criticises];
        for Edge { actor, attributions } in edges.into_iter().flatten() {
            inside(*actor, analysis.actors.len());
            assert!(!attributions.is_empty(), "an edge has something behind it");
            for &a in attributions {
                inside(a, analysis.attributions.len());
            }
        }
    }
}
