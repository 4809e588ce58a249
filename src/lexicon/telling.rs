//! Words around a cue that report nothing themselves: verbs that lend themselves to one, things that are written, deeds
//! and duties, labels.
//!
//! Lists of our own, each of one use. Words that report are in `verbs` and `nouns`; leaves out what is made of them.

use super::list::List;

/// Verbs that lend themselves to another: *continued to insist*.
pub const CHAINS: List = List::of(
    "continue continued continues seem seems seemed appear appears appeared begin begins began begun try tried tries \
     failed fails came used had needs went proceeded managed likes tends rushed",
);
/// Verbs that link a subject to an adjective that reports, besides *be*: *remained confident that*.
pub const LINKING: List = List::of("remains remained feels felt seemed sounded appeared");
/// Verbs in -s that are nouns as often, beyond those of the lexicon.
pub const NOUNS_TOO: List = List::of(
    "attacks contests remarks emails records figures protests insults cheers reasons rates states means charges \
     reports projects releases estimates tweets posts issues notes quotes blasts orders commands",
);
/// Participles of a passive whose subject is the one spoken of or to.
pub const SPOKEN_OF: List = List::of(
    "accused blamed charged implicated indicted faulted suspected criticized criticised condemned denounced praised \
     hailed urged ordered warned",
);
/// Forms of verbs of receiving: who does so says nothing, "got letters accusing her".
pub const RECEIVED: List = List::of("get gets got getting receive received receiving drew");
/// How somebody denied or said it, where it stands before the verb.
pub const MANNER: List = List::of(
    "flat-out flatly outright also again repeatedly strongly vehemently categorically vigorously firmly later \
     initially consistently",
);
/// Things that are written and issued, and say something themselves.
pub const PAPERS: List = List::of(
    "papers statement statements letter letters motion brief briefs lawsuit suit complaint resolution petition memo \
     email tweet note report objection",
);
/// What stands before a colon at the head of a paragraph without being anybody.
pub const LABELS: List = List::of(
    "note update updated correction related photo photos video read watch live analysis opinion exclusive breaking \
     editor editors source sources credit image",
);
/// Nouns with a clause about when, why or how, whose subject has a capital: "the time Orr said".
pub const OCCASIONS: List = List::of("time times moment reason way");

/// Participles of charging, and the word that leads to the deed.
pub const CHARGES: &[(&str, &str)] = &[
    ("accused", "of"),
    ("blamed", "for"),
    ("charged", "with"),
    ("suspected", "of"),
];
/// Beginnings of verbs of leaving undone or taking back: who failed to deny, denied nothing.
pub const SPARING: List = List::of("avoid refrain fail regret retract");
/// What one may be charged with and be honoured by it.
pub const DUTIES: List = List::of(
    "overseeing supervising guarding protecting safeguarding caring writing drafting preparing reviewing investigating \
     examining enforcing ensuring implementing regulating managing leading finding developing maintaining \
     coordinating advising representing defending upholding task duty job responsibility oversight care protection \
     running",
);
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
