//! What is done by saying it: the kind of an attribution with its probability, the stance of its verb,
//! whom it may be aimed at.
//!
//! The kind is learned (`model::judge`); a charge or a denial is drawn only where it is likely enough, and
//! never where the grammar says that nobody made it (`unmade`). The stance is read off the cue.
//! Leaves out who speaks and who is meant; see `actors`.

mod cue;
mod judged;
mod target;
mod unmade;

pub use judged::{JUDGE, Judged, ORDER, UNSURE};
pub use target::phrase;
pub use unmade::{forget_own_deeds, guards};

use cue::Cue;
use judged::decide;
use unmade::Seen;

use crate::{
    analysis::{Kind, Verb},
    attributions::Found,
    lexicon::classes::{ACCUSE, ADMIT, CLAIM, PRESS, RELEASE, SAY},
    model::{self, Judgement},
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
