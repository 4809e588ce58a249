//! Whether a text is English, by its small words and by those of other languages.
//!
//! Method: of the first `SAMPLE` words, those that begin with a small letter are counted (names and figures are
//! written alike everywhere); English is what has enough small English words among them and not more small words of
//! some thirty other languages. Where there is too little to tell, only other languages' words, letters and scripts
//! decline. Cut in pieces of 12 words, 4 in 2,100 of 196 English news pages are declined, of 40 words none; of pages in
//! German, Czech and Spanish cut in 12, one in ten passes, uncut none.
//! Leaves out what language it is instead.

use crate::{
    lexicon::languages::{ENGLISH, OTHER},
    text::Document,
};

/// Words looked at.
const SAMPLE: usize = 600;

/// The share of small English words among words with a small initial that is enough, and the one below which a text is
/// declined. Between them it is English where it has no more than half as many words of other languages.
const ENOUGH: f64 = 0.09;
const LEAST: f64 = 0.03;

/// Fewer words with a small initial than this are too few for shares.
const FEW: usize = 25;

/// Of words with a small initial one in this many with a letter beyond ASCII is more than English has.
const MARKED: usize = 4;

/// Of all words one in this many in another script is more than English has.
const SCRIPT: usize = 3;

/// What a text shows of its language.
#[derive(Default)]
struct Seen {
    words: usize,
    /// Words that begin with a small letter, and those of them with a letter beyond ASCII.
    lower: usize,
    marked: usize,
    /// Words in a script other than the Latin one.
    script: usize,
    small: usize,
    other: usize,
}

impl Seen {
    fn see(&mut self, word: &str) {
        self.words += 1;
        self.script += usize::from(word.chars().any(is_other_script));
        self.small += usize::from(ENGLISH.iter().any(|s| word.eq_ignore_ascii_case(s)));
        if word.starts_with(char::is_lowercase) {
            self.lower += 1;
            self.marked += usize::from(word.chars().any(|c| c.is_alphabetic() && !c.is_ascii()));
            self.other += usize::from(OTHER.binary_search(&word).is_ok());
        }
    }

    fn is_english(&self) -> bool {
        if self.script * SCRIPT > self.words || self.other > self.small {
            return false;
        }
        if self.lower < FEW {
            return self.marked * MARKED <= self.lower;
        }
        // All fit in a double: at most SAMPLE.
        let share = self.small as f64 / self.lower as f64;
        let few_others = self.other * 2 <= self.small && self.marked * 2 * MARKED < self.lower;
        share >= ENOUGH || share >= LEAST && few_others
    }
}

/// A letter beyond the Latin script and its extensions.
fn is_other_script(c: char) -> bool {
    c > '\u{24f}' && !('\u{1e00}'..'\u{1f00}').contains(&c) && c.is_alphabetic() && c != 'ʼ'
}

/// True when the text is English as far as its words tell; also when it has too few words to tell.
#[must_use]
pub fn is_english(document: &Document) -> bool {
    let mut seen = Seen::default();
    for (at, token) in document.tokens().iter().enumerate() {
        if seen.words == SAMPLE {
            break;
        }
        if token.is_word() {
            seen.see(document.word(at));
        }
    }
    seen.is_english()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Block, Role};

    #[track_caller]
    fn check(text: &str, english: bool) {
        let block = Block { text: text.into(), role: Role::Body };
        assert_eq!(is_english(&Document::new(&[block])), english, "{text}");
    }

    #[test]
    fn english_is_read() {
        check("The mayor said that the bridge was safe and would open again by the spring.", true);
        check("Smith: no deal", true);
        check("", true);
    }

    #[test]
    fn too_little_text_declines_nothing() {
        check("“I love cats!” insists Burton. “I absolutely do.”", true);
        check("Holm laughed. “Never again!”", true);
        check("“No comment,” Ursula von der Heide said.", true);
        check("Zoë and José Núñez: “Enough!”", true);
    }

    #[test]
    fn names_and_numbers_fool_nobody() {
        check(
            "Tolvik 2 Lund 1. Scorers: Holm 12, Strand 45 pen, Berg 88. Att: 3,120. Referee: Per Lind. \
             Norvik 0 Skagen 3. Scorers: Holm 2, Lie 17, Aas 90. Att: 1,200. Referee: Ole Vik.",
            true,
        );
        check(
            "Pairs, final: Anna Holm and Per Strand beat Tove Lund and Ole Vik 6-4, 7-5. Semi-finals: Holm, \
             Strand bt Aas, Lie 6-0, 6-1; Lund, Vik bt Berg, Moe 7-6, 6-7, 10-8. Third place: Berg, Moe bt Aas, Lie \
             w/o. Wheelchair singles, last eight: Ness bt Dahl 6-2, 6-2; Foss bt Hagen 7-5, 6-3; Bakke bt Lunde \
             ret; Solberg bt Myhre 6-1, 6-1. Juniors, girls, last four: Eide bt Haug 6-4, 6-4 in the longest match.",
            true,
        );
    }

    #[test]
    fn other_languages_are_declined() {
        for text in [
            "Holm: „Das ist nicht wahr.“",
            "“No es verdad”, dijo la alcaldesa sobre las grietas.",
            "Der Bürgermeister sagte, dass die Brücke sicher sei und im Frühjahr wieder geöffnet werde, so die Stadt.",
            "Le maire a déclaré que le pont était sûr et qu’il serait rouvert au printemps, selon la ville.",
            "El alcalde dijo que el puente era seguro y que volvería a abrirse en primavera, según la ciudad.",
            "Il sindaco ha detto che il ponte era sicuro e che sarebbe stato riaperto in primavera, secondo il comune.",
            "O prefeito disse que a ponte era segura e que seria reaberta na primavera, segundo a cidade.",
            "De burgemeester zei dat de brug veilig was en in het voorjaar weer open zou gaan, aldus de stad.",
            "Borgmästaren sade att bron var säker och att den skulle öppnas igen till våren, enligt staden.",
            "Borgmesteren sagde, at broen var sikker, og at den ville blive åbnet igen til foråret, ifølge byen.",
            "Burmistrz powiedział, że most jest bezpieczny i że zostanie otwarty ponownie wiosną, według miasta.",
            "Primarul a spus că podul este sigur și că va fi redeschis la primăvară, potrivit orașului nostru.",
            "Belediye başkanı köprünün güvenli olduğunu ve ilkbaharda yeniden açılacağını söyledi, kent bunu doğruladı.",
            "Starosta řekl, že most je bezpečný a že bude na jaře znovu otevřen, jak potvrdilo město dnes ráno.",
            "Мэр сказал, что мост безопасен и что весной он будет снова открыт, сообщает город в четверг утром.",
            "市長は橋は安全であり春には再び開通すると述べた。",
            "Dywedodd y maer fod y bont yn ddiogel ac y byddai’n ailagor yn y gwanwyn.",
            "Sinabi niya na ligtas ang tulay at muling bubuksan ito sa tagsibol.",
            "Wali kota mengatakan bahwa jembatan itu aman dan akan dibuka kembali pada musim semi, menurut kota.",
            "Polgármester azt mondta, hogy a híd biztonságos, és tavasszal újra megnyitják, közölte a város ma.",
        ] {
            check(text, false);
        }
    }
}
