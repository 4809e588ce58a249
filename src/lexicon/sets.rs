//! Sets of classes of a word: one shape for all, by `bitflags`, with a constant of its own for each class.
//!
//! Leaves out the classes; see `classes` and `traits`.

/// A set by its name, and a constant for each class of it. Sets join by `|`, in a constant by `union`; `intersects` tells
/// whether a word is of any of them.
macro_rules! set {
    ($(#[$of:meta])* $set:ident: $bits:ty { $($(#[doc = $doc:literal])* $name:ident = $bit:expr;)* }) => {
        bitflags::bitflags! {
            $(#[$of])*
            #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
            pub struct $set: $bits {
                $($(#[doc = $doc])* const $name = 1 << $bit;)*
            }
        }

        $($(#[doc = $doc])* pub const $name: $set = $set::$name;)*
    };
}

pub(super) use set;
