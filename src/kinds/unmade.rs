//! Charges, denials and claims that nobody has made: not, by no one, on a condition, looked into; and deeds of the
//! speaker's own.
//!
//! Leaves out the word *not* beside the verb; see `cue`.

use super::{
    cue::Cue,
    judged::{Judged, decide},
};
use crate::{
    analysis::Kind,
    attributions::Found,
    lexicon::{
        classes::{ACCUSE, CLAIM, DENY, NEGATION, RELEASE, SAY},
        clauses::CONDITIONS,
        pronouns::NOBODY,
    },
    rules,
    words::Words,
};

/// An attribution as the guards see it.
pub(super) struct Seen<'a> {
    pub words: &'a Words<'a>,
    pub found: &'a Found,
    pub cue: Cue,
    /// The tokens of its content.
    pub content: &'a [usize],
}

impl Seen<'_> {
    /// The head of a cue that charges, denies, says or claims: "refused to deny" is a phrase of refusing, and its head a
    /// denial.
    fn telling(&self) -> Option<usize> {
        let tells = self.cue.class.intersects(ACCUSE | DENY | SAY | CLAIM);
        let firm = |head: usize| self.cue.phrase && self.words.is(head, ACCUSE | DENY);
        self.cue.head.filter(|&head| tells || firm(head))
    }

    /// The first word of who speaks before the cue; of a passive without a speaker, of its subject. None where nobody
    /// stands there: of *“It is safe,” said Orr* the source stands behind.
    fn subject(&self) -> Option<usize> {
        let start = self.found.cue.first()?.start;
        let spans = if self.cue.passive { &self.found.content } else { &self.found.source };
        let before = |&at: &usize| self.words.document.tokens()[at].span.start < start;
        self.words.tokens(spans).into_iter().find(|at| before(at) && self.words.is_word(*at))
    }
}

/// What tells that a charge or a denial was not made, or by nobody: a name, and what it looks for.
type Guard = (&'static str, fn(&Seen) -> bool);

/// The guards; one that holds is enough, and the first that does is named.
const GUARDS: &[Guard] = &[
    // "Orr did not accuse the board".
    ("negated", |s| s.cue.negated),
    // "The council is looking into claims of theft": who looks into them makes none.
    ("looked into", |s| s.cue.examines),
    // "Orr withdrew her complaint of theft".
    ("taken back", |s| s.cue.class == RELEASE),
    ("by nobody", |s| s.cue.head.is_some() && by_nobody(s)),
    ("on a condition", |s| s.telling().is_some_and(|head| conditional(s, head))),
    ("undenied", |s| undenied(s.words, s.content)),
];

/// The names of all guards; the one for what the actors tell stands last.
pub fn guards() -> impl Iterator<Item = &'static str> {
    GUARDS.iter().map(|&(name, _)| name).chain([OWN])
}

/// "Orr said she had lied" may be of Orr's own lie.
const OWN: &str = "own deed";

/// The guard by which the words tell of something that was not said, or not by anybody; none where it was.
pub(super) fn unmade(seen: &Seen) -> Option<&'static str> {
    let holding = GUARDS.iter().find(|&&(name, holds)| rules::applies(name) && holds(seen));
    holding.map(|&(name, _)| name)
}

/// "No one accused the board", and what *nobody* is said to have been accused of.
fn by_nobody(s: &Seen) -> bool {
    let speaker = s.words.tokens(&s.found.source);
    s.subject().iter().chain(speaker.first()).any(|&at| nobody(s.words, at))
}

/// *She had never denied it*: what is said is that nothing was denied. Three tokens take in "not even denied".
fn undenied(words: &Words<'_>, content: &[usize]) -> bool {
    content.windows(3).any(|three| {
        let denied = words.is(three[2], DENY) && !words.is(three[2], CLAIM);
        denied && three[..2].iter().any(|&at| words.is(at, NEGATION))
    })
}

/// Makes statements of charges that are only said, not charged, and whose doer may be the speaker:
/// "Orr said she had lied". `own` tells it of an attribution's index and the token that likeliest names its target.
pub fn forget_own_deeds(
    words: &Words<'_>,
    found: &[Found],
    judged: &mut [Judged],
    own: impl Fn(usize, usize) -> bool,
) {
    if !rules::applies(OWN) {
        return;
    }
    for (index, (f, j)) in found.iter().zip(judged).enumerate() {
        let of_speaker = j.kind == Kind::Accusation && j.aim().is_some_and(|at| own(index, at));
        if of_speaker && !words.tokens(&f.cue).iter().any(|&at| words.is(at, ACCUSE)) {
            (j.kind, j.confidence, j.by) = decide(&j.shares, Some(OWN));
        }
    }
}

/// "No one", "None of the guards", "Neither Orr nor Holt"; "No 10" and "No Tolls Now" are somebody.
fn nobody(words: &Words<'_>, at: usize) -> bool {
    match words.lower(at) {
        "no" => {
            let next = words.word(at + 1);
            next.starts_with(char::is_lowercase) || matches!(next, "-" | "‑")
        }
        word => NOBODY.has(word) || matches!(words.before(at), "nor" | "neither"),
    }
}

/// "If the mayor denies it": nothing but the subject between *if* and the verb. "If it rains, the mayor says" is no such
/// condition, and a comma or a clause tells so.
fn conditional(s: &Seen, head: usize) -> bool {
    let first = s.subject().unwrap_or(head);
    let opens = |at: usize| CONDITIONS.has(s.words.lower(at));
    let parted = || (first..head).any(|at| matches!(s.words.lower(at), "," | "who" | "which"));
    first < head && (opens(first) || first > 0 && opens(first - 1)) && !parted()
}
