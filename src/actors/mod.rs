//! Who stands behind each attribution, and whom it is aimed at.
//!
//! Names are read and merged over the whole article (`names`, `cast`), descriptions joined to them
//! where the article gives reason (`describe`), pronouns resolved last (`pronouns`). Where nothing
//! fits well enough there is no actor. Leaves out which statement answers which; see `replies`.

mod after;
mod again;
mod beside;
mod cast;
mod commons;
mod describe;
mod entity;
mod joined;
mod lists;
mod look;
mod names;
mod nouns;
mod office;
mod phrases;
mod pronouns;
mod reader;
mod roles;
mod short;
mod spelling;
pub(crate) mod states;
mod summary;

pub use summary::{Places, places, summary};

use crate::{
    analysis::{Kind, Resolution, SourceKind},
    attributions::Found,
    kinds::{Judged, Words},
    span::Span,
};
use after::{beside_denial, genders_from_pronouns, own_powers, through};
use cast::Cast;
use describe::Describer;
use entity::Being;
use reader::Reader;

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

    /// True when `actor` is named inside one of `spans`.
    #[must_use]
    pub fn named_in(&self, words: &Words<'_>, actor: usize, spans: &[Span]) -> bool {
        spans.iter().any(|&s| {
            phrases::mentions_in(&self.cast, words.document.tokens_in(s))
                .iter()
                .any(|&m| self.cast.mentions[m].entity == actor)
        })
    }
}

/// Resolves the source and the target of every attribution. `judged` is in the order of `found`.
#[must_use]
pub fn resolve(words: &Words<'_>, found: &[Found], judged: &[Judged]) -> Actors {
    let mut cast = Cast::read(words);
    let mut describer = Describer::default();
    describer.read_all(words, &mut cast);
    genders_from_pronouns(words, &mut cast);
    let mut reader = Reader {
        words,
        cast,
        describer,
        spoke: None,
    };
    let mut of: Vec<Resolved> = Vec::with_capacity(found.len());
    for (index, f) in found.iter().enumerate() {
        let mut resolved = reader.source(found, &of, index);
        let tokens = reader.run(&f.source);
        if judged[index].kind == Kind::Accusation
            && tokens.is_some_and(|tokens| reader.is_ambiguous(&tokens))
        {
            resolved = Resolved::default();
        }
        if f.parent.is_none()
            && let Some(actor) = resolved.actor
        {
            let at = words.place(&f.source).or_else(|| words.place(&f.content));
            reader.spoke = at.map(|at| (actor, at));
        }
        of.push(resolved);
    }
    for (index, j) in judged.iter().enumerate() {
        if let Some(span) = j.target {
            of[index].target = reader.target(span, of[index].actor);
        }
    }
    office::read(words, &mut reader.cast);
    commons::settle(words, &mut reader.cast, &mut of);
    own_powers(words, found, &mut reader.cast, &mut of);
    through(words, found, &reader.cast, &mut of);
    Actors {
        beside_denial: beside_denial(words, &reader.cast),
        cast: reader.cast,
        of,
    }
}
