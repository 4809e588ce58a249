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

/// How far from the comma beside a name its noun may stand; a longer phrase is a clause.
const REACH: usize = 9;

impl Cast {
    /// Nouns beside the name: "spokesman Per Strand", "Astrid Holm, the minister,". Only a person's: the noun
    /// beside any other name may be somebody else's.
    pub(super) fn roles_around(&mut self, words: &Words<'_>, run: &Run, entity: usize) {
        if self.entities[entity].being != Being::Person {
            return;
        }
        let before = run.tokens.start.checked_sub(1).and_then(|at| match words.word(at) {
            "," => noun_before(words, at),
            _ => (words.is(at, PERSON | TITLE) && words.is_word(at)).then_some(at),
        });
        let comma = Some(run.tokens.end).filter(|&at| words.word(at) == ",");
        let behind = comma.and_then(|at| noun_behind(words, at));
        for noun in before.into_iter().chain(behind) {
            self.role_at(words, noun, entity);
        }
    }

    /// The noun at `at` with the up to four words before it that make it another role: "the Republican nominee".
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

    /// Titles before the name, each a role of its own: "Prof. Senator Ada Brook" has two.
    pub(super) fn titles(&mut self, words: &Words<'_>, run: &Run, entity: usize) {
        for at in (run.tokens.start..run.name.start).filter(|&at| words.is(at, TITLE | PERSON)) {
            self.role(entity, role_of_title(words.lower(at)));
        }
    }
}

/// "Its director, Elena Kost": the noun before the comma; none where a mark stands between.
fn noun_before(words: &Words<'_>, comma: usize) -> Option<usize> {
    let mut phrase = (comma.saturating_sub(REACH)..comma).rev().take_while(|&at| words.is_word(at));
    phrase.find(|&at| words.is(at, PERSON))
}

/// "Astrid Holm, the young minister": the noun behind the comma; none where what stands there tells of somebody else
/// or of what is done.
fn noun_behind(words: &Words<'_>, comma: usize) -> Option<usize> {
    let first = comma + 1;
    for at in first..comma + REACH {
        let person = words.is(at, PERSON);
        if !words.is_word(at) && !matches!(words.word(at), "'" | "’")
            || ENDS_ROLE.has(words.lower(at))
            || words.is(at, VERB) && !person
        {
            return None;
        }
        // Of several nouns the last is the head: "a woman minister".
        if person && !words.is(at + 1, PERSON) {
            return Some(at);
        }
        // What tells who it is begins right behind the comma: "Tarn, met the mayor".
        if words.is(at, PREPOSITION) || words.is(at, DETERMINER) && at > first {
            return None;
        }
    }
    None
}

/// The name stands behind a preposition of place: "talks in the Wenmark" but not "in Wenmark's view".
pub(super) fn placed(words: &Words<'_>, run: &Run) -> bool {
    let start = run.tokens.start - usize::from(words.before(run.tokens.start) == "the");
    let owns = matches!(words.lower(run.tokens.end), "'s" | "'" | "’");
    !owns && OF_PLACE.has(words.before(start))
}

/// Titles as the noun that they stand for: "senator" for "sen.". Any other word stands for itself, without a full stop.
pub(super) fn role_of_title(lower: &str) -> &str {
    let full = IN_FULL.iter().find(|(short, _)| short.has(lower));
    full.map_or_else(|| lower.trim_end_matches('.'), |&(_, full)| full)
}
