//! Step four: units and contents become attributions; sources are shared, nested ones find their
//! parents, quotations that stand alone find their place.

use std::ops::Range;

use super::{
    clauses::{Cuts, Unit},
    contents,
    cues::{self, Voice},
    draft::{Draft, RULE_CONFIDENCE},
    found::{Found, form},
    nested, sources,
};
use crate::{
    lexicon::{Frames, grammar::Class},
    span::Span,
    words::Words,
};

/// Every attribution of a sentence that the rules find, in reading order.
pub(super) fn by_rule(r: &Words) -> Vec<Draft> {
    let sentences = r.document.sentences().iter();
    sentences
        .flat_map(|sentence| sentence_drafts(r, sentence.tokens.clone()))
        .collect()
}

fn sentence_drafts(r: &Words, sentence: Range<usize>) -> Vec<Draft> {
    let cues = cues::find(r, sentence.clone());
    let mut is_cue = vec![false; sentence.len()];
    for cue in &cues {
        is_cue[cue.tokens.start - sentence.start..cue.tokens.end - sentence.start].fill(true);
    }
    let is_cue = |t: usize| {
        t.checked_sub(sentence.start)
            .and_then(|i| is_cue.get(i))
            .copied()
            .unwrap_or(false)
    };
    let mut units: Vec<Unit> = cues
        .into_iter()
        .map(|cue| {
            let (source, inverted) = source(r, &cue, &sentence, is_cue);
            Unit {
                cue,
                source,
                inverted,
            }
        })
        .collect();
    units.sort_by_key(Unit::start);
    let mut drafts: Vec<Draft> = Vec::new();
    let snapshot = units.clone();
    let cuts = Cuts { units: &snapshot };
    for unit in &mut units {
        let content = contents::find(r, unit, &cuts);
        if content.is_empty() {
            continue;
        }
        // A participle clause that "according to" has claimed is no cue of its own.
        if unit.cue.voice == Voice::AccordingTo {
            drafts.retain(|d| {
                let starts = |c: &Range<usize>| content.iter().any(|x| x.start == c.start);
                !d.cue.as_ref().is_some_and(starts)
            });
        }
        if unit.source.is_none() && matches!(unit.cue.voice, Voice::Active | Voice::Participle) {
            unit.source = shared(r, unit, &drafts, &sentence);
            if unit.source.is_none() {
                continue;
            }
        }
        if inside_quotation(r, unit) {
            continue;
        }
        drafts.push(Draft {
            source: unit.source.clone(),
            cue: Some(unit.cue.tokens.clone()),
            content,
            confidence: RULE_CONFIDENCE,
        });
    }
    drafts
}

/// The source of a cue and whether it stands behind it.
fn source(
    r: &Words,
    cue: &cues::Cue,
    sentence: &Range<usize>,
    is_cue: impl Fn(usize) -> bool + Copy,
) -> (Option<Range<usize>>, bool) {
    let start = cue.tokens.start;
    match cue.voice {
        Voice::AccordingTo => {
            return (
                sources::after(r, cue.tokens.end, sentence.end, is_cue),
                false,
            );
        }
        Voice::Noun => return (sources::owner(r, start, sentence.start, is_cue), false),
        Voice::Colon => return (Some(sentence.start..start), false),
        Voice::Participle => return (None, false),
        Voice::Active | Voice::Passive => {}
    }
    let before = start.checked_sub(1).filter(|&b| b >= sentence.start);
    let speaks = cue.frames().intersects(Frames::QUOTE);
    if let Some(b) = before
        && speaks
    {
        let mark = if r.lower(b) == "," {
            b.saturating_sub(1)
        } else {
            b
        };
        let quoted = r.quotation(mark).is_some_and(|q| {
            let quote = &r.document.quotations()[q];
            quote.closed && quote.tokens.end == mark + 1
        });
        if quoted && !r.is_word(b) {
            let source = sources::after(r, cue.tokens.end, sentence.end, is_cue);
            let inverted = source.is_some();
            return (source, inverted);
        }
    }
    if before.is_none() {
        return (None, false);
    }
    let left = sources::before(r, start, sentence.start, is_cue);
    if left.is_some() {
        return (left, false);
    }
    if speaks && before.is_some_and(|b| r.lower(b) == ",") {
        let source = sources::after(r, cue.tokens.end, sentence.end, is_cue);
        // "…, said Smith.": nothing else follows.
        let closes = source.as_ref().is_some_and(|s| {
            !r.is_word(s.end)
                || s.end >= sentence.end
                || r.is_time(s.end)
                || r.is(s.end, Class::PREPOSITION)
        });
        if closes {
            return (source, true);
        }
    }
    (None, false)
}

/// The source that a participle or a second verb shares: the one before it in the sentence, else
/// the name or pronoun that opens the sentence.
fn shared(
    r: &Words,
    unit: &Unit,
    drafts: &[Draft],
    sentence: &Range<usize>,
) -> Option<Range<usize>> {
    let cue = unit.cue.tokens.start;
    let inside = |d: &Draft| d.content.iter().any(|c| c.contains(&cue));
    if let Some(draft) = drafts
        .iter()
        .rev()
        .find(|d| !inside(d) && d.source.is_some())
    {
        return draft.source.clone();
    }
    let start = (sentence.start..cue)
        .find(|&t| r.is_word(t) && !r.is(t, Class::CONJUNCTION) && !r.is_adverb(t))?;
    if r.is(start, Class::SUBJECT) {
        return Some(start..start + 1);
    }
    let end = (start..cue)
        .take(8)
        .take_while(|&t| r.capital(t) || r.lower(t) == "of")
        .last()?
        + 1;
    let named = end - start > 1
        || end - start == 1
            && !r.is(start, Class::PREPOSITION)
            && !r.is(start, Class::DETERMINER)
            && !r.is(start, Class::SUBORDINATOR);
    (named
        && !r.is(start, Class::PREPOSITION)
        && r.is_word(end)
        && !r.lower(start).ends_with("ing"))
    .then_some(start..end)
}

/// Cues within someone's direct words are not the article's own.
fn inside_quotation(r: &Words, unit: &Unit) -> bool {
    r.quotation(unit.cue.head).is_some()
}

pub(super) fn first(d: &Draft) -> usize {
    d.content
        .iter()
        .chain(&d.cue)
        .chain(&d.source)
        .map(|x| x.start)
        .min()
        .unwrap_or(0)
}

/// In reading order, no two alike, fragments that touch in one.
pub(super) fn in_order(r: &Words, mut drafts: Vec<Draft>) -> Vec<Draft> {
    for d in &mut drafts {
        d.content.sort_by_key(|c| c.start);
        let mut merged: Vec<Range<usize>> = Vec::new();
        for c in d.content.drain(..) {
            match merged.last_mut() {
                Some(last)
                    if c.start < last.end || c.start == last.end && same_paragraph(r, &c) =>
                {
                    last.end = last.end.max(c.end)
                }
                _ => merged.push(c),
            }
        }
        d.content = merged;
    }
    drafts.sort_by_key(|d| (first(d), d.cue.as_ref().map_or(0, |c| c.start)));
    drafts.dedup_by(|a, b| a.cue == b.cue && a.content == b.content);
    drafts
}

/// Spans, forms and parents, one for each draft.
pub(super) fn finish(r: &Words, drafts: &[Draft]) -> Vec<Found> {
    let span = |x: &Range<usize>| r.document.span(x.clone());
    let mut found: Vec<Found> = drafts
        .iter()
        .map(|d| {
            let content: Vec<Span> = d.content.iter().map(span).collect();
            Found {
                source: d.source.iter().map(span).collect(),
                cue: d.cue.iter().map(span).collect(),
                form: form(r.document, &content),
                content,
                parent: None,
                confidence: d.confidence,
            }
        })
        .collect();
    nested::nest(r.document, &mut found);
    found
}

/// The token before this fragment is of its paragraph.
fn same_paragraph(r: &Words, c: &Range<usize>) -> bool {
    c.start > 0 && r.document.paragraph_of(c.start - 1) == r.document.paragraph_of(c.start)
}
