//! Who may be meant by a source: those spoken of near it, those who have spoken, those of its words,
//! whoever it describes, and nobody.
//!
//! Every list that is gone through has a bound, so that a source costs the same in any text. Leaves
//! out how well they fit; see `pair`.

use std::ops::Range;

use super::{
    entity::Mention,
    joined,
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

/// Mentions looked through before the source and behind it, where fewer are meant.
const BACK: usize = 60;
const AHEAD: usize = 14;
/// The last to have spoken, and those of the source's words, who are looked at.
const SPOKEN: usize = 8;
const OF_WORDS: usize = 12;
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
    let (phrase, cast) = (asked.phrase, &scene.cast);
    let own = own(scene, phrase);
    let line = &scene.lines[asked.index];
    let near = [asked.index.wrapping_sub(1), asked.index + 1];
    let here = cast.mentions.partition_point(|m| m.tokens.start < phrase.tokens.start);
    let (before, ahead) = cast.mentions.split_at(here);
    // The words of a pronoun lead to nobody: "he" meant whoever was nearest then.
    let worded = !phrase.pronoun();
    let of_words = scene.with_words(phrase.tokens.clone()).take(if worded { OF_WORDS } else { 0 });
    let entity = |m: &Mention| m.entity;
    // The likeliest first, as the list may be full before the last: those named in the source itself, in
    // whose words it stands, who speaks next to it.
    let likely = (cast.mentioned_in(phrase.tokens.clone()).map(entity))
        .chain(line.parent.and_then(|p| scene.spoken_by(p)))
        .chain(near.into_iter().filter_map(|near| scene.lines.get(near)?.named))
        .chain(scene.spoken.iter().rev().take(SPOKEN).map(|s| s.entity))
        .chain(asked.meant.filter(|_| worded))
        .chain(of_words)
        .chain(before.iter().rev().take(BACK).map(entity))
        .chain(ahead.iter().take(AHEAD).map(entity))
        .chain(scene.salient.iter().copied());
    let mut known: Vec<usize> = Vec::new();
    for e in likely {
        if known.len() < MOST && Some(e) != own && !known.contains(&e) {
            known.push(e);
        }
    }
    let mut out: Vec<Candidate> =
        known.into_iter().map(|e| candidate(What::Known, Some(e), None)).collect();
    described(scene, phrase, own, owner, &mut out);
    if let Some(name) = joined::name(scene.words, cast, &phrase.tokens) {
        out.push(candidate(What::Joined, None, Some(name)));
    }
    out.push(candidate(What::Nobody, None, None));
    out
}

fn candidate(what: What, entity: Option<usize>, name: Option<String>) -> Candidate {
    Candidate { what, entity, name, features: Vec::new() }
}

/// The description that the phrase is, as one of the cast: "the captain"; none for a name and for a pronoun.
fn own(scene: &Scene<'_, '_>, phrase: &Phrase) -> Option<usize> {
    let mut described = scene.cast.mentioned_in(phrase.tokens.clone()).filter(|m| !m.name);
    described.find(|m| m.tokens.contains(&phrase.head)).map(|m| m.entity)
}

/// The phrase as a name for whoever it describes, in up to three ways: of "the mother of the girl" "mother" and "mother of
/// the girl", of "his mother" also "Owen Slate’s mother". Adds nothing where the phrase describes nobody.
fn described(
    scene: &Scene<'_, '_>,
    phrase: &Phrase,
    own: Option<usize>,
    owner: Option<usize>,
    out: &mut Vec<Candidate>,
) {
    let words = scene.words;
    if let Some(e) = own {
        out.push(candidate(What::Short, own, None));
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
    // A name that says all is nobody else's: "Mayor Ada Brook" is not somebody whom "Ada Brook" describes.
    let main = bare(words, phrase.main.clone());
    let names_all = scene.cast.mentioned_in(main.clone()).any(|m| {
        m.name
            && m.tokens.end == main.end
            && (m.tokens.start..=m.tokens.start + 1).contains(&main.start)
    });
    if names_all {
        return;
    }
    let mut name = |what, name: String| {
        if !name.is_empty() && !out.iter().any(|c| c.name.as_ref() == Some(&name)) {
            out.push(candidate(what, own, Some(name)));
        }
    };
    let whole = bare(words, phrase.tokens.clone());
    let (short, full) = (text(words, main), text(words, whole.clone()));
    let longer = full != short && whole.len() <= LONGEST;
    if own.is_none() {
        name(What::Short, short);
    }
    if longer {
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

/// Whom a spokesperson speaks for, by the phrase's own words: "a spokesman for the Lund Ferries", else
/// "the Lund Ferries spokesman"; none where neither is named.
pub(super) fn body(scene: &Scene<'_, '_>, phrase: &Phrase) -> Option<usize> {
    let head = phrase.head;
    let named = || scene.cast.mentioned_in(phrase.tokens.clone());
    let leads = SPOKEN_FOR.has(scene.words.lower(head + 1));
    // Further behind it stands in another phrase: "a spokesman for drivers who sued Lund Ferries".
    let behind = named().find(|m| leads && m.tokens.start > head && m.tokens.start <= head + 4);
    behind.or_else(|| named().rfind(|m| m.tokens.end <= head)).map(|m| m.entity)
}

/// "300 million for a second round", "9 p.m.", "Friday": money, times and days alone describe nobody.
fn amount(words: &Words<'_>, main: Range<usize>) -> bool {
    let main = words.document.span(main);
    let text = main.of(words.document.text());
    [&MONEY, &TIME, &DATE].iter().any(|form| form.end(text) == Some(text.len()))
}
