//! Whom a pronoun means: the mention before it that fits best in gender, number, nature, place.
//!
//! Weights were set by hand and checked on the silver coreference of the development articles.
//! Leaves out relative pronouns that follow their noun directly; see `relative`.

use super::{
    cast::Cast,
    entity::{Being, Entity},
    lists::{FEMALE, MALE},
};
use crate::kinds::{
    Words,
    vocabulary::{CLAUSE, PREPOSITION, VERB},
};

/// What a pronoun asks of the one whom it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pronoun {
    He,
    She,
    They,
    It,
    /// who, whom, whose: someone named right before.
    Who,
    /// which, that: something named right before.
    Which,
    /// I, we: whoever is speaking around it.
    First,
    /// you, one, this: not resolved.
    Other,
}

/// Reads a pronoun in lower case; none when it is none.
pub(super) fn pronoun(lower: &str) -> Option<Pronoun> {
    Some(match lower {
        "he" | "him" | "his" | "himself" => Pronoun::He,
        "she" | "her" | "hers" | "herself" => Pronoun::She,
        "they" | "them" | "their" | "theirs" | "themselves" => Pronoun::They,
        "it" | "its" | "itself" => Pronoun::It,
        "who" | "whom" | "whose" => Pronoun::Who,
        "which" | "that" => Pronoun::Which,
        "i" | "we" | "me" | "us" | "my" | "our" | "myself" | "ourselves" => Pronoun::First,
        "you" | "this" | "these" | "those" | "your" => Pronoun::Other,
        _ => return None,
    })
}

/// Words for how many, where no noun follows.
const AMOUNTS: &[&str] = &[
    "some", "few", "many", "most", "both", "all", "none", "one", "two", "several", "others",
    "those", "each", "any",
];

/// How well `entity` can be meant; none when it cannot.
fn fit(entity: &Entity, pronoun: Pronoun) -> Option<f32> {
    // "some of them", "most": a number of somebody, and whose is not told.
    let amount = || {
        let last = entity.name.rsplit(' ').next().unwrap_or_default();
        AMOUNTS.iter().any(|word| last.eq_ignore_ascii_case(word))
    };
    if entity.place() || !entity.named && amount() {
        return None;
    }
    let person = match entity.being {
        Being::Person => 1.0,
        Being::Unknown => 0.3,
        _ => 0.0,
    };
    match pronoun {
        Pronoun::He | Pronoun::She => {
            let agrees = if pronoun == Pronoun::He {
                entity.gender
            } else {
                -entity.gender
            };
            (person > 0.0 && agrees >= 0 && !entity.plural)
                .then_some(person + if agrees > 0 { 0.6 } else { 0.0 })
        }
        Pronoun::They => match entity.being {
            Being::Group => Some(1.2),
            _ if entity.plural => Some(1.2),
            Being::Body | Being::Media => Some(-1.0),
            Being::State | Being::Unknown | Being::Document => Some(-0.8),
            Being::Person => None,
        },
        Pronoun::It => match entity.being {
            Being::Body | Being::Media => Some(1.0),
            Being::State | Being::Document => Some(0.8),
            Being::Unknown => Some(0.5),
            Being::Person | Being::Group => None,
        }
        .filter(|_| !entity.plural),
        Pronoun::Who => match entity.being {
            Being::Person | Being::Group => Some(1.0),
            Being::Unknown => Some(0.4),
            _ => None,
        },
        Pronoun::Which => match entity.being {
            Being::Person => None,
            _ => Some(1.0),
        },
        Pronoun::First | Pronoun::Other => None,
    }
}

/// The least score of a resolution that is kept.
const LEAST: f32 = 1.6;
/// By how much the best must lead the next.
const MARGIN: f32 = 0.12;
/// The same for whom a charge is laid at: a wrong one is a harm.
const TARGET_MARGIN: f32 = 0.4;

/// The entity that the pronoun at token `at` means, with the mention that says so; none when
/// nothing fits well enough. `spoke` is the speaker of the attribution before and where.
pub(super) fn resolve(
    words: &Words<'_>,
    cast: &Cast,
    at: usize,
    pronoun: Pronoun,
    spoke: Option<(usize, usize)>,
) -> Option<(usize, usize)> {
    scored(words, cast, at, pronoun, spoke, None, MARGIN)
}

fn scored(
    words: &Words<'_>,
    cast: &Cast,
    at: usize,
    pronoun: Pronoun,
    spoke: Option<(usize, usize)>,
    not: Option<usize>,
    margin: f32,
) -> Option<(usize, usize)> {
    let document = words.document;
    let sentence = document.sentence_of(at);
    let paragraph = document.paragraph_of(at);
    let quoted = document.quotation_of(at);
    let until = cast.mentions.partition_point(|m| m.tokens.start < at);
    let mut scores: Vec<(usize, f32, usize)> = Vec::new();
    for (index, mention) in cast.mentions[..until].iter().enumerate().rev().take(80) {
        if mention.tokens.end > at || Some(mention.entity) == not {
            continue;
        }
        let there = document.sentence_of(mention.tokens.start);
        let (back, over) = (
            sentence - there,
            paragraph - document.paragraph_of(mention.tokens.start),
        );
        if back > 6 || over > 3 {
            break;
        }
        let Some(fits) = fit(&cast.entities[mention.entity], pronoun) else {
            continue;
        };
        let near = match back {
            0 => 1.3,
            1 => 1.5,
            2 => 0.9,
            3 => 0.6,
            _ => 0.3,
        } - 0.15 * over as f32;
        let mut score = fits + near + place(words, mention.tokens.start, mention.tokens.end);
        // A name inside somebody's quotation is seldom who speaks next.
        if document.quotation_of(mention.tokens.start).is_some()
            && document.quotation_of(mention.tokens.start) != quoted
        {
            score -= 0.9;
        }
        match scores.iter_mut().find(|(e, _, _)| *e == mention.entity) {
            // Named again and again: more likely still who is meant.
            Some(seen) => seen.1 = seen.1.max(score) + 0.15,
            None => scores.push((mention.entity, score, index)),
        }
    }
    if let Some((speaker, token)) = spoke
        && at > token
        && let Some(fits) = fit(&cast.entities[speaker], pronoun)
    {
        let over = paragraph.saturating_sub(document.paragraph_of(token));
        if over <= 2 {
            let bonus = 1.2 - 0.3 * over as f32;
            match scores.iter_mut().find(|(e, _, _)| *e == speaker) {
                Some(seen) => seen.1 += bonus,
                None => scores.push((speaker, fits + bonus + 0.6, usize::MAX)),
            }
        }
    }
    for score in &mut scores {
        score.1 += (cast.entities[score.0].mentions as f32).ln_1p() * 0.15;
    }
    scores.sort_by(|a, b| b.1.total_cmp(&a.1));
    let best = *scores.first()?;
    let lead = scores.get(1).map_or(f32::MAX, |next| best.1 - next.1);
    (best.1 >= LEAST && lead >= margin).then_some((best.0, best.2))
}

/// The same for someone other than `speaker`: "Salas accused her".
pub(super) fn resolve_other(
    words: &Words<'_>,
    cast: &Cast,
    at: usize,
    pronoun: Pronoun,
    speaker: Option<usize>,
) -> Option<(usize, usize)> {
    scored(words, cast, at, pronoun, None, speaker, TARGET_MARGIN)
}

/// Subjects are meant more often than what follows a preposition or owns something.
fn place(words: &Words<'_>, start: usize, end: usize) -> f32 {
    let sentence = &words.document.sentences()[words.document.sentence_of(start)].tokens;
    let before = (sentence.start..start).rev().find(|&i| words.is_word(i));
    let mut score = 0.0;
    if matches!(words.lower(end), "'s" | "'" | "’") {
        score -= 0.35;
    }
    // Behind a preposition: "for Clinton", also "for the Clinton campaign".
    let behind = (start.saturating_sub(3).max(sentence.start)..start)
        .rev()
        .take_while(|&i| words.is_word(i) && !words.is(i, VERB | CLAUSE))
        .any(|i| words.is(i, PREPOSITION));
    if behind {
        score -= 0.4;
    } else if before.is_none() || start < sentence.start + 4 {
        score += 0.5;
    } else if before.is_some_and(|i| words.is(i, CLAUSE)) || words.is(end, VERB) {
        score += 0.3;
    }
    score
}

/// Whom *who* or *which* means: the nearest fitting mention before it in its sentence.
pub(super) fn relative(
    words: &Words<'_>,
    cast: &Cast,
    at: usize,
    pronoun: Pronoun,
) -> Option<(usize, usize)> {
    let start = words.document.sentences()[words.document.sentence_of(at)]
        .tokens
        .start;
    let until = cast.mentions.partition_point(|m| m.tokens.start < at);
    cast.mentions[..until]
        .iter()
        .enumerate()
        .rev()
        .take_while(|(_, m)| m.tokens.start >= start && at - m.tokens.start < 25)
        .filter(|(_, m)| m.tokens.end <= at && fit(&cast.entities[m.entity], pronoun).is_some())
        // Of one inside the other the outer: "a Clinton campaign assistant who" is the assistant.
        .max_by_key(|(_, m)| m.tokens.end)
        .map(|(index, m)| (m.entity, index))
}

/// What the pronoun tells of the gender of whom it means.
pub(super) fn gender(pronoun: Pronoun) -> super::lists::Traits {
    match pronoun {
        Pronoun::He => MALE,
        Pronoun::She => FEMALE,
        _ => 0,
    }
}
