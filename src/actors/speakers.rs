//! Settles who speaks in each attribution, one after the other.
//!
//! What was settled before is part of what is seen for the next. Leaves out how pairs are judged, and at whom it is aimed; see
//! `aim`.

use super::{
    after::genders_from_pronouns,
    candidates::{body, gather},
    cast::Cast,
    certain, descriptions,
    entity::{Being, Entity},
    joined,
    pair::{self, Asked, Candidate, What},
    resolved::Resolved,
    scene::Scene,
    source::{self, Class, Opening, Phrase},
    spelling::{key, last_word},
    written::text,
};
use crate::{
    analysis::{Merge, Resolution, SourceKind},
    attributions::Found,
    lexicon::{
        kin,
        traits::{FEMALE, MALE, NAMELESS, SPEAKS, Traits},
    },
    model::softmax,
    span::Span,
    words::Words,
};

/// How sure it must be that a person named in passing is meant by a role that the article never gives them:
/// until then it is whoever the role describes. Of somebody named more often the reader knows more.
const ROLE: f32 = 0.95;
/// A name that stands once or twice is one in passing.
const PASSING: u32 = 2;

/// One who may be meant, as training sees it.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The name that choosing it would give; empty for nobody.
    pub name: String,
    /// One of the cast rather than whoever the source describes.
    pub known: bool,
    /// Numbers of its features.
    pub features: Vec<u16>,
}

pub(super) struct Speakers<'w, 'd> {
    pub scene: Scene<'w, 'd>,
    found: &'w [Found],
}

/// Settles an attribution: of its index, the class of its source, everyone who may be meant and the judge's
/// own choice it makes the place of whom to take.
pub type Choose<'c> = dyn FnMut(usize, usize, &[Seen], usize) -> usize + 'c;

/// Lets `choose` settle each attribution instead of the learned judge. For training.
pub fn trace(words: &Words<'_>, found: &[Found], choose: &mut Choose<'_>) {
    let mut speakers = Speakers::new(words, found);
    for index in speakers.order() {
        let phrase = speakers.scene.lines[index].phrase.clone();
        let (mut candidates, best, _) = speakers.judged(index, &phrase, None);
        let seen: Vec<Seen> = candidates
            .iter()
            .map(|c| Seen {
                name: speakers.shown(c),
                known: c.what == What::Known,
                features: c.features.clone(),
            })
            .collect();
        let chosen = choose(index, phrase.class as usize, &seen, best);
        speakers.settle(index, &phrase, candidates.swap_remove(chosen));
    }
}

/// What kind of source it is that nobody could be told to be: "a report" stays one, "an officer" is unnamed, "the
/// officer" is somebody whom nothing told.
fn unsettled(phrase: &Phrase) -> SourceKind {
    match phrase.class {
        Class::Document => SourceKind::Document,
        Class::Person if phrase.opening == Opening::Indefinite => SourceKind::Unnamed,
        _ => SourceKind::Unresolved,
    }
}

impl<'w, 'd> Speakers<'w, 'd> {
    pub fn new(words: &'w Words<'d>, found: &'w [Found]) -> Self {
        let mut cast = Cast::read(words);
        descriptions::read_all(words, &mut cast);
        genders_from_pronouns(words, &mut cast);
        Self { scene: Scene::new(words, cast, found), found }
    }

    /// Everyone, once nobody is looked for any more.
    pub fn into_cast(self) -> Cast {
        self.scene.cast
    }

    /// The attributions, each behind the one in whose content it stands: whose words they are tells who *I* is in
    /// them. None in a text without a word, where there is nowhere to look.
    fn order(&self) -> Vec<usize> {
        let lines = &self.scene.lines;
        let mut out = Vec::with_capacity(lines.len());
        if self.scene.words.document.tokens().is_empty() {
            return out;
        }
        let mut done = vec![false; lines.len()];
        for index in 0..lines.len() {
            let inmost = out.len();
            let mut next = Some(index);
            while let Some(i) = next.filter(|&i| !done[i]) {
                done[i] = true;
                out.push(i);
                next = lines[i].parent;
            }
            out[inmost..].reverse();
        }
        out
    }

    /// Who speaks in every attribution.
    pub fn all(&mut self) -> Vec<Resolved> {
        let mut out = vec![Resolved::default(); self.found.len()];
        for index in self.order() {
            let phrase = self.scene.lines[index].phrase.clone();
            let (mut candidates, best, sure) = self.judged(index, &phrase, None);
            let chosen = candidates.swap_remove(best);
            let what = chosen.what;
            // Whoever is likeliest is remembered for what comes after, but told only where it is believed.
            if let Some(entity) = self.settle(index, &phrase, chosen) {
                out[index] = if sure < pair::least(phrase.class as usize) {
                    Resolved { source_kind: unsettled(&phrase), ..Resolved::default() }
                } else {
                    self.told(index, &phrase, what, entity)
                };
            }
        }
        out
    }

    /// Everyone who may be meant by `phrase`, the place of the best, and how much it is believed. `target` is there
    /// where the phrase tells at whom it is aimed, and holds the speaker, who is not aimed at: "Orr blamed him".
    pub fn judged(
        &self,
        index: usize,
        phrase: &Phrase,
        target: Option<Option<usize>>,
    ) -> (Vec<Candidate>, usize, f32) {
        let asked = Asked::new(&self.scene, phrase, index, target.is_some(), self.found);
        let owned = phrase.opening == Opening::Owned && !phrase.pronoun();
        let owner = owned.then(|| self.owner(index, phrase)).flatten();
        let mut candidates = gather(&self.scene, &asked, owner);
        if let Some(speaker) = target {
            candidates.retain(|c| c.entity.is_none() || c.entity != speaker);
        }
        certain::only(&self.scene, &asked, owner, &mut candidates);
        pair::describe(&self.scene, &asked, &mut candidates);
        let class = phrase.class as usize;
        let scores: Vec<f32> = candidates.iter().map(|c| pair::score(class, &c.features)).collect();
        let mut weights = softmax(&scores);
        let (best, all) = loop {
            let all: f32 = weights.iter().sum();
            let most = weights.iter().copied().fold(0.0, f32::max);
            let best = weights.iter().position(|&w| w >= most).unwrap_or(0);
            let share = most / all;
            if all <= most || share >= ROLE || !self.lacks_role(phrase, &candidates[best]) {
                break (best, all);
            }
            weights[best] = 0.0;
        };
        // One person may stand among them twice, as known and as described: belief in either is belief in both.
        let same = |c: &Candidate| c.entity.is_some() && c.entity == candidates[best].entity;
        let of: f32 = (candidates.iter().zip(&weights).enumerate())
            .filter(|(i, (c, _))| *i == best || same(c))
            .map(|(_, (_, w))| w)
            .sum();
        (candidates, best, of / all)
    }

    /// True for a person named in passing to whom the article gives no role like the one that the source names:
    /// "the mayor" for somebody it calls a fire chief. A noun that is like no other tells nothing, and "this woman"
    /// points at someone.
    fn lacks_role(&self, phrase: &Phrase, candidate: &Candidate) -> bool {
        let head = self.scene.words.lower(phrase.head);
        let asks = phrase.class == Class::Person && !kin::unknown(head);
        let known = candidate.entity.filter(|_| candidate.what == What::Known);
        let like = |role: &String| {
            let noun = last_word(role).to_lowercase();
            noun == head || kin::near(head, &noun) == 2
        };
        asks && phrase.opening != Opening::Shown
            && known
                .map(|e| &self.scene.cast.entities[e])
                .is_some_and(|e| e.named && e.mentions <= PASSING && !e.roles.iter().any(like))
    }

    /// Whose the described one is: who *his* means, read as a source of its own; none where that is not believed.
    fn owner(&self, index: usize, phrase: &Phrase) -> Option<usize> {
        let words = self.scene.words;
        let at = phrase.tokens.start;
        let pronoun = source::read(words, &self.scene.cast, at..at + 1);
        let (candidates, best, sure) = self.judged(index, &pronoun, None);
        (sure >= pair::least(pronoun.class as usize)).then(|| candidates[best].entity).flatten()
    }

    /// The name that a candidate would be shown by; empty for nobody.
    fn shown(&self, candidate: &Candidate) -> String {
        let own = candidate.entity.map(|e| self.scene.cast.entities[e].name.clone());
        candidate.name.clone().or(own).unwrap_or_default()
    }

    /// Makes the chosen one the speaker of attribution `index`; none for nobody. The same words mean the same one from
    /// then on, but for pronouns, which mean whoever is nearest.
    fn settle(&mut self, index: usize, phrase: &Phrase, chosen: Candidate) -> Option<usize> {
        let entity = self.one(phrase, chosen)?;
        self.scene.settled(index, entity);
        if !phrase.tokens.is_empty() && !phrase.pronoun() {
            let main = text(self.scene.words, phrase.main.clone());
            self.scene.meant.insert(key(&main), entity);
        }
        Some(entity)
    }

    /// The chosen one as one of the cast, made where it is new.
    pub fn one(&mut self, phrase: &Phrase, chosen: Candidate) -> Option<usize> {
        let words = self.scene.words;
        let cast = &mut self.scene.cast;
        let entity = match (chosen.what, chosen.entity, chosen.name) {
            (What::Nobody, ..) | (_, None, None) => return None,
            (What::Joined, _, Some(name)) => joined::together(words, cast, &phrase.tokens, &name),
            (_, Some(entity), None) => entity,
            (what, own, Some(name)) => {
                // "the captain" is no captain of that name, unless all of the words are the same.
                let same = |e: &usize| what == What::Full || !cast.entities[*e].named;
                let known = own.or_else(|| cast.named(&name).filter(same));
                described(words, cast, phrase, known, &name)
            }
        };
        if words.is(phrase.head, SPEAKS)
            && !phrase.pronoun()
            && !phrase.tokens.is_empty()
            && self.scene.cast.entities[entity].speaks_for.is_none()
        {
            let body = body(&self.scene, phrase).filter(|&b| b != entity);
            self.scene.cast.entities[entity].speaks_for = body;
        }
        for new in self.scene.known.len()..=entity {
            self.scene.learn(new);
        }
        Some(entity)
    }

    /// What a reader is told of a settled speaker.
    fn told(&mut self, index: usize, phrase: &Phrase, what: What, entity: usize) -> Resolved {
        let words = self.scene.words;
        let document = words.document;
        let (cast, unsaid) = (&self.scene.cast, phrase.tokens.is_empty());
        let stated = what != What::Known
            || cast.mentioned_in(phrase.tokens.clone()).any(|m| m.entity == entity);
        // Without a word of its own it goes on from where the same one spoke before this: those words tell who.
        let mut before = self.scene.spoken.iter().rev().skip(1);
        let last = if unsaid && !stated { before.find(|s| s.entity == entity) } else { None };
        let because = last
            .map(|s| self.found[s.attribution].source.clone())
            .filter(|source| !source.is_empty())
            .or_else(|| if stated { None } else { self.mention(index, entity) })
            .unwrap_or_default();
        if !stated && !unsaid {
            let word = document.span(phrase.main.clone()).of(document.text());
            let how = if phrase.pronoun() { Merge::Pronoun } else { Merge::Role };
            let e = &mut self.scene.cast.entities[entity];
            e.met(word, how);
            e.gender_seen(match phrase.class {
                Class::He => MALE,
                Class::She => FEMALE,
                _ => Traits::empty(),
            });
        }
        Resolved {
            actor: Some(entity),
            resolution: if stated { Resolution::Stated } else { Resolution::Inferred },
            because,
            // What a report says it says, whoever issued it.
            source_kind: match phrase.class {
                Class::Document => SourceKind::Document,
                _ if words.is(phrase.head, SPEAKS) => SourceKind::Spokesperson,
                _ => self.scene.cast.entities[entity].source_kind(),
            },
            ..Resolved::default()
        }
    }

    /// The mention that justifies an inference: the nearest before, else the next.
    fn mention(&self, index: usize, entity: usize) -> Option<Vec<Span>> {
        let at = self.scene.lines[index].at;
        let m = self.scene.before(entity, at).or_else(|| self.scene.after(entity, at))?;
        let tokens = self.scene.cast.mentions[m].tokens.clone();
        Some(vec![self.scene.words.document.span(tokens)])
    }
}

/// `known` or, where nobody is, a new one of the cast, described by the source's words. One without a name goes by
/// the latest of them: they are what the reader was told last.
fn described(
    words: &Words<'_>,
    cast: &mut Cast,
    phrase: &Phrase,
    known: Option<usize>,
    name: &str,
) -> usize {
    let entity = known.unwrap_or_else(|| {
        let t = words.traits(phrase.head);
        let (being, nameless) = (descriptions::being(t), t.intersects(NAMELESS));
        let mut e = Entity { being, nameless, ..Entity::default() };
        e.gender_seen(t & (MALE | FEMALE));
        cast.add(e)
    });
    let e = &mut cast.entities[entity];
    if !e.named {
        name.clone_into(&mut e.name);
        e.names.retain(|n| n.2 == 0);
        e.met(name, Merge::Same);
        // "An engineer" hides who it is; "the engineer" was told of before.
        e.nameless |= phrase.opening == Opening::Indefinite && e.being == Being::Person;
    }
    cast.call(name, entity);
    entity
}
