//! What is seen of one source and one who may be meant by it, as numbered features.
//!
//! Training reads exactly these (`ascribe pairs`), so that training and running cannot differ. Each
//! group of features takes one value. Leaves out how they are weighed; see `scorer`.

mod around;
mod fit;
mod place;
mod words;

use super::{
    names::text as text_of,
    scene::{Scene, hash},
    source::{CLASSES, Phrase},
    spelling::key,
};
use crate::attributions::Found;
use around::{around, nature};
use fit::fit;
use place::{history, place};
use words::text;

macro_rules! groups {
    ($($name:ident = $size:expr;)*) => {
        #[derive(Clone, Copy)]
        #[repr(usize)]
        enum Of { $($name,)* }
        const SIZES: &[u16] = &[$($size,)*];
    };
}

groups! {
    // Of the source.
    Kind = 17;
    Opens = 6;
    Shape = 6;
    Length = 7;
    Order = 4;
    Nested = 4;
    Heading = 3;
    Trait = 6;
    Gap = 5;
    Next = 4;
    Fitting = 5;
    Quoted = 3;
    Target = 2;
    // Of the one who may be meant.
    What = 7;
    Nature = 16;
    Gender = 3;
    Fit = 5;
    Roles = 3;
    Count = 6;
    Salience = 5;
    Early = 3;
    Placed = 3;
    // Of both.
    Sentences = 9;
    Paragraphs = 7;
    Rank = 7;
    FitRank = 6;
    Stands = 8;
    NearSource = 3;
    NearQuoted = 4;
    Before = 5;
    After = 6;
    Spoke = 6;
    SpokeFar = 7;
    Spoken = 5;
    Named = 7;
    Parent = 5;
    Content = 4;
    Within = 12;
    Words = 6;
    Missing = 5;
    Head = 7;
    Memory = 4;
    Exact = 6;
    Kin = 4;
    Group = 49;
    Other = 49;
    Cue = 40;
    Rest = 6;
}

const STARTS: [u16; SIZES.len()] = {
    let mut out = [0; SIZES.len()];
    let mut at = 1;
    while at < SIZES.len() {
        out[at] = out[at - 1] + SIZES[at - 1];
        at += 1;
    }
    out
};

/// How many features a pair may have, each numbered below this.
pub const FEATURES: usize = (STARTS[SIZES.len() - 1] + SIZES[SIZES.len() - 1]) as usize;

/// What a candidate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum What {
    /// One of the cast.
    Known,
    /// Whoever the source's own words describe, by their noun alone.
    Short,
    /// The same by all of the words.
    Full,
    /// "Owen Slate's mother" for "his mother", "Halden Ferries spokeswoman".
    Told,
    /// Several at once.
    Joined,
    /// It cannot be told.
    Nobody,
}

/// Somebody who may be meant, before it is scored.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub what: What,
    pub entity: Option<usize>,
    /// The name that choosing it would give; none for one of the cast and for nobody.
    pub name: Option<String>,
    pub features: Vec<u16>,
}

struct Out(Vec<u16>);

impl Out {
    fn put(&mut self, group: Of, value: usize) {
        let size = SIZES[group as usize] as usize;
        let value = u16::try_from(value.min(size - 1)).unwrap_or(0);
        self.0.push(STARTS[group as usize] + value);
    }
}

/// 0, 1, 2, 3–4, 5–9, more.
fn bucket(n: usize) -> usize {
    match n {
        0..=2 => n,
        3..=4 => 3,
        5..=9 => 4,
        _ => 5,
    }
}

/// One source with what is seen around it.
pub(super) struct Asked<'a> {
    pub phrase: &'a Phrase,
    /// The attribution whose source or target it is.
    pub index: usize,
    /// The words are whom the attribution is aimed at.
    pub target: bool,
    pub found: &'a [Found],
    /// The phrase up to its first preposition, as a name.
    main: String,
    /// The same as names are compared.
    key: u32,
    /// Whom the same words meant before.
    pub meant: Option<usize>,
}

impl<'a> Asked<'a> {
    pub fn new(
        scene: &Scene<'_, '_>,
        phrase: &'a Phrase,
        index: usize,
        target: bool,
        found: &'a [Found],
    ) -> Self {
        let main = text_of(scene.words, phrase.main.clone());
        let key = key(&main);
        Self {
            phrase,
            index,
            target,
            found,
            meant: scene.meant.get(&key).copied(),
            key: hash(&key),
            main,
        }
    }

    /// True when the article gives `entity` the role that the source names, in the same words.
    pub fn is_role_of(&self, scene: &Scene<'_, '_>, entity: usize) -> bool {
        scene.cast.entities[entity].named && scene.keys[entity].1.contains(&self.key)
    }

    /// True when every role of the source's noun that `entity` has is of another rank: *vice*, *deputy*.
    pub fn is_of_other_rank(&self, scene: &Scene<'_, '_>, entity: usize) -> bool {
        words::is_of_other_rank(scene.words, self.phrase, &scene.cast.entities[entity].roles)
    }
}

/// Gives every candidate its features.
pub(super) fn describe(scene: &Scene<'_, '_>, asked: &Asked<'_>, candidates: &mut [Candidate]) {
    let around = around(scene, asked);
    let at = asked.phrase.tokens.start;
    let nearest: Vec<Option<usize>> = candidates
        .iter()
        .map(|c| c.entity.and_then(|e| scene.before(e, at)))
        .collect();
    let fits: Vec<usize> = candidates
        .iter()
        .map(|c| c.entity.map_or(4, |e| fit(scene, asked.phrase, e)))
        .collect();
    let mut order: Vec<usize> = (0..candidates.len())
        .filter(|&i| nearest[i].is_some())
        .collect();
    order.sort_by_key(|&i| std::cmp::Reverse((nearest[i], i)));
    let mut rank = vec![usize::MAX; candidates.len()];
    let mut fit_rank = vec![usize::MAX; candidates.len()];
    let mut fitting = 0;
    for (r, &i) in order.iter().enumerate() {
        rank[i] = r;
        if fits[i] >= 2 {
            fit_rank[i] = fitting;
            fitting += 1;
        }
    }
    for (i, candidate) in candidates.iter_mut().enumerate() {
        let mut out = Out(Vec::with_capacity(SIZES.len()));
        out.0.extend_from_slice(&around);
        out.put(Of::Fitting, fitting);
        out.put(Of::What, candidate.what as usize);
        if let Some(e) = candidate.entity {
            nature(scene, e, &mut out);
            out.put(Of::Fit, fits[i]);
            out.put(Of::Rank, bucket_rank(rank[i]));
            out.put(Of::FitRank, fit_rank[i].min(5));
            place(scene, asked, e, nearest[i], &mut out);
            history(scene, asked, e, &mut out);
            text(scene, asked, e, &mut out);
        }
        candidate.features = out.0;
    }
}

fn bucket_rank(rank: usize) -> usize {
    match rank {
        0..=3 => rank,
        4..=6 => 4,
        7..=usize::MAX if rank != usize::MAX => 5,
        _ => 6,
    }
}

const _: () = assert!(CLASSES <= SIZES[0] as usize);
