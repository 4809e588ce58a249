//! What is seen of the source alone, and of the one who may be meant alone.

use super::{
    super::{
        entity::Being,
        scene::{Scene, hash},
    },
    asked::Asked,
    features::{Of, Out, bucket},
};
use crate::{
    analysis::{Form, Role},
    lexicon::{
        kin,
        traits::{KIN, NAMELESS, SPEAKS, TITLE},
    },
};

/// The features of the source alone.
pub(super) fn around(scene: &Scene<'_, '_>, asked: &Asked<'_>) -> Vec<u16> {
    let mut out = Out(Vec::new());
    let (words, phrase) = (scene.words, asked.phrase);
    let document = words.document;
    let line = &scene.lines[asked.index];
    let f = &asked.found[asked.index];
    out.put(Of::Kind, phrase.class as usize);
    out.put(Of::Opens, phrase.opening as usize);
    let form = match f.form {
        Form::Direct => 0,
        Form::Mixed => 1,
        Form::Indirect => 2,
    };
    out.put(Of::Shape, form * 2 + usize::from(f.cue.is_empty()));
    out.put(
        Of::Length,
        match phrase.tokens.len() {
            n @ 0..=3 => n,
            4..=5 => 4,
            6..=8 => 5,
            _ => 6,
        },
    );
    let order = if phrase.tokens.is_empty() {
        3
    } else if line.content.start >= phrase.tokens.end {
        0
    } else if line.content.end <= phrase.tokens.start {
        1
    } else {
        2
    };
    out.put(Of::Order, order);
    let tokens = document.tokens().len();
    let paragraph = if tokens == 0 { 0 } else { document.paragraph_of(line.at.min(tokens - 1)) };
    out.put(
        Of::Nested,
        match line.parent {
            None => 0,
            Some(p) if scene.lines[p].phrase.tokens.is_empty() => 1,
            Some(p) if scene.words.document.quotation_of(line.at).is_some() && p != asked.index => {
                2
            }
            Some(_) => 3,
        },
    );
    let role = document.paragraphs().get(paragraph).map(|p| p.role);
    out.put(
        Of::Heading,
        match role {
            Some(Role::Headline | Role::Standfirst | Role::Summary) => 2,
            Some(Role::Heading | Role::Caption) => 1,
            _ => 0,
        },
    );
    let t = words.traits(phrase.head);
    let noun = if phrase.pronoun() || phrase.tokens.is_empty() {
        0
    } else if t.intersects(SPEAKS) {
        1
    } else if t.intersects(KIN) {
        2
    } else if t.intersects(NAMELESS) {
        3
    } else if t.intersects(TITLE) {
        4
    } else {
        5
    };
    out.put(Of::Trait, noun);
    if noun > 0 {
        out.put(Of::Group, usize::from(kin::wide(words.lower(phrase.head))));
    }
    if phrase.tokens.is_empty() {
        // By which words somebody who is not told has spoken.
        let cue = words.tokens(&f.cue).last().map_or("", |&at| words.lower(at));
        out.put(Of::Cue, hash(cue) as usize % 40);
    }
    let last = scene.spoken.last();
    out.put(
        Of::Gap,
        last.map_or(4, |s| paragraph.saturating_sub(document.paragraph_of(s.at)).min(3)),
    );
    let next = scene.lines.get(asked.index + 1);
    out.put(
        Of::Next,
        next.map_or(3, |n| match n.named {
            Some(_) if document.paragraph_of(n.at) == paragraph => 0,
            Some(_) => 1,
            None => 2,
        }),
    );
    let quoted = !phrase.tokens.is_empty() && document.quotation_of(phrase.tokens.start).is_some();
    let begins = document
        .sentences()
        .get(if tokens == 0 { 0 } else { document.sentence_of(line.at.min(tokens - 1)) })
        .is_some_and(|s| s.tokens.start + 1 >= line.at);
    out.put(Of::Quoted, if quoted { 2 } else { usize::from(begins) });
    out.put(Of::Target, usize::from(asked.target));
    out.0
}

/// The features of the candidate alone.
pub(super) fn nature(scene: &Scene<'_, '_>, entity: usize, out: &mut Out) {
    let e = &scene.cast.entities[entity];
    let being =
        if e.plural && e.being != Being::State { Being::Group as usize } else { e.being as usize };
    out.put(Of::Nature, being * 2 + usize::from(e.named));
    out.put(
        Of::Gender,
        match e.gender {
            ..0 => 0,
            0 => 1,
            _ => 2,
        },
    );
    out.put(Of::Roles, e.roles.len());
    if !e.named {
        let head = e.name.rsplit(' ').next().unwrap_or_default();
        out.put(Of::Other, usize::from(kin::wide(head)));
    }
    let count = scene.of[entity].len();
    out.put(Of::Count, bucket(count));
    let salience = scene.salient.iter().position(|&s| s == entity);
    out.put(Of::Salience, salience.map_or(4, |s| s.min(3)));
    let first = scene.of[entity].first().map(|&m| {
        let start = scene.cast.mentions[m as usize].tokens.start;
        scene.words.document.paragraph_of(start)
    });
    out.put(Of::Early, first.map_or(2, |p| p.min(2)));
    out.put(
        Of::Placed,
        if e.placed == 0 { 0 } else { 1 + usize::from(2 * e.placed >= e.mentions) },
    );
}
