//! The forms of newsrooms, each as a pattern with a name and examples: where a report was written and by whom, what stands
//! behind a name (age, party), what is no name (addresses, handles), what is nobody (money, times, dates), what stands before the name of a
//! label, and the terms on which somebody speaks who is not to be named.
//!
//! Each is compiled once, when it is first looked for, and takes time that grows with the text. Leaves out tokens and
//! words of the grammar, which a scan and lists find, and days, months and capitals of one word, which are a look at a
//! word's letters.

use std::sync::OnceLock;

use regex::Regex;

/// One form, anchored where a text begins.
#[cfg_attr(not(test), expect(dead_code, reason = "names and examples are the tests'"))]
pub struct Pattern {
    /// What it is.
    pub name: &'static str,
    pattern: &'static str,
    /// Texts and how much of their beginning is of that form.
    examples: &'static [(&'static str, &'static str)],
    compiled: OnceLock<Option<Regex>>,
}

impl Pattern {
    const fn new(
        name: &'static str,
        pattern: &'static str,
        examples: &'static [(&'static str, &'static str)],
    ) -> Self {
        Self { name, pattern, examples, compiled: OnceLock::new() }
    }

    /// The byte at which this form ends, with which `text` begins; none where it does not. At most [`REACH`] bytes are
    /// looked at.
    #[must_use]
    pub fn end(&self, text: &str) -> Option<usize> {
        let near = &text[..text.floor_char_boundary(REACH)];
        // A test compiles each of them; one that does not would find nothing.
        let compiled = self.compiled.get_or_init(|| Regex::new(self.pattern).ok());
        Some(compiled.as_ref()?.find(near)?.end())
    }

    /// Whether `text` begins so.
    #[must_use]
    pub fn begins(&self, text: &str) -> bool {
        self.end(text).is_some()
    }
}

/// No form is longer.
const REACH: usize = 160;

/// What stands before the name of a label: *And from Chairwoman Levitt:*.
pub static LABEL: Pattern = Pattern::new(
    "label",
    r"(?i)^(?:and from|from the desk of|from)\s+",
    &[
        ("And from Chairwoman Levitt:", "And from "),
        ("From the desk of Anna Holm:", "From the desk of "),
        ("from Skagen", "from "),
        ("Fromm:", ""),
    ],
);

/// The terms on which somebody speaks who is not to be named.
pub static ANONYMITY: Pattern = Pattern::new(
    "terms of anonymity",
    r"(?i)^(?:not to be|to remain|on condition of)(?-u:\b).*(?-u:\b)(?:named|identified|quoted|anonymous|unnamed|anonymity)(?-u:\b)",
    &[
        ("not to be publicly named", "not to be publicly named"),
        ("On condition of anonymity", "On condition of anonymity"),
        ("to remain unnamed", "to remain unnamed"),
        ("not to be outdone", ""),
        ("to remain calm", ""),
    ],
);

/// Where a report was written, before its first sentence.
pub static DATELINE: Pattern = Pattern::new(
    "dateline",
    r"^(?:[A-ZÀ-Þ][A-ZÀ-Þ’'.-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ’'.-]+){0,3}(?:, [A-ZÀ-Þ][A-Za-zÀ-ž.]+(?: [A-ZÀ-Þ][A-Za-zÀ-ž.]+)?)?(?:, [A-ZÀ-Þ][a-zß-ž]+\.? [0-9]{1,2})?(?: \([^()]{2,24}\))?|[A-ZÀ-Þ][a-zß-ž]+(?: [A-ZÀ-Þ][a-zß-ž]+){0,2}(?:, [A-ZÀ-Þ][A-Za-zÀ-ž.]+(?: [A-ZÀ-Þ][A-Za-zÀ-ž.]+)?)? \([^()]{2,24}\)) ?(?:—|–|--|-) ?",
    &[
        ("REYKJAVIK — Iceland on", "REYKJAVIK — "),
        ("STADVIK, Norway (NTB) - The", "STADVIK, Norway (NTB) - "),
        ("NEW HAVN, May 3 — The", "NEW HAVN, May 3 — "),
        ("Stadvik (NTB) – The", "Stadvik (NTB) – "),
        ("Stadvik – a town", ""),
        ("NATO said - in", ""),
    ],
);

/// Who wrote it, as a paragraph of its own.
pub static BYLINE: Pattern = Pattern::new(
    "byline",
    r"^(?:By|Written by|Reporting by) (?:[A-ZÀ-Þ][A-Za-zÀ-ž’'.-]+(?: (?:[A-ZÀ-Þ][A-Za-zÀ-ž’'.-]*|and|van|von|de|der|bin|al)|,){1,12})(?: (?:in|for) [A-ZÀ-Þ][A-Za-zÀ-ž ]{2,30})?\.? *$",
    &[
        ("By Anna Holm", "By Anna Holm"),
        ("By Anna Holm and Per Aune, Stadvik", "By Anna Holm and Per Aune, Stadvik"),
        ("By Friday the Stadvik board had left.", ""),
        ("By Stadvik", ""),
    ],
);

/// How old somebody is, behind the name.
pub static AGE: Pattern = Pattern::new(
    "age",
    r"^(?:, (?:aged )?[1-9][0-9](?:,|\.| and(?-u:\b))|,? aged [1-9][0-9]?(?-u:\b)| \([1-9][0-9]\))",
    &[
        (", 34, said", ", 34,"),
        (", aged 71, said", ", aged 71,"),
        (" (19) said", " (19)"),
        (", 34 boats", ""),
        (", 3, Sweden", ""),
        (", 2019", ""),
    ],
);

/// Of which party somebody is, and from where, behind the name.
pub static PARTY_TAG: Pattern = Pattern::new(
    "party tag",
    r"^(?:, (?:R|D|I|DFL)-[A-ZÀ-Þ][A-Za-zÀ-ž.]+(?: [A-ZÀ-Þ][A-Za-zÀ-ž.]+)?,| \((?:(?:R|D|I|DFL)[-–]|(?:GOP|Con|Lab|SNP|LD|Ind)(?:[-–]|, ))[A-ZÀ-Þ][A-Za-zÀ-ž.]+(?: [A-ZÀ-Þ][A-Za-zÀ-ž.]+)?\))",
    &[
        (", R-Ariz., said", ", R-Ariz.,"),
        (" (D-New Havn) said", " (D-New Havn)"),
        (" (Lab, Stadvik)", " (Lab, Stadvik)"),
        (" (D. Holm)", ""),
        (" (D, Holm)", ""),
        (" D, Norway,", ""),
        (", R and", ""),
    ],
);

/// Where a house stands.
pub static ADDRESS: Pattern = Pattern::new(
    "address",
    r"^[0-9]{1,5}[A-Za-z]? (?:[A-ZÀ-Þ][A-Za-zÀ-ž’'.-]+ ){1,3}(?:Street|St\.?|Road|Rd\.?|Avenue|Ave\.?|Lane|Drive|Boulevard|Blvd\.?|Square|Terrace|Quay)(?-u:\b)",
    &[
        ("12 Harbour Road, where", "12 Harbour Road"),
        ("1600 Old Mill Ave. in", "1600 Old Mill Ave"),
        ("12 Harbour Boards", ""),
        ("10 Downing", ""),
    ],
);

/// The name by which somebody writes.
pub static HANDLE: Pattern = Pattern::new(
    "handle",
    r"^@[A-Za-z0-9_]{2,30}",
    &[("@harbourfox7 wrote", "@harbourfox7"), ("@ noon", ""), ("harbour@stadvik.no", "")],
);

/// How much it is.
pub static MONEY: Pattern = Pattern::new(
    "money",
    r"(?i)^(?:(?:about|around|some|nearly|almost|over|under|up to|at least|more than|less than) )?(?:[$£€¥] ?[0-9][0-9,.]*(?: ?(?:k|m|bn|thousand|million|billion|trillion)(?-u:\b))?|[0-9][0-9,.]* (?:thousand|million|billion|trillion)(?-u:\b)(?: (?:dollars|euros|pounds|kroner|yen)(?-u:\b))?|[0-9][0-9,.]* (?:dollars|euros|pounds|kroner|yen)(?-u:\b))",
    &[
        ("300 million for a second round", "300 million"),
        ("About $2.5 billion in", "About $2.5 billion"),
        ("€40 a day", "€40"),
        ("40 per cent of voters", ""),
        ("40 trawlers", ""),
    ],
);

/// When it was.
pub static TIME: Pattern = Pattern::new(
    "time",
    r"(?i)^(?:(?:at|by|before|after|until|since|around) )?(?:[0-9]{1,2}(?:[:.][0-9]{2})? ?(?:a\.?m(?-u:\b)\.?|p\.?m(?-u:\b)\.?|o[’']clock(?-u:\b))|[0-9]{1,2}:[0-9]{2}(?-u:\b)|(?:noon|midnight)(?-u:\b))",
    &[
        ("At 9.30 p.m. on", "At 9.30 p.m."),
        ("9 o’clock", "9 o’clock"),
        ("by noon", "by noon"),
        ("9 trawlers", ""),
        ("noontide", ""),
    ],
);

/// Which day it was.
pub static DATE: Pattern = Pattern::new(
    "date",
    r"^(?:(?:[Oo]n|[Bb]y|[Ss]ince|[Uu]ntil) )?(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?-u:\b),? )?(?:(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|Mar(?:ch|\.)|Apr(?:il|\.)|May|June?|July?|Aug(?:ust|\.)|Sept?(?:ember|\.)|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.)) [0-9]{1,2}(?:st|nd|rd|th)?(?-u:\b)(?:, [0-9]{4}(?-u:\b))?)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?-u:\b))",
    &[
        ("On Tuesday, May 3, 2019, the", "On Tuesday, May 3, 2019"),
        ("Sept. 11 was", "Sept. 11"),
        ("by Friday night", "by Friday"),
        ("Mayor Holm", ""),
        ("Fridays", ""),
    ],
);

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [&Pattern; 11] = [
        &LABEL, &ANONYMITY, &DATELINE, &BYLINE, &AGE, &PARTY_TAG, &ADDRESS, &HANDLE, &MONEY, &TIME,
        &DATE,
    ];

    #[test]
    fn each_finds_its_examples_and_nothing_else() {
        for pattern in ALL {
            assert!(
                Regex::new(pattern.pattern).is_ok(),
                "{}: {:?}",
                pattern.name,
                Regex::new(pattern.pattern)
            );
            for &(text, form) in pattern.examples {
                let found = pattern.end(text).map_or("", |end| &text[..end]);
                assert_eq!(found, form, "{} in {text:?}", pattern.name);
            }
            let finds = |&&(_, form): &&(&str, &str)| !form.is_empty();
            assert!(pattern.examples.iter().any(|e| finds(&e)), "{}", pattern.name);
        }
    }

    #[test]
    fn no_more_is_looked_at_than_a_form_can_have() {
        let (short, long) = (" ".repeat(REACH), " ".repeat(1_000_000));
        for pattern in ALL {
            assert_eq!(pattern.end(&short), pattern.end(&long), "{}", pattern.name);
        }
    }
}
