//! Words and what English makes of them: those that report speech, what is done by them, whom they name,
//! and the small words of grammar.
//!
//! Each table is a file with a sentence of where it comes from. Leaves out the article: nothing here has
//! seen one.

mod acts;
pub mod classes;
pub mod clauses;
mod entry;
mod given;
pub mod grammar;
mod inflect;
pub mod languages;
mod list;
pub mod naming;
mod nouns;
pub mod offices;
pub mod people;
pub mod phrases;
pub mod places;
pub mod pronouns;
mod reporting;
mod rulings;
mod sets;
pub mod states;
pub mod telling;
pub mod traits;
mod verbs;
pub mod vocabulary;

pub use entry::{Class, Entry, Frames};
pub use inflect::Inflection;
pub use list::List;
pub use reporting::{Hit, entries, entry, look_up};
pub use rulings::{is_ruling, overturns};
