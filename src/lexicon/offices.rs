//! Offices: who governs, who did once, who is next in rank, and titles in full.
//!
//! Lists of our own. What a title says of its holder is in `people`; leaves out whose office it is.

use super::list::List;

/// Offices and bodies by which a state is governed.
pub const GOVERNING: List =
    List("minister ministers premier president chancellor ministry government cabinet secretary");
/// Words for a government as a whole, of those that govern.
pub const GOVERNMENT: List = List("government cabinet ministers");
/// With these an office is not held: the former minister, the opposition's.
pub const OUTSIDE: List = List("former ex-minister opposition shadow onetime late");
/// Another rank of the same office: a deputy mayor is not the mayor.
pub const RANKS: List = List("vice deputy shadow assistant");
/// With these, as with another rank, it is another office: parts of words too ("ex-mayor"), unlike those of `OUTSIDE`.
pub const APART: List = List("former ex acting opposition");

/// Titles as they are shortened or widened, and the noun that they stand for.
pub const IN_FULL: &[(List, &str)] = &[
    (List("sen. sen sens."), "senator"),
    (List("gov. gov"), "governor"),
    (List("rep. rep reps."), "representative"),
    (List("justice"), "judge"),
    (List("prof. prof"), "professor"),
    (List("dr. dr"), "doctor"),
    (List("gen. gen"), "general"),
    (List("col. col"), "colonel"),
    (List("capt. capt"), "captain"),
];
