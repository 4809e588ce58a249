//! Reads a labelled article: marked text, a line of dashes, one label a line.

use ascribe::{attributions::Found, text::Document};

use crate::marks;

/// An article with what is right about it.
pub struct Article {
    pub name: String,
    pub document: Document,
    pub found: Vec<Found>,
    pub labels: Vec<Label>,
}

/// What is right about one attribution; alternatives are separated by commas in the file.
#[derive(Debug, Default)]
pub struct Label {
    /// Kinds that are right, the best first, in their serialised names.
    pub kinds: Vec<String>,
    /// Names that are right; empty when there is no actor, `?` when none may be told.
    pub actors: Vec<String>,
    pub unnamed: bool,
    pub verb: Option<String>,
    pub via: Option<String>,
    /// The target's name; `-` when there must be none.
    pub target: Option<String>,
    /// Number of the attribution that this one answers.
    pub replies: Option<usize>,
    pub state: Option<String>,
}

/// Reads one file. The error names the line.
pub fn read(name: &str, file: &str) -> Result<Article, String> {
    let (text, labels) = file.split_once("\n---\n").ok_or("no line of dashes")?;
    let (document, found) = marks::read(text)?;
    let labels: Vec<Label> = labels
        .lines()
        .enumerate()
        .map(|(at, line)| label(line, at + 1))
        .collect::<Result<_, _>>()?;
    if !found.keys().copied().eq(1..=labels.len()) {
        let numbers: Vec<_> = found.keys().collect();
        return Err(format!("marks {numbers:?} for {} labels", labels.len()));
    }
    Ok(Article { name: name.to_owned(), document, found: found.into_values().collect(), labels })
}

fn label(line: &str, number: usize) -> Result<Label, String> {
    let mut fields = line.split(" | ");
    let mut next = || fields.next().ok_or_else(|| format!("{line:?}: a field is missing"));
    if next()? != number.to_string() {
        return Err(format!("{line:?}: expected number {number}"));
    }
    let list = |field: &str| -> Vec<String> { field.split(',').map(str::to_owned).collect() };
    let mut label = Label { kinds: list(next()?), actors: list(next()?), ..Label::default() };
    label.actors.retain(|a| a != "-");
    for field in fields {
        match field.split_once(' ') {
            None if field == "unnamed" => label.unnamed = true,
            Some(("verb", verb)) => label.verb = Some(verb.to_owned()),
            Some(("via", source)) => label.via = Some(source.to_owned()),
            Some(("target", target)) => label.target = Some(target.to_owned()),
            Some(("replies", to)) => {
                label.replies = Some(to.parse().map_err(|_| format!("{line:?}: replies to what?"))?)
            }
            Some(("state", state)) => label.state = Some(state.to_owned()),
            _ => return Err(format!("{line:?}: {field:?} is no field")),
        }
    }
    Ok(label)
}
