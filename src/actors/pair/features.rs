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

pub(super) struct Out(pub Vec<u16>);

impl Out {
    pub fn put(&mut self, group: Of, value: usize) {
        let size = SIZES[group as usize] as usize;
        let value = u16::try_from(value.min(size - 1)).unwrap_or(0);
        self.0.push(STARTS[group as usize] + value);
    }
}

/// 0, 1, 2, 3–4, 5–9, more.
pub(super) fn bucket(n: usize) -> usize {
    match n {
        0..=2 => n,
        3..=4 => 3,
        5..=9 => 4,
        _ => 5,
    }
}

const _: () = assert!(CLASSES <= SIZES[0] as usize);
