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

/// Notes for each of the cast its state and whether it speaks with the voice of a government.
pub(super) fn read(words: &Words<'_>, cast: &mut Cast) {
    for index in 0..cast.mentions.len() {
        let (tokens, entity) = (cast.mentions[index].tokens.clone(), cast.mentions[index].entity);
        let phrase = match cast.entities[entity].being {
            Being::Person => around(words, &tokens),
            Being::Body | Being::Group | Being::Unknown => within(words, &tokens),
            _ => continue,
        };
        let said = Said::in_words(phrase.iter().map(|&at| words.word(at)));
        cast.entities[entity].office.learn(said);
    }
    for entity in &mut cast.entities {
        if entity.being != Being::State && !entity.named {
            let said = Said::in_words(entity.name.split([' ', '’', '\'']));
            entity.office.learn(said);
        }
    }
}

/// A government, and none of its parts.
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
    let state = one.office.state;
    if whom.being == Being::State {
        return state.is_some() && state == whom.office.state;
    }
    if !is_government(whom) {
        return false;
    }
    match whom.office.state {
        Some(theirs) => {
            let home = accuser.and_then(|a| a.office.state);
            state == Some(theirs) || state.is_none() && home.is_none_or(|home| home == theirs)
        }
        // "the government", nobody says whose: it is the accuser's own.
        None => {
            let home = accuser.and_then(|a| a.office.state);
            home.is_none() || state.is_none() || home == state
        }
    }
}

/// The words of the phrases that stand directly around a name and tell who it is.
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
    let comma = |at: usize| usize::from(words.word(at) == ",");
    let to = name.start - name.start.checked_sub(1).map_or(0, comma);
    let from = name.end + comma(name.end);
    let mut out: Vec<usize> = (floor..to).rev().take_while(goes_on).collect();
    out.reverse();
    out.extend(name.clone());
    if from > name.end {
        out.extend((from..ceiling).take_while(goes_on));
    }
    out
}

/// The words of a description, with the state that owns it right before: "Iceland’s | government".
fn within(words: &Words<'_>, tokens: &Range<usize>) -> Vec<usize> {
    let owned = tokens.start >= 2 && matches!(words.lower(tokens.start - 1), "'s" | "'");
    let start = if owned { tokens.start - 2 } else { tokens.start };
    (start..tokens.end).collect()
}
