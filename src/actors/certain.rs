//! What no evidence outweighs: who cannot be meant, and who alone can.
//!
//! Leaves out what is only likely, which is learned; see `pair`.

use super::{
    entity::Being,
    mentions::mentions_in,
    nouns::bare,
    pair::{Asked, Candidate, What},
    scene::Scene,
    source::{Class, Opening},
    spelling::last_word,
};
use crate::lexicon::{kin, traits::SPEAKS};

/// Leaves of the candidates those who can be meant; nobody stays too, unless somebody alone can be meant.
pub(super) fn only(
    scene: &Scene<'_, '_>,
    asked: &Asked<'_>,
    owner: Option<usize>,
    candidates: &mut Vec<Candidate>,
) {
    let phrase = asked.phrase;
    let entities = &scene.cast.entities;
    let named = |c: &Candidate| c.entity.is_some_and(|e| entities[e].named);
    let known = |c: &Candidate| c.entity.filter(|_| c.what == What::Known);
    read_aside(scene, asked, candidates);
    // "the mayor, Per Strand," is he.
    if alone(candidates, |c| c.what == What::Short && named(c)) {
        return;
    }
    // The table of states knows whose name or seat that is.
    if let Some(state) = state_named(scene, asked)
        && alone(candidates, |c| c.entity == Some(state))
    {
        return;
    }
    // "Jonas Keller" is not Peter Keller.
    if let Some(own) = scene.lines[asked.index].named
        && phrase.class == Class::Name
    {
        let other = |e: usize| e != own && is_namesake(scene, own, e);
        candidates.retain(|c| !c.entity.is_some_and(other));
    }
    if let Some(behind) = name_behind(scene, asked)
        && alone(candidates, |c| c.entity == Some(behind))
    {
        return;
    }
    // "A spokesperson" tells nothing beside "spokesperson for the Ministry of Health".
    if scene.words.is(phrase.head, SPEAKS) && candidates.iter().any(|c| c.what == What::Full) {
        candidates.retain(|c| c.what != What::Short || named(c));
    }
    // "Ms. Tarn" is no *he*. A pronoun somewhere behind her name would not be enough to say so.
    match phrase.class {
        Class::He => candidates.retain(|c| c.entity.is_none_or(|e| entities[e].gender > -2)),
        Class::She => candidates.retain(|c| c.entity.is_none_or(|e| entities[e].gender < 2)),
        _ => {}
    }
    if !matches!(phrase.class, Class::Person | Class::Group | Class::Body) {
        return;
    }
    // A vice president is not the president, nor the passenger the mayor.
    candidates.retain(|c| {
        known(c).is_none_or(|e| {
            !asked.is_of_other_rank(scene, e) && (entities[e].named || may_be(scene, asked, e))
        })
    });
    // "his mother" is not he, and is told by his name.
    if let (Opening::Owned, Some(owner)) = (phrase.opening, owner)
        && phrase.class != Class::Body
    {
        let told = candidates.iter().any(|c| c.what == What::Told);
        candidates.retain(|c| {
            c.entity != Some(owner) && !(told && matches!(c.what, What::Short | What::Full))
        });
        return;
    }
    // "the Democratic nominee" is the one whom the article calls so; where it calls two so, both stay.
    let called = |c: &Candidate| c.entity.is_some_and(|e| asked.is_role_of(scene, e));
    if phrase.main.len() > 1 && candidates.iter().filter(|c| called(c)).count() == 1 {
        candidates.retain(|c| called(c) || c.what == What::Nobody);
    }
}

/// Leaves those alone of whom `so` is true, and is true where there are any; else changes nothing.
fn alone(candidates: &mut Vec<Candidate>, so: impl Fn(&Candidate) -> bool) -> bool {
    let any = candidates.iter().any(&so);
    if any {
        candidates.retain(so);
    }
    any
}

/// What stands aside is not told by the text around it, nor the text by what stands aside: the *she* of a
/// caption is whom the caption names, and whoever is named there first is nobody of the running text.
fn read_aside(scene: &Scene<'_, '_>, asked: &Asked<'_>, candidates: &mut Vec<Candidate>) {
    let phrase = asked.phrase;
    let own = scene.paragraph(phrase.tokens.start);
    if !scene.is_aside(own) {
        let start = |m: u32| scene.cast.mentions[m as usize].tokens.start;
        candidates.retain(|c| {
            let known = c.entity.filter(|_| c.what == What::Known);
            let first = known.and_then(|e| scene.of[e].first());
            first.is_none_or(|&m| !scene.is_aside(scene.paragraph(start(m))))
        });
    } else if phrase.pronoun() || phrase.tokens.is_empty() {
        let tokens = &scene.words.document.paragraphs()[own].tokens;
        candidates.retain(|c| c.entity.is_none_or(|e| scene.inside(e, tokens)));
    }
}

/// Whether one who is only described, `entity`, may be what the source's noun says: "the firm" may be "a local
/// corporation", not "a passenger". Nouns of no group may be anything.
fn may_be(scene: &Scene<'_, '_>, asked: &Asked<'_>, entity: usize) -> bool {
    // Neighbours are no mother.
    if asked.phrase.class == Class::Group && scene.cast.entities[entity].being == Being::Person {
        return false;
    }
    let head = scene.words.lower(asked.phrase.head);
    let name = scene.cast.entities[entity].name.to_lowercase();
    let theirs = name.split([' ', '’']).any(|word| word == head);
    let last = last_word(&name);
    theirs || kin::near(head, last) > 0 || kin::unknown(head) || kin::unknown(last)
}

/// The state whose name or seat is all of the source up to its first preposition, clause or mark: "Norway, in a
/// letter," but not "the Norway office".
fn state_named(scene: &Scene<'_, '_>, asked: &Asked<'_>) -> Option<usize> {
    let phrase = asked.phrase;
    if phrase.class != Class::Name {
        return None;
    }
    let whole = bare(scene.words, phrase.main.clone());
    let mut inside = scene.cast.mentioned_in(whole.clone());
    let own = inside.find(|m| m.name && m.tokens == whole)?.entity;
    (scene.cast.entities[own].being == Being::State).then_some(own)
}

/// True for another of the source's last name, whom the article calls by another first name. An initial may
/// be that of either: "J. Keller" is no other than Jonas.
fn is_namesake(scene: &Scene<'_, '_>, own: usize, entity: usize) -> bool {
    let [own, other] = [own, entity].map(|e| &scene.cast.entities[e]);
    let (Some((first, last)), Some((their_first, their_last))) =
        (own.name.split_once(' '), other.name.split_once(' '))
    else {
        return false;
    };
    let is_initial = |name: &str| name.ends_with('.');
    other.named
        && other.being == Being::Person
        && last == their_last
        && first != their_first
        && !is_initial(first)
        && !is_initial(their_first)
}

/// The one named right behind the comma that ends a description of somebody: "the mayor, Strand,". None where
/// more are named there or words follow: "the mayor, Strand's wife,".
fn name_behind(scene: &Scene<'_, '_>, asked: &Asked<'_>) -> Option<usize> {
    let phrase = asked.phrase;
    let comma = phrase.main.end;
    if phrase.class != Class::Person || scene.words.word(comma) != "," {
        return None;
    }
    let [m] = mentions_in(&scene.cast, comma..phrase.tokens.end)[..] else { return None };
    let m = &scene.cast.mentions[m];
    let closes = m.name && m.tokens.end == phrase.tokens.end && m.tokens.start <= comma + 2;
    (closes && scene.cast.entities[m.entity].may_be_person()).then_some(m.entity)
}
