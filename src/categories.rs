//! Categories of the reader's own: what to look for, where, and which statements fit.
//!
//! A category is words or a pattern of the `regex` crate, which takes time that grows with the text and
//! never more. Leaves out names and colours, which are the reader's and the surface's.

use std::fmt;

use regex::{Regex, RegexBuilder};
use serde::{Deserialize, Serialize};

use crate::{
    analysis::{Actor, Analysis, Attribution, Merge},
    span::Span,
    text::{Document, without_accent},
};

/// Categories that are looked for at most; those beyond are left out.
pub const MOST: usize = 12;

/// Bytes of a compiled pattern at most.
const MOST_COMPILED: usize = 1 << 20;

/// Bytes of what a reader types at most.
const MOST_TYPED: usize = 1 << 17;

/// What a reader asks for.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct CategorySpec {
    /// Words parted by commas or line ends, or a pattern.
    pub looks_for: String,
    /// Whether that is a pattern of the `regex` crate.
    pub pattern: bool,
    /// Where it is looked for.
    pub place: Place,
    /// Whether an accent makes another letter.
    pub accents: bool,
}

/// Where a category is looked for.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// In what is said.
    Said,
    /// In who says it: the words, and every name of the actor and of the body that it speaks for.
    Speaker,
    /// In whom it is aimed at, likewise.
    Target,
    /// In all of these.
    #[default]
    Anywhere,
}

/// Why there is no such category, in words to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongPattern(String);

impl fmt::Display for WrongPattern {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for WrongPattern {}

/// A category, ready to be looked for. Letters match without regard to case.
#[derive(Clone, Debug)]
pub struct Category {
    pattern: Regex,
    place: Place,
    accents: bool,
}

impl Category {
    /// Makes one ready.
    ///
    /// # Errors
    /// When nothing is looked for, when the pattern is none, too large, or found in nothing at all;
    /// what is wrong with a pattern is said by `regex`.
    pub fn new(spec: &CategorySpec) -> Result<Self, WrongPattern> {
        let wrong = |why: String| Err(WrongPattern(why));
        if spec.looks_for.len() > MOST_TYPED {
            return wrong(format!("more than {MOST_TYPED} bytes"));
        }
        let typed = if spec.accents {
            spec.looks_for.clone()
        } else {
            plain(&spec.looks_for)
        };
        let pattern = if spec.pattern {
            typed
        } else {
            of_words(&typed)
        };
        if pattern.trim().is_empty() {
            return wrong("nothing to look for".into());
        }
        let compiled = RegexBuilder::new(&pattern)
            .case_insensitive(true)
            .size_limit(MOST_COMPILED)
            .dfa_size_limit(MOST_COMPILED)
            .build();
        match compiled {
            Ok(pattern) if pattern.is_match("") => wrong("it is found in nothing at all".into()),
            Ok(pattern) => Ok(Self {
                pattern,
                place: spec.place,
                accents: spec.accents,
            }),
            Err(error) => wrong(error.to_string()),
        }
    }

    /// Whether it is found in `text`. Time grows with the text.
    #[must_use]
    pub fn fits(&self, text: &str) -> bool {
        if self.accents {
            self.pattern.is_match(text)
        } else {
            self.pattern.is_match(&plain(text))
        }
    }

    /// Where it is found in `text`: bytes, in order, none overlapping, `most` at most. Time grows with
    /// the text and with `most`.
    #[must_use]
    pub fn found(&self, text: &str, most: usize) -> Vec<Span> {
        let matched = |text: &str| -> Vec<Span> {
            self.pattern
                .find_iter(text)
                .take(most)
                .filter(|m| !m.is_empty())
                .map(|m| Span::new(m.start(), m.end()))
                .collect()
        };
        if self.accents {
            return matched(text);
        }
        // A letter may lose bytes with its accent: each byte of the plain text knows where it was.
        let (mut letters, mut bytes) = (String::with_capacity(text.len()), Vec::new());
        for (at, c) in text.char_indices() {
            if let Some(c) = without_accent(c) {
                letters.push(c);
                bytes.resize(letters.len(), at);
            }
        }
        let end = |at: usize| bytes.get(at).copied().unwrap_or(text.len());
        matched(&letters)
            .into_iter()
            .map(|m| Span::new(end(m.start), end(m.end)))
            .collect()
    }
}

/// Words parted by commas or line ends, as a pattern that finds them whole.
fn of_words(typed: &str) -> String {
    let words = typed
        .split([',', '\n', ';'])
        .map(str::trim)
        .filter(|word| !word.is_empty());
    let whole = |word: &str| {
        let border = |c: Option<char>| {
            let in_word = c.is_some_and(|c| c.is_alphanumeric() || c == '_');
            if in_word { r"\b" } else { "" }
        };
        // Whatever stands between two words of a name on the page.
        let parts: Vec<String> = word.split_whitespace().map(regex::escape).collect();
        format!(
            "{}{}{}",
            border(word.chars().next()),
            parts.join(r"\s+"),
            border(word.chars().next_back())
        )
    };
    words.map(whole).collect::<Vec<_>>().join("|")
}

/// Text without accents.
fn plain(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    text.chars().filter_map(without_accent).collect()
}

/// Tells each attribution which of the categories it fits, by their index. Those beyond [`MOST`] are
/// left out; one that is none (a pattern that was refused) fits nothing and keeps its place.
pub fn mark(document: &Document, analysis: &mut Analysis<Span>, categories: &[Option<Category>]) {
    let Analysis {
        attributions,
        actors,
        ..
    } = analysis;
    for (index, category) in (0..).zip(categories.iter().take(MOST)) {
        let Some(category) = category else { continue };
        let actors = fitting(category, actors);
        for a in attributions.iter_mut() {
            if fits(category, document, a, &actors) {
                a.categories.push(index);
            }
        }
    }
}

/// Whether a category looks for this attribution; `actors` says it of each actor.
fn fits(category: &Category, document: &Document, a: &Attribution<Span>, actors: &[bool]) -> bool {
    let place = |at| category.place == at || category.place == Place::Anywhere;
    // What goes over several blocks or fragments is read as one.
    let words = |spans: &[Span]| {
        let words: Vec<&str> = spans.iter().map(|s| s.of(document.text())).collect();
        !words.is_empty() && category.fits(&words.join(" "))
    };
    let known = |actor: Option<u32>| actor.is_some_and(|at| actors[at as usize]);
    place(Place::Said) && words(&a.content)
        || place(Place::Speaker) && (known(a.actor) || known(a.through) || words(&a.source))
        || place(Place::Target)
            && a.target
                .as_ref()
                .is_some_and(|target| known(target.actor) || words(&target.span))
}

/// Of each actor, whether a name of it, of the body that it speaks for, or of those that it is, fits.
fn fitting(category: &Category, actors: &[Actor]) -> Vec<bool> {
    if category.place == Place::Said {
        return vec![false; actors.len()];
    }
    // A pronoun is nobody's name.
    let named = |actor: &Actor| {
        let names = actor.names.iter().filter(|n| n.how != Merge::Pronoun);
        category.fits(&actor.name) || names.into_iter().any(|n| category.fits(&n.text))
    };
    let own: Vec<bool> = actors.iter().map(named).collect();
    actors
        .iter()
        .enumerate()
        .map(|(at, actor)| {
            let others = actor.members.iter().chain(&actor.speaks_for);
            own[at] || others.into_iter().any(|&other| own[other as usize])
        })
        .collect()
}

#[cfg(test)]
mod tests;
