//! Step three: what is said. To the right of the cue, to its left, or around it.
//!
//! Leaves out where a content ends, see `clauses`, quotations that stand alone and
//! what one unit has to do with another beyond where it cuts a content; see `link`.

use std::ops::Range;

use super::{
    clauses::{Cuts, REACH, Unit, behind, opens_clause},
    cues::Voice,
    leftward::{clause_left, quoted_left, resumed, skip_openers},
};
use crate::{
    lexicon::{self, Frames, grammar::Class},
    words::Words,
};

/// The fragments of the content of `unit`, in reading order; empty when it has none.
/// The cue may grow over a noun: *rejected the notion that*.
pub(super) fn find(r: &Words, unit: &mut Unit, cuts: &Cuts) -> Vec<Range<usize>> {
    let sentence = r.sentence(unit.cue.head);
    match unit.cue.voice {
        Voice::AccordingTo => return around(r, unit, cuts, &sentence),
        Voice::Colon => {
            let right = behind(r, unit.cue.tokens.end, &sentence, cuts, true);
            return right.into_iter().collect();
        }
        Voice::Noun if unit.source.is_none() => return Vec::new(),
        Voice::Noun => {
            let from = unit.cue.tokens.end;
            let clause = r.lower(from) == "that";
            return behind(r, from, &sentence, cuts, clause)
                .into_iter()
                .collect();
        }
        Voice::Passive => return passive(r, unit, cuts, &sentence),
        Voice::Active | Voice::Participle => {}
    }
    let right = if unit.inverted {
        None
    } else {
        right(r, unit, &sentence, cuts)
    };
    // What ended with the sentence before belongs to a cue only if nothing else does.
    let left_quote = quoted_left(r, unit, &sentence)
        .filter(|quote| quote.end > sentence.start || right.is_none());
    let takes_left =
        unit.cue.frames().intersects(Frames::QUOTE | Frames::CLAUSE) && unit.source.is_some();
    if let Some(quote) = left_quote {
        let resumed = resumed(r, unit.end(), &sentence);
        return [Some(quote), resumed].into_iter().flatten().collect();
    }
    match right {
        Some(right) if r.lower(unit.end()) == "," && takes_left => {
            // "The plan, he said, is good": both sides, when the left one ends in a comma too.
            let left = clause_left(r, unit, cuts, &sentence);
            left.into_iter().chain([right]).collect()
        }
        Some(right) => vec![right],
        None if takes_left => {
            let ends = unit.end() >= sentence.end
                || !r.is_word(unit.end())
                || r.is_time(unit.end())
                || r.is(unit.end(), Class::PREPOSITION)
                || unit.inverted;
            let left = ends
                .then(|| clause_left(r, unit, cuts, &sentence))
                .flatten();
            let resumed = if left.is_some() {
                resumed(r, unit.end(), &sentence)
            } else {
                None
            };
            left.into_iter().chain(resumed).collect()
        }
        None => Vec::new(),
    }
}

/// The content to the right of an active cue.
fn right(r: &Words, unit: &mut Unit, sentence: &Range<usize>, cuts: &Cuts) -> Option<Range<usize>> {
    let frames = unit.cue.frames();
    let end = unit.cue.tokens.end;
    if end >= sentence.end {
        // "He said:" at the end of a paragraph, the quotation in the next.
        return None;
    }
    if matches!(r.lower(end), ":" | ",") {
        let quoted = r.quotation(end + 1).is_some();
        if quoted && (frames.intersects(Frames::QUOTE) || r.lower(end) == ":") {
            unit.cue.tokens.end += usize::from(r.lower(end) == ":");
            return behind(r, end + 1, sentence, cuts, true);
        }
        if r.lower(end) == ":" && frames.intersects(Frames::QUOTE | Frames::CLAUSE) {
            unit.cue.tokens.end = end + 1;
            return behind(r, end + 1, sentence, cuts, true);
        }
        let parenthesis = r.lower(end) == ","
            && unit.source.is_some()
            && r.lower(unit.start().wrapping_sub(1)) == ","
            && frames.intersects(Frames::CLAUSE)
            && !leads_on(r, end + 1, cuts);
        return if parenthesis {
            behind(r, end + 1, sentence, cuts, true)
        } else {
            None
        };
    }
    if r.quotation(end).is_some() {
        return frames
            .intersects(
                Frames::QUOTE | Frames::CLAUSE | Frames::OBJECT | Frames::PREDICATE | Frames::OF,
            )
            .then(|| {
                behind(
                    r,
                    end,
                    sentence,
                    cuts,
                    frames.intersects(Frames::QUOTE | Frames::CLAUSE),
                )
            })
            .flatten();
    }
    if frames.intersects(Frames::INFINITIVE) && r.lower(end) == "to" {
        return behind(r, end, sentence, cuts, false);
    }
    if frames.intersects(Frames::TOLD) {
        let from = told(r, end, sentence)?;
        return behind(r, from, sentence, cuts, true);
    }
    if r.lower(end) == "that" && frames.intersects(Frames::CLAUSE | Frames::QUOTE) {
        return behind(r, end, sentence, cuts, true);
    }
    if frames.intersects(Frames::WH | Frames::CLAUSE)
        && (r.is(end, Class::WH) || r.lower(end) == "if")
    {
        return behind(r, end, sentence, cuts, true);
    }
    if let Some(that) = noun_that(r, end) {
        unit.cue.tokens.end = that;
        return behind(r, that, sentence, cuts, true);
    }
    if frames.intersects(Frames::WEAK) {
        return (frames.intersects(Frames::CLAUSE) && opens_clause(r, end))
            .then(|| behind(r, end, sentence, cuts, true))
            .flatten();
    }
    let late = late_that(r, end, sentence);
    if let Some(that) = late
        && frames.intersects(Frames::CLAUSE)
    {
        return behind(r, that, sentence, cuts, true);
    }
    // "said this week he would"
    let dated = (end..sentence.end).find(|&t| !r.is_time(t)).unwrap_or(end);
    if dated > end && frames.intersects(Frames::CLAUSE) && r.is(dated, Class::SUBJECT) {
        return behind(r, dated, sentence, cuts, true);
    }
    if r.is(end, Class::PREPOSITION) || r.is_time(end) || !r.is_word(end) && !starts_phrase(r, end)
    {
        return None;
    }
    if frames.intersects(Frames::OF) {
        return behind(r, end, sentence, cuts, false);
    }
    if frames.intersects(Frames::PREDICATE) && !frames.intersects(Frames::OBJECT) {
        let content = behind(r, end, sentence, cuts, false)?;
        let predicate = content
            .clone()
            .skip(1)
            .any(|t| r.is(t, Class::DETERMINER) || r.quotation(t).is_some() || r.lower(t) == "as");
        return predicate.then_some(content);
    }
    if frames.intersects(Frames::SOMEONE_TO) && !frames.intersects(Frames::OBJECT | Frames::CLAUSE)
    {
        let content = behind(r, end, sentence, cuts, false)?;
        return content
            .clone()
            .any(|t| r.lower(t) == "to")
            .then_some(content);
    }
    if frames.intersects(Frames::OBJECT) {
        let clause = frames.intersects(Frames::CLAUSE) && opens_clause(r, end);
        return behind(r, end, sentence, cuts, clause);
    }
    if frames.intersects(Frames::CLAUSE | Frames::WH) {
        return behind(r, end, sentence, cuts, true);
    }
    None
}

fn starts_phrase(r: &Words, at: usize) -> bool {
    matches!(r.lower(at), "$" | "#" | "@" | "£" | "€")
}

/// What follows a comma belongs to another unit: …, adding; …, who said; …, but he said.
fn leads_on(r: &Words, at: usize, cuts: &Cuts) -> bool {
    cuts.unit_at(at).is_some()
        || r.is(at, Class::RELATIVE)
        || r.is(at, Class::CONJUNCTION)
        || r.is(at, Class::SUBORDINATOR)
        || r.lower(at).ends_with("ing")
        || r.is(at, Class::PREPOSITION)
}

/// *the notion that*, *his claim that*: the index of *that*.
fn noun_that(r: &Words, at: usize) -> Option<usize> {
    let that = (at + 1..at + 4).find(|&t| r.lower(t) == "that")?;
    let noun = r.is(at, Class::DETERMINER)
        && lexicon::look_up(r.lower(that - 1))
            .iter()
            .any(|h| h.entry.class == lexicon::Class::Noun);
    noun.then_some(that)
}

/// said on Tuesday *that*, said in an interview with us *that*: the index of *that*.
fn late_that(r: &Words, at: usize, sentence: &Range<usize>) -> Option<usize> {
    if !(r.is(at, Class::PREPOSITION) || r.is_time(at)) {
        return None;
    }
    (at..sentence.end)
        .take(14)
        .take_while(|&t| r.is_word(t) && !r.is(t, Class::AUXILIARY))
        .find(|&t| r.lower(t) == "that" && !r.is(t + 1, Class::AUXILIARY))
}

/// Where the content begins behind *told* and those who are told.
fn told(r: &Words, at: usize, sentence: &Range<usize>) -> Option<usize> {
    if r.lower(at) == "that" || r.is(at, Class::WH) {
        return Some(at);
    }
    let near = at..sentence.end.min(at + 14);
    if let Some(t) = near.clone().find(|&t| {
        r.lower(t) == "that" || r.lower(t) == "," || r.quotation(t).is_some() || r.lower(t) == ":"
    }) {
        let from = if r.is_word(t) || r.quotation(t).is_some() {
            t
        } else {
            t + 1
        };
        let comma_quote = r.lower(t) != "," || r.quotation(from).is_some();
        if comma_quote
            && (t > at)
            && !(at + 1..t).any(|p| {
                r.is(p, Class::AUXILIARY) || r.is(p, Class::SUBJECT) && !r.is(p, Class::OBJECT)
            })
        {
            return Some(from);
        }
    }
    if r.is(at, Class::OBJECT) && !r.is(at, Class::DETERMINER) {
        return (r.is_word(at + 1) && !r.is(at + 1, Class::PREPOSITION)).then_some(at + 1);
    }
    // "told reporters he would": a clause begins with its pronoun, or a determiner.
    near.skip(1).take_while(|&t| r.is_word(t)).find(|&t| {
        r.is(t, Class::SUBJECT)
            || r.is(t, Class::DETERMINER) && !r.is(t - 1, Class::PREPOSITION) && !r.is_time(t + 1)
            || r.is(t, Class::WH)
            || r.lower(t) == "to" && r.lower(at) != "to"
    })
}

/// The content of *according to*: behind it at the start of a sentence, else before and behind.
fn around(r: &Words, unit: &Unit, cuts: &Cuts, sentence: &Range<usize>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let before = unit.start().checked_sub(1).filter(|&b| b >= sentence.start);
    let comma = r.lower(unit.end()) == ",";
    if let Some(b) = before
        && (b - sentence.start > 1 || r.is_word(b))
    {
        let end = if r.lower(b) == "," { b } else { b + 1 };
        // ", calling it a scandal, according to": the nearest participle clause is what is sourced.
        let participle = cuts.units.iter().rev().find(|u| {
            u.cue.voice == Voice::Participle
                && u.cue.tokens.start > sentence.start
                && u.cue.tokens.start < end
                && r.lower(u.cue.tokens.start - 1) == ","
                && !(u.cue.tokens.start..end).any(|t| r.lower(t) == "," && r.quotation(t).is_none())
        });
        let start =
            participle.map_or_else(|| skip_openers(r, sentence.clone()), |u| u.cue.tokens.start);
        let quote = quoted_left(r, unit, sentence);
        out.push(quote.unwrap_or(start.max(end.saturating_sub(REACH))..end));
    }
    if comma && unit.end() + 1 < sentence.end && !leads_on(r, unit.end() + 1, cuts)
        || out.is_empty()
    {
        let from = unit.end() + usize::from(comma);
        out.extend(behind(r, from, sentence, cuts, true));
    }
    out.retain(|o| !o.is_empty());
    out
}

/// The subject of a passive and what follows: *Smith was accused of theft*.
fn passive(r: &Words, unit: &mut Unit, cuts: &Cuts, sentence: &Range<usize>) -> Vec<Range<usize>> {
    let subject = unit.source.take();
    let end = unit.cue.tokens.end;
    let by = (end..sentence.end)
        .take(25)
        .take_while(|&t| r.lower(t) != ",")
        .find(|&t| r.lower(t) == "by");
    if let Some(by) = by {
        unit.source = super::sources::after(r, by + 1, sentence.end, |_| false);
    }
    let ceiling = by.filter(|_| unit.source.is_some()).unwrap_or(sentence.end);
    let rest = (end < ceiling)
        .then(|| behind(r, end, &(sentence.start..ceiling), cuts, false))
        .flatten();
    let subject = subject.filter(|s| !r.is(s.start, Class::RELATIVE));
    let told = unit.cue.frames().intersects(Frames::TOLD);
    match (subject, rest) {
        _ if told => Vec::new(),
        (None, None) => Vec::new(),
        (Some(s), None) if unit.source.is_none() || s.len() > 20 => Vec::new(),
        (s, rest) => s.into_iter().chain(rest).collect(),
    }
}
