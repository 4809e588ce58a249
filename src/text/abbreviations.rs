//! Abbreviations whose full stop belongs to the word, and the words that tell a new sentence.
//!
//! Leaves out acronyms with inner stops (U.S., a.m.) and initials (J.): their shape gives them away.

/// Abbreviations that stand before a name, so that a sentence never ends after them.
const TITLES: &[&str] = &[
    "Adm", "Atty", "Bros", "Brig", "Capt", "Cmdr", "Col", "Cpl", "Det", "Dr", "Fr", "Ft", "Gen",
    "Gov", "Hon", "Insp", "Lt", "Maj", "Messrs", "Mr", "Mrs", "Ms", "Mt", "Mx", "Ph", "Pfc",
    "Pres", "Prof", "Pvt", "Rep", "Reps", "Rev", "Sen", "Sens", "Sgt", "Sr", "St", "Ste", "Supt",
    "Gens", "Govs", "Profs", "Revs", "cf", "vs", "approx",
];

/// Abbreviations that may end a sentence.
const OTHERS: &[&str] = &[
    "Jr", "Inc", "Corp", "Co", "Ltd", "Cos", "Bhd", "Pty", "Ave", "Blvd", "Rd", "Dept", "Univ",
    "Assn", "Jan", "Feb", "Apr", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec", "Mon", "Tue", "Tues",
    "Thu", "Thur", "Thurs", "Fri", "Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Fla", "Ga",
    "Ill", "Ind", "Kan", "Ky", "La", "Md", "Mich", "Minn", "Mont", "Neb", "Nev", "Okla", "Ore",
    "Pa", "Tenn", "Tex", "Va", "Vt", "Wis", "Wyo", "etc", "al", "no", "No", "Nos", "Esq",
];

/// Words that open a sentence far more often than they continue a name.
const STARTERS: &[&str] = &[
    "A",
    "After",
    "Although",
    "An",
    "And",
    "Another",
    "As",
    "Asked",
    "At",
    "Because",
    "Before",
    "Both",
    "But",
    "By",
    "Despite",
    "During",
    "Each",
    "Even",
    "Every",
    "For",
    "From",
    "He",
    "Her",
    "Here",
    "His",
    "How",
    "However",
    "I",
    "If",
    "In",
    "Instead",
    "It",
    "Its",
    "Last",
    "Many",
    "Meanwhile",
    "More",
    "Most",
    "Mr",
    "Mr.",
    "Mrs.",
    "Ms.",
    "My",
    "No",
    "Nor",
    "Not",
    "Now",
    "On",
    "Once",
    "One",
    "Only",
    "Or",
    "Other",
    "Others",
    "Our",
    "Several",
    "She",
    "Since",
    "So",
    "Some",
    "Still",
    "Such",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "Though",
    "Three",
    "To",
    "Today",
    "Two",
    "Under",
    "Until",
    "We",
    "Were",
    "What",
    "When",
    "Where",
    "Which",
    "While",
    "Who",
    "Why",
    "With",
    "Without",
    "Yet",
    "You",
];

/// True for `Mr`, `Gen`, …: never the end of a sentence. `word` is without its full stop.
pub(super) fn is_title(word: &str) -> bool {
    TITLES.contains(&word)
}

/// True when the full stop after `word` belongs to it. `no` counts only before a digit.
pub(super) fn takes_stop(word: &str, next_is_digit: bool) -> bool {
    match word {
        "no" | "No" | "Nos" => next_is_digit,
        _ => word.len() <= 6 && (is_title(word) || OTHERS.contains(&word)),
    }
}

/// True for a word that opens sentences.
pub(super) fn opens_sentence(word: &str) -> bool {
    STARTERS.contains(&word)
}
