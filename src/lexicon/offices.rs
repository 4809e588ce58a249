//! Offices: who governs, who did once, who is next in rank, and titles in full.
//!
//! Lists of our own. What a title says of its holder is in `people`; leaves out whose office it is.

use super::list::List;

/// Offices and bodies by which a state is governed.
pub const GOVERNING: List = List::of(
    "minister ministers premier president chancellor ministry government cabinet secretary",
);
/// Words for a government as a whole, of those that govern.
pub const GOVERNMENT: List = List::of("government cabinet ministers");
/// With these an office is not held: the former minister, the opposition's.
pub const OUTSIDE: List = List::of("former ex-minister opposition shadow onetime late");
/// Another rank of the same office: a deputy mayor is not the mayor.
pub const RANKS: List = List::of("vice deputy shadow assistant");
/// With these, as with another rank, it is another office: parts of words too ("ex-mayor"), unlike those of `OUTSIDE`.
pub const APART: List = List::of("former ex acting opposition");

/// Titles as they are shortened or widened, and the noun that they stand for.
pub const IN_FULL: &[(List, &str)] = &[
    (List::of("sen. sen sens."), "senator"),
    (List::of("gov. gov"), "governor"),
    (List::of("rep. rep reps."), "representative"),
    (List::of("justice"), "judge"),
    (List::of("prof. prof"), "professor"),
    (List::of("dr. dr"), "doctor"),
    (List::of("gen. gen"), "general"),
    (List::of("col. col"), "colonel"),
    (List::of("capt. capt"), "captain"),
];
