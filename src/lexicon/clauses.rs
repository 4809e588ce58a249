//! Small words by one place of theirs: what begins a clause, a phrase or a time, what ends it, what stands before a verb.
//!
//! Lists of our own, from closed classes. `acts` has those classes as wholes, as features of what is trained; here is what
//! only some of their words do. Leaves out what is made of it.

use super::list::List;

/// Forms of *be* that may make a passive; *'s* may be a mark of owning as well.
pub const BE: List = List::of("is are was were be been being am 'm 're");
/// Modal verbs.
pub const MODALS: List = List::of("will would can could may might must shall should ca wo 'll 'd");
/// Between *be* and its participle, besides the adverbs of `acts`, which what is trained has as features.
pub const BEFORE_PARTICIPLE: List =
    List::of("soon instead earlier thus twice too long far so since");
/// Finite verbs behind which another says or does something.
pub const FINITE: List = List::of("told tells said says will has had was were is");
/// Behind these *accused* is a verb: "was accused".
pub const AUXILIARIES: List = List::of("was were is are has");
/// Of a thing that is not so: "would have accused"; other modals tell what is or will be.
pub const UNREAL: List = List::of("would could might may should");
/// Behind these, as behind the unreal ones, *clear* is a verb.
pub const BEFORE_BASE: List = List::of("to will can must");

/// A condition.
pub const CONDITIONS: List = List::of("if unless whether lest");
/// End what tells who somebody is, behind the comma after the name.
pub const ENDS_ROLE: List = List::of("who whose said and which");

/// With *call* they make a demand.
pub const CALLED: List = List::of("for on upon");
/// Lead from a spokesman to whom he speaks for.
pub const SPOKEN_FOR: List = List::of("for of at");
/// Lead to a place.
pub const OF_PLACE: List =
    List::of("in into onto along at near from around across outside inside throughout within");
/// Lead to a town that a region is named behind: "in Lund, Skåne".
pub const OF_TOWNS: List = List::of("in near from outside");
/// Adjectives that stand behind whom they tell of, before a preposition: "sources close to her". All that do so in the
/// sources of the annotated news, beside participles.
pub const TRAILING: List = List::of("familiar close active critical privy");
/// Before a source without belonging to it.
pub const BEFORE_SOURCE: List = List::of("from by according to as even and but that for in");
/// Behind a source without belonging to it, as reflexive pronouns do.
pub const BEHIND_SOURCE: List = List::of("all also then 's both");
