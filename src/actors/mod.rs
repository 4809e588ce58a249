//! Who stands behind each attribution, and whom it is aimed at.
//!
//! Names are read and merged over the whole article (`names`, `cast`), descriptions joined to them
//! where the article gives reason (`describe`), pronouns resolved last (`pronouns`). Where nothing
//! fits well enough there is no actor. Leaves out which statement answers which; see `replies`.

mod cast;
mod describe;
mod lists;
mod names;
mod phrases;
mod pronouns;
mod states;
mod summary;

pub use summary::{Places, places, summary};

use std::ops::Range;

use crate::{
    analysis::{Form, Resolution, SourceKind},
    attributions::Found,
    kinds::{Judged, Words},
    span::Span,
};
use cast::{Being, Cast, Entity};
use describe::Describer;
use phrases::Phrase;
use pronouns::Pronoun;

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

    /// True when `actor` is `whom`, speaks for it, or is its director, its lawyer.
    #[must_use]
    pub fn answers_for(&self, actor: usize, whom: usize) -> bool {
        let e = &self.cast.entities[actor];
        actor == whom || e.speaks_for == Some(whom) || e.of.contains(&whom)
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
        let resolved = reader.source(found, &of, index);
        if f.parent.is_none()
            && let Some(actor) = resolved.actor
        {
            let at = f
                .source
                .first()
                .or(f.content.first())
                .map_or(0, |s| words.document.token_at(s.start));
            reader.spoke = Some((actor, at));
        }
        of.push(resolved);
    }
    for (index, j) in judged.iter().enumerate() {
        if let Some(span) = j.target {
            of[index].target = reader.target(span, of[index].actor);
        }
    }
    own_powers(words, found, &mut reader.cast, &mut of);
    through(words, found, &reader.cast, &mut of);
    Actors {
        cast: reader.cast,
        of,
    }
}

/// Gives a seat of government its own words where nobody else in the article speaks for, or is
/// aimed at as, its state.
fn own_powers(words: &Words<'_>, found: &[Found], cast: &mut Cast, of: &mut [Resolved]) {
    let seat = |f: &Found| {
        let span = f.source.first()?;
        let name = span.of(words.document.text());
        let name = name
            .strip_prefix("The ")
            .or(name.strip_prefix("the "))
            .unwrap_or(name);
        states::own_power(name).then(|| name.to_owned())
    };
    for index in 0..found.len() {
        let (Some(name), Some(state)) = (seat(&found[index]), of[index].actor) else {
            continue;
        };
        if cast.entities[state].being != Being::State {
            continue;
        }
        let acts = (0..found.len()).any(|i| {
            of[i].target == Some(state) || of[i].actor == Some(state) && seat(&found[i]).is_none()
        });
        if acts {
            continue;
        }
        let own = cast.seat(&name);
        of[index].actor = Some(own);
    }
}

/// A person's gender by the pronouns that follow the name with nobody else between.
fn genders_from_pronouns(words: &Words<'_>, cast: &mut Cast) {
    for index in 0..cast.mentions.len() {
        let entity = cast.mentions[index].entity;
        let e = &cast.entities[entity];
        if !matches!(e.being, Being::Person | Being::Unknown) || e.gender.abs() >= 2 {
            continue;
        }
        let start = cast.mentions[index].tokens.end;
        let next = cast.mentions[index + 1..]
            .iter()
            .find(|m| {
                matches!(
                    cast.entities[m.entity].being,
                    Being::Person | Being::Unknown
                ) && m.entity != entity
            })
            .map_or(usize::MAX, |m| m.tokens.start);
        let sentence = words
            .document
            .sentence_of(cast.mentions[index].tokens.start);
        let end = words.document.sentences()[sentence].tokens.end.min(next);
        let evidence = (start..end).find_map(|at| match pronouns::pronoun(words.lower(at))? {
            p @ (Pronoun::He | Pronoun::She) => Some(p),
            _ => None,
        });
        if let Some(p) = evidence {
            let seen = pronouns::gender(p);
            cast.entities[entity].gender += if seen & lists::MALE != 0 { 1 } else { -1 };
        }
    }
}

struct Reader<'w, 'd> {
    words: &'w Words<'d>,
    cast: Cast,
    describer: Describer,
    /// Who spoke last, and the token where.
    spoke: Option<(usize, usize)>,
}

impl Reader<'_, '_> {
    fn source(&mut self, found: &[Found], of: &[Resolved], index: usize) -> Resolved {
        let f = &found[index];
        let Some(tokens) = self.run(&f.source) else {
            return self.implied(found, of, index);
        };
        let phrase = phrases::read(self.words, &self.cast, tokens.clone());
        if let Phrase::Pronoun(at, pronoun) = phrase {
            return self.pronoun(found, of, index, at, pronoun);
        }
        let meant = describe::meant(self.words, &mut self.cast, &mut self.describer, &phrase);
        match meant[..] {
            [] => match self.unread(tokens) {
                Some(entity) => self.stated(entity),
                None => Resolved::default(),
            },
            [entity] => {
                self.belongs(entity, tokens);
                self.stated(entity)
            }
            _ => {
                let entity = self.joined(&meant, &tokens);
                self.stated(entity)
            }
        }
    }

    /// The source's tokens as one run, the first fragment that holds a word.
    fn run(&self, source: &[Span]) -> Option<Range<usize>> {
        source
            .iter()
            .map(|&s| self.words.document.tokens_in(s))
            .find(|r| r.clone().any(|at| self.words.is_word(at)))
    }

    fn stated(&self, entity: usize) -> Resolved {
        Resolved {
            actor: Some(entity),
            resolution: Resolution::Stated,
            source_kind: self.cast.entities[entity].source_kind(),
            ..Resolved::default()
        }
    }

    fn inferred(&self, entity: usize, because: Option<usize>) -> Resolved {
        Resolved {
            resolution: Resolution::Inferred,
            because: because
                .and_then(|m| self.cast.mentions.get(m))
                .map(|m| vec![self.words.document.span(m.tokens.clone())])
                .unwrap_or_default(),
            ..self.stated(entity)
        }
    }

    /// Notes whose the source is by its own words: "its director", "a manager at the yard".
    fn belongs(&mut self, entity: usize, tokens: Range<usize>) {
        let mut of: Vec<usize> = phrases::mentions_in(&self.cast, tokens.clone())
            .into_iter()
            .map(|m| self.cast.mentions[m].entity)
            .collect();
        if let Some(p @ (Pronoun::He | Pronoun::She | Pronoun::It | Pronoun::They)) =
            pronouns::pronoun(self.words.lower(tokens.start))
        {
            of.extend(
                pronouns::resolve(self.words, &self.cast, tokens.start, p, None).map(|(e, _)| e),
            );
        }
        of.retain(|&e| e != entity);
        self.cast.entities[entity].of.extend(of);
    }

    /// A source that no list knows is someone by its own words.
    fn unread(&mut self, tokens: Range<usize>) -> Option<usize> {
        let name = names::text(self.words, tokens);
        (!name.is_empty()).then(|| {
            self.cast.named(&name).unwrap_or_else(|| {
                let entity = self.cast.add(Entity {
                    name: name.clone(),
                    ..Entity::default()
                });
                self.cast.call(&name, entity);
                entity
            })
        })
    }

    /// Several names joined are an actor of their own.
    fn joined(&mut self, meant: &[usize], tokens: &Range<usize>) -> usize {
        let names: Vec<&str> = meant
            .iter()
            .map(|&e| self.cast.entities[e].name.as_str())
            .collect();
        let (last, first) = names.split_last().unwrap_or((&"", &[]));
        let persons = meant
            .iter()
            .all(|&e| self.cast.entities[e].being == Being::Person);
        // People by their full names; bodies and states as the article joins them.
        let name = if persons {
            format!("{} and {last}", first.join(", "))
        } else {
            names::text(self.words, self.as_written(tokens))
        };
        if let Some(entity) = self.cast.named(&name) {
            return entity;
        }
        let being = if meant
            .iter()
            .all(|&e| self.cast.entities[e].being == Being::State)
        {
            Being::State
        } else {
            Being::Group
        };
        let entity = self.cast.add(Entity {
            name: name.clone(),
            named: true,
            plural: true,
            being,
            ..Entity::default()
        });
        self.cast.call(&name, entity);
        entity
    }

    /// The joined names without an article before and an apposition behind.
    fn as_written(&self, tokens: &Range<usize>) -> Range<usize> {
        let words = self.words;
        let start = tokens
            .clone()
            .find(|&at| words.is_word(at) && words.lower(at) != "the")
            .unwrap_or(tokens.start);
        let and = (start..tokens.end)
            .rev()
            .find(|&at| words.lower(at) == "and")
            .unwrap_or(start);
        let end = (and..tokens.end)
            .find(|&at| !words.is_word(at))
            .unwrap_or(tokens.end);
        start..end
    }

    fn pronoun(
        &mut self,
        found: &[Found],
        of: &[Resolved],
        index: usize,
        at: usize,
        pronoun: Pronoun,
    ) -> Resolved {
        let meant = match pronoun {
            Pronoun::Who | Pronoun::Which => {
                pronouns::relative(self.words, &self.cast, at, pronoun)
            }
            Pronoun::First => {
                // Inside somebody's statement "I" is the one who makes it.
                return found[index]
                    .parent
                    .and_then(|p| of.get(p))
                    .and_then(|r| r.actor)
                    .map_or_else(Resolved::default, |entity| self.inferred(entity, None));
            }
            Pronoun::Other => None,
            _ => pronouns::resolve(self.words, &self.cast, at, pronoun, self.spoke),
        };
        match meant {
            Some((entity, because)) => {
                let word = self.words.word(at).to_owned();
                self.cast.entities[entity].met(&word, crate::analysis::Merge::Pronoun);
                self.cast.entities[entity].gender_seen(pronouns::gender(pronoun));
                self.inferred(entity, Some(because))
            }
            None => Resolved::default(),
        }
    }

    /// A quotation with no speaker of its own goes on from the one before it.
    fn implied(&self, found: &[Found], of: &[Resolved], index: usize) -> Resolved {
        let f = &found[index];
        let document = self.words.document;
        let bare = f.cue.is_empty() && f.form == Form::Direct;
        let (Some(content), Some((actor, at)), true) = (f.content.first(), self.spoke, bare) else {
            return Resolved::default();
        };
        let here = document.paragraph_of(
            document
                .token_at(content.start)
                .min(document.tokens().len() - 1),
        );
        let there = document.paragraph_of(at);
        if here < there || here - there > 1 {
            return Resolved::default();
        }
        let because = (0..index)
            .rev()
            .find(|&i| of[i].actor == Some(actor))
            .map(|i| found[i].source.clone())
            .unwrap_or_default();
        Resolved {
            because,
            ..self.inferred(actor, None)
        }
    }

    /// Whom the words of a target mean; none for what cannot be told. Never the speaker.
    fn target(&mut self, span: Span, speaker: Option<usize>) -> Option<usize> {
        let tokens = self.words.document.tokens_in(span);
        let phrase = phrases::read(self.words, &self.cast, tokens);
        let entity = match phrase {
            Phrase::Pronoun(
                at,
                pronoun @ (Pronoun::He | Pronoun::She | Pronoun::They | Pronoun::It),
            ) => pronouns::resolve_other(self.words, &self.cast, at, pronoun, speaker)?.0,
            Phrase::Pronoun(..) => return None,
            phrase => {
                match describe::meant(self.words, &mut self.cast, &mut self.describer, &phrase)[..]
                {
                    [entity] => entity,
                    _ => return None,
                }
            }
        };
        (Some(entity) != speaker).then_some(entity)
    }
}

/// A body's words that a spokesperson in the same sentence is given as the source of.
fn through(words: &Words<'_>, found: &[Found], cast: &Cast, of: &mut [Resolved]) {
    let sentence = |f: &Found| {
        f.cue.first().or(f.content.first()).map(|s| {
            words.document.sentence_of(
                words
                    .document
                    .token_at(s.start)
                    .min(words.document.tokens().len() - 1),
            )
        })
    };
    for index in 0..found.len() {
        let Some(actor) = of[index]
            .actor
            .filter(|&a| matches!(cast.entities[a].being, Being::State | Being::Body))
        else {
            continue;
        };
        let here = sentence(&found[index]);
        let near = index.saturating_sub(2)..(index + 3).min(found.len());
        of[index].through = near
            .filter(|&i| i != index && sentence(&found[i]) == here && here.is_some())
            .filter_map(|i| of[i].actor)
            .find(|&a| {
                let e = &cast.entities[a];
                a != actor
                    && e.being == Being::Person
                    && e.source_kind() == SourceKind::Spokesperson
                    && e.speaks_for.is_none_or(|body| {
                        body == actor || cast.entities[actor].being == Being::State
                    })
            });
    }
}
