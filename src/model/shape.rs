//! How many of what a tagger has: the numbers on which its file, its features and its arithmetic
//! agree.
//!
//! Leaves out the widths of its layers, which each model brings along. `build.rs` includes this file.

/// Tags: none, then beginning and inside of source, cue and content.
pub const TAGS: usize = 7;

/// How many numbers describe a token beside its word.
pub const FIELDS: usize = 7;

/// How many values each field can take; a field is always below its entry.
pub const SIZES: [usize; FIELDS] = [2048, 2048, 256, 40, 48, 16, 32];

/// How many values the three features of a pair of spans take: gap and side, what stands between,
/// whether they share a sentence or paragraph.
pub const PAIR_SIZES: [usize; 3] = [16, 9, 6];

/// How many numbers the regression of the confidence weighs.
pub const INPUTS: usize = 8;

/// Inner lengths of matrices are padded with zeros to a multiple of this.
pub const STEP: usize = 16;

/// The largest inner length: so many products of an 8-bit with a 7-bit number stay far below 2^31.
pub const LONGEST: usize = 1024;

/// How many kinds the judge tells apart.
pub const KINDS: usize = 12;

/// Tokens that go through a layer together before the next ones: so few that what is computed on the
/// way stays in the nearest memory.
pub const CHUNK: usize = 64;
