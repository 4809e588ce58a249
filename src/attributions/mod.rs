//! Attributions as spans: who, by which words, what. Leaves out what kind they are and who "he" is.

mod borders;
mod draft;
#[cfg(test)]
mod drafted;
mod finish;
mod found;
mod labelled;
mod merge;
mod nested;
mod passive;
mod signed;
mod trail;

pub use found::{Found, form};
pub(crate) use merge::find_telling;
pub use merge::{find, passes};
pub use nested::nest;
