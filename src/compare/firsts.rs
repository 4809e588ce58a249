//! First names that may be one person's: "Joe" and "Joseph", "J." and "Joseph".
//!
//! The table is short and of our own making; a name outside it is only itself.

use super::names::Full;

/// What the first names of two people of one last name tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Firsts {
    /// The same, or two forms of one.
    Agree,
    /// One of them is not known, or no more than a letter.
    Open,
    /// They cannot be one person.
    Differ,
}

/// Compares two names of one last name.
pub(super) fn compare(a: &Full, b: &Full) -> Firsts {
    let (Some(first), Some(other)) = (&a.first, &b.first) else {
        return if a.suffix == b.suffix { Firsts::Open } else { Firsts::Differ };
    };
    let both = !a.middle.is_empty() && !b.middle.is_empty();
    if both && !a.middle.starts_with(&b.middle) && !b.middle.starts_with(&a.middle) {
        return Firsts::Differ;
    }
    if first == other || forms(first, other) {
        return Firsts::Agree;
    }
    // "K. Michael Orr" is called Michael; "J. Orr" may be anyone whose name begins so.
    let short = |one: &str| one.chars().count() == 1;
    if short(first) && other.starts_with(first.as_str())
        || short(other) && first.starts_with(other.as_str())
    {
        return Firsts::Open;
    }
    Firsts::Differ
}

fn forms(a: &str, b: &str) -> bool {
    FORMS.iter().any(|line| line.split(' ').any(|w| w == a) && line.split(' ').any(|w| w == b))
}

/// Forms of one name, a line each.
const FORMS: &[&str] = &[
    "abraham abe",
    "albert al bert",
    "alexander alex sandy",
    "andrew andy drew",
    "anthony tony",
    "barbara barb",
    "benjamin ben",
    "catherine katherine kathryn cathy kathy kate katie",
    "charles charlie chuck",
    "christopher chris",
    "christine christina chris tina",
    "daniel dan danny",
    "david dave",
    "deborah debbie deb",
    "donald don",
    "edward ed eddie ted",
    "elizabeth liz beth betsy",
    "eugene gene",
    "francis frank",
    "frederick fred",
    "gerald jerry gerry",
    "gregory greg",
    "henry harry hank",
    "jacob jake",
    "james jim jimmy jamie",
    "jeffrey jeff",
    "jennifer jen jenny",
    "john jack johnny",
    "jonathan jon",
    "joseph joe joey",
    "joshua josh",
    "kenneth ken kenny",
    "kimberly kim",
    "lawrence larry",
    "leonard len lenny",
    "margaret maggie meg peggy",
    "matthew matt",
    "michael mike mick",
    "nathan nathaniel nate",
    "nicholas nick",
    "patricia pat patty tricia",
    "patrick pat",
    "peter pete",
    "philip phillip phil",
    "raymond ray",
    "rebecca becky",
    "richard rich rick dick",
    "robert rob bob bobby",
    "ronald ron",
    "russell russ",
    "samuel samantha sam",
    "stephen steven steve",
    "susan sue suzanne",
    "theodore ted theo",
    "thomas tom tommy",
    "timothy tim",
    "victoria vicky",
    "vincent vince",
    "walter walt",
    "william will bill billy",
    "zachary zach",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::names::full;

    #[track_caller]
    fn check(a: &str, b: &str, expected: Firsts) {
        let (a, b) = (full(a).expect("a name"), full(b).expect("a name"));
        assert_eq!((compare(&a, &b), compare(&b, &a)), (expected, expected));
    }

    #[test]
    fn forms_of_a_name_agree() {
        check("Joe Orr", "Joseph R. Orr Jr.", Firsts::Agree);
        check("Michael T. Orr", "Mike Orr", Firsts::Agree);
        check("Ada Orr", "Ada Orr", Firsts::Agree);
    }

    #[test]
    fn what_is_not_written_stays_open() {
        check("Orr", "Ada Orr", Firsts::Open);
        check("J. Orr", "Joseph Orr", Firsts::Open);
    }

    #[test]
    fn other_first_names_are_other_people() {
        check("Ada Orr", "Ida Orr", Firsts::Differ);
        check("George W. Orr", "George H. Orr", Firsts::Differ);
        check("Orr Jr.", "Orr", Firsts::Differ);
    }
}
