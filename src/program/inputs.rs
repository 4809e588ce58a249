//! Texts of many kinds, one after the other: files, folders walked, saved pages, lines of articles.
//!
//! Order is that of the arguments, within a folder that of names. Leaves out what is done with a text.

use std::{
    fs::{self, File},
    io::BufReader,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result};
use ascribe::Block;
use ignore::WalkBuilder;

use super::{
    articles::{Article, paragraphs},
    lines::{Line, Lines, MOST_MIB},
    page,
};

/// Names of files that are read in a folder, by their endings.
const TEXTS: &[&str] = &["htm", "html", "jsonl", "md", "ndjson", "txt", "xhtml"];

/// A text that has not been read yet.
pub enum Input {
    /// A file, or standard input under "-".
    File(PathBuf),
    /// A line of articles, and its file.
    Line(PathBuf, Line),
}

/// A text as blocks.
pub struct Text {
    pub path: PathBuf,
    /// Of an article in a file of many.
    pub id: Option<String>,
    pub blocks: Vec<Block>,
}

impl Input {
    /// What it is called in a report of what is wrong with it.
    pub fn name(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Line(path, line) => format!("{}:{}", path.display(), line.number),
        }
    }

    /// Bytes that it is held with.
    pub fn held(&self) -> usize {
        match self {
            Self::File(_) => 0,
            Self::Line(_, line) => line.bytes().len(),
        }
    }

    /// Reads it.
    ///
    /// # Errors
    /// When it cannot be read, is no article, or has too many bytes.
    pub fn text(&self) -> Result<Text> {
        match self {
            Self::File(path) => {
                Ok(Text { path: path.clone(), id: None, blocks: page::read(path)? })
            }
            Self::Line(path, line) => {
                let Article { id, text, .. } = line.value().context("not an article")?;
                Ok(Text { path: path.clone(), id: Some(id), blocks: paragraphs(&text).1 })
            }
        }
    }
}

/// The texts under these paths; what cannot be opened or walked comes as an error in its place.
pub fn inputs(paths: &[PathBuf]) -> impl Iterator<Item = Result<Input>> {
    paths.iter().cloned().flat_map(under)
}

type Inputs = Box<dyn Iterator<Item = Result<Input>>>;

fn under(path: PathBuf) -> Inputs {
    let is_folder = fs::metadata(&path).is_ok_and(|m| m.is_dir());
    if !is_folder {
        return of_file(path);
    }
    // As grep of today walks: what is hidden or told to be ignored is passed over.
    let walk = WalkBuilder::new(&path).sort_by_file_name(Ord::cmp).build();
    Box::new(walk.flat_map(|entry| -> Inputs {
        match entry {
            Ok(entry) if entry.file_type().is_some_and(|t| t.is_file()) => {
                let path = entry.into_path();
                if ending(&path).is_some_and(|e| TEXTS.contains(&e.as_str())) {
                    of_file(path)
                } else {
                    Box::new(std::iter::empty())
                }
            }
            Ok(_) => Box::new(std::iter::empty()),
            Err(error) => Box::new(std::iter::once(Err(error.into()))),
        }
    }))
}

fn ending(path: &Path) -> Option<String> {
    Some(path.extension()?.to_str()?.to_ascii_lowercase())
}

fn of_file(path: PathBuf) -> Inputs {
    if !matches!(ending(&path).as_deref(), Some("jsonl" | "ndjson")) {
        return Box::new(std::iter::once(Ok(Input::File(path))));
    }
    let cannot = move |path: &Path| format!("cannot read {}", path.display());
    match File::open(&path).with_context(|| cannot(&path)) {
        Ok(file) => Box::new(Lines::new(BufReader::new(file), MOST_MIB << 20).map(move |line| {
            let line = line.with_context(|| cannot(&path))?;
            Ok(Input::Line(path.clone(), line))
        })),
        Err(error) => Box::new(std::iter::once(Err(error))),
    }
}
