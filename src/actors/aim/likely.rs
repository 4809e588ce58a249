//! For whom the words of one attribution stand, and how likely they name the target.
//!
//! Leaves out everyone who is not in its words; see `aim`.

use std::collections::BTreeMap;

use crate::{
    actors::{
        mentions::{can_speak, covering},
        scene::Scene,
        speakers::Speakers,
    },
    kinds::{self, Judged},
    lexicon::pronouns::OWNING,
    span::Span,
    words::Words,
};

/// Words less likely than this are not looked into: each costs as much as a source.
const FAINT: f32 = 0.03;

/// So many are joined on either side at the most; a longer list is a table or an attack.
const OTHERS: usize = 5;

/// How likely the words that stand for one of the cast name the target.
#[derive(Clone, Debug, Default)]
pub(super) struct Stands {
    /// By a name, and by other words.
    pub named: f32,
    pub meant: f32,
    /// The likeliest of these words.
    pub at: Option<(Span, f32)>,
}

impl Stands {
    /// All that speaks for them: as the words that were learned to name the target, and as whom other words mean.
    pub fn share(&self) -> f32 {
        self.named + self.meant
    }

    /// Remembers the likeliest words that name them: these are what the card shows beside the name.
    fn at(&mut self, span: Span, share: f32) {
        if share >= FAINT && self.at.is_none_or(|at| share > at.1) {
            self.at = Some((span, share));
        }
    }
}

/// Of one attribution, for whom its words stand and how likely they name the target.
#[derive(Clone, Debug, Default)]
pub(super) struct Likely {
    pub known: BTreeMap<usize, Stands>,
    /// The likeliest words for nobody known.
    pub words: Option<(Span, f32)>,
    pub nobody: f32,
}

impl Likely {
    /// How likely this one is meant, 0 for one whom no word stands for.
    pub fn of(&self, entity: usize) -> f32 {
        self.known.get(&entity).map_or(0.0, Stands::share)
    }

    /// The likeliest of the cast.
    pub fn first(&self) -> Option<usize> {
        let shares = self.known.iter().map(|(&e, stands)| (e, stands.share()));
        let best = shares.max_by(|a, b| a.1.total_cmp(&b.1));
        best.filter(|best| best.1 > self.nobody / 2.0).map(|best| best.0)
    }
}

/// For whom the words of attribution `index` stand. What stands for its speaker stands for nobody: of *Orr said she had
/// been robbed by Holt* only Holt is left.
pub(super) fn likely(
    speakers: &Speakers<'_, '_>,
    index: usize,
    judged: &Judged,
    speaker: Option<usize>,
) -> Likely {
    let (scene, words) = (&speakers.scene, speakers.scene.words);
    let mut out = Likely { nobody: judged.nobody(), ..Likely::default() };
    // What one word is likely, it is at all its places; nobody's is looked into once.
    let mut unknown: BTreeMap<&str, (usize, f32)> = BTreeMap::new();
    for &(token, share) in &judged.aims {
        match covering(&scene.cast, token).filter(|m| m.name) {
            Some(m) => {
                let stands = out.known.entry(m.entity).or_default();
                stands.named += share;
                stands.at(kinds::phrase(words, token), share);
            }
            None => {
                let at = owned(words, token);
                unknown.entry(words.lower(at)).or_insert((at, 0.0)).1 += share;
            }
        }
    }
    let worth = |&(token, share): &(usize, f32)| share >= FAINT && words.is_word(token);
    for (token, share) in unknown.into_values().filter(worth) {
        let span = kinds::phrase(words, token);
        // What may not stand for somebody known stands for whoever it describes.
        let mut left = share;
        if let Some((entity, sure)) = speakers.stands_for(index, span, speaker) {
            let stands = out.known.entry(entity).or_default();
            stands.meant += share * sure;
            stands.at(span, share);
            left *= 1.0 - sure;
        }
        if out.words.is_none_or(|w| left > w.1) {
            out.words = Some((span, left));
        }
    }
    out
}

/// Of "his deputy" the deputy, whom *his* was learned to name; any other token itself.
fn owned(words: &Words<'_>, at: usize) -> usize {
    at + usize::from(OWNING.has(words.lower(at)) && can_speak(words, at + 1))
}

/// The words at `span`, which are a name, with the names that are joined to it: of "blamed Norway and Chad" one alone is
/// learned to be the target. The words themselves where no *and* joins them: "Lund, Norway" is one place.
pub(super) fn with_others(scene: &Scene<'_, '_>, span: Span) -> Span {
    let words = scene.words;
    let joins = |at: usize| matches!(words.lower(at), "and" | "&" | ",");
    let name = |at: usize| covering(&scene.cast, at).filter(|m| m.name).map(|m| m.tokens.clone());
    let own = words.document.tokens_in(span);
    let mut all = own.clone();
    for _ in 0..OTHERS {
        let behind = name(all.end + 1).filter(|next| joins(all.end) && next.start == all.end + 1);
        let before = all.start.checked_sub(2).and_then(name);
        let before = before.filter(|last| last.end + 1 == all.start && joins(last.end));
        let start = before.map_or(all.start, |last| last.start);
        all = start..behind.map_or(all.end, |next| next.end);
    }
    let and = all.clone().any(|at| joins(at) && words.word(at) != ",");
    words.document.span(if and && name(own.start).is_some() { all } else { own })
}
