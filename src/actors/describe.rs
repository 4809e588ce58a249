//! Whom a description means: "the company", "his mother", "a spokesperson for Summit Housing".
//!
//! A description joins someone known only where the article gives the reason: the same role, the
//! same words, the only company spoken of. Else it is someone of its own.

use std::collections::HashMap;

use super::{
    again::body_again,
    cast::Cast,
    entity::{Being, Entity, Mention},
    lists::{BODY, DOCUMENT, FEMALE, GROUP, KIN, MALE, MEDIA, NAMELESS, PERSON, SPEAKS},
    names::{text, traits},
    nouns::{Opening, bare, named_by, noun_phrases, opening},
    phrases::{Noun, Phrase, mentions_in},
    pronouns::{self, Pronoun},
    roles::{by_role, place, words_of_role},
};
use crate::{analysis::Merge, kinds::Words};

/// Describes people and bodies, and remembers whom it described where.
#[derive(Debug, Default)]
pub(super) struct Describer {
    /// Head token of a description already read, and whom it means.
    pub known: HashMap<usize, usize>,
}

impl Describer {
    /// Reads the descriptions of the whole text, in order, into mentions of the cast.
    pub fn read_all(&mut self, words: &Words<'_>, cast: &mut Cast) {
        // First those beside a name, so that the name is known wherever else they stand.
        let found = noun_phrases(words, cast);
        for noun in found.iter().filter(|n| n.apposed.is_some()) {
            self.describe(words, cast, noun);
        }
        let mut read: Vec<Mention> = found
            .into_iter()
            .map(|noun| Mention {
                entity: self.describe(words, cast, &noun),
                tokens: noun.tokens,
            })
            .collect();
        cast.mentions.append(&mut read);
        cast.mentions.sort_by_key(|m| m.tokens.start);
    }

    /// Whom the description means; someone new when nobody known fits.
    pub fn describe(&mut self, words: &Words<'_>, cast: &mut Cast, noun: &Noun) -> usize {
        if let Some(&entity) = self.known.get(&noun.head) {
            // Read with its complement now: "residents" are "residents of Elm Court".
            let short = text(
                words,
                named_by(
                    words,
                    &Noun {
                        whole: noun.tokens.clone(),
                        ..noun.clone()
                    },
                ),
            );
            if noun.whole.len() > noun.tokens.len()
                && !cast.entities[entity].named
                && cast.entities[entity].name == short
            {
                let long = text(words, named_by(words, noun));
                cast.call(&long, entity);
                cast.entities[entity].name = long;
            }
            return entity;
        }
        let entity = self.look(words, cast, noun);
        self.known.insert(noun.head, entity);
        entity
    }

    fn look(&mut self, words: &Words<'_>, cast: &mut Cast, noun: &Noun) -> usize {
        let head = words.lower(noun.head).to_owned();
        let t = traits(words, noun.head);
        let opening = opening(words, noun);
        if let Some(m) = noun.apposed {
            let entity = cast.mentions[m].entity;
            let being = cast.entities[entity].being;
            // Two or three capitalised words pass for a person until a noun says otherwise.
            let guessed = being == Being::Person
                && cast.entities[entity].gender == 0
                && cast.entities[entity].roles.is_empty();
            if t & PERSON == 0 && guessed {
                cast.entities[entity].being = if t & GROUP != 0 {
                    Being::Group
                } else {
                    Being::Body
                };
            }
            if if t & PERSON != 0 {
                matches!(being, Being::Person | Being::Unknown)
            } else {
                being != Being::Person || guessed
            } {
                let role = words_of_role(words, noun);
                cast.role(entity, &role);
                cast.entities[entity].gender_seen(t & (MALE | FEMALE));
                return entity;
            }
        }
        if t & SPEAKS != 0 {
            return self.spokesperson(words, cast, noun, opening);
        }
        if let Opening::Owned(pronoun) = opening
            && t & (PERSON | BODY | GROUP) != 0
        {
            return self.owned(words, cast, noun, pronoun);
        }
        if t & PERSON != 0 && t & GROUP == 0 {
            let role = words_of_role(words, noun);
            if t & KIN == 0
                && let Some(entity) = by_role(words, cast, noun, &role, opening)
            {
                if place(words, noun).is_some() {
                    cast.role(entity, &role);
                }
                cast.entities[entity]
                    .met(&text(words, bare(words, noun.tokens.clone())), Merge::Role);
                return entity;
            }
            return someone(
                words,
                cast,
                noun,
                Being::Person,
                opening == Opening::Indefinite,
            );
        }
        if t & (BODY | MEDIA) != 0 && t & GROUP == 0 {
            if opening == Opening::Definite
                && let Some(entity) = body_again(words, cast, noun, &head, t)
            {
                cast.entities[entity]
                    .met(&text(words, bare(words, noun.tokens.clone())), Merge::Role);
                return entity;
            }
            let being = if t & MEDIA != 0 && t & BODY == 0 {
                Being::Media
            } else if t & DOCUMENT != 0 {
                Being::Document
            } else {
                Being::Body
            };
            return someone(words, cast, noun, being, opening == Opening::Indefinite);
        }
        let being = if t & DOCUMENT != 0 && t & GROUP == 0 {
            Being::Document
        } else if t & GROUP != 0 {
            Being::Group
        } else {
            Being::Unknown
        };
        let new = opening == Opening::Indefinite && being == Being::Group && t & NAMELESS != 0;
        someone(words, cast, noun, being, new)
    }

    /// "a spokesperson for X", "the X spokesman", "the spokeswoman".
    fn spokesperson(
        &mut self,
        words: &Words<'_>,
        cast: &mut Cast,
        noun: &Noun,
        opening: Opening,
    ) -> usize {
        let head = words.lower(noun.head).to_owned();
        let gender = traits(words, noun.head) & (MALE | FEMALE);
        let after = matches!(words.lower(noun.head + 1), "for" | "of").then(|| {
            let sentence =
                &words.document.sentences()[words.document.sentence_of(noun.head)].tokens;
            let from = noun.head + 2;
            mentions_in(cast, from..sentence.end)
                .first()
                .map(|&m| &cast.mentions[m])
                .filter(|m| m.tokens.start <= from + 2)
                .map(|m| m.entity)
        });
        let before = || {
            mentions_in(cast, noun.tokens.start..noun.head)
                .last()
                .map(|&m| cast.mentions[m].entity)
        };
        let body = after.flatten().or_else(before);
        let Some(body) = body else {
            let same = (opening == Opening::Definite)
                .then(|| cast.with_role(&head).last().copied())
                .flatten();
            return same.unwrap_or_else(|| {
                let entity = someone(
                    words,
                    cast,
                    noun,
                    Being::Person,
                    opening == Opening::Indefinite,
                );
                cast.role(entity, &head);
                entity
            });
        };
        let name = format!("{} {head}", cast.entities[body].name);
        if let Some(entity) = cast.named(&name) {
            cast.entities[entity].met(&text(words, bare(words, noun.tokens.clone())), Merge::Same);
            return entity;
        }
        let mut e = Entity {
            name: name.clone(),
            being: Being::Person,
            speaks_for: Some(body),
            ..Entity::default()
        };
        e.gender_seen(gender);
        e.met(&name, Merge::Same);
        let entity = cast.add(e);
        cast.role(entity, &head);
        cast.call(&name, entity);
        entity
    }

    /// "his mother", "its director": the one whom the article names so, else someone of the owner's.
    fn owned(&mut self, words: &Words<'_>, cast: &mut Cast, noun: &Noun, at: usize) -> usize {
        let head = words.lower(noun.head).to_owned();
        let pronoun = pronouns::pronoun(words.lower(at)).unwrap_or(Pronoun::Other);
        let owner = pronouns::resolve(words, cast, at, pronoun, None).map(|(entity, _)| entity);
        let kin = traits(words, noun.head) & KIN != 0 || head.starts_with("ex-");
        if kin {
            let base = head.strip_prefix("ex-").unwrap_or(&head);
            let mut same: Vec<usize> = cast
                .with_role(base)
                .iter()
                .chain(cast.with_role(&head))
                .copied()
                .filter(|&e| Some(e) != owner && cast.entities[e].named)
                .collect();
            same.dedup();
            if let [entity] = same[..] {
                return entity;
            }
        }
        let Some(owner) = owner else {
            let t = traits(words, noun.head);
            let being = if t & GROUP != 0 {
                Being::Group
            } else if t & PERSON != 0 {
                Being::Person
            } else {
                Being::Body
            };
            return someone(words, cast, noun, being, false);
        };
        let rest = noun.tokens.start.max(at + 1)..noun.tokens.end;
        let name = format!("{}’s {}", cast.entities[owner].name, text(words, rest));
        if let Some(entity) = cast.named(&name) {
            return entity;
        }
        let t = traits(words, noun.head);
        let mut e = Entity {
            name: name.clone(),
            being: if t & PERSON != 0 && t & GROUP == 0 {
                Being::Person
            } else if t & GROUP != 0 {
                Being::Group
            } else {
                Being::Body
            },
            ..Entity::default()
        };
        e.gender_seen(t & (MALE | FEMALE));
        e.met(&name, Merge::Same);
        let entity = cast.add(e);
        cast.role(entity, &head);
        cast.call(&name, entity);
        entity
    }
}

/// Someone known only by this description; the same words again mean the same, unless `new`.
fn someone(words: &Words<'_>, cast: &mut Cast, noun: &Noun, being: Being, new: bool) -> usize {
    let t = traits(words, noun.head);
    let short = text(words, named_by(words, noun));
    let name = match place(words, noun).filter(|_| noun.whole.len() == noun.tokens.len()) {
        Some(at) => format!("{short} of {}", words.word(at)),
        None => short.clone(),
    };
    if !new && let Some(entity) = cast.named(&name) {
        cast.entities[entity].met(&name, Merge::Same);
        return entity;
    }
    let indefinite = opening(words, noun) == Opening::Indefinite;
    let mut e = Entity {
        name: name.clone(),
        being,
        nameless: t & NAMELESS != 0 || indefinite && being == Being::Person,
        ..Entity::default()
    };
    e.gender_seen(t & (MALE | FEMALE));
    e.met(&name, Merge::Same);
    let entity = cast.add(e);
    if t & PERSON != 0 {
        cast.role(entity, &words_of_role(words, noun));
    }
    if !new {
        cast.call(&name, entity);
        cast.call(&short, entity);
    }
    entity
}

/// Reads a phrase and gives whom it means; several for joined names, none for a pronoun or nothing.
pub(super) fn meant(
    words: &Words<'_>,
    cast: &mut Cast,
    describer: &mut Describer,
    phrase: &Phrase,
) -> Vec<usize> {
    match phrase {
        Phrase::Named(mentions) => mentions.iter().map(|&m| cast.mentions[m].entity).collect(),
        Phrase::Noun(noun) => vec![describer.describe(words, cast, noun)],
        Phrase::Pronoun(..) | Phrase::Empty => Vec::new(),
    }
}
