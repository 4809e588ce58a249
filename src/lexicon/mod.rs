//! Words and what English makes of them: what is done by saying them, whom they name, and the small words of grammar.
//!
//! Each table is a file with a sentence of where it comes from. Leaves out the article: nothing here has
//! seen one.

mod acts;
pub mod classes;
pub mod clauses;
mod given;
mod inflect;
pub mod kin;
pub mod languages;
mod list;
pub mod naming;
pub mod office;
pub mod offices;
pub mod people;
pub mod phrases;
pub mod places;
pub mod pronouns;
mod sets;
pub mod states;
pub mod telling;
pub mod traits;
pub mod vocabulary;

pub use list::List;
