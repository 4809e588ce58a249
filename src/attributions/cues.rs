//! Step one: which words report. Verbs with their auxiliaries, *according to*, adjectives, and the
//! colon after a name.
//!
//! Leaves out who speaks and what is said; a cue that gets no content later is dropped there.

use std::ops::Range;

use super::verbs::{is_modifier, is_noun, takes_plural, with_auxiliaries};
use crate::{
    lexicon::{
        self, Entry, Frames, Hit, Inflection,
        clauses::BEFORE_PARTICIPLE,
        grammar::Class,
        naming::JOINING,
        telling::{CHAINS, LABELS, LINKING},
    },
    text::TokenKind,
    words::Words,
};

/// How a cue stands in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    /// Its subject speaks.
    Active,
    /// Its subject is spoken of: was accused of.
    Passive,
    /// A participle that shares a subject: adding that.
    Participle,
    /// according to
    AccordingTo,
    /// A colon after a name.
    Colon,
    /// Someone's noun: the city's claim that.
    Noun,
}

/// One cue.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    /// All of it, auxiliaries, adverbs and particle included.
    pub tokens: Range<usize>,
    /// The word of the lexicon.
    pub head: usize,
    pub voice: Voice,
    /// None for *according to* and the colon.
    pub entry: Option<&'static Entry>,
}

impl Cue {
    pub fn frames(&self) -> Frames {
        self.entry
            .map_or(Frames::QUOTE | Frames::CLAUSE, |e| e.frames)
    }
}

/// The cues of the tokens in `sentence`, in order. They do not overlap.
pub(super) fn find(r: &Words, sentence: Range<usize>) -> Vec<Cue> {
    let mut out: Vec<Cue> = Vec::new();
    let mut at = sentence.start;
    let titled = is_titled(r, &sentence);
    while at < sentence.end {
        let floor = out.last().map_or(sentence.start, |c| c.tokens.end);
        if let Some(cue) = cue_at(r, at, floor, &sentence, titled) {
            at = cue.tokens.end;
            out.push(cue);
        } else {
            at += 1;
        }
    }
    out
}

fn cue_at(
    r: &Words,
    at: usize,
    floor: usize,
    sentence: &Range<usize>,
    titled: bool,
) -> Option<Cue> {
    if r.lower(at) == "according" && r.lower(at + 1) == "to" && at + 2 < sentence.end {
        return Some(Cue {
            tokens: at..at + 2,
            head: at,
            voice: Voice::AccordingTo,
            entry: None,
        });
    }
    if r.lower(at) == ":" {
        return colon(r, at, sentence);
    }
    if r.kind(at) != Some(TokenKind::Word) || CHAINS.has(r.lower(at)) && lends(r, at) {
        return None;
    }
    // "the United States": a name, unless every word of the headline is written so.
    if r.capital(at) && at > sentence.start && r.is_word(at - 1) && !titled {
        return None;
    }
    lexicon::look_up(r.lower(at)).iter().find_map(|hit| {
        let end = at + 1 + particle(r, at + 1, hit.entry.particle)?;
        if end > sentence.end {
            return None;
        }
        match hit.entry.class {
            lexicon::Class::Verb => verb(r, at, floor, end, *hit, sentence),
            lexicon::Class::Adjective => adjective(r, at, floor, end, *hit),
            lexicon::Class::Noun => noun(r, at, floor, end, *hit),
        }
    })
}

/// Most Words Are Written Like This.
fn is_titled(r: &Words, sentence: &Range<usize>) -> bool {
    let long = |t: &usize| r.kind(*t) == Some(TokenKind::Word) && r.lower(*t).len() > 3;
    let words = sentence.clone().filter(long).count();
    words > 2
        && sentence
            .clone()
            .filter(long)
            .filter(|&t| r.capital(t))
            .count()
            * 5
            > words * 4
}

/// "continued to insist": the cue is the verb that follows.
fn lends(r: &Words, at: usize) -> bool {
    let to = at + 1 + usize::from(r.lower(at + 1) == "on");
    r.lower(to) == "to"
        && lexicon::look_up(r.lower(to + 1))
            .iter()
            .any(|h| h.form == Inflection::Base && h.entry.class == lexicon::Class::Verb)
}

/// How many tokens from `at` the particle takes; none when it is not there.
fn particle(r: &Words, at: usize, particle: &str) -> Option<usize> {
    if particle.is_empty() {
        return Some(0);
    }
    let words = particle.split('+');
    let count = words.clone().count();
    words
        .enumerate()
        .all(|(i, w)| r.lower(at + i) == w)
        .then_some(count)
}

fn verb(
    r: &Words,
    at: usize,
    floor: usize,
    end: usize,
    hit: Hit,
    sentence: &Range<usize>,
) -> Option<Cue> {
    let (start, passive) = with_auxiliaries(r, at, floor);
    let before = start.checked_sub(1).filter(|&b| b >= sentence.start);
    let auxiliary = (start..at).any(|t| r.is(t, Class::AUXILIARY));
    let make = |start, voice| {
        Some(Cue {
            tokens: start..end,
            head: at,
            voice,
            entry: Some(hit.entry),
        })
    };
    // "to say": a cue only behind a verb that lends itself.
    if before.is_some_and(|b| r.lower(b) == "to") && hit.form == Inflection::Base {
        let chain = before
            .and_then(|b| b.checked_sub(1))
            .filter(|&c| c >= floor)?;
        if !CHAINS.has(r.lower(chain)) {
            return None;
        }
        let (start, _) = with_auxiliaries(r, chain, floor);
        return make(start, Voice::Active);
    }
    if before.is_some_and(|b| r.lower(b) == "to") && auxiliary {
        return None;
    }
    match hit.form {
        Inflection::Ing => {
            if passive {
                return make(start, Voice::Active);
            }
            let opens = before.is_none_or(|b| {
                (matches!(r.lower(b), "," | "—" | "-" | "–") || BEFORE_PARTICIPLE.has(r.lower(b)))
            });
            // "people familiar with the plan saying" is too rare to pay for "the meeting calling".
            if opens && !auxiliary {
                make(start, Voice::Participle)
            } else {
                None
            }
        }
        Inflection::Past | Inflection::Participle if passive => make(start, Voice::Passive),
        Inflection::Participle if !auxiliary => None,
        Inflection::Past if !auxiliary => {
            let reduced = hit.entry.frames.contains(Frames::OF)
                && hit.entry.particle.is_empty()
                && matches!(r.lower(end), "of" | "with");
            if reduced {
                return make(start, Voice::Passive);
            }
            if before.is_some_and(|b| is_modifier(r, b)) {
                None
            } else {
                make(start, Voice::Active)
            }
        }
        Inflection::Base if !auxiliary => {
            let b = before?;
            (takes_plural(r, b) && !is_noun(r, at, end))
                .then(|| make(start, Voice::Active))
                .flatten()
        }
        Inflection::S => {
            let noun = before.is_none_or(|b| is_modifier(r, b)) || is_noun(r, at, end);
            if noun || auxiliary && !r.is(start, Class::ADVERB) {
                None
            } else {
                make(start, Voice::Active)
            }
        }
        _ => make(start, Voice::Active),
    }
}

/// *the city's old claim that*, *his promise to*: a noun that someone is said to have.
fn noun(r: &Words, at: usize, floor: usize, end: usize, hit: Hit) -> Option<Cue> {
    let frames = hit.entry.frames;
    let clause = frames.intersects(Frames::CLAUSE)
        && r.lower(end) == "that"
        && !r.is(end + 1, Class::AUXILIARY);
    let infinitive = frames.intersects(Frames::INFINITIVE) && r.lower(end) == "to";
    if !(clause || infinitive) || frames.intersects(Frames::WEAK) {
        return None;
    }
    let owner = (floor..at)
        .rev()
        .take(3)
        .find(|&t| r.is(t, Class::POSSESSIVE))?;
    let between = owner + 1..at;
    between
        .clone()
        .all(|t| r.is_word(t) && !r.is(t, Class::AUXILIARY))
        .then_some(Cue {
            tokens: owner + 1..end,
            head: at,
            voice: Voice::Noun,
            entry: Some(hit.entry),
        })
}

fn adjective(r: &Words, at: usize, floor: usize, end: usize, hit: Hit) -> Option<Cue> {
    let (start, be) = with_auxiliaries(r, at, floor);
    let linked = be || LINKING.has(r.lower(start.checked_sub(1)?));
    let start = if be { start } else { start - 1 };
    let follows = match hit.entry.frames {
        f if f.contains(Frames::INFINITIVE) => r.lower(end) == "to",
        f if f.contains(Frames::CLAUSE) => r.lower(end) == "that" || r.is(end, Class::SUBJECT),
        _ => true,
    };
    (linked && follows && start >= floor).then_some(Cue {
        tokens: start..end,
        head: at,
        voice: Voice::Active,
        entry: Some(hit.entry),
    })
}

/// `Moscow: no proof`, `Kasich: ‘We are …’`: a short name at the start of its paragraph.
fn colon(r: &Words, at: usize, sentence: &Range<usize>) -> Option<Cue> {
    let paragraph = r.document.paragraph_of(at);
    let start = r.document.paragraphs()[paragraph].tokens.start;
    let name = start..at;
    if start != sentence.start || name.is_empty() || name.len() > 6 || at + 1 >= sentence.end {
        return None;
    }
    let named = name
        .clone()
        .all(|t| r.capital(t) || JOINING.has(r.lower(t)) || matches!(r.lower(t), "'s" | "."))
        && r.capital(start);
    let shouted = name
        .clone()
        .all(|t| !r.document.word(t).chars().any(char::is_lowercase));
    let quoted = r.quotation(at + 1).is_some();
    let short =
        r.document.paragraphs()[paragraph].tokens.len() < 30 && name.len() <= 3 && paragraph < 8;
    let verbless = !name
        .clone()
        .any(|t| r.is(t, Class::AUXILIARY) || r.is(t, Class::WH));
    let label = LABELS.has(r.lower(start));
    (named && verbless && !label && (quoted || shouted && name.len() <= 4 || short)).then_some(
        Cue {
            tokens: at..at + 1,
            head: at,
            voice: Voice::Colon,
            entry: None,
        },
    )
}
