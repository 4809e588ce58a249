//! What stands around a name: its titles, the nouns beside it, the preposition before it.
//!
//! Leaves out descriptions without a name; see `describe`.

use super::{
    cast::Cast,
    entity::Being,
    lists::{FEMALE, MALE, PERSON, TITLE},
    names::{Run, traits},
};
use crate::kinds::Words;

impl Cast {
    /// Nouns beside the name: "spokesman John Kirby", "Astrid Holm, the minister,".
    pub(super) fn roles_around(&mut self, words: &Words<'_>, run: &Run, entity: usize) {
        if self.entities[entity].being != Being::Person {
            return;
        }
        if let Some(before) = run.tokens.start.checked_sub(1) {
            let t = traits(words, before);
            if t & (PERSON | TITLE) != 0 && words.is_word(before) {
                let noun = role_of_title(words.lower(before)).to_owned();
                self.role(entity, &noun);
                self.entities[entity].gender_seen(t & (MALE | FEMALE));
            } else if words.word(before) == "," {
                self.role_before_comma(words, before, entity);
            }
        }
        if words.word(run.tokens.end) == "," {
            let end = (run.tokens.end + 9).min(words.document.tokens().len());
            for at in run.tokens.end + 1..end {
                if !words.is_word(at) && !matches!(words.word(at), "'" | "’") {
                    break;
                }
                if matches!(words.lower(at), "who" | "whose" | "said" | "and" | "which") {
                    break;
                }
                let t = traits(words, at);
                if words.is(at, crate::kinds::vocabulary::VERB) && t & PERSON == 0 {
                    break;
                }
                if t & PERSON != 0 && traits(words, at + 1) & PERSON == 0 {
                    let noun = words.lower(at).to_owned();
                    self.role(entity, &noun);
                    self.entities[entity].gender_seen(t & (MALE | FEMALE));
                    break;
                }
                if words.is(at, crate::kinds::vocabulary::PREPOSITION) {
                    break;
                }
            }
        }
    }

    /// "Its director, Elena Kost": the noun before the comma.
    pub(super) fn role_before_comma(&mut self, words: &Words<'_>, comma: usize, entity: usize) {
        for at in (comma.saturating_sub(9)..comma).rev() {
            if !words.is_word(at) {
                return;
            }
            let t = traits(words, at);
            if t & PERSON != 0 {
                let noun = words.lower(at).to_owned();
                self.role(entity, &noun);
                self.entities[entity].gender_seen(t & (MALE | FEMALE));
                return;
            }
        }
    }

    pub(super) fn titles(&mut self, words: &Words<'_>, run: &Run, entity: usize) {
        for at in run.tokens.start..run.name.start {
            if traits(words, at) & (TITLE | PERSON) != 0 {
                let role = role_of_title(words.lower(at)).to_owned();
                self.role(entity, &role);
            }
        }
    }
}

/// The name stands behind a preposition of place.
pub(super) fn placed(words: &Words<'_>, run: &Run) -> bool {
    let before = run.tokens.start
        - usize::from(run.tokens.start > 0 && words.lower(run.tokens.start - 1) == "the");
    let own = matches!(words.lower(run.tokens.end), "'s" | "'" | "’");
    !own && before.checked_sub(1).is_some_and(|at| {
        matches!(
            words.lower(at),
            "in" | "into"
                | "onto"
                | "along"
                | "at"
                | "near"
                | "from"
                | "around"
                | "across"
                | "outside"
                | "inside"
                | "throughout"
                | "within"
        )
    })
}

/// Titles as the noun that they stand for.
pub(super) fn role_of_title(lower: &str) -> &str {
    match lower {
        "sen." | "sen" | "sens." => "senator",
        "gov." | "gov" => "governor",
        "rep." | "rep" | "reps." => "representative",
        "justice" => "judge",
        "prof." | "prof" => "professor",
        "dr." | "dr" => "doctor",
        "gen." | "gen" => "general",
        "col." | "col" => "colonel",
        "capt." | "capt" => "captain",
        _ => lower.trim_end_matches('.'),
    }
}
