//! What is done by saying it: the kind of an attribution with its probability, the stance of its verb,
//! whom it may be aimed at.
//!
//! The kind is learned (`model::judge`); a charge or a denial is drawn only where it is likely enough, and
//! never where the grammar says that nobody made it (`unmade`). The stance is read off the cue.
//! Leaves out who speaks and who is meant; see `actors`.

mod cue;
mod judged;
mod unmade;

pub use judged::{JUDGE, Judged, ORDER, UNSURE};
pub use unmade::{forget_own_deeds, guards};

use cue::Cue;
use judged::decide;
use unmade::Seen;

use crate::{
    analysis::{Kind, Verb},
    attributions::Found,
    lexicon::{
        classes::{
            ACCUSE, ADMIT, AUXILIARY, CLAIM, CLAUSE, DETERMINER, PREPOSITION, PRESS, RELEASE, SAY,
        },
        pronouns::{HE, IT, SHE, THEY},
    },
    model::{self, Judgement},
    span::Span,
    words::Words,
};

/// Judges all attributions of a document; any spans will do. `told` hears the share that is done.
#[must_use]
pub fn judge_all(words: &Words<'_>, found: &[Found], told: &mut dyn FnMut(f32)) -> Vec<Judged> {
    let roles = |f: &Found| [&f.source, &f.cue, &f.content].map(|spans| words.tokens(spans));
    let roles: Vec<_> = found.iter().map(roles).collect();
    let learned = model::judge(words.document, &roles, told);
    let judged =
        found.iter().zip(&roles).zip(learned).map(|((found, [_, cue, content]), learned)| {
            let cue = cue::read(words, cue, content);
            let unmade = unmade::unmade(&Seen { words, found, cue, content });
            let Judgement { shares, aims } = learned;
            let (kind, confidence, by) = decide(&shares, unmade);
            let (verb, release) = (stance(cue, kind), cue.class == RELEASE);
            Judged { kind, confidence, shares, verb, aims, by, release }
        });
    judged.collect()
}

/// Kinds that are aimed at somebody, as *Orr praised the crew* is at the crew; a denial is at a charge.
#[must_use]
pub const fn aimed(kind: Kind) -> bool {
    matches!(kind, Kind::Accusation | Kind::Criticism | Kind::Praise | Kind::Demand | Kind::Warning)
}

/// The stance of the reporting verb: *Orr conceded it*, *insisted on it*, *claimed it*; *charged*, of no deed of anybody's,
/// is no more than *claimed*. Neutral where the verb tells nothing.
fn stance(cue: Cue, kind: Kind) -> Verb {
    let claimed = cue.all.intersects(CLAIM) || kind != Kind::Accusation;
    match cue.class {
        ADMIT | SAY if cue.all.intersects(ADMIT) => Verb::Conceding,
        PRESS => Verb::Pressing,
        CLAIM => Verb::Distancing,
        ACCUSE if claimed => Verb::Distancing,
        _ => Verb::Neutral,
    }
}

/// How far a description reaches back to its article: "the former deputy mayor". Farther away stands another's.
const BACK: usize = 5;

/// The noun phrase around token `at`, which stands for somebody: a name with all its parts, a pronoun
/// alone, a description with its article; of "blamed staff" the one word, as no article is there.
#[must_use]
pub fn phrase(words: &Words<'_>, at: usize) -> Span {
    let sentence = words.document.sentence_of(at);
    let here = |i: usize| words.document.sentence_of(i) == sentence;
    if words.capital(at) {
        let mut from = at;
        // "Department of Justice", "Bank of Lund": a name goes on over *of*.
        let part = |i: usize| here(i) && words.is_word(i) && words.capital(i);
        loop {
            if from > 0 && part(from - 1) {
                from -= 1;
            } else if from > 1 && words.lower(from - 1) == "of" && part(from - 2) {
                from -= 2;
            } else {
                break;
            }
        }
        let count = words.document.tokens().len();
        let to = (at + 1..count).find(|&i| !part(i)).unwrap_or(count);
        return words.document.span(from..to);
    }
    let alone = [HE, SHE, THEY, IT].iter().any(|list| list.has(words.lower(at)));
    let inside = |i: &usize| {
        here(*i) && words.is_word(*i) && !words.is(*i, AUXILIARY | CLAUSE | PREPOSITION)
    };
    let before = at.saturating_sub(if alone { 0 } else { BACK })..at;
    let article = before.rev().take_while(inside).find(|&i| words.is(i, DETERMINER));
    words.document.span(article.unwrap_or(at)..at + 1)
}
