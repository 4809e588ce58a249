//! What belongs to names and what stands beside them without belonging.
//!
//! Lists of our own, of what news writes. Names themselves are in `given`, `places` and `states`; leaves out how a name
//! is found.

use super::list::List;

/// Between the parts of a person's name: "Ursula von der Heide".
pub const PARTICLES: List = List::of("de von van der den bin al la du da dos ten el di");
/// Between the parts of any name: "Bank of Lund".
pub const JOINING: List = List::of("of the and for");
/// Letters behind the name of somebody, as written: "Colin Frew QC".
pub const HONOURS: List = List::of("QC KC MP MPs MSP MEP MBE OBE CBE TD SC MD PhD Esq");
/// Which of several of one name, as written, without a full stop: "John Orr Jr".
pub const GENERATIONS: List = List::of("Jr Sr II III IV");
/// Days and months, and *I*: with a capital behind a name without being part of it, "Strand Friday".
pub const DATES: List = List::of(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august \
     september october november december i",
);
/// With whom a firm is named: "Orr and Sons".
pub const FIRMS: List = List::of("sons partners co co. brothers company");
/// What a firm is by law, behind its name.
pub const LEGAL: List = List::of("llc inc inc. ltd plc");
/// Bodies that one word with a capital names, though it is a common noun or an adjective.
pub const BODIES: List = List::of(
    "republicans democrats conservatives congress parliament senate house labour pentagon treasury",
);
/// For whom a body is named: "Women's Institute".
pub const OWNERS: List = List::of("women men children people");
/// What a name of two words begins with that tells where something is, as written.
pub const REGIONS: List = List::of("New North South West Rhode");
