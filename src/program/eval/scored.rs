//! One article annotated and beside its readers: all that is counted in it.
//!
//! Leaves out the definitions, see `measures` and `judged`.

use std::{
    collections::{BTreeMap, hash_map::DefaultHasher},
    hash::Hasher as _,
};

use anyhow::{Context as _, Result, ensure};

use super::{
    gold::{Annotated, Gold},
    judged::{self, Beside},
    matched::Covered,
    measures::{self, Counts},
    tally::{Answer, Judged},
    text::Cut,
};
use crate::{
    articles::Article,
    lines::Line,
    predictions::{Asked, Prediction, predict},
};

/// What was counted in one article.
pub struct Scored {
    pub id: String,
    pub spans: Counts,
    /// Whether a reader gave kinds.
    pub has_kinds: bool,
    /// The engine beside each reader.
    pub engine: Vec<Judged>,
    /// Each of two readers beside the other.
    pub readers: Vec<Judged>,
    /// Of everything that was predicted, so that one sees whether anything changed at all.
    pub digest: u64,
}

/// Annotates the article of a line and counts.
///
/// # Errors
/// When it is no annotated article, cannot be annotated as asked, or is not what the second reader read.
pub fn score(
    line: &Line,
    second: Option<&BTreeMap<String, Annotated>>,
    asked: Asked,
) -> Result<Scored> {
    let Annotated { id, text, attributions: gold } = line.value().context("not a gold article")?;
    let other = second
        .map(|all| {
            let other = all.get(&id).context("the second reader lacks this article")?;
            ensure!(other.text == text, "the second reader has another text");
            Ok(&other.attributions)
        })
        .transpose()?;
    let given = asked.given_spans.then(|| gold.iter().map(|gold| gold.spans.clone()).collect());
    let article = Article { id: id.clone(), text: text.clone(), attributions: given };
    let predicted = predict(article, asked)?.attributions;
    let mut digest = DefaultHasher::new();
    digest.write(&serde_json::to_vec(&predicted)?);

    let cut = Cut::new(&text);
    let engine = Answers::predicted(&predicted, &cut);
    let readers: Vec<(&[Gold], Answers)> = std::iter::once(&gold)
        .chain(other)
        .map(|gold| (gold.as_slice(), Answers::read(gold, &cut)))
        .collect();
    let beside = |(gold, read): &(&[Gold], Answers), found: &Answers| {
        let beside =
            Beside { gold, read: &read.covered, answers: &found.answers, found: &found.covered };
        judged::count(&beside, asked.nested)
    };
    Ok(Scored {
        spans: measures::count(&cut, &readers[0].1.covered, &engine.covered),
        has_kinds: gold.iter().any(|gold| gold.kind.is_some()),
        engine: readers.iter().map(|reader| beside(reader, &engine)).collect(),
        readers: match readers.as_slice() {
            [one, other] => vec![beside(one, &other.1), beside(other, &one.1)],
            _ => Vec::new(),
        },
        digest: digest.finish(),
        id,
    })
}

/// What somebody says of an article's attributions, and where these stand.
struct Answers<'a> {
    answers: Vec<Answer<'a>>,
    covered: Vec<Covered>,
}

impl<'a> Answers<'a> {
    fn predicted(all: &'a [Prediction], cut: &Cut) -> Self {
        let covered = |a: &Prediction| Covered::new([&a.source, &a.cue, &a.content], cut);
        Self {
            answers: all.iter().map(Answer::from).collect(),
            covered: all.iter().map(covered).collect(),
        }
    }

    fn read(all: &'a [Gold], cut: &Cut) -> Self {
        let covered =
            |Gold { spans: a, .. }: &Gold| Covered::new([&a.source, &a.cue, &a.content], cut);
        Self {
            answers: all.iter().map(Answer::from).collect(),
            covered: all.iter().map(covered).collect(),
        }
    }
}
