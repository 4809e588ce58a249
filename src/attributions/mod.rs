//! Attributions as spans: who, by which words, what. Leaves out what kind they are and who "he" is.

mod borders;
#[cfg(test)]
mod drafted;
mod found;
mod merge;
mod passive;
mod trail;
mod typography;

pub use found::{Found, form, nest};
pub(crate) use merge::find_telling;
pub use merge::{find, passes};
