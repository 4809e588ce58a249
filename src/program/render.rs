//! An analysis drawn for a terminal: marked text, a line for each statement, a table of actors.
//!
//! Without colour the marks are brackets with the number of the statement. What a page says is data:
//! control characters never reach the terminal.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use ascribe::{
    Analysis, Block, Decided,
    analysis::{Actor, Attribution, Group, Kind},
    span::Piece,
};

/// The last line, as everywhere else.
pub const NOTE: &str = "A mark shows that someone said it, not that it is true.";

/// The drawn analysis. `why`, if it is to be told, has one for each attribution; `coloured` chooses styles over brackets.
pub fn render(
    blocks: &[Block],
    analysis: &Analysis<Piece>,
    why: Option<&[Decided]>,
    coloured: bool,
) -> String {
    let mut out = String::new();
    let texts: Vec<Vec<u16>> = blocks.iter().map(|b| b.text.encode_utf16().collect()).collect();
    // What is marked in each block, and what is told under it.
    let mut marks: Vec<Vec<Mark>> = vec![Vec::new(); blocks.len()];
    let mut told: Vec<Vec<Numbered>> = vec![Vec::new(); blocks.len()];
    for (at, a) in analysis.attributions.iter().enumerate() {
        // Nested ones are told by their line alone.
        for p in a.content.iter().filter(|_| a.parent.is_none()) {
            let style = style(a.kind.group());
            marks[p.block as usize].push((p.start as usize, p.end as usize, at + 1, style));
        }
        if let Some(block) = first_block(a) {
            told[block].push((at + 1, a));
        }
    }
    for ((text, marks), told) in texts.iter().zip(marks).zip(told) {
        draw_block(&mut out, text, marks, coloured);
        for (number, a) in told {
            line(&mut out, number, a, analysis, &texts, coloured);
            if let Some(Decided { found_by, kind_by }) = why.and_then(|why| why.get(number - 1)) {
                let _ = writeln!(out, "      found by: {found_by} · kind by: {kind_by}");
            }
        }
        out.push('\n');
    }
    table(&mut out, analysis);
    if analysis.attributions.is_empty() {
        out.push_str("Nothing was found here; it may still be someone's words.\n");
    }
    let _ = writeln!(out, "{NOTE}");
    out
}

/// Start and end in UTF-16 units of its block, the number of the statement, its style.
type Mark = (usize, usize, usize, Style);

/// A statement with its number, from 1.
type Numbered<'a> = (usize, &'a Attribution<Piece>);

/// The block of the first word of what is said, or of the cue.
fn first_block(a: &Attribution<Piece>) -> Option<usize> {
    a.content.iter().chain(&a.cue).map(|p| p.block as usize).min()
}

/// The block's text with its contents marked.
fn draw_block(out: &mut String, text: &[u16], mut marks: Vec<Mark>, coloured: bool) {
    marks.sort_by_key(|m| (m.0, m.1));
    let mut at = 0;
    for (start, end, number, style) in marks {
        let start = start.max(at);
        if start >= end {
            continue;
        }
        push(out, &text[at..start]);
        if coloured {
            let _ = write!(out, "{style}");
            push(out, &text[start..end]);
            let _ = write!(out, "{style:#}");
        } else {
            let _ = write!(out, "[{number}: ");
            push(out, &text[start..end]);
            out.push(']');
        }
        at = end;
    }
    push(out, &text[at..]);
    out.push('\n');
}

/// `  3 accusation → Russia · The United States (The US) · "accuses"`
fn line(
    out: &mut String,
    number: usize,
    a: &Attribution<Piece>,
    analysis: &Analysis<Piece>,
    texts: &[Vec<u16>],
    coloured: bool,
) {
    let words = |pieces: &[Piece]| {
        let mut words = String::new();
        for p in pieces {
            if !words.is_empty() {
                words.push_str(" … ");
            }
            push(&mut words, &texts[p.block as usize][p.start as usize..p.end as usize]);
        }
        words
    };
    let kind = if coloured {
        let style = style(a.kind.group());
        format!("{style}{}{style:#}", name(a.kind))
    } else {
        name(a.kind).to_owned()
    };
    let _ = write!(out, "  {number:>3} {kind}");
    if let Some(target) = &a.target {
        let actor = target.actor.map(|t| clean(&analysis.actors[t as usize].name));
        let _ = write!(out, " → {}", actor.unwrap_or_else(|| words(&target.span)));
    }
    let source = words(&a.source);
    match a.actor.map(|at| clean(&analysis.actors[at as usize].name)) {
        Some(actor) if actor == source || source.is_empty() => {
            let _ = write!(out, " · {actor}");
        }
        Some(actor) => {
            let _ = write!(out, " · {actor} ({source})");
        }
        None if source.is_empty() => out.push_str(" · not named in this sentence"),
        None => {
            let _ = write!(out, " · {source}");
        }
    }
    if !a.cue.is_empty() {
        let _ = write!(out, " · “{}”", words(&a.cue));
    }
    if a.parent.is_some() {
        let _ = write!(out, " · within another's words");
    }
    out.push('\n');
}

fn table(out: &mut String, analysis: &Analysis<Piece>) {
    if analysis.actors.is_empty() {
        return;
    }
    let names = |edges: &[ascribe::analysis::Edge]| {
        let names: Vec<String> =
            edges.iter().map(|e| clean(&analysis.actors[e.actor as usize].name)).collect();
        names.join(", ")
    };
    let _ = writeln!(
        out,
        "{:40}{:>7}{:>7}{:>8}{:>6}{:>11}",
        "Who", "accuses", "denies", "demands", "views", "statements"
    );
    for actor in analysis.actors.iter().filter(|actor| takes_part(actor)) {
        let c = actor.counts;
        let _ = writeln!(
            out,
            "{:40}{:>7}{:>7}{:>8}{:>6}{:>11}",
            shortened(&clean(&actor.name), 39),
            c.accusations,
            c.denials,
            c.demands,
            c.views,
            c.statements
        );
        for (what, whom) in [
            ("accuses", names(&actor.accuses)),
            ("accused by", names(&actor.accused_by)),
            ("demands something of", names(&actor.demands_of)),
            ("also", also(actor)),
        ] {
            if !whom.is_empty() {
                let _ = writeln!(out, "    {what}: {whom}");
            }
        }
    }
    out.push('\n');
}

/// False for several at once of whom each is told by itself.
fn takes_part(actor: &Actor) -> bool {
    actor.members.is_empty()
        || actor.counts != ascribe::analysis::Counts::default()
        || !actor.accuses.is_empty()
        || !actor.demands_of.is_empty()
        || !actor.criticises.is_empty()
}

/// The other names of an actor.
fn also(actor: &Actor) -> String {
    let names: Vec<String> =
        actor.names.iter().map(|n| clean(&n.text)).filter(|n| *n != actor.name).take(6).collect();
    names.join(", ")
}

/// `text` within `most` characters.
pub fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most - 1).chain(['…']).collect()
}

/// Appends these UTF-16 units as text without control characters.
pub fn push(out: &mut String, units: &[u16]) {
    out.push_str(&clean(&String::from_utf16_lossy(units)));
}

/// Control characters made visible.
pub fn clean(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}

/// How statements of a group are drawn.
pub const fn style(group: Group) -> Style {
    let colour = match group {
        Group::Accusations => AnsiColor::Yellow,
        Group::Denials => AnsiColor::Blue,
        Group::Demands => AnsiColor::Magenta,
        Group::Views => AnsiColor::Cyan,
        Group::Statements => AnsiColor::BrightBlack,
    };
    let style = Style::new().fg_color(Some(anstyle::Color::Ansi(colour)));
    match group {
        Group::Accusations | Group::Demands => style.bold().underline(),
        Group::Denials | Group::Views => style.underline(),
        Group::Statements => Style::new().underline(),
    }
}

/// What is done by saying it, in words.
pub const fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Statement => "statement",
        Kind::Accusation => "accusation",
        Kind::Denial => "denial",
        Kind::Admission => "admission",
        Kind::NoComment => "no comment",
        Kind::Demand => "demand",
        Kind::Warning => "warning",
        Kind::Promise => "plan or promise",
        Kind::Criticism => "criticism",
        Kind::Praise => "praise",
        Kind::Opinion => "opinion",
        Kind::Question => "question",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ascribe::{Options, analysis::Role, analyze};

    fn drawn(text: &str, coloured: bool) -> String {
        let blocks = [Block { text: text.into(), role: Role::Body }];
        let analysis = analyze(&blocks, &Options::default());
        render(&blocks, &analysis, None, coloured)
    }

    #[test]
    fn marks_are_brackets_without_colour() {
        let out = drawn("The city accused the builder of hiding cracks.", false);
        assert!(out.contains("The city accused [1: the builder of hiding cracks]."), "{out}");
        assert!(out.contains("  1 accusation"), "{out}");
        assert!(out.ends_with(&format!("{NOTE}\n")));
    }

    #[test]
    fn colour_adds_nothing_but_styles() {
        let out = drawn("Zoë said it was “🙂 safe”.", true);
        let plain = anstream::adapter::strip_str(&out).to_string();
        assert!(plain.contains("Zoë said it was “🙂 safe”."), "{plain}");
        assert!(out.contains("\u{1b}["));
    }

    #[test]
    fn control_characters_stay_out() {
        let out = drawn("He said that \u{1b}[31mred\u{7} was safe.", false);
        assert!(!out.contains('\u{1b}') && !out.contains('\u{7}'), "{out:?}");
    }

    #[test]
    fn nothing_found_is_said() {
        assert!(drawn("The bridge is old.", false).contains("Nothing was found here"));
    }
}
