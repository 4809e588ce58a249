//! What is predicted for one article, as a line: the spans in code points, what each attribution
//! does, and who stands behind it.
//!
//! Indices are into the line's own list, whatever was left out of it. Leaves out how it is found.

use anyhow::{Context, Result, anyhow};
use ascribe::{
    Analysis,
    analysis::{Attribution, Kind, Merge, SourceKind, Verb},
    attributions::{self, Found},
    judge, language,
    span::Span,
};
use serde::Serialize;

use super::{
    articles::{Article, Fragment, Given, Mapped},
    lines::Line,
};

/// What is asked of an article.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked {
    /// Also attributions that stand inside another's content.
    pub nested: bool,
    /// The spans of the article's own attributions, all of them and as they are, instead of ours.
    pub given_spans: bool,
    /// Texts that are not English too.
    pub any_language: bool,
}

/// The line of one article.
#[derive(Debug, Serialize)]
pub struct Predicted {
    pub id: String,
    pub attributions: Vec<Prediction>,
    /// Why nothing was looked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub declined: Option<ascribe::analysis::Declined>,
}

/// One attribution as it is judged.
#[derive(Debug, PartialEq, Serialize)]
pub struct Prediction {
    pub source: Vec<Fragment>,
    pub cue: Vec<Fragment>,
    pub content: Vec<Fragment>,
    pub kind: Kind,
    /// How likely it is that this is the kind.
    pub kind_confidence: f32,
    /// The category of the corpora that our kind, verb and source make.
    pub category: &'static str,
    pub source_kind: SourceKind,
    /// The actor's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor: Option<String>,
    /// Other names of that actor in the article; no pronouns.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub actor_aliases: Vec<String>,
    /// The name of whom it is aimed at, else the words for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
    /// Index of what a denial answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replies_to: Option<usize>,
    /// Index of the one in whose content it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nested_in: Option<usize>,
}

/// Predicts for one article.
///
/// # Errors
/// When spans are asked to be given and are not, or are out of range.
pub fn predict(article: Article, asked: Asked) -> Result<Predicted> {
    let mapped = Mapped::new(&article.text);
    let mut declined = None;
    let attributions = if asked.given_spans {
        // Whoever gives spans has read the text.
        let given = article
            .attributions
            .ok_or_else(|| anyhow!("{}: --given-spans needs \"attributions\"", article.id))?;
        given_spans(&mapped, given)?
    } else if asked.any_language || language::is_english(&mapped.document) {
        let found = attributions::find(&mapped.document);
        predictions(&mapped, &judge(&mapped.document, &found), asked.nested)
    } else {
        declined = Some(ascribe::analysis::Declined::Language);
        Vec::new()
    };
    Ok(Predicted { id: article.id, attributions, declined })
}

/// An article with the attributions that its line has, in reading order, and the place that each had.
pub struct Told {
    pub id: String,
    pub mapped: Mapped,
    pub order: Vec<usize>,
    pub found: Vec<Found>,
}

/// What the line of an article tells.
///
/// # Errors
/// When it is no article, has no attributions, or their spans are out of range.
pub fn told(line: &Line) -> Result<Told> {
    let article: Article = line.value().context("not an article")?;
    let mapped = Mapped::new(&article.text);
    let given =
        article.attributions.ok_or_else(|| anyhow!("{}: no \"attributions\"", article.id))?;
    let (order, found) = in_reading_order(&mapped, &given)?;
    Ok(Told { id: article.id, mapped, order, found })
}

/// Given spans as attributions in reading order, for what is judged is judged in it: who "he" is, which
/// denial answers. First the place that each had.
fn in_reading_order(mapped: &Mapped, given: &[Given]) -> Result<(Vec<usize>, Vec<Found>)> {
    let found = mapped.found(given)?;
    let first = |f: &Found| {
        let all = f.content.iter().chain(&f.cue).chain(&f.source);
        all.map(|span| span.start).min()
    };
    let mut order: Vec<usize> = (0..found.len()).collect();
    order.sort_by_key(|&at| first(&found[at]));
    let mut found: Vec<Found> = order.iter().map(|&at| found[at].clone()).collect();
    attributions::nest(&mapped.document, &mut found);
    Ok((order, found))
}

/// What is predicted of given spans, in their order.
fn given_spans(mapped: &Mapped, given: Vec<Given>) -> Result<Vec<Prediction>> {
    let (order, found) = in_reading_order(mapped, &given)?;
    let judged = predictions(mapped, &judge(&mapped.document, &found), true);
    let mut judged: Vec<(usize, Prediction)> = order.iter().copied().zip(judged).collect();
    judged.sort_by_key(|&(at, _)| at);
    let with_spans = |((_, judged), given): ((usize, Prediction), Given)| Prediction {
        source: given.source,
        cue: given.cue,
        content: given.content,
        replies_to: judged.replies_to.map(|at| order[at]),
        nested_in: judged.nested_in.map(|at| order[at]),
        ..judged
    };
    Ok(judged.into_iter().zip(given).map(with_spans).collect())
}

/// An analysis in its order; attributions inside another only when asked for.
pub fn predictions(mapped: &Mapped, analysis: &Analysis<Span>, nested: bool) -> Vec<Prediction> {
    let all = &analysis.attributions;
    let kept = |a: &&Attribution<Span>| nested || a.parent.is_none();
    let mut places = vec![None; all.len()];
    let indices = (0..all.len()).filter(|&index| kept(&&all[index]));
    for (place, index) in indices.enumerate() {
        places[index] = Some(place);
    }
    let place = |index: Option<u32>| places.get(index? as usize).copied().flatten();
    let outside = |spans: &[Span]| spans.iter().map(|&s| mapped.outside(s)).collect();
    all.iter()
        .filter(kept)
        .map(|a| {
            let actor = a.actor.map(|at| &analysis.actors[at as usize]);
            Prediction {
                source: outside(&a.source),
                cue: outside(&a.cue),
                content: outside(&a.content),
                kind: a.kind,
                kind_confidence: a.kind_confidence,
                category: category(a),
                source_kind: a.source_kind,
                actor: actor.map(|actor| actor.name.clone()),
                actor_aliases: actor
                    .into_iter()
                    .flat_map(|actor| actor.names.iter().map(move |name| (actor, name)))
                    .filter(|(actor, name)| name.how != Merge::Pronoun && name.text != actor.name)
                    .map(|(_, name)| name.text.clone())
                    .collect(),
                target: target(mapped, analysis, a),
                replies_to: place(a.replies_to),
                nested_in: place(a.parent),
            }
        })
        .collect()
}

fn target(mapped: &Mapped, analysis: &Analysis<Span>, a: &Attribution<Span>) -> Option<String> {
    let target = a.target.as_ref()?;
    if let Some(at) = target.actor {
        return Some(analysis.actors[at as usize].name.clone());
    }
    let words = |span: &Span| span.of(mapped.document.text()).to_owned();
    let words: Vec<String> = target.span.iter().map(words).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// The category of the format's list that our kind, verb and source make.
fn category<S>(a: &Attribution<S>) -> &'static str {
    match a.kind {
        Kind::Statement if matches!(a.source_kind, SourceKind::Document | SourceKind::Media) => {
            "report"
        }
        Kind::Statement if a.verb == Verb::Distancing => "claim",
        Kind::Statement | Kind::Admission | Kind::NoComment => "statement",
        Kind::Accusation => "accusation",
        Kind::Denial => "denial",
        Kind::Demand => "demand",
        Kind::Warning => "warning",
        Kind::Promise => "promise",
        Kind::Criticism => "criticism",
        Kind::Praise => "praise",
        Kind::Opinion => "opinion",
        Kind::Question => "question",
    }
}
