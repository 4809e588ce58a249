//! Words that carry little of what is said: they neither make two statements alike nor tell them apart.
//!
//! Folded, in order of the alphabet, of our own making.

/// True for a word that tells nothing about what is said. Takes a folded word.
pub(super) fn is_stop(word: &str) -> bool {
    WORDS.binary_search(&word).is_ok()
}

const WORDS: &[&str] = &[
    "'d", "'ll", "'m", "'re", "'s", "'ve", "a", "about", "after", "again", "all", "also", "am",
    "an", "and", "any", "are", "as", "at", "be", "because", "been", "before", "being", "but", "by",
    "can", "could", "did", "do", "does", "doing", "done", "down", "during", "each", "even", "ever",
    "few", "for", "from", "get", "go", "going", "got", "had", "has", "have", "having", "he", "her",
    "here", "hers", "him", "himself", "his", "how", "i", "if", "in", "into", "is", "it", "its",
    "itself", "just", "let", "like", "made", "make", "many", "may", "me", "might", "more", "most",
    "much", "must", "my", "n't", "no", "nor", "not", "now", "of", "off", "on", "one", "only", "or",
    "other", "our", "ours", "out", "over", "own", "really", "s", "same", "say", "saying", "says",
    "shall", "she", "should", "so", "some", "such", "than", "that", "the", "their", "theirs",
    "them", "then", "there", "these", "they", "thing", "things", "this", "those", "through", "to",
    "too", "under", "up", "upon", "us", "very", "was", "we", "were", "what", "when", "where",
    "whether", "which", "while", "who", "whom", "whose", "why", "will", "with", "would", "yet",
    "you", "your",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_in_order() {
        assert!(WORDS.is_sorted());
        assert!(is_stop("the") && is_stop("n't") && !is_stop("bridge"));
    }
}
