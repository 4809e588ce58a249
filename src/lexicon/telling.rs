//! Words in and around a cue by one use of theirs: who is spoken of, what is denied without being named.
//!
//! Lists of our own. What is done by a word is in `acts`; leaves out what is made of it.

use super::list::List;

/// Participles of a passive whose subject is the one spoken of or to.
pub const SPOKEN_OF: List = List::of(
    "accused blamed charged implicated indicted faulted suspected criticized criticised condemned denounced praised \
     hailed urged ordered warned",
);
/// Forms of verbs of receiving: who does so says nothing, "got letters accusing her".
pub const RECEIVED: List = List::of("get gets got getting receive received receiving drew");

/// Nouns for whoever is accused, by no name.
pub const ACCUSED: List = List::of("accused defendant defendants suspect suspects");
/// Pleas that deny, besides *not guilty*.
pub const PLEAS: List = List::of("not-guilty innocence contests contested contesting");
/// Words that deny a charge without repeating it.
pub const WHOLE: List = List::of(
    "wrongdoing involvement collaboration responsibility role guilty innocent wrong true breach any anything",
);
/// Verbs of one who answers.
pub const ANSWERING: List = List::of(
    "answered countered defended insisted maintained rejected replied responded response retorted",
);
