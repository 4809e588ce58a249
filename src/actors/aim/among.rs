//! Everyone at whom an attribution may be aimed: for whom its words stand, whom its speaker and the words around it aim at,
//! those named near, and those most spoken of.
//!
//! Leaves out who of them it is; see `aim`.

use std::collections::BTreeSet;

use super::likely::{Likely, likely};
use crate::{
    actors::{resolved::Resolved, scene::Scene, speakers::Speakers},
    kinds::{self, Judged},
    span::Span,
};

/// The most who are looked at for one attribution, within so many tokens and attributions back, that cost stay linear.
const MOST: usize = 24;
const WITHIN: usize = 240;
const NEAR: usize = 24;
/// So many of those most spoken of are always among them.
const SALIENT: usize = 4;

/// One at whom it may be aimed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Whom {
    /// One of the cast.
    Known(usize),
    /// Whoever these words stand for, who is none of the cast as far as can be told.
    Words(Span),
}

/// All attributions of a document with what their words say of whom they are aimed at.
pub(super) struct Aims<'a, 'w, 'd> {
    pub scene: &'a Scene<'w, 'd>,
    pub judged: &'a [Judged],
    pub resolved: &'a [Resolved],
    pub likely: Vec<Likely>,
    /// How likely each of the cast is aimed at in the whole of the article.
    pub all: Vec<f32>,
}

impl<'a, 'w, 'd> Aims<'a, 'w, 'd> {
    pub fn new(
        speakers: &'a Speakers<'w, 'd>,
        judged: &'a [Judged],
        resolved: &'a [Resolved],
    ) -> Self {
        let scene = &speakers.scene;
        let of = |at: usize| {
            let own = || likely(speakers, at, &judged[at], resolved[at].actor);
            if kinds::aimed(judged[at].kind) { own() } else { Likely::default() }
        };
        let likely: Vec<Likely> = (0..judged.len()).map(of).collect();
        let mut all = vec![0.0; scene.cast.entities.len()];
        for one in &likely {
            for (&e, x) in &one.known {
                all[e] += x.share();
            }
        }
        Self { scene, judged, resolved, likely, all }
    }

    /// Everyone at whom attribution `index` may be aimed, never who speaks: of *We failed, the council said* the council
    /// is one of those meant, and accuses nobody. Whoever stands first keeps the place where there are too many.
    pub fn candidates(&self, index: usize) -> Vec<Whom> {
        let scene = self.scene;
        let document = scene.words.document;
        let likely = &self.likely[index];
        let speaker = self.resolved[index].actor;
        let mut out: Vec<usize> = Vec::new();
        let mut put = |e: usize| {
            let members = &scene.cast.entities[e].members;
            let own = speaker.is_some_and(|speaker| speaker == e || members.contains(&speaker));
            if !own && out.len() < MOST && !out.contains(&e) {
                out.push(e);
            }
        };
        likely.known.keys().for_each(|&e| put(e));
        let others = self.previous(index).into_iter().chain(scene.lines[index].parent);
        others.filter_map(|at| self.likely[at].first()).for_each(&mut put);
        if let Some(end) = document.tokens().len().checked_sub(1) {
            // Those who are named in its paragraph and in the one before, the nearest first.
            let here = scene.lines[index].at.min(end);
            let paragraph = document.paragraph_of(here);
            let [from, to] =
                [paragraph.saturating_sub(1), paragraph].map(|p| &document.paragraphs()[p].tokens);
            let near = from.start.max(here.saturating_sub(WITHIN))..to.end.min(here + WITHIN);
            let near = scene.cast.mentioned_in(near);
            let near = near.map(|m| (m.tokens.start.abs_diff(here), m.entity));
            near.collect::<BTreeSet<_>>().into_iter().for_each(|(_, e)| put(e));
        }
        scene.salient.iter().take(SALIENT).for_each(|&e| put(e));
        let words = likely.words.map(|(span, _)| Whom::Words(span));
        out.into_iter().map(Whom::Known).chain(words).collect()
    }

    /// The nearest attribution before of the same speaker that is aimed at somebody, if any.
    pub fn previous(&self, index: usize) -> Option<usize> {
        let speaker = self.resolved[index].actor?;
        (0..index).rev().take(NEAR).find(|&at| {
            kinds::aimed(self.judged[at].kind) && self.resolved[at].actor == Some(speaker)
        })
    }
}
