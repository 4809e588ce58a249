//! What stands around a name: its titles, the nouns beside it, the preposition before it.
//!
//! Leaves out descriptions without a name; see `descriptions`.

use super::{cast::Cast, entity::Being, names::Run};
use crate::{
    lexicon::{
        classes::{CLAUSE, DETERMINER, PREPOSITION, VERB},
        clauses::{ENDS_ROLE, OF_PLACE},
        offices::IN_FULL,
        traits::{FEMALE, MALE, PERSON, TITLE},
    },
    words::Words,
};

impl Cast {
    /// Nouns beside the name: "spokesman John Kirby", "Astrid Holm, the minister,".
    pub(super) fn roles_around(&mut self, words: &Words<'_>, run: &Run, entity: usize) {
        if self.entities[entity].being != Being::Person {
            return;
        }
        if let Some(before) = run.tokens.start.checked_sub(1) {
            let t = words.traits(before);
            if t.intersects(PERSON | TITLE) && words.is_word(before) {
                self.role_at(words, before, entity);
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
                if ENDS_ROLE.has(words.lower(at)) {
                    break;
                }
                let t = words.traits(at);
                if words.is(at, VERB) && !t.intersects(PERSON) {
                    break;
                }
                if t.intersects(PERSON) && !words.is(at + 1, PERSON) {
                    self.role_at(words, at, entity);
                    break;
                }
                // What tells who it is begins right behind the comma: "Tarn, met the mayor".
                let begins = at == run.tokens.end + 1;
                if words.is(at, PREPOSITION) || words.is(at, DETERMINER) && !begins {
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
            let t = words.traits(at);
            if t.intersects(PERSON) {
                self.role_at(words, at, entity);
                return;
            }
        }
    }

    /// The noun at `at` with the words before it that make it another role: "the Republican nominee".
    fn role_at(&mut self, words: &Words<'_>, at: usize, entity: usize) {
        let noun = role_of_title(words.lower(at));
        self.entities[entity].gender_seen(words.traits(at) & (MALE | FEMALE));
        let first = (at.saturating_sub(4)..at)
            .rev()
            .take_while(|&before| {
                words.is_word(before) && !words.is(before, DETERMINER | PREPOSITION | CLAUSE | VERB)
            })
            .last()
            .unwrap_or(at);
        let role: String = (first..at).map(|m| format!("{} ", words.word(m))).collect();
        self.role(entity, &(role + noun));
    }

    pub(super) fn titles(&mut self, words: &Words<'_>, run: &Run, entity: usize) {
        for at in run.tokens.start..run.name.start {
            if words.is(at, TITLE | PERSON) {
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
    !own && before.checked_sub(1).is_some_and(|at| OF_PLACE.has(words.lower(at)))
}

/// Titles as the noun that they stand for.
pub(super) fn role_of_title(lower: &str) -> &str {
    let full = IN_FULL.iter().find(|(short, _)| short.has(lower));
    full.map_or_else(|| lower.trim_end_matches('.'), |&(_, full)| full)
}
