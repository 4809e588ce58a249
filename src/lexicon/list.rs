//! A short list of words of one use.
//!
//! Leaves out the words; each list stands in the file of what it is about.

/// Words with single spaces between, in lower case where nothing else is said.
#[derive(Clone, Copy, Debug)]
pub struct List(pub(super) &'static str);

impl List {
    /// True when `word` is one of them.
    #[must_use]
    pub fn has(self, word: &str) -> bool {
        self.0.split(' ').any(|own| own == word)
    }

    /// True when `word` begins with one of them: a list of stems.
    #[must_use]
    pub fn begins(self, word: &str) -> bool {
        self.0.split(' ').any(|stem| word.starts_with(stem))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_in_a_list_as_a_whole_and_begins_with_a_stem() {
        let list = List("deny refut");
        assert!(list.has("deny") && list.has("refut"));
        for none in ["", " ", "den", "denys", "deny refut"] {
            assert!(!list.has(none), "{none:?}");
        }
        assert!(list.begins("refuted") && !list.begins("re"));
    }
}
