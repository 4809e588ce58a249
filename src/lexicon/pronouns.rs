//! Pronouns, articles and words of amount, as those ask for them who read a source or a description.
//!
//! Closed classes, from any grammar of English. Those that `acts` has as well stand there as one class, by which
//! clauses are read; here they are parted by whom they may mean. Leaves out whom a pronoun means.

use super::list::List;

/// A man.
pub const HE: List = List::of("he him his himself");
/// A woman.
pub const SHE: List = List::of("she her hers herself");
/// Several, or one of whom no more is told.
pub const THEY: List = List::of("they them their theirs themselves");
/// A thing or a body.
pub const IT: List = List::of("it its itself");
/// Whom a relative clause goes on about.
pub const WHO: List = List::of("who whom whose");
/// The doer again: "contradicted herself".
pub const REFLEXIVE: List = List::of("himself herself itself themselves myself ourselves");
/// Nobody of whom the article tells: everyone, you, "those who".
pub const ANYBODY: List =
    List::of("you this these those your one everyone everybody anyone nobody someone somebody");
/// None, or so few that nobody is meant: who subjects a denial to them, takes it back.
pub const NOBODY: List = List::of("nor neither none nobody no-one nothing few hardly");
/// No more than what was said before: "denied that", "denied all of it".
pub const THAT: List = List::of("that it this them all of");

/// Articles.
pub const ARTICLES: List = List::of("the a an");
/// Words that point at something.
pub const POINTING: List = List::of("this that these those");
/// The same, and what they point at is the same again: "such", "same".
pub const SAME: List = List::of("such same");
/// Whose it is; `acts` has them among the determiners, with those that own nothing.
pub const OWNING: List = List::of("his her its their whose my our your");
/// Before what is no name but a thing that there are many of: "a new Bill".
pub const COUNTING: List = List::of("a an the new this that no every");

/// How many, where more than one: with a noun or alone.
pub const AMOUNTS: List = List::of("many some others both all several most few");
/// Further amounts that stand for people alone: "two were hurt".
pub const ALONE: List = List::of("none two three each any neither either another more");
/// Further amounts before a noun.
pub const COUNTED: List = List::of("one two three four five six other more");
/// Words that determine a description as an article does.
pub const DETERMINING: List = List::of("another one several two three many");
