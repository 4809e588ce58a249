//! Who stands behind each attribution, what the other rooms may ask about them, and how one of them is shown: under which
//! name, of what kind, by which other names the article has it.
//!
//! Leaves out how it is worked out; see `speakers`.

use super::{
    cast::Cast,
    entity::{Being, Entity},
    governing,
};
use crate::{
    analysis::{Actor, Counts, Merge, Name, Resolution, SourceKind},
    lexicon::{
        people,
        traits::{BODY, DOCUMENT, GIVEN, GROUP, MEDIA, PERSON},
    },
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
    /// Whom it is aimed at, when it is known who that is.
    pub target: Option<usize>,
    /// The words that name the target (bytes); none where it is not named there.
    pub at: Option<Span>,
    /// What kind of source it is.
    pub source_kind: SourceKind,
}

/// Everyone in the article, and who stands behind each attribution.
#[derive(Debug)]
pub struct Actors {
    pub(super) cast: Cast,
    /// For each of the cast: it is named in a sentence that speaks of denying.
    pub(super) beside_denial: Vec<bool>,
    /// Whether any sentence of the document speaks of denying.
    pub(super) denied: bool,
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
        // "the ministry's spokeswoman" holds no office herself, and answers by the ministry's.
        let holds = |one: usize| governing::answers(&entities[one], &entities[whom], accuser);
        actor == whom
            || body == Some(whom)
            || own
            || holds(actor)
            || body.is_some_and(holds)
            || self.is_among(actor, whom)
    }

    /// True when `actor` is one of the several that `whom` is, answers for one of them, or is them
    /// together: Norway, or its spokesman, for "Norway and Sweden".
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

    /// True when `token`, which likely names the target of attribution `index`, may be its speaker: "Orr said she had lied".
    #[must_use]
    pub fn may_be_speaker(&self, words: &Words<'_>, index: usize, token: usize) -> bool {
        let resolved = &self.of[index];
        let Some(speaker) = resolved.actor.filter(|_| resolved.target.is_none()) else {
            return false;
        };
        let speaker = &self.cast.entities[speaker];
        // One whose gender nothing tells may be either; *it* and *they* are nobody who speaks here.
        let agrees = match words.lower(token) {
            "he" => speaker.gender >= 0,
            "she" => speaker.gender <= 0,
            _ => false,
        };
        agrees && !speaker.plural && speaker.being == Being::Person
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
        let mut tokens = spans.iter().map(|&span| words.document.tokens_in(span));
        tokens.any(|t| self.cast.mentioned_in(t).any(|m| m.entity == actor))
    }

    /// One of the cast as it is shown, before anybody's words are counted; `place` is where one stands in the summary.
    #[must_use]
    pub fn told(&self, one: usize, place: &dyn Fn(Option<usize>) -> Option<u32>) -> Actor {
        let e = &self.cast.entities[one];
        let mut names: Vec<Name> = e
            .names
            .iter()
            // A name never used shows how another was understood: "the Lund Ferry Union (LFU)".
            .filter(|(_, how, count)| *count > 0 || matches!(how, Merge::Acronym | Merge::Equated))
            .map(|(text, how, count)| Name { text: text.clone(), how: *how, count: *count })
            .collect();
        names.sort_by_key(|n| std::cmp::Reverse(n.count));
        // Of what could be anyone's a *he* or a *she* is enough: bodies have neither.
        let kind = match e.being {
            Being::Unknown if e.gender != 0 => SourceKind::Person,
            _ => e.source_kind(),
        };
        Actor {
            name: shown(e),
            named: e.named,
            kind,
            names,
            speaks_for: place(e.speaks_for),
            through: Vec::new(),
            members: e.members.iter().filter_map(|&m| place(Some(m))).collect(),
            counts: Counts::default(),
            accuses: Vec::new(),
            accused_by: Vec::new(),
            demands_of: Vec::new(),
            criticises: Vec::new(),
            denies: Vec::new(),
            no_own_words: false,
        }
    }
}

/// The name by which one of the cast is shown: a description has a capital, and a single noun for one its
/// article: "The company", but "Officials" and "Ferry captain".
fn shown(entity: &Entity) -> String {
    let name = &entity.name;
    if entity.named {
        return name.clone();
    }
    let t = people::traits(name);
    let one = t.intersects(BODY | MEDIA | PERSON | DOCUMENT) && !t.intersects(GROUP | GIVEN);
    if one && !name.contains(' ') {
        return format!("The {name}");
    }
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
