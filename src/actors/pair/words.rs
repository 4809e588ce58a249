//! What the words of the source and those of somebody's names and roles have in common.

use std::ops::Range;

use super::{
    super::{
        look::acronym,
        mentions::mentions_in,
        scene::{Scene, hash},
        source::Phrase,
        spelling::acronym_of,
    },
    asked::Asked,
    features::{Of, Out},
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

/// What the words of the source and those of the candidate have in common.
pub(super) fn text(scene: &Scene<'_, '_>, asked: &Asked<'_>, entity: usize, out: &mut Out) {
    let (words, phrase) = (scene.words, asked.phrase);
    let e = &scene.cast.entities[entity];
    let inside = mentions_in(&scene.cast, phrase.tokens.clone())
        .into_iter()
        .map(|m| &scene.cast.mentions[m])
        .filter(|m| m.entity == entity)
        .map(|m| within(words, phrase, &m.tokens, m.name))
        .min();
    out.put(Of::Within, inside.unwrap_or(0));
    if phrase.pronoun() || phrase.tokens.is_empty() {
        return;
    }
    let known = &scene.known[entity];
    let content = |at: &usize| {
        words.is_word(*at) && words.word(*at).len() > 1 && {
            let lower = words.lower(*at);
            !(JOINING.has(lower) || ARTICLES.has(lower) || lower == "'s")
        }
    };
    let own: Vec<usize> =
        phrase.tokens.clone().take(16).filter(content).filter(|at| *at != phrase.head).collect();
    let has = |at: usize| known.binary_search(&hash(words.lower(at))).is_ok();
    let shared = own.iter().filter(|&&at| has(at)).count();
    out.put(
        Of::Words,
        if own.is_empty() {
            5
        } else if shared == own.len() {
            4
        } else {
            shared.min(3)
        },
    );
    let missing = own.iter().filter(|&&at| words.capital(at) && !has(at)).count();
    out.put(Of::Missing, missing);
    let head = words.lower(phrase.head);
    let role_head = |r: &String| r.rsplit(' ').next().is_some_and(|h| h.eq_ignore_ascii_case(head));
    let last = e.name.rsplit(' ').next().unwrap_or_default();
    let first = e.name.split(' ').next().unwrap_or_default();
    out.put(
        Of::Head,
        if last.eq_ignore_ascii_case(head) {
            1
        } else if e.roles.iter().any(role_head) {
            2
        } else if first.eq_ignore_ascii_case(head) {
            3
        } else if has(phrase.head) {
            4
        } else {
            0
        },
    );
    out.put(Of::Rest, rest(words, phrase, &e.roles));
    let lower = last.to_lowercase();
    let ends = e.roles.iter().filter_map(|r| r.rsplit(' ').next());
    let near = ends.chain([lower.as_str()]).map(|noun| kin::near(head, noun)).max();
    out.put(Of::Kin, near.unwrap_or(0));
    let before = asked.meant;
    out.put(
        Of::Memory,
        match before {
            None => 0,
            Some(who) if who == entity => 1,
            Some(_) => 2,
        },
    );
    let main = &asked.main;
    let exact = if scene.keys[entity].0.contains(&asked.key) {
        1
    } else if scene.keys[entity].1.contains(&asked.key) {
        2
    } else if acronym(main) && e.name.contains(' ') && acronym_of(main, &e.name) {
        3
    } else if acronym(last) && main.contains(' ') && acronym_of(last, main) {
        4
    } else {
        0
    };
    out.put(Of::Exact, exact);
}

/// How the nearest role of the same noun differs: 1 in nothing, 2 in one word more, 3 in more, 4 in a
/// word that makes it another office, 5 in words that the source has beyond it; 0 without such a role.
fn rest(words: &Words<'_>, phrase: &Phrase, roles: &[String]) -> usize {
    let head = words.lower(phrase.head);
    let has =
        |word: &str| phrase.tokens.clone().any(|at| words.lower(at).eq_ignore_ascii_case(word));
    let apart = |word: &str| RANKS.has(word) || APART.has(word);
    let own = phrase.main.clone().filter(|&at| {
        words.is_word(at)
            && at != phrase.head
            && !words.is(at, DETERMINER)
            && words.lower(at) != "'s"
    });
    let own: Vec<&str> = own.map(|at| words.lower(at)).collect();
    let mut best = 6;
    for role in roles {
        let last = role.rsplit([' ', '-']).next();
        if !last.is_some_and(|last| last.eq_ignore_ascii_case(head)) {
            continue;
        }
        let mut parts: Vec<&str> = role.split([' ', '-']).collect();
        parts.pop();
        let beyond = parts.iter().filter(|w| !has(w)).count();
        let other = parts.iter().any(|w| apart(&w.to_lowercase()) && !has(w))
            || own.iter().any(|w| apart(w) && !parts.iter().any(|p| p.eq_ignore_ascii_case(w)));
        let more = own.iter().any(|w| !parts.iter().any(|p| p.eq_ignore_ascii_case(w)));
        best = best.min(match beyond {
            _ if other => 4,
            0 if more => 5,
            0 => 1,
            1 => 2,
            _ => 3,
        });
    }
    best % 6
}

/// Where in the source a mention of the candidate stands.
fn within(words: &Words<'_>, phrase: &Phrase, tokens: &Range<usize>, name: bool) -> usize {
    let before = tokens.start.checked_sub(1).filter(|&b| b >= phrase.tokens.start);
    if !name && tokens.contains(&phrase.head) {
        return 1;
    }
    if name && tokens.contains(&phrase.head) {
        // "Saudi Arabia", "spokesman John Kirby", "the campaign and DNC"
        let and = (phrase.tokens.start..tokens.start).any(|at| words.lower(at) == "and");
        return if and {
            2
        } else if before.is_some_and(|b| words.is(b, PERSON | TITLE)) {
            3
        } else {
            4
        };
    }
    if matches!(words.lower(tokens.end), "'s" | "'") {
        return 5;
    }
    if tokens.start > phrase.main.end {
        let after_comma = before.is_some_and(|b| matches!(words.word(b), "," | "—" | "–" | "-"));
        if after_comma && tokens.start <= phrase.main.end + 2 {
            return 6;
        }
        return match before.map_or("", |b| match words.lower(b) {
            "the" => b.checked_sub(1).map_or("", |b| words.lower(b)),
            lower => lower,
        }) {
            "by" | "from" => 7,
            "of" | "for" => 8,
            _ if before.is_some_and(|b| words.is(b, PREPOSITION)) => 9,
            _ if before.is_some_and(|b| words.is(b, VERB)) => 9,
            _ => 10,
        };
    }
    11
}
