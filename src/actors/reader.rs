//! Reads the source and the target of one attribution after the other.
//!
//! Remembers who spoke last, since *he* mostly goes on speaking. Leaves out what is looked at for all
//! attributions together; see `after`.

use std::ops::Range;

use super::{
    Resolved,
    cast::Cast,
    describe::{self, Describer},
    entity::{Being, Entity},
    joined, names,
    phrases::{self, Phrase},
    pronouns::{self, Pronoun},
    states,
};
use crate::{
    analysis::{Form, Merge, Resolution},
    attributions::Found,
    kinds::Words,
    span::Span,
};

pub(super) struct Reader<'w, 'd> {
    pub(super) words: &'w Words<'d>,
    pub(super) cast: Cast,
    pub(super) describer: Describer,
    /// Who spoke last, and the token where.
    pub(super) spoke: Option<(usize, usize)>,
}

impl Reader<'_, '_> {
    pub(super) fn source(&mut self, found: &[Found], of: &[Resolved], index: usize) -> Resolved {
        let f = &found[index];
        let Some(tokens) = self.run(&f.source) else {
            return self.implied(found, of, index);
        };
        let article = |at: usize| matches!(self.words.lower(at), "the" | "a" | "an");
        if !tokens
            .clone()
            .any(|at| self.words.is_word(at) && !article(at))
        {
            return Resolved::default();
        }
        if let Some(entity) = self.appositive(&tokens) {
            return self.stated(entity);
        }
        let phrase = phrases::read(self.words, &self.cast, tokens.clone());
        if let Phrase::Pronoun(at, pronoun) = phrase {
            return self.pronoun(found, of, index, at, pronoun);
        }
        match self.whom(&phrase, &tokens) {
            Some(entity) => {
                self.belongs(entity, tokens);
                self.stated(entity)
            }
            None => match self.unread(tokens) {
                Some(entity) => self.stated(entity),
                None => Resolved::default(),
            },
        }
    }

    /// Whom a phrase that is no pronoun means; several at once are an actor of their own.
    fn whom(&mut self, phrase: &Phrase, tokens: &Range<usize>) -> Option<usize> {
        if self.is_counted_people(phrase, tokens) {
            return self.unread(tokens.clone());
        }
        let (words, cast, describer) = (self.words, &mut self.cast, &mut self.describer);
        if matches!(phrase, Phrase::Noun(_))
            && let Some(parts) = joined::parts(words, cast, tokens)
            && let Some(members) = joined::each(words, cast, describer, &parts)
        {
            return Some(joined::together(words, cast, members, tokens));
        }
        let meant = describe::meant(words, cast, describer, phrase);
        match meant[..] {
            [] => None,
            [entity] => Some(entity),
            _ => Some(joined::together(words, cast, meant, tokens)),
        }
    }

    /// "150 Norwegians", "these Chadians": some of its people are not the state.
    fn is_counted_people(&self, phrase: &Phrase, tokens: &Range<usize>) -> bool {
        let Phrase::Named(names) = phrase else {
            return false;
        };
        let [mention] = names[..] else { return false };
        let named = &self.cast.mentions[mention];
        let last = self.words.word(named.tokens.end - 1);
        let people = self.cast.entities[named.entity].being == Being::State
            && last.ends_with('s')
            && matches!(states::look_up(last), Some((_, states::How::Adjective)));
        let mut before = tokens.start..named.tokens.start;
        people && before.any(|at| self.words.is_word(at) && self.words.lower(at) != "the")
    }

    /// A last name alone that two of the article bear about as often: whose deed or charge it is
    /// would be a guess.
    pub(super) fn is_ambiguous(&self, tokens: &Range<usize>) -> bool {
        tokens.len() == 1 && self.cast.is_shared(self.words.lower(tokens.start))
    }

    /// "The company that runs the fair, Lumo Events,": the name behind the clause says who it is.
    fn appositive(&self, tokens: &Range<usize>) -> Option<usize> {
        let words = self.words;
        let end = tokens.end - usize::from(words.word(tokens.end - 1) == ",");
        let opens = matches!(words.lower(tokens.start), "the" | "a" | "an");
        let clause = tokens
            .clone()
            .any(|at| matches!(words.lower(at), "that" | "which" | "who"));
        let mention = phrases::mentions_in(&self.cast, tokens.clone())
            .into_iter()
            .map(|m| &self.cast.mentions[m])
            .find(|m| {
                let before = m.tokens.start.checked_sub(1);
                m.tokens.end == end && before.is_some_and(|at| words.word(at) == ",")
            })?;
        (opens && clause).then_some(mention.entity)
    }

    /// The source's tokens as one run, the first fragment that holds a word.
    pub(super) fn run(&self, source: &[Span]) -> Option<Range<usize>> {
        source
            .iter()
            .map(|&s| self.words.document.tokens_in(s))
            .find(|r| r.clone().any(|at| self.words.is_word(at)))
    }

    pub(super) fn stated(&self, entity: usize) -> Resolved {
        Resolved {
            actor: Some(entity),
            resolution: Resolution::Stated,
            source_kind: self.cast.entities[entity].source_kind(),
            ..Resolved::default()
        }
    }

    pub(super) fn inferred(&self, entity: usize, because: Option<usize>) -> Resolved {
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
    pub(super) fn belongs(&mut self, entity: usize, tokens: Range<usize>) {
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
    pub(super) fn unread(&mut self, tokens: Range<usize>) -> Option<usize> {
        let name = names::text(self.words, tokens);
        if name.is_empty() {
            return None;
        }
        let entity = self.cast.named(&name).unwrap_or_else(|| {
            let entity = self.cast.add(Entity {
                name: name.clone(),
                ..Entity::default()
            });
            self.cast.call(&name, entity);
            entity
        });
        self.cast.entities[entity].met(&name, Merge::Same);
        Some(entity)
    }

    pub(super) fn pronoun(
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
                self.cast.entities[entity].met(&word, Merge::Pronoun);
                self.cast.entities[entity].gender_seen(pronouns::gender(pronoun));
                self.inferred(entity, Some(because))
            }
            None => Resolved::default(),
        }
    }

    /// A quotation with no speaker of its own goes on from the one before it.
    pub(super) fn implied(&self, found: &[Found], of: &[Resolved], index: usize) -> Resolved {
        let f = &found[index];
        let document = self.words.document;
        let bare = f.cue.is_empty() && f.form == Form::Direct;
        let (Some(content), Some((actor, at)), true) =
            (self.words.place(&f.content), self.spoke, bare)
        else {
            return Resolved::default();
        };
        let here = document.paragraph_of(content);
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
    pub(super) fn target(&mut self, span: Span, speaker: Option<usize>) -> Option<usize> {
        let tokens = self.words.document.tokens_in(span);
        // "those in power", "each other": whoever they are.
        if matches!(self.words.lower(tokens.start), "those" | "each" | "one")
            || self.is_ambiguous(&tokens)
        {
            return None;
        }
        let phrase = phrases::read(self.words, &self.cast, tokens.clone());
        let entity = match phrase {
            Phrase::Pronoun(
                at,
                pronoun @ (Pronoun::He | Pronoun::She | Pronoun::They | Pronoun::It),
            ) => pronouns::resolve_other(self.words, &self.cast, at, pronoun, speaker)?.0,
            Phrase::Pronoun(..) => return None,
            phrase => self.whom(&phrase, &tokens)?,
        };
        let own =
            speaker.is_some_and(|s| s == entity || self.cast.entities[entity].members.contains(&s));
        (!own).then_some(entity)
    }
}
