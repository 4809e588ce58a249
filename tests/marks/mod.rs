//! Articles of tests with their spans marked: `[1 source]`, `<1 cue>`, `{1 content}`. Marks nest, and a
//! number may come back; `[1,2 …]` belongs to two.
//!
//! Blocks are parted by an empty line, `# ` opens a headline. Leaves out what is right about the spans.

use std::collections::BTreeMap;

use ascribe::{
    analysis::{Block, Form, Role},
    attributions::{Found, form},
    span::Span,
    text::Document,
};

/// Fragments of one attribution: source, cue, content; block, start, end within the block.
type Fragments = [Vec<(usize, usize, usize)>; 3];

/// The text without its marks, and what they mark by number. The error shows what cannot be read.
pub fn read(text: &str) -> Result<(Document, BTreeMap<usize, Found>), String> {
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
        .into_iter()
        .map(|(number, [source, cue, content])| {
            let content = spans(&content);
            let found = Found {
                source: spans(&source),
                cue: spans(&cue),
                form: if content.is_empty() { Form::Indirect } else { form(&document, &content) },
                content,
                parent: None,
                confidence: 1.0,
            };
            (number, found)
        })
        .collect();
    Ok((document, found))
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
                .map(|n| n.parse().map_err(|_| format!("{n:?} is no number in {marked:?}")))
                .collect::<Result<_, _>>()?;
            open.push((c, numbers, text.len()));
        } else if let Some(role) = "]>}".find(c) {
            let (opened, numbers, start) =
                open.pop().ok_or_else(|| format!("{c} closes nothing in {marked:?}"))?;
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
    open.is_empty().then_some(text).ok_or_else(|| format!("a mark stays open in {marked:?}"))
}
