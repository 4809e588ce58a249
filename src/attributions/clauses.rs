//! Where a content ends: units, which are cues with their sources, and the words between them.
//!
//! Leaves out where a content begins; see `contents`.

use std::ops::Range;

use super::cues::{Cue, Voice};
use crate::{
    lexicon::{
        Frames,
        clauses::{APPOSITION, CONJUNCTS, COORDINATORS, OPENING, SUBORDINATORS},
        grammar::Class,
    },
    text::TokenKind,
    words::Words,
};

/// The most tokens that a content without quotation marks may have.
pub(super) const REACH: usize = 160;

/// A cue with its source, as far as the sentence tells.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    pub cue: Cue,
    pub source: Option<Range<usize>>,
    /// The source stands behind the cue.
    pub inverted: bool,
}

impl Unit {
    pub fn start(&self) -> usize {
        self.source.as_ref().map_or(self.cue.tokens.start, |s| {
            s.start.min(self.cue.tokens.start)
        })
    }

    pub fn end(&self) -> usize {
        self.source
            .as_ref()
            .map_or(self.cue.tokens.end, |s| s.end.max(self.cue.tokens.end))
    }

    fn shares_source(&self) -> bool {
        self.source.is_none() && matches!(self.cue.voice, Voice::Active | Voice::Participle)
    }
}

/// What the contents of one sentence are cut by: where its units begin.
pub(super) struct Cuts<'a> {
    pub units: &'a [Unit],
}

impl Cuts<'_> {
    pub fn unit_at(&self, token: usize) -> Option<&Unit> {
        let at = self.units.partition_point(|u| u.start() < token);
        self.units.get(at).filter(|u| u.start() == token)
    }
}

/// A subject pronoun, or a determiner or a name with an auxiliary in reach.
pub(super) fn opens_clause(r: &Words, at: usize) -> bool {
    r.is(at, Class::SUBJECT) && !matches!(r.lower(at), "it" | "you")
        || (at + 1..at + 9)
            .take_while(|&t| r.is_word(t))
            .any(|t| r.is(t, Class::AUXILIARY))
}

/// From `from` to the end of its clause; `clause` tells whether it is a clause or a phrase, which
/// ends sooner. A quotation that begins inside is taken to its end. None when nothing is left.
pub(super) fn behind(
    r: &Words,
    from: usize,
    sentence: &Range<usize>,
    cuts: &Cuts,
    clause: bool,
) -> Option<Range<usize>> {
    if from >= sentence.end && !r.is_word(from) {
        return None;
    }
    if let Some(q) = r.quotation(from) {
        let quote = &r.document.quotations()[q];
        let ends_sentence = quote.tokens.end >= sentence.end
            || quote.tokens.end + 1 >= sentence.end && !r.is_word(quote.tokens.end);
        if quote.tokens.start == from && ends_sentence {
            return Some(quote.tokens.clone());
        }
    }
    let mut at = from;
    let limit = first_clause(r, from, sentence)
        .unwrap_or(sentence.end)
        .min(from + REACH);
    while at < limit {
        if let Some(q) = r.quotation(at)
            && at > from
        {
            let quote = &r.document.quotations()[q];
            at = quote.tokens.end.max(at + 1);
            continue;
        }
        if at > from && cut(r, at, cuts, clause) {
            break;
        }
        at += 1;
    }
    let mut end = at;
    while end > from
        && !r.is_word(end - 1)
        && r.quotation(end - 1).is_none()
        && !matches!(r.kind(end - 1), Some(TokenKind::Close))
        && !matches!(r.lower(end - 1), "%" | "?" | "!")
    {
        end -= 1;
    }
    (end > from).then_some(from..end)
}

/// "While he said this, nobody …": a sentence that opens with a subordinate clause ends that clause,
/// and whatever is said in it, at its first comma.
fn first_clause(r: &Words, from: usize, sentence: &Range<usize>) -> Option<usize> {
    let opens = SUBORDINATORS.has(r.lower(sentence.start)) || OPENING.has(r.lower(sentence.start));
    let comma = |t: &usize| r.lower(*t) == "," && r.quotation(*t).is_none();
    if !opens || (sentence.start..from).any(|t| comma(&t)) {
        return None;
    }
    (from..sentence.end).find(comma)
}

/// Whether a content ends before token `at`.
fn cut(r: &Words, at: usize, cuts: &Cuts, clause: bool) -> bool {
    let next = at + 1;
    match r.lower(at) {
        ";" => true,
        "," => {
            let unit = cuts.unit_at(next);
            let participle =
                unit.is_some_and(|u| matches!(u.cue.voice, Voice::Participle | Voice::AccordingTo));
            let relative = r.is(next, Class::RELATIVE) && (unit.is_some() || !clause);
            let conjunct = CONJUNCTS.has(r.lower(next))
                && (cuts.unit_at(next + 1).is_some()
                    || !clause && r.lower(next) != "and" && r.lower(next + 1) != "that"
                    || !clause && r.lower(next) == "and" && opens_clause(r, next + 1));
            let trailing = unit.is_some_and(|u| {
                u.source.is_some()
                    && matches!(r.lower(u.end()), "." | "," | "")
                    && u.cue.frames().intersects(Frames::QUOTE)
            });
            let shared = unit.is_some_and(Unit::shares_source);
            // "endorsed her, another sign of …": a list would go on with a name.
            let apposed = !clause && APPOSITION.has(r.lower(next));
            apposed || participle || relative || conjunct || trailing || shared
        }
        word if COORDINATORS.has(word) => cuts.unit_at(next).is_some_and(|u| {
            u.shares_source() || u.source.is_some() && u.cue.frames().intersects(Frames::CLAUSE)
        }),
        "as" | "before" => cuts.unit_at(next).is_some_and(|u| u.source.is_some()),
        word if SUBORDINATORS.has(word) => {
            !clause || cuts.unit_at(next).is_some_and(|u| u.source.is_some())
        }
        "according" => r.lower(next) == "to",
        "on" | "in" | "last" if !clause => r.is_time(next) && r.is(next, Class::TIME),
        _ => !clause && r.kind(at) == Some(TokenKind::Dash),
    }
}
