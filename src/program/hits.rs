//! Statements that were found, drawn for a terminal or as JSON: one paragraph each.
//!
//! What a text says is data: control characters never reach the terminal. Leaves out the search.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use anyhow::Result;
use ascribe::{
    Analysis,
    analysis::{Actor, Attribution},
    span::Piece,
};
use serde::Serialize;

use super::{
    inputs::Text,
    render::{clean, name, push, style},
};

/// Where a hit stands.
const PLACE: Style = Style::new().fg_color(Some(anstyle::Color::Ansi(AnsiColor::Magenta)));
/// Who says it.
const WHO: Style = Style::new().bold();
/// Paragraphs around it.
const AROUND: Style = Style::new().dimmed();

/// The statements of a text that are shown.
pub struct Hits<'a> {
    pub text: &'a Text,
    pub analysis: &'a Analysis<Piece>,
    /// Their indices, in reading order.
    pub shown: &'a [usize],
}

impl Hits<'_> {
    fn actor(&self, at: Option<u32>) -> Option<&Actor> {
        at.map(|at| &self.analysis.actors[at as usize])
    }

    /// The words of these pieces; those of another block or fragment after an ellipsis.
    fn words(&self, pieces: &[Piece]) -> String {
        let mut words = String::new();
        for piece in pieces {
            if !words.is_empty() {
                words.push_str(" … ");
            }
            let units: Vec<u16> = self.text.blocks[piece.block as usize]
                .text
                .encode_utf16()
                .skip(piece.start as usize)
                .take((piece.end - piece.start) as usize)
                .collect();
            words.push_str(&String::from_utf16_lossy(&units));
        }
        words
    }
}

/// The hits as lines: file and paragraph, who, kind and whom, then the paragraph with the words marked
/// and `context` paragraphs before and after it.
pub fn draw(hits: &Hits<'_>, context: usize, coloured: bool) -> String {
    let mut out = String::new();
    for &at in hits.shown {
        let a = &hits.analysis.attributions[at];
        let Some(first) = a.content.first().or(a.cue.first()).map(|p| p.block as usize) else {
            continue;
        };
        let last = a.content.last().map_or(first, |p| p.block as usize);
        head(&mut out, hits, a, first, coloured);
        let around = first.saturating_sub(context)..hits.text.blocks.len().min(last + context + 1);
        for block in around {
            if (first..=last).contains(&block) {
                marked(&mut out, hits, a, block, coloured);
            } else {
                let words = clean(&hits.text.blocks[block].text);
                let _ = writeln!(out, "  {}", styled(&words, AROUND, coloured));
            }
        }
        out.push('\n');
    }
    out
}

/// `story.txt:3 Ada Brook · accusation → Lund Water`
fn head(out: &mut String, hits: &Hits<'_>, a: &Attribution<Piece>, block: usize, coloured: bool) {
    let mut place = clean(&hits.text.path.display().to_string());
    if let Some(id) = &hits.text.id {
        let _ = write!(place, "#{}", clean(id));
    }
    let _ = write!(place, ":{}", block + 1);
    let who = match hits.actor(a.actor) {
        Some(actor) => clean(&actor.name),
        None if a.source.is_empty() => "not named".to_owned(),
        None => clean(&hits.words(&a.source)),
    };
    let kind = styled(name(a.kind), style(a.kind.group()), coloured);
    let _ =
        write!(out, "{} {} · {kind}", styled(&place, PLACE, coloured), styled(&who, WHO, coloured));
    if let Some(target) = &a.target {
        let whom = hits.actor(target.actor).map(|actor| actor.name.clone());
        let whom = whom.unwrap_or_else(|| hits.words(&target.span));
        let _ = write!(out, " → {}", clean(&whom));
    }
    out.push('\n');
}

/// A block with the words of its source, cue and content marked; in brackets where colours are not.
fn marked(out: &mut String, hits: &Hits<'_>, a: &Attribution<Piece>, block: usize, coloured: bool) {
    let of = |pieces: &[Piece], style: Style| -> Vec<(usize, usize, Style)> {
        pieces
            .iter()
            .filter(|p| p.block as usize == block)
            .map(|p| (p.start as usize, p.end as usize, style))
            .collect()
    };
    let mut marks = of(&a.content, style(a.kind.group()));
    if coloured {
        marks.extend(of(&a.source, WHO));
        marks.extend(of(&a.cue, Style::new().italic()));
    }
    marks.sort_by_key(|&(start, end, _)| (start, end));
    let text: Vec<u16> = hits.text.blocks[block].text.encode_utf16().collect();
    let mut at = 0;
    out.push_str("  ");
    for (start, end, style) in marks {
        let start = start.max(at);
        if start >= end {
            continue;
        }
        push(out, &text[at..start]);
        let (before, after) = if coloured {
            (style.render().to_string(), style.render_reset().to_string())
        } else {
            ("[".to_owned(), "]".to_owned())
        };
        out.push_str(&before);
        push(out, &text[start..end]);
        out.push_str(&after);
        at = end;
    }
    push(out, &text[at..]);
    out.push('\n');
}

fn styled(text: &str, style: Style, coloured: bool) -> String {
    if coloured { format!("{style}{text}{style:#}") } else { text.to_owned() }
}

#[derive(Serialize)]
struct Hit<'a> {
    path: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    /// Its place in the text's own list of attributions, which its indices are into.
    index: usize,
    actor: Option<&'a Actor>,
    target: Option<String>,
    source: String,
    cue: String,
    content: String,
    /// The whole of it; offsets are UTF-16 code units within the text's paragraphs.
    attribution: &'a Attribution<Piece>,
}

/// The hits as JSON, a line each.
///
/// # Errors
/// None that a text could bring about.
pub fn json(hits: &Hits<'_>) -> Result<String> {
    let mut out = String::new();
    for &index in hits.shown {
        let attribution = &hits.analysis.attributions[index];
        let target = attribution.target.as_ref().map(|target| {
            let actor = hits.actor(target.actor).map(|actor| actor.name.clone());
            actor.unwrap_or_else(|| hits.words(&target.span))
        });
        let hit = Hit {
            path: hits.text.path.display().to_string(),
            id: hits.text.id.as_deref(),
            index,
            actor: hits.actor(attribution.actor),
            target,
            source: hits.words(&attribution.source),
            cue: hits.words(&attribution.cue),
            content: hits.words(&attribution.content),
            attribution,
        };
        out.push_str(&serde_json::to_string(&hit)?);
        out.push('\n');
    }
    Ok(out)
}
