//! The features of a pair by their groups: each group takes one value, and has a range of numbers.
//!
//! Leaves out what is seen; see `around`, `place`, `words` and `fit`.

use super::super::source::CLASSES;

macro_rules! groups {
    ($($name:ident = $size:expr;)*) => {
        #[derive(Clone, Copy)]
        #[repr(usize)]
        pub(super) enum Of { $($name,)* }
        pub(super) const SIZES: &[u16] = &[$($size,)*];
    };
}

groups! {
    // Of the source: how it is put, beside what content it stands, what its noun tells.
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
    // Of the one who may be meant: what it is, how often and how early it is spoken of.
    What = 7;
    Nature = 16;
    Gender = 3;
    Fit = 5;
    Roles = 3;
    Count = 6;
    Salience = 5;
    Early = 3;
    Placed = 3;
    // Of both: where the one was last spoken of before the source and where next,
    Sentences = 9;
    Paragraphs = 7;
    Rank = 7;
    FitRank = 6;
    Stands = 8;
    NearSource = 3;
    NearQuoted = 4;
    Before = 5;
    After = 6;
    // who has spoken, who speaks next, in whose words these stand,
    Spoke = 6;
    SpokeFar = 7;
    Spoken = 5;
    Named = 7;
    Parent = 5;
    Content = 4;
    // and which words the two have in common.
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

/// The number of the first feature of each group.
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

/// The features of one pair, in the order in which they are put: sums of the judge run in it, so it is part of the bits.
pub(super) struct Out(pub Vec<u16>);

impl Out {
    /// Puts the value of a group; its last one for any beyond, as no number may be another group's.
    pub fn put(&mut self, group: Of, value: usize) {
        let last = SIZES[group as usize] - 1;
        let value = u16::try_from(value).map_or(last, |value| value.min(last));
        self.0.push(STARTS[group as usize] + value);
    }
}

/// How many of the rising bounds `n` reaches: of a count far more than a few it is enough to know that it is.
pub(super) fn step(n: usize, bounds: &[usize]) -> usize {
    bounds.partition_point(|&bound| bound <= n)
}

/// 0, 1, 2, 3–4, 5–9, more.
pub(super) fn bucket(n: usize) -> usize {
    step(n, &[1, 2, 3, 5, 10])
}

/// 1 where the first of these holds, 2 where the second does and not the first, and so on; 0 where none does.
pub(super) fn first(these: &[bool]) -> usize {
    these.iter().position(|&holds| holds).map_or(0, |at| at + 1)
}

const _: () = assert!(CLASSES <= SIZES[0] as usize);
