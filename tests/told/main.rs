//! What a reader is told of an attribution beside its kind: who stands behind it, how that was worked
//! out and from which words, and who everyone in the article is.
//!
//! Spans are given, so that nothing hangs on the tagger. Leaves out how often it is right; see `labelled`.

mod bodies;
mod forms;
#[path = "../marks/mod.rs"]
mod marks;
mod persons;
mod roles;

use std::fmt::Write as _;

use ascribe::{
    Analysis,
    analysis::{Actor, Attribution},
    judge,
    span::Span,
    text::Document,
};

/// Compares what is told of a marked text, a line for each attribution and each actor, in that order.
#[track_caller]
fn check(marked: &str, told: &[&str]) {
    let (document, found) = marks::read(marked).expect("marks");
    let found: Vec<_> = found.into_values().collect();
    let analysis = judge(&document, &found);
    let lines: Vec<String> = analysis
        .attributions
        .iter()
        .map(|a| attribution(&document, &analysis, a))
        .chain(analysis.actors.iter().map(|a| actor(&analysis, a)))
        .collect();
    assert_eq!(lines, told, "{marked}");
}

/// `SOURCE → ACTOR (KIND OF SOURCE), RESOLUTION from “WORDS”, through SPOKESPERSON, at TARGET`.
fn attribution(document: &Document, analysis: &Analysis<Span>, a: &Attribution<Span>) -> String {
    let name = |at: u32| analysis.actors[at as usize].name.as_str();
    let mut line = format!(
        "{} → {} ({:?}), {:?}",
        words(document, &a.source),
        a.actor.map_or("nobody", name),
        a.source_kind,
        a.resolution
    );
    if !a.because.is_empty() {
        let _ = write!(line, " from {}", words(document, &a.because));
    }
    if let Some(through) = a.through {
        let _ = write!(line, ", through {}", name(through));
    }
    if let Some(target) = a.target.as_ref().and_then(|t| t.actor) {
        let _ = write!(line, ", at {}", name(target));
    }
    line
}

/// `NAME (KIND, unnamed), for BODY, being MEMBERS, accuses NAMES: “NAME SEEN” HOW ×TIMES, …`.
fn actor(analysis: &Analysis<Span>, a: &Actor) -> String {
    let name = |at: &u32| analysis.actors[*at as usize].name.as_str();
    let unnamed = if a.named { "" } else { ", unnamed" };
    let mut line = format!("{} ({:?}{unnamed})", a.name, a.kind);
    if let Some(body) = &a.speaks_for {
        let _ = write!(line, ", for {}", name(body));
    }
    if !a.members.is_empty() {
        let members: Vec<_> = a.members.iter().map(name).collect();
        let _ = write!(line, ", being {}", members.join(" + "));
    }
    for (does, edges) in [
        ("accuses", &a.accuses),
        ("accused by", &a.accused_by),
        ("demands of", &a.demands_of),
        ("criticises", &a.criticises),
    ] {
        if !edges.is_empty() {
            let whom: Vec<_> = edges.iter().map(|edge| name(&edge.actor)).collect();
            let _ = write!(line, ", {does} {}", whom.join(" + "));
        }
    }
    for (at, seen) in a.names.iter().enumerate() {
        let comma = if at == 0 { ":" } else { "," };
        let _ = write!(line, "{comma} “{}” {:?} ×{}", seen.text, seen.how, seen.count);
    }
    line
}

fn words(document: &Document, spans: &[Span]) -> String {
    let words: Vec<_> = spans.iter().map(|s| s.of(document.text())).collect();
    format!("“{}”", words.join(" … "))
}
