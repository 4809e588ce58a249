//! Who answers for a state or for its government, and from which words around a name that is read.
//!
//! Leaves out what a phrase says of an office; see `office`.

use std::ops::Range;

use super::{
    cast::Cast,
    entity::{Being, Entity},
};
use crate::{
    lexicon::{
        classes::{AUXILIARY, CLAUSE, PREPOSITION, VERB},
        office::Said,
        offices::GOVERNMENT,
        traits::{PERSON, SPEAKS},
    },
    words::Words,
};

/// The most tokens of a phrase that are read on either side of a name.
const REACH: usize = 9;

/// Notes for each of the cast its state and whether it speaks with the voice of a government, as "Norwegian
/// foreign minister Ada Brook" does; nothing where no word tells it.
pub(super) fn read(words: &Words<'_>, cast: &mut Cast) {
    for mention in &cast.mentions {
        let entity = &mut cast.entities[mention.entity];
        let phrase = match entity.being {
            Being::Person => around(words, &mention.tokens),
            Being::Body | Being::Group | Being::Unknown => within(words, &mention.tokens),
            _ => continue,
        };
        entity.office.learn(Said::in_words(phrase.iter().map(|&at| words.word(at))));
    }
    // Of who is only described the name says all, also where no mention has its words.
    for entity in cast.entities.iter_mut().filter(|e| e.being != Being::State && !e.named) {
        entity.office.learn(Said::in_words(entity.name.split([' ', '’', '\''])));
    }
}

/// A government, and none of its parts: "the Norwegian government", not "a government agency".
fn is_government(entity: &Entity) -> bool {
    let head = entity.name.rsplit([' ', '’']).next().unwrap_or_default();
    GOVERNMENT.has(&head.to_lowercase())
}

/// True when `one` may answer for `whom`, a state or its government, whom `accuser` has spoken
/// against: by an office in it. Of another state's office, or of none that is told, it is not so.
pub(super) fn answers(one: &Entity, whom: &Entity, accuser: Option<&Entity>) -> bool {
    let speaks = one.office.governs && !one.office.outside;
    if !speaks || one.being == Being::State {
        return false;
    }
    if whom.being == Being::State {
        return one.office.state.is_some() && one.office.state == whom.office.state;
    }
    // "the government", "the interior minister": where nobody says whose, it is the accuser's own.
    let home = accuser.and_then(|a| a.office.state);
    let [ours, theirs] = [one, whom].map(|e| e.office.state.or(home));
    is_government(whom) && (ours.is_none() || theirs.is_none() || ours == theirs)
}

/// The words of the phrases that stand directly around a name and tell who it is: "Danish envoy | Mia Orr |,
/// the trade minister," without the comma. The name alone where none do.
fn around(words: &Words<'_>, name: &Range<usize>) -> Vec<usize> {
    let sentence = &words.document.sentences()[words.document.sentence_of(name.start)].tokens;
    let floor = sentence.start.max(name.start.saturating_sub(REACH));
    let ceiling = sentence.end.min(name.end + REACH);
    let goes_on = |at: &usize| {
        let part = words.is_word(*at) || matches!(words.lower(*at), "'" | "'s");
        let ends = words.is(*at, VERB | AUXILIARY | CLAUSE | PREPOSITION)
            && !matches!(words.lower(*at), "of" | "'s")
            && !words.is(*at, PERSON | SPEAKS);
        part && !ends
    };
    let comma = |at: usize| words.word(at) == ",";
    let to = name.start - usize::from(name.start > 0 && comma(name.start - 1));
    let from = (floor..to).rev().take_while(goes_on).last().unwrap_or(to);
    // Behind the name only over a comma: without one it is no apposition but what is done.
    let behind = if comma(name.end) { name.end + 1..ceiling } else { 0..0 };
    (from..to).chain(name.clone()).chain(behind.take_while(goes_on)).collect()
}

/// The words of a description, with the state that owns it right before: "Iceland’s | government".
fn within(words: &Words<'_>, tokens: &Range<usize>) -> Vec<usize> {
    let owned = tokens.start >= 2 && matches!(words.lower(tokens.start - 1), "'s" | "'");
    (tokens.start - 2 * usize::from(owned)..tokens.end).collect()
}
