//! A short list of words of one use.
//!
//! Leaves out the words; each list stands in the file of what it is about.

/// Words, in lower case where nothing else is said, and by what most others are told at a glance.
#[derive(Clone, Copy, Debug)]
pub struct List {
    /// With single spaces between.
    words: &'static str,
    /// A bit for each first byte, by its last five bits.
    firsts: u32,
    /// A bit for each length in bytes; the last for all beyond.
    lengths: u32,
}

const fn bit(of: usize) -> u32 {
    1 << if of < 31 { of } else { 31 }
}

impl List {
    /// Words, or stems, with single spaces between.
    pub(super) const fn of(words: &'static str) -> Self {
        let bytes = words.as_bytes();
        let (mut firsts, mut lengths) = (0, 0);
        let (mut at, mut start) = (0, 0);
        while at <= bytes.len() {
            if at == bytes.len() || bytes[at] == b' ' {
                assert!(start < at, "single spaces, and none at the ends");
                firsts |= 1 << (bytes[start] & 31);
                lengths |= bit(at - start);
                start = at + 1;
            }
            at += 1;
        }
        Self { words, firsts, lengths }
    }

    /// True when `word` is one of them.
    #[must_use]
    pub fn has(self, word: &str) -> bool {
        self.lengths & bit(word.len()) != 0
            && self.may_begin(word)
            && self.words.split(' ').any(|own| own == word)
    }

    /// True when `word` begins with one of them: a list of stems.
    #[must_use]
    pub fn begins(self, word: &str) -> bool {
        self.may_begin(word) && self.words.split(' ').any(|stem| word.starts_with(stem))
    }

    fn may_begin(self, word: &str) -> bool {
        let first = word.bytes().next();
        first.is_some_and(|byte| self.firsts & 1 << (byte & 31) != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_in_a_list_as_a_whole_and_begins_with_a_stem() {
        let list = List::of("deny refut");
        assert!(list.has("deny") && list.has("refut"));
        for none in ["", " ", "den", "denys", "deny refut"] {
            assert!(!list.has(none), "{none:?}");
        }
        assert!(list.begins("refuted") && !list.begins("re") && !list.begins(""));
        let long = "a".repeat(40);
        assert!(
            !list.has(&long) && List::of("x aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa").has(&long)
        );
        assert!(List::of("é").has("é") && !List::of("é").has("è"));
    }
}
