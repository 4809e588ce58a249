//! Who stands behind each attribution, and whom it is aimed at.
//!
//! Names are read and merged over the whole article (`names`, `cast`), descriptions join them where
//! they stand beside a name (`descriptions`). Then one learned judge (`pair`, `scorer`) tells for each
//! source who is meant: one of those, whoever the source describes, several, or nobody who can be
//! told. Leaves out which statement answers which; see `replies`.

mod after;
mod beside;
mod candidates;
mod cast;
mod certain;
mod descriptions;
mod entity;
mod joined;
mod kin;
mod look;
mod mentions;
mod names;
mod nouns;
mod office;
mod pair;
mod scene;
mod scorer;
mod short;
mod source;
mod speakers;
mod spelling;
mod summary;

pub use pair::FEATURES;
pub use speakers::{Choose, Seen, trace};
pub use summary::{Places, places, summary};

use after::{beside_denial, own_powers, through};
use cast::Cast;
use entity::Being;

use crate::{
    analysis::{Kind, Resolution, SourceKind},
    attributions::Found,
    kinds::Judged,
    span::Span,
    words::Words,
};

/// Who stands behind one attribution.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Resolved {
    /// Index into the cast; none when it could not be told.
    pub actor: Option<usize>,
    /// How it was worked out.
    pub resolution: Resolution,
    /// The words that justify an inferred actor (bytes).
    pub because: Vec<Span>,
    /// The spokesperson through whom a body speaks.
    pub through: Option<usize>,
    /// Whom the target means, when it is known who that is.
    pub target: Option<usize>,
    /// What kind of source it is.
    pub source_kind: SourceKind,
}

/// Everyone in the article, and who stands behind each attribution.
#[derive(Debug)]
pub struct Actors {
    cast: Cast,
    /// For each of the cast: it is named in a sentence that speaks of denying.
    beside_denial: Vec<bool>,
    /// Whether any sentence of the document speaks of denying.
    denied: bool,
    /// One for each attribution, in its order.
    pub of: Vec<Resolved>,
}

impl Actors {
    /// The name by which one of the cast is shown.
    #[must_use]
    pub fn name(&self, actor: usize) -> &str {
        &self.cast.entities[actor].name
    }

    /// The body that one of the cast speaks for.
    #[must_use]
    pub fn speaks_for(&self, actor: usize) -> Option<usize> {
        self.cast.entities[actor].speaks_for
    }

    /// True when `actor` is `whom`, speaks for it, is its director, its lawyer, or holds an office in
    /// the state or the government that `accuser` has spoken against.
    #[must_use]
    pub fn answers_for(&self, actor: usize, whom: usize, accuser: Option<usize>) -> bool {
        let entities = &self.cast.entities;
        let accuser = accuser.map(|a| &entities[a]);
        let body = entities[actor].speaks_for;
        // "the Spanish novelist" is of Spain and does not answer for it.
        let own = entities[whom].being != Being::State && entities[actor].of.contains(&whom);
        let holds = |one: usize| office::answers(&entities[one], &entities[whom], accuser);
        actor == whom
            || body == Some(whom)
            || own
            || holds(actor)
            || body.is_some_and(holds)
            || self.is_among(actor, whom)
    }

    /// True when `actor` is one of the several that `whom` is, answers for one of them, or is them
    /// together.
    fn is_among(&self, actor: usize, whom: usize) -> bool {
        let speaks_for = self.cast.entities[actor].speaks_for;
        let one = |m: &usize| *m == actor || speaks_for == Some(*m);
        self.members(whom).iter().any(one) || self.members(actor).contains(&whom)
    }

    /// Those that `actor` is, when it is several at once; else none.
    #[must_use]
    pub fn members(&self, actor: usize) -> &[usize] {
        &self.cast.entities[actor].members
    }

    /// True when the words at `target`, which mean nobody else that is known, may be the speaker of
    /// attribution `index`: "Orr said she had lied".
    #[must_use]
    pub fn may_be_speaker(&self, words: &Words<'_>, index: usize, target: Span) -> bool {
        let tokens = words.document.tokens_in(target);
        let resolved = &self.of[index];
        let Some(speaker) = resolved.actor.filter(|_| resolved.target.is_none()) else {
            return false;
        };
        let speaker = &self.cast.entities[speaker];
        let agrees = match words.lower(tokens.start) {
            "he" => speaker.gender >= 0,
            "she" => speaker.gender <= 0,
            _ => false,
        };
        agrees && tokens.len() == 1 && !speaker.plural && speaker.being == Being::Person
    }

    /// Whether that actor is named in a sentence that speaks of denying: nobody may say that it has not answered.
    #[must_use]
    pub fn is_beside_denial(&self, actor: usize) -> bool {
        self.beside_denial.get(actor).copied().unwrap_or(false)
    }

    /// True when any sentence speaks of denying, whoever does.
    #[must_use]
    pub const fn is_anything_denied(&self) -> bool {
        self.denied
    }

    /// True when `actor` is named inside one of `spans`.
    #[must_use]
    pub fn named_in(&self, words: &Words<'_>, actor: usize, spans: &[Span]) -> bool {
        spans.iter().any(|&s| {
            mentions::mentions_in(&self.cast, words.document.tokens_in(s))
                .iter()
                .any(|&m| self.cast.mentions[m].entity == actor)
        })
    }
}

/// Resolves the source and the target of every attribution. `judged` is in the order of `found`.
#[must_use]
pub fn resolve(words: &Words<'_>, found: &[Found], judged: &[Judged]) -> Actors {
    let mut speakers = speakers::Speakers::new(words, found);
    let mut of = speakers.all();
    for (index, j) in judged.iter().enumerate() {
        if let Some(span) = j.target {
            let doubtful = j.kind == Kind::Accusation;
            of[index].target = speakers.target(index, span, of[index].actor, doubtful);
        }
    }
    let mut cast = speakers.into_cast();
    office::read(words, &mut cast);
    own_powers(words, found, &mut cast, &mut of);
    through(words, found, &cast, &mut of);
    let (beside_denial, denied) = beside_denial(words, &cast);
    Actors {
        beside_denial,
        denied,
        cast,
        of,
    }
}
