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

use crate::{
    analysis::{Kind, Verb},
    attributions::Found,
    lexicon::classes::{ACCUSE, ADMIT, CLAIM, PRESS, RELEASE, SAY},
    model,
    words::Words,
};

/// Judges all attributions of a document; any spans will do. `told` hears the share that is done.
#[must_use]
pub fn judge_all(words: &Words<'_>, found: &[Found], told: &mut dyn FnMut(f32)) -> Vec<Judged> {
    let roles =
        found.iter().map(|f| [&f.source, &f.cue, &f.content].map(|spans| words.tokens(spans)));
    let roles: Vec<_> = roles.collect();
    let learned = model::judge(words.document, &roles, told);
    found
        .iter()
        .zip(roles)
        .zip(learned)
        .map(|((f, [_, cue_tokens, content_tokens]), learned)| {
            let cue = cue::read(words, &cue_tokens, &content_tokens);
            let unmade =
                unmade::unmade(&unmade::Seen { words, found: f, cue, content: &content_tokens });
            let (kind, confidence, by) = decide(&learned.shares, unmade);
            Judged {
                kind,
                confidence,
                shares: learned.shares,
                verb: stance(cue, kind),
                aims: learned.aims,
                by,
                release: cue.class == RELEASE,
            }
        })
        .collect()
}

/// Kinds that are aimed at somebody.
#[must_use]
pub const fn aimed(kind: Kind) -> bool {
    matches!(kind, Kind::Accusation | Kind::Criticism | Kind::Praise | Kind::Demand | Kind::Warning)
}

/// The stance of the reporting verb; *charged*, of no deed of anybody's, is no more than *claimed*.
fn stance(cue: Cue, kind: Kind) -> Verb {
    if cue.all.intersects(ADMIT) && cue.class.intersects(ADMIT | SAY) {
        Verb::Conceding
    } else if cue.class == PRESS {
        Verb::Pressing
    } else if cue.class == CLAIM
        || cue.class == ACCUSE && (cue.all.intersects(CLAIM) || kind != Kind::Accusation)
    {
        Verb::Distancing
    } else {
        Verb::Neutral
    }
}
