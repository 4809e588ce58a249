//! The forms in which newsrooms introduce who speaks, each as a pattern with a name and examples: what stands before
//! the name of a label, and the terms on which somebody speaks who is not to be named.
//!
//! Each is compiled once, when it is first looked for, and takes time that grows with the text. Leaves out tokens and
//! words of the grammar, which a scan and lists find, and days, months and capitals of one word, which are a look at a
//! word's letters.

use std::sync::OnceLock;

use regex::Regex;

/// One form, anchored where a text begins.
#[cfg_attr(
    not(test),
    expect(dead_code, reason = "names and examples are the tests'")
)]
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
        Self {
            name,
            pattern,
            examples,
            compiled: OnceLock::new(),
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [&Pattern; 2] = [&LABEL, &ANONYMITY];

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
            assert!(
                pattern.examples.iter().any(|e| finds(&e)),
                "{}",
                pattern.name
            );
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
