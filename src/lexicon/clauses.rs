//! Small words by one place of theirs: what begins a clause, a phrase or a time, what ends it, what stands before a verb.
//!
//! Lists of our own, from closed classes. `grammar` and `acts` have those classes as wholes; here is what only some of
//! their words do. Leaves out what is made of it.

use super::list::List;

/// Forms of *be* that may make a passive; `grammar` has those that are shortened, too.
pub const BE: List = List::of("is are was were be been being");
/// Finite verbs behind which another says or does something.
pub const FINITE: List = List::of("told tells said says will has had was were is");
/// Behind these *accused* is a verb: "was accused".
pub const AUXILIARIES: List = List::of("was were is are has");
/// Forms of *do*, and *had* shortened: with a passive they tell of a thing done, unlike other modals.
pub const DONE: List = List::of("do does did 'd");
/// Of a thing that is not so: "would have accused"; other modals tell what is or will be.
pub const UNREAL: List = List::of("would could might may should");
/// Behind these, as behind the unreal ones, *clear* is a verb.
pub const BEFORE_BASE: List = List::of("to will can must");

/// Join equals.
pub const COORDINATORS: List = List::of("and but or");
/// Open a sentence without belonging to what it says.
pub const OPENERS: List = List::of("but and so");
/// Open a clause that another one is the main one of.
pub const SUBORDINATORS: List = List::of("after since because when while although though");
/// With these, too, a sentence may open with such a clause: "If he said so, …".
pub const OPENING: List = List::of("as if even");
/// Join what comes behind a comma as a clause of its own.
pub const CONJUNCTS: List = List::of("but and while yet as though although so whereas");
/// Begin behind a comma what tells more of the words before it: "endorsed her, another sign of …".
pub const APPOSITION: List = List::of("a an another one the which who where when after in on");
/// A condition.
pub const CONDITIONS: List = List::of("if unless whether lest");
/// Before a participle that reports: "by saying", "while denying".
pub const BEFORE_PARTICIPLE: List = List::of("by and while before after but when in without");
/// End what tells who somebody is, behind the comma after the name.
pub const ENDS_ROLE: List = List::of("who whose said and which");

/// Lead to what somebody is accused of.
pub const OF_A_DEED: List = List::of("of for with");
/// With *call* they make a demand.
pub const CALLED: List = List::of("for on upon");
/// Lead from a spokesman to whom he speaks for.
pub const SPOKEN_FOR: List = List::of("for of at");
/// Lead to a place.
pub const OF_PLACE: List =
    List::of("in into onto along at near from around across outside inside throughout within");
/// Lead to a town that a region is named behind: "in Lund, Skåne".
pub const OF_TOWNS: List = List::of("in near from outside");
/// Lead to a phrase that is no part of the name before it.
pub const BEHIND_NAME: List =
    List::of("on after before during as to since until about following than via");
/// Lead to when something was said.
pub const WHEN: List = List::of("after before during at following since");
/// With a day, a month or a year, they tell when.
pub const RELATIVE_TIME: List = List::of("last this next earlier late early");
/// Before a source without belonging to it.
pub const BEFORE_SOURCE: List = List::of("from by according to as even and but that for in");
/// Behind a source without belonging to it, as reflexive pronouns do.
pub const BEHIND_SOURCE: List = List::of("all also then 's both");
/// Between a verb of leaving undone and the verb of what is not done: "refrained from accusing".
pub const BETWEEN_VERBS: List = List::of("to of from having");
