//! What is seen of the source alone, and of the one who may be meant alone.

use super::{
    super::{
        entity::Being,
        scene::{Scene, hash},
        spelling::last_word,
    },
    asked::Asked,
    features::{Of, Out, bucket, step},
};
use crate::{
    analysis::{Form, Role},
    lexicon::{
        kin,
        traits::{KIN, NAMELESS, SPEAKS, TITLE},
    },
};

/// The features of the source alone, the same for all who may be meant: *she* is seldom somebody new, *a man* often.
pub(super) fn around(scene: &Scene<'_, '_>, asked: &Asked<'_>) -> Vec<u16> {
    let mut out = Out(Vec::new());
    let (words, phrase) = (scene.words, asked.phrase);
    let document = words.document;
    let (line, f) = (&scene.lines[asked.index], &asked.found[asked.index]);
    let unnamed = phrase.tokens.is_empty();
    out.put(Of::Kind, phrase.class as usize);
    out.put(Of::Opens, phrase.opening as usize);
    let form = match f.form {
        Form::Direct => 0,
        Form::Mixed => 1,
        Form::Indirect => 2,
    };
    out.put(Of::Shape, form * 2 + usize::from(f.cue.is_empty()));
    out.put(Of::Length, step(phrase.tokens.len(), &[1, 2, 3, 4, 6, 9]));
    // "She said it was safe", "It was safe, she said".
    let order = match &line.content {
        _ if unnamed => 3,
        content if content.start >= phrase.tokens.end => 0,
        content if content.end <= phrase.tokens.start => 1,
        _ => 2,
    };
    out.put(Of::Order, order);
    let nested = match line.parent {
        None => 0,
        Some(p) if scene.lines[p].phrase.tokens.is_empty() => 1,
        Some(p) if document.quotation_of(line.at).is_some() && p != asked.index => 2,
        Some(_) => 3,
    };
    out.put(Of::Nested, nested);
    let paragraph = scene.paragraph(line.at);
    let heading = match document.paragraphs()[paragraph].role {
        Role::Headline | Role::Standfirst | Role::Summary => 2,
        Role::Heading | Role::Caption => 1,
        _ => 0,
    };
    out.put(Of::Heading, heading);
    let described = !phrase.pronoun() && !unnamed;
    let mut nouns = [SPEAKS, KIN, NAMELESS, TITLE].into_iter();
    let noun = nouns.position(|noun| words.is(phrase.head, noun)).map_or(5, |at| at + 1);
    out.put(Of::Trait, if described { noun } else { 0 });
    if described {
        out.put(Of::Group, usize::from(kin::wide(words.lower(phrase.head))));
    }
    if unnamed {
        // By which words somebody who is not told has spoken.
        let cue = words.tokens(&f.cue).last().map_or("", |&at| words.lower(at));
        out.put(Of::Cue, hash(cue) as usize % 40);
    }
    let gap = |at: usize| paragraph.saturating_sub(document.paragraph_of(at)).min(3);
    out.put(Of::Gap, scene.spoken.last().map_or(4, |s| gap(s.at)));
    let next = scene.lines.get(asked.index + 1).map_or(3, |next| match next.named {
        Some(_) if document.paragraph_of(next.at) == paragraph => 0,
        Some(_) => 1,
        None => 2,
    });
    out.put(Of::Next, next);
    let quoted = !unnamed && document.quotation_of(phrase.tokens.start).is_some();
    let begins = document.sentences()[scene.sentence(line.at)].tokens.start + 1 >= line.at;
    out.put(Of::Quoted, if quoted { 2 } else { usize::from(begins) });
    out.put(Of::Target, usize::from(asked.target));
    out.0
}

/// The features of the candidate alone, whatever is asked about.
pub(super) fn nature(scene: &Scene<'_, '_>, entity: usize, out: &mut Out) {
    let e = &scene.cast.entities[entity];
    let being = if e.plural && e.being != Being::State { Being::Group } else { e.being };
    out.put(Of::Nature, being as usize * 2 + usize::from(e.named));
    out.put(Of::Gender, usize::from(e.gender >= 0) + usize::from(e.gender > 0));
    out.put(Of::Roles, e.roles.len());
    if !e.named {
        out.put(Of::Other, usize::from(kin::wide(last_word(&e.name))));
    }
    out.put(Of::Count, bucket(scene.of[entity].len()));
    let salience = scene.salient.iter().position(|&s| s == entity);
    out.put(Of::Salience, salience.map_or(4, |s| s.min(3)));
    let early = scene.of[entity].first().map(|&m| {
        let start = scene.cast.mentions[m as usize].tokens.start;
        scene.words.document.paragraph_of(start)
    });
    out.put(Of::Early, early.map_or(2, |p| p.min(2)));
    // "The fire in Lund": what mostly stands behind *in* is a place, whatever it is besides.
    let often = usize::from(2 * e.placed >= e.mentions);
    out.put(Of::Placed, if e.placed == 0 { 0 } else { 1 + often });
}
