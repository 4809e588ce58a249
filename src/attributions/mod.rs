//! Attributions as spans: who, by which words, what. Leaves out what kind they are and who "he" is.

mod borders;
mod charges;
mod clauses;
mod contents;
mod cues;
mod denials;
mod draft;
#[cfg(test)]
mod drafted;
mod edges;
mod found;
mod leftward;
mod link;
mod merge;
mod nested;
mod passive;
mod quoted;
mod signed;
mod sources;
mod stretched;
mod taken;
mod trail;
mod verbs;

#[cfg(test)]
mod tests;

pub use found::{Found, form};
pub(crate) use merge::find_telling;
pub use merge::{find, passes};
pub use nested::nest;
