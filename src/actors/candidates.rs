//! Who may be meant by a source: those spoken of near it, those who have spoken, those of its words,
//! whoever it describes, and nobody.
//!
//! Every list that is gone through has a bound, so that a source costs the same in any text. Leaves
//! out how well they fit; see `pair`.

use std::ops::Range;

use super::{
    joined,
    mentions::mentions_in,
    nouns::bare,
    pair::{Asked, Candidate, What},
    scene::Scene,
    source::{Class, Opening, Phrase},
    written::text,
};
use crate::{
    lexicon::{
        clauses::SPOKEN_FOR,
        traits::{NAMELESS, SPEAKS},
    },
    patterns::{DATE, MONEY, TIME},
    words::Words,
};

/// Mentions looked through before the source and behind it.
const BACK: usize = 60;
const AHEAD: usize = 14;
/// The most who are weighed.
const MOST: usize = 36;
/// A description longer than this is told by its noun alone.
const LONGEST: usize = 14;

/// Everyone who may be meant; the last one is nobody. `owner` is whose the described one is, where it
/// says *his*.
pub(super) fn gather(
    scene: &Scene<'_, '_>,
    asked: &Asked<'_>,
    owner: Option<usize>,
) -> Vec<Candidate> {
    let phrase = asked.phrase;
    let own = own(scene, phrase);
    let mut known: Vec<usize> = Vec::new();
    let mut add = |e: usize| {
        if known.len() < MOST && Some(e) != own && !known.contains(&e) {
            known.push(e);
        }
    };
    for m in mentions_in(&scene.cast, phrase.tokens.clone()) {
        add(scene.cast.mentions[m].entity);
    }
    let line = &scene.lines[asked.index];
    if let Some(p) = line.parent {
        scene.spoken_by(p).into_iter().for_each(&mut add);
    }
    for near in [asked.index.wrapping_sub(1), asked.index + 1] {
        scene.lines.get(near).and_then(|l| l.named).into_iter().for_each(&mut add);
    }
    for s in scene.spoken.iter().rev().take(8) {
        add(s.entity);
    }
    if !phrase.pronoun() {
        asked.meant.into_iter().for_each(&mut add);
        for e in scene.with_words(phrase.tokens.clone()).take(12) {
            add(e);
        }
    }
    let mentions = &scene.cast.mentions;
    let here = mentions.partition_point(|m| m.tokens.start < phrase.tokens.start);
    for m in mentions[..here].iter().rev().take(BACK) {
        add(m.entity);
    }
    for m in mentions[here..].iter().take(AHEAD) {
        add(m.entity);
    }
    for &e in &scene.salient {
        add(e);
    }
    let one = |what, entity, name| Candidate { what, entity, name, features: Vec::new() };
    let mut out: Vec<Candidate> =
        known.into_iter().map(|e| one(What::Known, Some(e), None)).collect();
    described(scene, phrase, own, owner, &mut out);
    if let Some(name) = joined::name(scene.words, &scene.cast, &phrase.tokens) {
        out.push(one(What::Joined, None, Some(name)));
    }
    out.push(one(What::Nobody, None, None));
    out
}

/// The description that the phrase is, as one of the cast.
fn own(scene: &Scene<'_, '_>, phrase: &Phrase) -> Option<usize> {
    mentions_in(&scene.cast, phrase.tokens.clone())
        .into_iter()
        .map(|m| &scene.cast.mentions[m])
        .find(|m| !m.name && m.tokens.contains(&phrase.head))
        .map(|m| m.entity)
}

/// The phrase as a name for whoever it describes, in up to three ways.
fn described(
    scene: &Scene<'_, '_>,
    phrase: &Phrase,
    own: Option<usize>,
    owner: Option<usize>,
    out: &mut Vec<Candidate>,
) {
    let words = scene.words;
    if let Some(e) = own {
        out.push(Candidate { what: What::Short, entity: own, name: None, features: Vec::new() });
        // Who has a name, or has spoken by one, needs no other.
        if scene.times.contains_key(&e) || scene.cast.entities[e].named {
            return;
        }
    }
    if phrase.pronoun() && !matches!(phrase.class, Class::Amount | Class::Other)
        || phrase.tokens.is_empty()
        || amount(words, phrase.main.clone())
    {
        return;
    }
    // A name that says all is nobody else's.
    let whole = bare(words, phrase.main.clone());
    let named = mentions_in(&scene.cast, whole.clone())
        .into_iter()
        .map(|m| &scene.cast.mentions[m])
        .any(|m| {
            m.name
                && m.tokens.end == whole.end
                && (m.tokens.start..=m.tokens.start + 1).contains(&whole.start)
        });
    if named {
        return;
    }
    let mut name = |what, name: String| {
        if !name.is_empty() && !out.iter().any(|c| c.name.as_ref() == Some(&name)) {
            out.push(Candidate { what, entity: own, name: Some(name), features: Vec::new() });
        }
    };
    let short = text(words, bare(words, phrase.main.clone()));
    let whole = bare(words, phrase.tokens.clone());
    let full = text(words, whole.clone());
    if own.is_none() {
        name(What::Short, short.clone());
    }
    if full != short && whole.len() <= LONGEST {
        name(What::Full, full);
    }
    if let (Opening::Owned, Some(owner)) = (phrase.opening, owner) {
        let rest = phrase.main.start + 1..phrase.main.end;
        let owner = &scene.cast.entities[owner].name;
        name(What::Told, format!("{owner}’s {}", text(words, rest)));
    } else if words.is(phrase.head, SPEAKS)
        && !words.is(phrase.head, NAMELESS)
        && let Some(body) = body(scene, phrase)
    {
        let body = &scene.cast.entities[body].name;
        name(What::Told, format!("{body} {}", words.lower(phrase.head)));
    }
}

/// Whom a spokesperson speaks for, by the phrase's own words.
pub(super) fn body(scene: &Scene<'_, '_>, phrase: &Phrase) -> Option<usize> {
    let named: Vec<_> = mentions_in(&scene.cast, phrase.tokens.clone())
        .into_iter()
        .map(|m| &scene.cast.mentions[m])
        .filter(|m| !m.tokens.contains(&phrase.head))
        .collect();
    let behind = named.iter().find(|m| {
        m.tokens.start > phrase.head
            && m.tokens.start <= phrase.head + 4
            && SPOKEN_FOR.has(scene.words.lower(phrase.head + 1))
    });
    behind.or_else(|| named.iter().rev().find(|m| m.tokens.end <= phrase.head)).map(|m| m.entity)
}

/// "300 million for a second round", "9 p.m.", "Friday": money, times and days alone describe nobody.
fn amount(words: &Words<'_>, main: Range<usize>) -> bool {
    let main = words.document.span(main);
    let text = main.of(words.document.text());
    [&MONEY, &TIME, &DATE].iter().any(|form| form.end(text) == Some(text.len()))
}
