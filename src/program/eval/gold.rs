//! Articles that a person has annotated, as `ascribe eval` reads them.
//!
//! Leaves out what is made of them; see `measures` for spans and `judged` for what they do.

use std::{
    collections::BTreeMap,
    fs::File,
    io::{self, BufReader},
    path::Path,
};

use anyhow::{Context as _, Result, ensure};
use ascribe::analysis::Kind;
use serde::Deserialize;

use crate::{
    articles::Given,
    lines::{Line, Lines, MOST_MIB},
};

/// An annotated article.
#[derive(Deserialize)]
pub struct Annotated {
    pub id: String,
    pub text: String,
    pub attributions: Vec<Gold>,
}

/// One of its attributions. What a line has beyond this is not read.
#[derive(Deserialize)]
pub struct Gold {
    #[serde(flatten)]
    pub spans: Given,
    #[serde(default)]
    pub kind: Option<Kind>,
    /// A second kind that would also be right.
    #[serde(default)]
    pub kind_alt: Option<Kind>,
    #[serde(default)]
    pub actor: Option<String>,
    #[serde(default)]
    pub actor_aliases: Option<Vec<String>>,
    #[serde(default)]
    pub target: Option<String>,
    #[serde(default)]
    pub target_aliases: Option<Vec<String>>,
    /// Index of what a denial answers.
    #[serde(default)]
    pub replies_to: Option<usize>,
    /// Index of the one in whose content it stands.
    #[serde(default)]
    pub nested_in: Option<usize>,
    /// Another careful reader may leave it out.
    #[serde(default)]
    pub weak: bool,
}

/// The lines of a file.
///
/// # Errors
/// When it cannot be read.
pub fn lines(path: &Path) -> Result<Vec<Line>> {
    let context = || format!("cannot read {}", path.display());
    let file = File::open(path).with_context(context)?;
    Lines::new(BufReader::new(file), MOST_MIB << 20)
        .collect::<io::Result<_>>()
        .with_context(context)
}

/// All articles of a file by their id.
///
/// # Errors
/// When it cannot be read, a line is no annotated article, or an id occurs twice.
pub fn by_id(path: &Path) -> Result<BTreeMap<String, Annotated>> {
    let name = path.display();
    let mut all = BTreeMap::new();
    for line in lines(path)? {
        let at = line.number;
        let article: Annotated =
            line.value().with_context(|| format!("{name}:{at}: not a gold article"))?;
        let twice = all.insert(article.id.clone(), article);
        ensure!(twice.is_none(), "{name}:{at}: its id occurs twice");
    }
    Ok(all)
}
