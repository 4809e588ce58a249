//! Small words by which a language is told, of English and of some thirty others.
//!
//! Lists of our own, from the commonest words of each language. The extension's gate reads the first one as
//! `extension/src/content/gate/english.ts`, which a test here keeps. Leaves out how many of them make a text English; see
//! `language`.

/// Small words of English; those that another large language writes alike (in, is, was, on, me, as, so, a, no,
/// an, he, her, will, not, have, had, do) are left out, or they would speak for both.
pub const ENGLISH: &[&str] = &[
    "the", "of", "and", "to", "that", "for", "it", "with", "by", "from", "this", "but", "they",
    "which", "you", "are", "be", "been", "has", "his", "she", "their", "were", "would", "there",
    "what", "when", "who", "its", "about", "than", "into", "could", "them", "other", "these", "we",
    "our", "said", "says", "after", "more", "because", "how", "if", "some", "your", "out", "up",
    "should", "where", "those", "between", "under", "while", "through", "against", "'s", "’s",
    "n't", "n’t",
];

/// Small words of other languages that are no English words, sorted by their bytes.
pub const OTHER: &[&str] = &[
    "aan", "aber", "af", "agus", "ako", "alla", "amb", "anche", "ang", "att", "auch", "auf", "aus",
    "aux", "avec", "az", "að", "bei", "bir", "bol", "bu", "care", "che", "como", "cu", "dan",
    "dans", "dari", "das", "dass", "dat", "dei", "dell", "della", "delle", "dem", "dengan", "der",
    "des", "desde", "det", "dhe", "dit", "dla", "een", "egy", "ei", "ein", "eine", "einen", "ekki",
    "els", "en", "est", "este", "et", "eta", "ett", "että", "ez", "foi", "fue", "für", "gli",
    "hai", "het", "hogy", "ikke", "il", "ile", "ini", "inte", "ir", "ist", "itu", "iyo", "için",
    "ja", "jak", "je", "jeho", "jest", "jsou", "kad", "katika", "koji", "který", "kui", "kun",
    "kwa", "las", "les", "los", "mae", "mais", "mein", "mga", "mit", "mutta", "myös", "más", "na",
    "naar", "nach", "nahi", "nan", "nel", "nella", "nem", "není", "nicht", "nie", "niet", "nije",
    "një", "noch", "não", "në", "och", "oder", "og", "olarak", "oli", "ont", "oo", "ook", "oraz",
    "ovat", "pada", "para", "pelo", "pentru", "pero", "però", "più", "por", "pou", "pour", "przez",
    "på", "për", "que", "qui", "që", "sa", "ses", "sich", "sie", "się", "sobre", "som", "sono",
    "sont", "su", "sus", "să", "są", "tai", "také", "tas", "tidak", "til", "tá", "uma", "una",
    "und", "une", "untuk", "ve", "voor", "wa", "waa", "wat", "wedi", "werd", "wird", "wordt",
    "wurde", "yang", "yn", "yra", "za", "zijn", "zu", "és", "été", "że", "și",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::generated::check;

    #[test]
    fn the_words_of_others_can_be_found() {
        assert!(OTHER.is_sorted());
        let shared = OTHER.iter().find(|word| ENGLISH.contains(word));
        assert_eq!(shared, None);
    }

    /// The gate knows words of letters only: it does not part "isn't" as the engine does.
    #[test]
    fn the_words_of_the_gate_are_current() {
        let words = ENGLISH.iter().copied();
        let words: Vec<&str> = words.filter(|w| w.chars().all(char::is_alphabetic)).collect();
        let generated = format!(
            "// Generated from src/lexicon/languages.rs; a test of the engine keeps it so. Do not edit.\n\n\
             /** Small words of English that no other large language writes alike. */\n\
             export const ENGLISH =\n  \"{}\";\n",
            words.join(" ")
        );
        check("extension/src/content/gate/english.ts", &generated);
    }
}
