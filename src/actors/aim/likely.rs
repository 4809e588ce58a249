//! For whom the words of one attribution stand, and how likely they name the target.
//!
//! Leaves out everyone who is not in its words; see `aim`.

use std::collections::BTreeMap;

use crate::{
    actors::{mentions::covering, scene::Scene, speakers::Speakers},
    kinds::{self, Judged},
    span::Span,
};

/// Words less likely than this are not looked into.
const FAINT: f32 = 0.03;

/// So many are joined on either side at the most.
const OTHERS: usize = 5;

/// Of one attribution, for whom its words stand and how likely they name the target.
#[derive(Clone, Debug, Default)]
pub(super) struct Likely {
    /// Of the cast: by a name, and by other words.
    pub known: BTreeMap<usize, (f32, f32)>,
    /// The likeliest words for nobody known.
    pub words: Option<(Span, f32)>,
    pub nobody: f32,
}

impl Likely {
    pub fn of(&self, entity: usize) -> f32 {
        self.known.get(&entity).map_or(0.0, |(n, m)| n + m)
    }

    /// The likeliest of the cast.
    pub fn first(&self) -> Option<usize> {
        let best = self.known.iter().max_by(|a, b| {
            let sum = |x: &(f32, f32)| x.0 + x.1;
            sum(a.1).total_cmp(&sum(b.1))
        });
        best.filter(|(_, x)| x.0 + x.1 > self.nobody / 2.0)
            .map(|(&e, _)| e)
    }
}

/// For whom the words of attribution `index` stand. What stands for its speaker stands for nobody.
pub(super) fn likely(
    speakers: &Speakers<'_, '_>,
    index: usize,
    judged: &Judged,
    speaker: Option<usize>,
) -> Likely {
    let scene = &speakers.scene;
    let words = scene.words;
    let mut out = Likely {
        nobody: 1.0 - judged.aims.iter().map(|x| x.1).sum::<f32>(),
        ..Likely::default()
    };
    // What one word is likely, it is at all its places; nobody's is looked into once.
    let mut unknown: BTreeMap<&str, (usize, f32)> = BTreeMap::new();
    for &(token, share) in &judged.aims {
        match covering(&scene.cast, token).filter(|m| m.name) {
            Some(m) => out.known.entry(m.entity).or_default().0 += share,
            None => unknown.entry(words.lower(token)).or_insert((token, 0.0)).1 += share,
        }
    }
    for (_, (token, share)) in unknown {
        if share < FAINT || !words.is_word(token) {
            continue;
        }
        let span = kinds::phrase(words, token);
        // What may not stand for somebody known stands for whoever it describes.
        let (known, sure) = speakers.stands_for(index, span, speaker).unzip();
        let sure = sure.unwrap_or(0.0);
        if let Some(entity) = known {
            out.known.entry(entity).or_default().1 += share * sure;
        }
        let left = share * (1.0 - sure);
        if out.words.is_none_or(|w| left > w.1) {
            out.words = Some((span, left));
        }
    }
    out
}

/// The likeliest words of attribution `index` that stand for `entity`.
pub(super) fn place(
    speakers: &Speakers<'_, '_>,
    index: usize,
    judged: &Judged,
    entity: usize,
    speaker: Option<usize>,
) -> Option<Span> {
    let (scene, words) = (&speakers.scene, speakers.scene.words);
    let stands = |token: usize| match covering(&scene.cast, token).filter(|m| m.name) {
        Some(m) => m.entity == entity,
        None => speakers
            .stands_for(index, kinds::phrase(words, token), speaker)
            .is_some_and(|s| s.0 == entity),
    };
    let likely = judged.aims.iter().filter(|a| a.1 >= FAINT && stands(a.0));
    let best = likely.max_by(|a, b| a.1.total_cmp(&b.1))?;
    Some(kinds::phrase(words, best.0))
}

/// The words at `span`, which are a name, with the names that are joined to it: of "blamed Norway and Chad" one alone is
/// learned to be the target.
pub(super) fn with_others(scene: &Scene<'_, '_>, span: Span) -> Span {
    let words = scene.words;
    let joins = |at: usize| matches!(words.lower(at), "and" | "&" | ",");
    let name = |at: usize| {
        covering(&scene.cast, at)
            .filter(|m| m.name)
            .map(|m| m.tokens.clone())
    };
    let own = words.document.tokens_in(span);
    let mut all = own.clone();
    for _ in 0..OTHERS {
        let behind = name(all.end + 1).filter(|next| joins(all.end) && next.start == all.end + 1);
        all.end = behind.map_or(all.end, |next| next.end);
        let before = all.start.checked_sub(2).and_then(name);
        let before = before.filter(|last| last.end + 1 == all.start && joins(last.end));
        all.start = before.map_or(all.start, |last| last.start);
    }
    let and = all.clone().any(|at| joins(at) && words.word(at) != ",");
    words.document.span(if and && name(own.start).is_some() {
        all
    } else {
        own
    })
}
