//! What the words of the source and those of somebody's names and roles have in common.

use std::ops::Range;

use super::{
    super::{
        look::acronym,
        scene::{Scene, hash},
        source::Phrase,
        spelling::{acronym_of, last_word},
    },
    asked::Asked,
    features::{Of, Out, first},
};
use crate::{
    lexicon::{
        classes::{DETERMINER, PREPOSITION, VERB},
        kin,
        naming::JOINING,
        offices::{APART, RANKS},
        pronouns::ARTICLES,
        traits::{PERSON, TITLE},
    },
    words::Words,
};

/// What the words of the source and those of the candidate have in common: of *the mayor of Lund* and "Per Strand, the
/// mayor" it is the head. A pronoun has no words to compare.
pub(super) fn text(scene: &Scene<'_, '_>, asked: &Asked<'_>, entity: usize, out: &mut Out) {
    let (words, phrase) = (scene.words, asked.phrase);
    let e = &scene.cast.entities[entity];
    let inside = scene
        .cast
        .mentioned_in(phrase.tokens.clone())
        .filter(|m| m.entity == entity)
        .map(|m| within(words, phrase, &m.tokens, m.name))
        .min();
    out.put(Of::Within, inside.unwrap_or(0));
    if phrase.pronoun() || phrase.tokens.is_empty() {
        return;
    }
    let content = |&at: &usize| {
        let joins = |lower: &str| JOINING.has(lower) || ARTICLES.has(lower) || lower == "'s";
        let long = words.is_word(at) && words.word(at).len() > 1;
        long && at != phrase.head && !joins(words.lower(at))
    };
    let own: Vec<usize> = phrase.tokens.clone().take(16).filter(content).collect();
    let known = &scene.known[entity];
    let has = |at: usize| known.binary_search(&hash(words.lower(at))).is_ok();
    let shared = match own.iter().filter(|&&at| has(at)).count() {
        _ if own.is_empty() => 5,
        all if all == own.len() => 4,
        some => some.min(3),
    };
    out.put(Of::Words, shared);
    let missing = own.iter().filter(|&&at| words.capital(at) && !has(at)).count();
    out.put(Of::Missing, missing);
    let head = words.lower(phrase.head);
    let is_head = |word: &str| word.eq_ignore_ascii_case(head);
    let (given, last) = (e.name.split(' ').next().unwrap_or_default(), last_word(&e.name));
    let nouns = || e.roles.iter().map(|role| last_word(role));
    let heads = [is_head(last), nouns().any(is_head), is_head(given), has(phrase.head)];
    out.put(Of::Head, first(&heads));
    out.put(Of::Rest, rest(words, phrase, &e.roles));
    // "The corporation" for one that was called a firm.
    let lower = last.to_lowercase();
    let near = nouns().chain([lower.as_str()]).map(|noun| kin::near(head, noun)).max();
    out.put(Of::Kin, near.unwrap_or(0));
    out.put(Of::Memory, asked.meant.map_or(0, |who| 2 - usize::from(who == entity)));
    let (main, (names, roles)) = (&asked.main, &scene.keys[entity]);
    let exact = [
        names.contains(&asked.key),
        roles.contains(&asked.key),
        acronym(main) && e.name.contains(' ') && acronym_of(main, &e.name),
        acronym(last) && main.contains(' ') && acronym_of(last, main),
    ];
    out.put(Of::Exact, first(&exact));
}

/// How the nearest role of the same noun differs: 1 in nothing, 2 in one word more, 3 in more, 4 in a
/// word that makes it another office, 5 in words that the source has beyond it; 0 without such a role. *The chief* is 2
/// from "fire chief", *the former fire chief* 4.
fn rest(words: &Words<'_>, phrase: &Phrase, roles: &[String]) -> usize {
    let lower = |at: usize| words.lower(at);
    let lacks = |word: &str| !phrase.tokens.clone().any(|at| lower(at).eq_ignore_ascii_case(word));
    let apart = |word: &str| RANKS.has(word) || APART.has(word);
    let tells = |&at: &usize| {
        let noun = at == phrase.head || words.is(at, DETERMINER);
        words.is_word(at) && !noun && lower(at) != "'s"
    };
    let own: Vec<&str> = phrase.main.clone().filter(tells).map(lower).collect();
    let differs = |role: &String| {
        let mut parts: Vec<&str> = role.split([' ', '-']).collect();
        parts.pop().filter(|last| last.eq_ignore_ascii_case(lower(phrase.head)))?;
        let missing = |word: &&&str| !parts.iter().any(|part| part.eq_ignore_ascii_case(word));
        let more: Vec<&&str> = own.iter().filter(missing).collect();
        let beyond: Vec<&&str> = parts.iter().filter(|part| lacks(part)).collect();
        let other = beyond.iter().any(|part| apart(&part.to_lowercase()))
            || more.iter().any(|word| apart(word));
        Some(match beyond.len() {
            _ if other => 4,
            0 if !more.is_empty() => 5,
            n => 1 + n.min(2),
        })
    };
    roles.iter().filter_map(differs).min().unwrap_or(0)
}

/// Where in the source a mention of the candidate stands, 1 to 11; the least counts where a source names somebody twice.
fn within(words: &Words<'_>, phrase: &Phrase, tokens: &Range<usize>, name: bool) -> usize {
    let before = tokens.start.checked_sub(1).filter(|&b| b >= phrase.tokens.start);
    let behind = |test: &dyn Fn(usize) -> bool| before.is_some_and(test);
    if tokens.contains(&phrase.head) {
        // "The council and Halden Ferries", "spokesman John Brook", "New Havn"; a description is the source itself.
        let and = (phrase.tokens.start..tokens.start).any(|at| words.lower(at) == "and");
        return match name {
            false => 1,
            true if and => 2,
            true if behind(&|b| words.is(b, PERSON | TITLE)) => 3,
            true => 4,
        };
    }
    // "Lund's mayor".
    if matches!(words.lower(tokens.end), "'s" | "'") {
        return 5;
    }
    if tokens.start <= phrase.main.end {
        return 11;
    }
    // "The mayor, Per Strand", "a letter from the council", "the mayor of Lund", "a man in Lund".
    let comma = behind(&|b| matches!(words.word(b), "," | "—" | "–" | "-"));
    let lead = before.map_or("", |b| match words.lower(b) {
        "the" => words.before(b),
        lower => lower,
    });
    match lead {
        _ if comma && tokens.start <= phrase.main.end + 2 => 6,
        "by" | "from" => 7,
        "of" | "for" => 8,
        _ if behind(&|b| words.is(b, PREPOSITION | VERB)) => 9,
        _ => 10,
    }
}
