//! Categories of the reader's own: what to look for, where, and which statements fit.
//!
//! A category is words or a pattern of the `regex` crate, which takes time that grows with the text and
//! never more. Leaves out names and colours, which are the reader's and the surface's.

mod accents;
mod words;
mod wrong;

use regex::{Regex, RegexBuilder};
use serde::{Deserialize, Serialize};

use self::{
    accents::{plain, plain_pattern},
    words::Words,
};
use crate::{
    analysis::{Actor, Analysis, Attribution, Block, Merge},
    span::{Piece, Span},
    text::{Document, without_accent},
};

pub use self::wrong::{Why, WrongPattern};

/// Categories that are looked for at most; those beyond are left out.
pub const MOST: usize = 12;

/// Bytes of a compiled pattern at most: room for four or five `\w`, which are most of what one takes.
const MOST_COMPILED: usize = 1 << 18;

/// Bytes of what a reader types at most.
const MOST_TYPED: usize = 1 << 17;

/// Bytes of one statement's words that a pattern looks through, a few times what a page of a book holds.
/// A pattern made to be slow takes a second for them; what its reader means stands in the first of them.
const MOST_LOOKED_THROUGH: usize = 10_000;

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

/// A category, ready to be looked for. Letters match without regard to case.
#[derive(Clone, Debug)]
pub struct Category {
    looks_for: LooksFor,
    place: Place,
    accents: bool,
}

#[derive(Clone, Debug)]
enum LooksFor {
    Words(Words),
    Pattern(Regex),
}

impl Category {
    /// Makes one ready.
    ///
    /// # Errors
    /// When nothing is looked for, when the pattern is none, too large, or found in nothing at all.
    pub fn new(spec: &CategorySpec) -> Result<Self, WrongPattern> {
        let typed = &spec.looks_for;
        if typed.len() > MOST_TYPED {
            let message = format!("more than {MOST_TYPED} bytes");
            return Err(WrongPattern::new(Why::TooLong, message));
        }
        if spec.pattern {
            let looks_for = LooksFor::Pattern(compiled(typed, spec.accents)?);
            return Ok(Self { looks_for, place: spec.place, accents: spec.accents });
        }
        let phrases = typed.split([',', '\n', ';']);
        Self::of_phrases(phrases, spec.place, spec.accents)
    }

    /// One name or phrase as it is, commas and all; accents make no difference.
    ///
    /// # Errors
    /// When there is none, or it is too long.
    pub fn name(name: &str, place: Place) -> Result<Self, WrongPattern> {
        Self::of_phrases(std::iter::once(name), place, false)
    }

    fn of_phrases<'a>(
        phrases: impl Iterator<Item = &'a str>,
        place: Place,
        accents: bool,
    ) -> Result<Self, WrongPattern> {
        let phrases: Vec<_> =
            phrases.map(|each| if accents { each.into() } else { plain(each) }).collect();
        if let Some(long) = phrases.iter().find(|p| p.chars().count() > words::LONGEST) {
            let beginning: String = long.trim().chars().take(20).collect();
            let message = format!("\u{201c}{beginning}\u{2026}\u{201d} is too long for one word");
            return Err(WrongPattern::new(Why::TooLong, message));
        }
        let words = Words::new(phrases.iter().map(AsRef::as_ref));
        if words.is_empty() {
            return Err(WrongPattern::new(Why::Nothing, "nothing to look for"));
        }
        Ok(Self { looks_for: LooksFor::Words(words), place, accents })
    }

    /// Whether it is found in `text`. Time grows with the text.
    #[must_use]
    pub fn fits(&self, text: &str) -> bool {
        match &self.looks_for {
            LooksFor::Words(words) => words.found(self.letters(text), text.len()).next().is_some(),
            LooksFor::Pattern(pattern) if self.accents => pattern.is_match(text),
            LooksFor::Pattern(pattern) => pattern.is_match(&plain(text)),
        }
    }

    /// Where it is found in `text`: bytes, in order, none overlapping, `most` at most. Time grows with
    /// the text and with `most`.
    #[must_use]
    pub fn found(&self, text: &str, most: usize) -> Vec<Span> {
        let pattern = match &self.looks_for {
            LooksFor::Words(words) => {
                let found = words.found(self.letters(text), text.len());
                return found.take(most).collect();
            }
            LooksFor::Pattern(pattern) => pattern,
        };
        let matched = |text: &str| -> Vec<Span> {
            let found = pattern.find_iter(text).filter(|m| !m.is_empty());
            found.take(most).map(|m| Span::new(m.start(), m.end())).collect()
        };
        if self.accents {
            return matched(text);
        }
        // A letter may lose bytes with its accent: each byte of the plain text knows where it was.
        let (mut letters, mut bytes) = (String::with_capacity(text.len()), Vec::new());
        for (c, at) in self.letters(text) {
            letters.push(c);
            bytes.resize(letters.len(), at);
        }
        let end = |at: usize| bytes.get(at).copied().unwrap_or(text.len());
        matched(&letters).into_iter().map(|m| Span::new(end(m.start), end(m.end))).collect()
    }

    /// The letters of a text as they are compared, with the byte at which each stands.
    fn letters<'a>(&self, text: &'a str) -> impl Iterator<Item = (char, usize)> + use<'a> {
        let accents = self.accents;
        text.char_indices().filter_map(move |(at, c)| {
            let letter = if accents { Some(c) } else { without_accent(c) };
            letter.map(|letter| (letter, at))
        })
    }
}

/// A pattern, made ready; accents are taken off where they make no difference.
fn compiled(typed: &str, accents: bool) -> Result<Regex, WrongPattern> {
    if typed.trim().is_empty() {
        return Err(WrongPattern::new(Why::Nothing, "nothing to look for"));
    }
    let pattern = if accents { typed.into() } else { plain_pattern(typed) };
    let compiled = RegexBuilder::new(&pattern)
        .case_insensitive(true)
        .size_limit(MOST_COMPILED)
        .dfa_size_limit(MOST_COMPILED)
        .build();
    match compiled {
        Ok(pattern) if pattern.is_match("") => {
            let message = "it is found in nothing at all";
            Err(WrongPattern::new(Why::Everywhere, message))
        }
        Ok(pattern) => Ok(pattern),
        Err(error) => Err(WrongPattern::of(typed, &error)),
    }
}

/// Tells each attribution which of the categories it fits, by their index. Those beyond [`MOST`] are
/// left out; one that is none (a pattern that was refused) fits nothing and keeps its place.
#[doc(hidden)]
pub fn mark(document: &Document, analysis: &mut Analysis<Span>, categories: &[Option<Category>]) {
    let words = |span: &Span| span.of(document.text()).to_owned();
    let fits = all_fitting(analysis, categories, words);
    for (a, fits) in analysis.attributions.iter_mut().zip(fits) {
        a.categories = fits;
    }
}

/// The same of an analysis that there is already, corrected or not: of each attribution the indices of
/// the categories that it fits. Pieces that lie in no block have no words, and indices that lead to no
/// actor no names.
#[must_use]
pub fn fitting(
    blocks: &[Block],
    analysis: &Analysis<Piece>,
    categories: &[Option<Category>],
) -> Vec<Vec<u32>> {
    let texts = blocks.iter().map(|b| b.text.encode_utf16().collect());
    let texts: Vec<Vec<u16>> = texts.collect();
    let words = |piece: &Piece| {
        let text = texts.get(piece.block as usize);
        let units = text.and_then(|text| text.get(piece.start as usize..piece.end as usize));
        String::from_utf16_lossy(units.unwrap_or_default())
    };
    all_fitting(analysis, categories, words)
}

fn all_fitting<S>(
    analysis: &Analysis<S>,
    categories: &[Option<Category>],
    words: impl Fn(&S) -> String,
) -> Vec<Vec<u32>> {
    let mut all = vec![Vec::new(); analysis.attributions.len()];
    for (index, category) in (0..).zip(categories.iter().take(MOST)) {
        let Some(category) = category else { continue };
        let actors = named(category, &analysis.actors);
        for (a, fitting) in analysis.attributions.iter().zip(&mut all) {
            if fits(category, a, &actors, &words) {
                fitting.push(index);
            }
        }
    }
    all
}

/// Whether a category looks for this attribution; `actors` says it of each actor.
fn fits<S>(
    category: &Category,
    a: &Attribution<S>,
    actors: &[bool],
    words: impl Fn(&S) -> String,
) -> bool {
    let place = |at| category.place == at || category.place == Place::Anywhere;
    // What goes over several blocks or fragments is read as one.
    let said = |spans: &[S]| {
        let mut text = spans.iter().map(&words).collect::<Vec<_>>().join(" ");
        if matches!(category.looks_for, LooksFor::Pattern(_)) {
            text.truncate(text.floor_char_boundary(MOST_LOOKED_THROUGH));
        }
        !spans.is_empty() && category.fits(&text)
    };
    let known = |actor: Option<u32>| actor.is_some_and(|at| actors.get(at as usize) == Some(&true));
    place(Place::Said) && said(&a.content)
        || place(Place::Speaker) && (known(a.actor) || known(a.through) || said(&a.source))
        || place(Place::Target)
            && a.target.as_ref().is_some_and(|target| known(target.actor) || said(&target.span))
}

/// Of each actor, whether a name of it, of the body that it speaks for, or of those that it is, fits.
fn named(category: &Category, actors: &[Actor]) -> Vec<bool> {
    if category.place == Place::Said {
        return vec![false; actors.len()];
    }
    // A pronoun is nobody's name.
    let fits = |actor: &Actor| {
        let names = actor.names.iter().filter(|n| n.how != Merge::Pronoun);
        category.fits(&actor.name) || names.into_iter().any(|n| category.fits(&n.text))
    };
    let own: Vec<bool> = actors.iter().map(fits).collect();
    actors
        .iter()
        .enumerate()
        .map(|(at, actor)| {
            let others = actor.members.iter().chain(&actor.speaks_for);
            own[at] || others.into_iter().any(|&other| own.get(other as usize) == Some(&true))
        })
        .collect()
}

#[cfg(test)]
mod tests;
