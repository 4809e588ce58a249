//! Reads a labelled article: marked text, a line of dashes, one label a line.

use std::collections::BTreeMap;

use ascribe::{
    analysis::{Block, Form, Role},
    attributions::{Found, form},
    span::Span,
    text::Document,
};

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

/// Fragments of one attribution: source, cue, content; block, start, end within the block.
type Fragments = [Vec<(usize, usize, usize)>; 3];

/// Reads one file. The error names the line.
pub fn read(name: &str, file: &str) -> Result<Article, String> {
    let (text, labels) = file.split_once("\n---\n").ok_or("no line of dashes")?;
    let mut marks: BTreeMap<usize, Fragments> = BTreeMap::new();
    let mut blocks = Vec::new();
    for (index, block) in text.split("\n\n").enumerate() {
        let (role, marked) = match block.strip_prefix("# ") {
            Some(rest) => (Role::Headline, rest),
            None => (Role::Body, block),
        };
        let text = unmark(index, marked, &mut marks)?;
        blocks.push(Block { text, role });
    }
    let document = Document::new(&blocks);
    let spans = |fragments: &[(usize, usize, usize)]| -> Vec<Span> {
        let mut spans: Vec<Span> = fragments
            .iter()
            .map(|&(block, start, end)| {
                let zero = document.paragraphs()[block].span.start;
                Span::new(zero + start, zero + end)
            })
            .collect();
        spans.sort_unstable();
        spans
    };
    let found = marks
        .values()
        .map(|[source, cue, content]| {
            let content = spans(content);
            Found {
                source: spans(source),
                cue: spans(cue),
                form: if content.is_empty() {
                    Form::Indirect
                } else {
                    form(&document, &content)
                },
                content,
                parent: None,
                confidence: 1.0,
            }
        })
        .collect();
    let labels: Vec<Label> = labels
        .lines()
        .enumerate()
        .map(|(at, line)| label(line, at + 1))
        .collect::<Result<_, _>>()?;
    let numbers: Vec<usize> = marks.keys().copied().collect();
    if numbers != (1..=labels.len()).collect::<Vec<_>>() {
        return Err(format!("marks {numbers:?} for {} labels", labels.len()));
    }
    Ok(Article {
        name: name.to_owned(),
        document,
        found,
        labels,
    })
}

/// The text of a block without its marks, which are added to `marks`.
fn unmark(
    block: usize,
    marked: &str,
    marks: &mut BTreeMap<usize, Fragments>,
) -> Result<String, String> {
    let mut text = String::new();
    let mut open: Vec<(char, Vec<usize>, usize)> = Vec::new();
    let mut chars = marked.chars().peekable();
    while let Some(c) = chars.next() {
        let opens = "[<{".contains(c) && chars.peek().is_some_and(char::is_ascii_digit);
        if opens {
            let mut numbers = String::new();
            for c in chars.by_ref() {
                if c == ' ' {
                    break;
                }
                numbers.push(c);
            }
            let numbers = numbers
                .split(',')
                .map(|n| {
                    n.parse()
                        .map_err(|_| format!("{n:?} is no number in {marked:?}"))
                })
                .collect::<Result<_, _>>()?;
            open.push((c, numbers, text.len()));
        } else if let Some(role) = "]>}".find(c) {
            let (opened, numbers, start) = open
                .pop()
                .ok_or_else(|| format!("{c} closes nothing in {marked:?}"))?;
            if "[<{".find(opened) != Some(role) {
                return Err(format!("{opened} is closed by {c} in {marked:?}"));
            }
            for number in numbers {
                marks.entry(number).or_default()[role].push((block, start, text.len()));
            }
        } else {
            text.push(if c == '\n' { ' ' } else { c });
        }
    }
    open.is_empty()
        .then_some(text)
        .ok_or_else(|| format!("a mark stays open in {marked:?}"))
}

fn label(line: &str, number: usize) -> Result<Label, String> {
    let mut fields = line.split(" | ");
    let mut next = || {
        fields
            .next()
            .ok_or_else(|| format!("{line:?}: a field is missing"))
    };
    if next()? != number.to_string() {
        return Err(format!("{line:?}: expected number {number}"));
    }
    let list = |field: &str| -> Vec<String> { field.split(',').map(str::to_owned).collect() };
    let mut label = Label {
        kinds: list(next()?),
        actors: list(next()?),
        ..Label::default()
    };
    label.actors.retain(|a| a != "-");
    for field in fields {
        match field.split_once(' ') {
            None if field == "unnamed" => label.unnamed = true,
            Some(("verb", verb)) => label.verb = Some(verb.to_owned()),
            Some(("via", source)) => label.via = Some(source.to_owned()),
            Some(("target", target)) => label.target = Some(target.to_owned()),
            Some(("replies", to)) => {
                label.replies = Some(
                    to.parse()
                        .map_err(|_| format!("{line:?}: replies to what?"))?,
                )
            }
            Some(("state", state)) => label.state = Some(state.to_owned()),
            _ => return Err(format!("{line:?}: {field:?} is no field")),
        }
    }
    Ok(label)
}
