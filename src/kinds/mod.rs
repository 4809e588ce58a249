//! What is done by saying it: the kind of an attribution with its probability, the stance of its verb,
//! its target.
//!
//! The kind is learned (`model::judge`); a charge or a denial is drawn only where it is likely enough, and
//! never where the grammar says that nobody made it (`unmade`). The stance is read off the cue.
//! Leaves out who speaks and who is meant; see `actors`.

mod cue;
mod target;
mod unmade;

pub use unmade::forget_own_deeds;

use crate::{
    analysis::{Kind, Verb},
    attributions::Found,
    lexicon::classes::{ACCUSE, ADMIT, CLAIM, PRESS, RELEASE, SAY},
    model,
    span::Span,
    words::Words,
};
use cue::Cue;

/// The kinds in the order of the learned probabilities.
pub const ORDER: [Kind; model::KINDS] = [
    Kind::Statement,
    Kind::Accusation,
    Kind::Denial,
    Kind::Admission,
    Kind::NoComment,
    Kind::Demand,
    Kind::Warning,
    Kind::Promise,
    Kind::Criticism,
    Kind::Praise,
    Kind::Opinion,
    Kind::Question,
];

/// The judgement on one attribution.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Judged {
    /// What is done.
    pub kind: Kind,
    /// How likely that is, 0 to 1.
    pub confidence: f32,
    /// How likely each kind is, in [`ORDER`].
    pub shares: [f32; model::KINDS],
    /// The stance of the cue.
    pub verb: Verb,
    /// The words that name whom it is aimed at (bytes); none when that is not plain.
    pub target: Option<Span>,
    /// Takes an accusation back or ends it: withdrawn, acquitted, dropped.
    pub release: bool,
}

/// Judges all attributions of a document; any spans will do.
#[must_use]
pub fn judge_all(words: &Words<'_>, found: &[Found]) -> Vec<Judged> {
    let roles = found
        .iter()
        .map(|f| [&f.source, &f.cue, &f.content].map(|spans| words.tokens(spans)));
    let roles: Vec<_> = roles.collect();
    let learned = model::judge(words.document, &roles);
    let mut judged: Vec<Judged> = found
        .iter()
        .zip(roles)
        .zip(learned)
        .map(|((f, [_, cue_tokens, content_tokens]), learned)| {
            let cue = cue::read(words, &cue_tokens, &content_tokens);
            let unmade = cue.negated
                || cue.examines
                || cue.class == RELEASE
                || unmade::unmade(words, f, cue, &content_tokens)
                || unmade::undenied(words, &content_tokens);
            let (kind, confidence) = decide(&learned.shares, unmade);
            Judged {
                kind,
                confidence,
                shares: learned.shares,
                verb: stance(cue, kind),
                target: (kind == Kind::Accusation && cue.class == ACCUSE)
                    .then(|| target::accused(words, f, &content_tokens))
                    .flatten()
                    .or_else(|| {
                        let sure = |&(_, sure): &(usize, f32)| sure >= model::least()[2];
                        let aim = learned.aim.filter(sure).filter(|_| aimed(kind));
                        aim.map(|(token, _)| target::phrase(words, token))
                    }),
                release: cue.class == RELEASE,
            }
        })
        .collect();
    leave_to_the_inner(words, found, &mut judged);
    judged
}

/// Where one reports another that makes a charge (*The union claimed that a memo said Orr stole it*), the
/// charge is the inner one's alone.
fn leave_to_the_inner(words: &Words<'_>, found: &[Found], judged: &mut [Judged]) {
    for (inner, f) in found.iter().enumerate() {
        let Some(outer) = f.parent else { continue };
        let charges = |at: usize| judged[at].kind == Kind::Accusation;
        let accuses = |&at: &usize| words.is(at, ACCUSE);
        if charges(inner) && charges(outer) && !words.tokens(&found[outer].cue).iter().any(accuses)
        {
            let shares = judged[outer].shares;
            let (kind, confidence) = decide(&shares, true);
            judged[outer] = Judged {
                kind,
                confidence,
                target: None,
                ..judged[outer]
            };
        }
    }
}

/// The likeliest kind and its probability; accusation and denial only where they are likely enough and
/// were made.
fn decide(shares: &[f32; model::KINDS], unmade: bool) -> (Kind, f32) {
    let least = model::least();
    let may = |at: usize| match ORDER[at] {
        Kind::Accusation => !unmade && shares[at] >= least[0],
        Kind::Denial => !unmade && shares[at] >= least[1],
        _ => true,
    };
    let best = (0..ORDER.len()).filter(|&at| may(at)).fold(0, |best, at| {
        if shares[at] > shares[best] { at } else { best }
    });
    (ORDER[best], shares[best])
}

/// Kinds that are aimed at somebody.
const fn aimed(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Accusation | Kind::Criticism | Kind::Praise | Kind::Demand | Kind::Warning
    )
}

/// The stance of the reporting verb; *charged*, of no deed of anybody's, is no more than *claimed*.
fn stance(cue: Cue, kind: Kind) -> Verb {
    if cue.all & ADMIT != 0 && cue.class & (ADMIT | SAY) != 0 {
        Verb::Conceding
    } else if cue.class == PRESS {
        Verb::Pressing
    } else if cue.class == CLAIM
        || cue.class == ACCUSE && (cue.all & CLAIM != 0 || kind != Kind::Accusation)
    {
        Verb::Distancing
    } else {
        Verb::Neutral
    }
}
