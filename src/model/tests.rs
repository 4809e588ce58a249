//! The engine against what the trainer computed: the same tags and links, scores within the rounding
//! of activations.

use serde::Deserialize;

use super::{
    Run, chain, encoder, features, judge,
    layout::{LayoutError, MAGIC, VERSION, entries},
    linker::Scene,
    read, read_with, runs,
    shape::TAGS,
    small::{Entry, file, small},
    weights::Weights,
};
use crate::{Block, span::Span, text::Document};

/// One text with what the trainer said of it; see `training/reference.py`.
#[derive(Deserialize)]
struct Reference {
    id: String,
    text: String,
    scores: Vec<[f32; TAGS]>,
    within: Vec<[f32; TAGS]>,
    tags: Vec<u8>,
    content_cues: Vec<Option<[usize; 2]>>,
    cue_sources: Vec<Option<[usize; 2]>>,
}

fn document(text: &str) -> Document {
    let block = |text: &str| Block { text: text.to_owned(), role: crate::analysis::Role::Body };
    Document::new(&text.split("\n\n").map(block).collect::<Vec<_>>())
}

fn shipped() -> &'static Weights<'static> {
    super::shipped().expect("build.rs let this model pass")
}

#[test]
fn the_engine_computes_what_the_trainer_computed() {
    let weights = shipped();
    for line in include_str!("../../models/reference.jsonl").lines() {
        let reference: Reference = serde_json::from_str(line).expect("one object a line");
        let id = &reference.id;
        let document = document(&reference.text);
        let features = features::extract(&document);
        let encoded = encoder::encode(weights, &features, &mut |_| ());
        let mut worst = 0.0f32;
        for (ours, theirs) in encoded.scores.iter().zip([&reference.scores, &reference.within]) {
            assert_eq!(ours.len(), theirs.len(), "{id}: tokens");
            for (a, b) in ours.iter().flatten().zip(theirs.iter().flatten()) {
                worst = worst.max((a - b).abs());
            }
        }
        assert!(worst < 0.1, "{id}: a score differs by {worst}");
        let tags = chain::best(&weights.layers[0], &encoded.scores[0]);
        assert_eq!(tags, reference.tags, "{id}: tags");
        let [sources, cues, contents] = [0, 1, 2].map(|role| runs(&tags, role));
        let scene = Scene::new(&document, &encoded, &cues, &contents);
        let partner = |linker, span: &Run, candidates: &[Run]| {
            let (found, _) = scene.partner(linker, span, candidates);
            found.map(|at| [candidates[at].start, candidates[at].end])
        };
        let content_cues: Vec<_> =
            contents.iter().map(|content| partner(&weights.content, content, &cues)).collect();
        let cue_sources: Vec<_> =
            cues.iter().map(|cue| partner(&weights.source, cue, &sources)).collect();
        assert_eq!(content_cues, reference.content_cues, "{id}: cues of contents");
        assert_eq!(cue_sources, reference.cue_sources, "{id}: sources of cues");
    }
}

/// One attribution with what the trainer said of it; spans in code points of the text.
#[derive(Deserialize)]
struct Judged {
    id: String,
    text: String,
    source: Vec<[usize; 2]>,
    cue: Vec<[usize; 2]>,
    content: Vec<[usize; 2]>,
    shares: Vec<f32>,
}

#[test]
fn the_judge_computes_what_the_trainer_computed() {
    for line in include_str!("../../models/judge-reference.jsonl").lines() {
        let reference: Judged = serde_json::from_str(line).expect("one object a line");
        let document = document(&reference.text);
        let bytes: Vec<usize> =
            reference.text.char_indices().map(|(at, _)| at).chain([reference.text.len()]).collect();
        let tokens = |spans: &[[usize; 2]]| -> Vec<usize> {
            let spans =
                spans.iter().map(|&[start, end]| Span { start: bytes[start], end: bytes[end] });
            spans.flat_map(|span| document.tokens_in(span)).collect()
        };
        let spans = [&reference.source, &reference.cue, &reference.content].map(|s| tokens(s));
        let judged = judge(&document, &[spans], &mut |_| ());
        let pairs = judged[0].shares.iter().zip(&reference.shares);
        let worst = pairs.map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
        let id = &reference.id;
        assert!(worst < 0.1, "{id}: a share differs by {worst}");
    }
}

#[test]
fn every_probability_row_sums_to_one_and_favours_the_best_path() {
    let weights = shipped();
    let document = document("The mayor said the bridge would open. “At last,” a baker told us.");
    let encoded = encoder::encode(weights, &features::extract(&document), &mut |_| ());
    let rows = chain::probabilities(&weights.layers[0], &encoded.scores[0]);
    let tags = chain::best(&weights.layers[0], &encoded.scores[0]);
    let mean: f32 = rows.iter().zip(&tags).map(|(row, &tag)| row[usize::from(tag)]).sum::<f32>()
        / rows.len() as f32;
    for row in &rows {
        assert!((row.iter().sum::<f32>() - 1.0).abs() < 1e-4, "{row:?}");
    }
    assert!(mean > 0.8, "the best tags have probability {mean}");
}

#[test]
fn a_long_document_reads_like_its_parts() {
    let part =
        "The mayor said on Tuesday that the bridge would open in May. It is 200 metres long.\n\n";
    let (once, often) = (
        read(&document(part.trim()), &mut |_| ()),
        read(&document(part.repeat(150).trim()), &mut |_| ()),
    );
    assert_eq!(once.len(), 1, "{once:?}");
    assert_eq!(often.len(), 150);
}

#[test]
fn nothing_gives_nothing() {
    assert!(read(&document(""), &mut |_| ()).is_empty());
}

#[test]
fn a_wrong_file_is_named_as_such() {
    let good = include_bytes!("../../models/tagger.bin");
    assert!(entries(good).is_ok());
    assert_eq!(entries(b"no model of ours, surely").err(), Some(LayoutError::Magic));
    assert_eq!(entries(&good[..10]).err(), Some(LayoutError::Length));
    assert_eq!(entries(&good[..good.len() - 4]).err(), Some(LayoutError::Checksum));
    let mut other = good.to_vec();
    other[8] = 99;
    assert_eq!(entries(&other).err(), Some(LayoutError::Version(99)));
    let mut flipped = good.to_vec();
    flipped[1000] ^= 1;
    assert_eq!(entries(&flipped).err(), Some(LayoutError::Checksum));
    assert!(good.starts_with(&MAGIC) && VERSION == 2);
}

/// Reads the small tagger with one entry changed (or none, where `name` is none of its), and says
/// what is wrong with it.
fn refused(name: &str, change: impl Fn(&mut Entry)) -> Option<String> {
    let mut entries = small();
    entries.iter_mut().filter(|e| e.name == name).for_each(change);
    Weights::read(&file(&entries)).err().map(|e| e.to_string())
}

#[test]
fn a_small_tagger_is_read_and_runs() {
    let bytes = file(&small());
    let weights = Weights::read(&bytes).expect("all entries in their shapes");
    let document = document("The mayor said the bridge would open. “At last,” a baker told us.");
    for mark in read_with(&weights, &document, &mut |_| ()) {
        assert!(mark.content.iter().all(|run| run.end <= document.tokens().len()));
    }
}

#[test]
fn an_entry_that_does_not_fit_is_named() {
    for entry in small() {
        let name = entry.name.as_str();
        let said = refused(name, |e| e.name = "other".into());
        assert!(said.is_some_and(|s| s.contains(&format!("{name} is missing"))), "{name} away");
        let said = refused(name, |e| e.kind = (e.kind + 2) % 4);
        assert!(said.is_some(), "{name} of another kind");
        // One row more than there was, all else as it should be.
        let said = refused(name, |e| {
            e.rows += 1;
            let more = [4 * e.columns, e.columns + 4, e.columns, e.columns];
            e.payload.resize(e.payload.len() + more[e.kind as usize], 1);
        });
        assert!(said.is_some(), "{name} with a row more");
    }
}

#[test]
fn numbers_that_are_none_are_refused() {
    for name in ["start", "calib", "eager", "input", "cscore", "output+"] {
        let nan = |e: &mut Entry| e.payload[..4].copy_from_slice(&f32::NAN.to_le_bytes());
        assert!(refused(name, nan).is_some_and(|s| s.contains(name)), "{name}");
    }
}

#[test]
fn a_shape_beyond_all_memory_is_refused() {
    for (rows, columns) in [(usize::MAX, usize::MAX), (usize::MAX, 0), (0, usize::MAX)] {
        for kind in 0..5 {
            let said = refused("words", |e| {
                (e.kind, e.rows, e.columns) = (kind, rows, columns);
            });
            assert!(said.is_some(), "kind {kind}, {rows} by {columns}");
        }
    }
}
